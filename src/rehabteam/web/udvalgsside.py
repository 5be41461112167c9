"""The choice of whose work and which cases a list shows: read from the address or from last time, and offered again."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.sagsarter import ARTER
from rehabteam.sager.udtraek import huset
from rehabteam.sager.udtraek.udvalg import (
    ALLE,
    ENHED,
    MINE,
    MOEDER,
    NAERMESTE,
    NAVN,
    Udvalg,
    udvalg,
    valgmuligheder,
)

from .visning import husket

FELTER = ("hvem", "person", "art", "orden")
SIDER = {"arbejde": "web:mit_arbejde", "kalender": "web:kalender"}


@dataclass(frozen=True, slots=True)
class Valg:
    """What was chosen, what can be, and the address that says so. `person`: a colleague's id, "" for all."""

    udvalg: Udvalg
    hvem: list[tuple[str, str, bool]]
    personer: list[tuple[str, str]]
    person: str
    adresse: str

    @property
    def arter(self) -> list[tuple[str, str]]:
        return [(noegle, _(art.navn)) for noegle, art in ARTER.items()]

    @property
    def ordener(self) -> list[tuple[str, str]]:
        return [(NAERMESTE, _("Nærmeste frist først")), (NAVN, _("Navn, A til Å"))]

    @property
    def siger(self) -> str:
        """What narrows the list, in a few words; "" if nothing does."""
        dele = [navn for noegle, navn in self.personer if noegle == self.person and noegle]
        dele += [navn for noegle, navn in self.arter if noegle == self.udvalg.art]
        dele += [_("A til Å")] if self.udvalg.orden == NAVN else []
        return " · ".join(dele)


def valg(request: HttpRequest, side: str) -> Valg:
    """From the address if it says anything, else as the person chose last. What is not on the lists is left out."""
    hvem: Aktoer = request.aktoer  # type: ignore[attr-defined]
    sagt = laes(request.GET) or husket(hvem, side)
    personer: list[tuple[str, str]] = []
    if har_ret(hvem, "enheden.se"):
        personer = [(str(m.id), m.navn) for m in huset.kolleger(hvem, huset.HAR_SAGER)]
    person = sagt.get("person", "")
    person = person if person in dict(personer) else ""
    har_enhed = bool(huset.enheden(hvem))
    fundet = udvalg(
        hvem,
        hvem=sagt.get("hvem", ""),
        person=UUID(person) if person else None,
        art=sagt.get("art", ""),
        orden=sagt.get("orden", ""),
    )
    kan = [v for v in valgmuligheder(hvem) if har_enhed or v != ALLE or hvem_er_team(hvem)]
    ord_ = {MINE: _("Mine"), ENHED: _("Enhedens"), ALLE: _("Kommunens"), MOEDER: _("Mødernes")}
    knapper = [(v, ord_[v], v == fundet.hvem) for v in kan] if len(kan) > 1 else []
    valgt = {"hvem": fundet.hvem, "person": person, "art": fundet.art, "orden": fundet.orden}
    return Valg(fundet, knapper, personer, person, adresse(valgt))


def hvem_er_team(aktoer: Aktoer) -> bool:
    """Mødeleder and teammedlem: their work is the meetings, the rest is the kommune's."""
    return MOEDER in valgmuligheder(aktoer)


def laes(felter: QueryDict) -> dict[str, str]:
    """The choices that were given: words of ours and a colleague's id, never a citizen's."""
    return {felt: felter[felt][:40] for felt in FELTER if felter.get(felt)}


def adresse(valgt: dict[str, str]) -> str:
    """The choices as the end of an address: without those that are empty or as they always are."""
    q = QueryDict(mutable=True)
    q.update({k: v for k, v in valgt.items() if v and v != NAERMESTE})
    return q.urlencode()


def hjem(side: str, valgt: dict[str, str]) -> str:
    """The list, with its choices in the address."""
    return f"{reverse(SIDER[side])}?{adresse(valgt)}"
