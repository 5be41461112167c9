"""The documents of a case in the order they are read: what is new to this meeting first, then by kind."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from rehabteam.dokumenter.samling import NYT
from rehabteam.sager.models import Dokument, Sag
from rehabteam.sager.udtraek import sagsbillede

# Danish in the collected PDF; the pages translate them.
PLAN = gettext_noop("Plan og indstilling")
HELBRED = gettext_noop("Helbred")
ARBEJDE = gettext_noop("Arbejde og borger")
ORDEN = (PLAN, HELBRED, ARBEJDE)
GRUPPER = {
    "forberedende_del": PLAN,
    "indstilling": PLAN,
    "referat": PLAN,
    "forrige_indstilling": PLAN,
    "indsatsplan": PLAN,
    "afgoerelse": PLAN,
    "sundhedsnotat": HELBRED,
    "laegeattest": HELBRED,
    "epikrise": HELBRED,
    "nye_oplysninger": HELBRED,
}
INDKALDELSER = frozenset({"indkaldelse", "indkaldelse_andre"})
# What a kind of document is called; those a person can choose are named as in the form's list.
SLAGSNAVNE: dict[str, str | Promise] = {
    "forberedende_del": _("Forberedende del"),
    "indstilling": _("Indstilling"),
    "referat": _("Referat fra mødet"),
    "forrige_indstilling": _("Indstilling fra sidste møde"),
    "indsatsplan": _("Indsatsplan"),
    "afgoerelse": _("Afgørelse"),
    "sundhedsnotat": _("Notat fra sundhedskoordinator"),
    "laegeattest": _("Lægeattest"),
    "epikrise": _("Epikrise"),
    "nye_oplysninger": _("Nye oplysninger"),
    "resume": _("Resumé"),
    "dokumentation": _("Dokumentation til resuméet"),
    "opfoelgningsnotat": _("Opfølgningsnotat"),
    "brev": _("Brev"),
    "indkaldelse": _("Indkaldelse"),
    "indkaldelse_andre": _("Indkaldelse til andre"),
    "cv": _("CV"),
    "andet": _("Andet"),
}


@dataclass(frozen=True, slots=True)
class Bilagslinje:
    """A document with its number in the bundle. `nyt`: came to this case; else it followed along."""

    nr: int
    dokument: Dokument
    gruppe: str
    nyt: bool
    laest: bool

    @property
    def slags(self) -> str | Promise:
        return slagsnavn(self.dokument.slags)


def slagsnavn(slags: str) -> str | Promise:
    return SLAGSNAVNE.get(slags, slags)


def bilagsliste(sag: Sag, laeste: Iterable[str]) -> list[Bilagslinje]:
    """Numbered from 1, as in the collected PDF (dokumenter.samling.opstil keeps this order)."""
    aabnet = set(laeste)
    linjer = [(d, _gruppe(sag, d)) for d in sagsbillede.gyldige(sag)]
    linjer.sort(key=lambda par: (_plads(par[1]), _forrest(par[0]), par[0].dato, par[0].tilfoejet_tid))
    return [
        Bilagslinje(nr, d, gruppe, gruppe == NYT, d.sha256 in aabnet)
        for nr, (d, gruppe) in enumerate(linjer, 1)
    ]


def grupperet(linjer: Iterable[Bilagslinje]) -> list[tuple[str, list[Bilagslinje]]]:
    grupper: dict[str, list[Bilagslinje]] = {}
    for linje in linjer:
        grupper.setdefault(linje.gruppe, []).append(linje)
    return list(grupper.items())


def _gruppe(sag: Sag, d: Dokument) -> str:
    if d.slags in INDKALDELSER:  # new to the case, and nothing to prepare from
        return ARBEJDE
    if sag.udspringer_af_id and d.fulgte_med_id is None:
        return NYT
    return GRUPPER.get(d.slags, ARBEJDE)


def _plads(gruppe: str) -> int:
    return 0 if gruppe == NYT else 1 + ORDEN.index(gruppe)


def _forrest(d: Dokument) -> int:
    """The resumé tells what the rest is about; the forberedende del is what the team treats the case on."""
    return 0 if d.slags in ("resume", "forberedende_del") else 1
