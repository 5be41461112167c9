"""The parts of an indstilling as the room writes and reads them: heading, provision, field, and whether it is there."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.lov.vurdering import Hjemmel
from rehabteam.sager.indstillingsdele import INDSATSER, PAR19, SE_IGEN, SIGES, Del, Spoergsmaal, spoergsmaal
from rehabteam.sager.models import Indstilling
from rehabteam.sager.sagsfakta.indstilling import viste

from .formularer.indstilling import IndstillingForm
from .formularer.indstillingsfelter import delfelt, flagfelt

TEKST, RAEKKER, JA_NEJ, BETINGET = "tekst", "indsatser", "ja_nej", "betinget"
PARALLELT = "kan_ikke_parallelt"


@dataclass(frozen=True, slots=True)
class Afsnit:
    """A part on the page. `slags`: a text, the rows of efforts, a yes or no, or a question with a text on yes.

    `nr` 0 = not numbered. `felt`: its field; `tekstfelt`: what is said when the question is answered yes.
    """

    noegle: str
    slags: str
    nr: int
    overskrift: str
    hjemmel: Hjemmel | None
    status: str
    ord: str
    felt: BoundField | None = None
    tekstfelt: BoundField | None = None
    hjaelp: str = ""


@dataclass(frozen=True, slots=True)
class Laest:
    """A part to be read: a text, or a yes or no (`svar`), or the efforts."""

    noegle: str
    nr: int
    overskrift: str
    hjemmel: Hjemmel | None
    tekst: str
    svar: bool | None = None


def afsnit(form: IndstillingForm, mangler: Container[str]) -> list[Afsnit]:
    """The parts of the form in the order they are written; a question about the efforts comes right after them."""
    spurgt = list(spoergsmaal(form.for_udfald))
    ud = []
    for nr, d in enumerate(form.dele, start=1):
        ud.append(_afsnit(form, d, nr, mangler))
        if d.noegle == INDSATSER:
            ud += [_betinget(form, s, mangler) for s in spurgt if s.flag == PARALLELT]
    ud += [_betinget(form, s, mangler) for s in spurgt if s.flag != PARALLELT]
    if form.dele == PAR19:
        ud.append(_se_igen(form, mangler, 0, None))
    return ud


def _afsnit(form: IndstillingForm, d: Del, nr: int, mangler: Container[str]) -> Afsnit:
    if d.noegle == SE_IGEN:
        return _se_igen(form, mangler, nr, d.hjemmel)
    status, ord_ = ("mangler", "") if d.noegle in mangler else _er_der(form, d)
    if d.noegle == INDSATSER:
        hjaelp = "" if d in PAR19 else _(d.hjaelp)
        return Afsnit(d.noegle, RAEKKER, nr, _(d.overskrift), d.hjemmel, status, ord_, hjaelp=hjaelp)
    return Afsnit(
        d.noegle, TEKST, nr, _(d.overskrift), d.hjemmel, status, ord_, form[form.feltnavn(d.noegle)]
    )


def _er_der(form: IndstillingForm, d: Del) -> tuple[str, str]:
    if d.noegle == "aarsag":
        return "droeftet", ""
    if d.noegle == INDSATSER:
        antal = len(form.udkast().indsatser)
        return "klar", ngettext("%(antal)s indsats", "%(antal)s indsatser", antal) % {"antal": antal}
    return "klar", _("Aftalt") if d in PAR19 else _("Skrevet")


def _se_igen(form: IndstillingForm, mangler: Container[str], nr: int, hjemmel: Hjemmel | None) -> Afsnit:
    felt = form[SE_IGEN]
    if nr:
        felt.label = f"{nr}. {_('Ønsker teamet at se sagen igen?')}"
    return Afsnit(SE_IGEN, JA_NEJ, nr, str(felt.label), hjemmel, *_besvaret(SE_IGEN in mangler), felt)


def _betinget(form: IndstillingForm, s: Spoergsmaal, mangler: Container[str]) -> Afsnit:
    mangler_noget = s.flag in mangler or s.del_.noegle in mangler
    felt = form[flagfelt(s.flag)]
    if not mangler_noget and not felt.value():
        status, ord_ = "ikke_angivet", ""  # nobody need say it of a single effort
    else:
        status, ord_ = _besvaret(mangler_noget)
    return Afsnit(
        s.flag,
        BETINGET,
        0,
        _(s.overskrift),
        s.hjemmel,
        status,
        ord_,
        felt,
        form[delfelt(s.del_.noegle)],
        _(s.del_.overskrift),
    )


def _besvaret(mangler: bool) -> tuple[str, str]:
    return ("ikke_besvaret", "") if mangler else ("klar", _("Besvaret"))


def laest(indstilling: Indstilling) -> list[Laest]:
    """The chosen outcome's parts to be read, numbered as they are in the room and on paper."""
    ud = [
        Laest(v.del_.noegle, v.nr, _(v.del_.overskrift), v.del_.hjemmel, v.tekst, v.svar)
        for v in viste(indstilling)
    ]
    if not indstilling.udfald:
        ud.append(Laest(SE_IGEN, 0, _("Ønsker teamet at se sagen igen?"), None, "", indstilling.se_igen))
    return ud


def deres(gemt: Mapping[str, Any], form: IndstillingForm) -> dict[str, Any]:
    """What another saved that is not what stands on this page, under the page's own names."""
    mine = form.skrevet()
    andet = {}
    for felt, vaerdi in mine.items():
        if felt == "indhold":
            andet |= {n: t for n, mit in vaerdi.items() if (t := gemt[felt].get(n, "")) != mit.strip()}
        elif felt == "flag":
            andet |= {n: s for n, mit in vaerdi.items() if (s := gemt[felt].get(n)) != mit}
        elif felt == INDSATSER:
            if gemt[felt] != [_som_gemt(i) for i in vaerdi if i.navn.strip()]:
                andet[felt] = gemt[felt]
        elif gemt[felt] != (vaerdi.strip() if isinstance(vaerdi, str) else vaerdi):
            andet[felt] = gemt[felt]
    return andet


def _som_gemt(indsats: Any) -> dict[str, Any]:
    return {felt: getattr(indsats, felt) for felt in ("navn", "omraade", "begynder", "ansvarlig", "nr")}


def ord_for(noegle: str, form_dele: tuple[Del, ...]) -> str:
    """A missing part in a word or few, for the line at the foot."""
    for d in form_dele:
        if d.noegle == noegle:
            return _smaat(_(d.overskrift))
    for flag, sagt in SIGES.items():
        if noegle in (flag, sagt):
            return _("om indsatserne kan køre samtidig") if flag == PARALLELT else _("om arbejdsevnen")
    return ""


def _smaat(overskrift: str) -> str:
    return overskrift[:1].lower() + overskrift[1:].rstrip("?")
