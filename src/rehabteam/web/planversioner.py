"""Versions of a part: two of them side by side with what is new and what is gone, and theirs beside one's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from re import findall
from typing import Any

from django.utils.translation import gettext as _

from rehabteam.handlinger.skriv_plandel import Indhold
from rehabteam.lov.tid import plus_maaneder
from rehabteam.sager.plandele import BORGEREN, KOMMUNEN, POSTFELTER, Del

from .formularer.forberedende import PUNKT, Planform
from .planhjaelp import FELTNAVNE, INGEN

LAENGST_SAMMENLIGNET = 6000  # words; beyond that the two texts stand as they are


def vinduet(dag: date) -> tuple[date, date]:
    """The 24 months back from this day (§ 15, stk. 1, nr. 2): the plan keeps the day it is made ready."""
    return plus_maaneder(dag, -24), dag


@dataclass(frozen=True, slots=True)
class Stykke:
    """Some words. `slags`: "" in both versions, "nyt" only in the later, "vaek" only in the earlier."""

    tekst: str
    slags: str = ""


@dataclass(frozen=True, slots=True)
class Felt:
    """One text of the part in two versions."""

    navn: str
    foer: list[Stykke]
    efter: list[Stykke]


def ord_for_ord(foer: str, efter: str) -> tuple[list[Stykke], list[Stykke]]:
    """Both texts in pieces, so that joined they are the whole text again."""
    a, b = findall(r"\s+|[^\s]+", foer), findall(r"\s+|[^\s]+", efter)
    if foer == efter or max(len(a), len(b)) > LAENGST_SAMMENLIGNET:
        return [Stykke(foer)], [Stykke(efter)]
    venstre, hoejre = [], []
    for slags, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        ens = slags == "equal"
        if i1 < i2:
            venstre.append(Stykke("".join(a[i1:i2]), "" if ens else "vaek"))
        if j1 < j2:
            hoejre.append(Stykke("".join(b[j1:j2]), "" if ens else "nyt"))
    return venstre, hoejre


def sammenlign(del_: Del, foer: Indhold, efter: Indhold) -> list[Felt]:
    """Every text of the part in two versions; those that are empty in both are left out."""
    a, b = dict(tekster(del_, foer)), dict(tekster(del_, efter))
    return [
        Felt(navn, *ord_for_ord(a.get(navn, ""), b.get(navn, "")))
        for navn in dict.fromkeys((*a, *b))
        if a.get(navn) or b.get(navn)
    ]


def tekster(del_: Del, indhold: Indhold) -> Iterable[tuple[str, str]]:
    """The part's texts by the names the page gives them, in its order."""
    if del_.liste:
        yield _("Ingen indsats"), str(INGEN[del_.noegle]) if indhold.ingen else ""
        for nr, post in enumerate(indhold.poster, 1):
            for felt in POSTFELTER:
                yield f"{_('Indsats %(nr)d') % {'nr': nr}}: {FELTNAVNE[felt]}", post.get(felt, "")
        return
    for navn, titel in del_.punkter:
        yield _(titel), indhold.punkter.get(navn, "")
    if not del_.punkter:
        yield str(FELTNAVNE[KOMMUNEN]), indhold.kommunen
    yield str(FELTNAVNE[BORGEREN]), indhold.borgeren


def deres_tekster(del_: Del, form: Planform, deres: Mapping[str, Any]) -> dict[str, Any]:
    """What the 409 page shows beside the form: their text at each field, or their rows under the list."""
    if del_.liste:
        indhold = Indhold(poster=deres["poster"], ingen=deres["ingen"])
        return {"deres_raekker": [(navn, tekst) for navn, tekst in tekster(del_, indhold) if tekst]}
    par = []
    for felt in form.tekster:  # type: ignore[union-attr]
        punkt = felt.removeprefix(PUNKT)
        tekst = deres["punkter"].get(punkt, "") if punkt != felt else deres[felt]
        par.append({"felt": form[felt], "deres": tekst})
    return {"par": par}
