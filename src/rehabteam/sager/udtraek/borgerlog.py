"""What the log says about one citizen, in words she can use: when, which organisation and role, and for what."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from ..adgang.aktoer import Aktoer
from ..adgang.log import Art
from ..adgang.rettigheder import RETTIGHEDER
from ..models import Adgangspost, Organisation, Rolle

# Danish only, as the letter is.
ORD = {
    Art.LAES: "Set",
    Art.SOEG: "Fundet ved en søgning",
    Art.SKRIV: "Ændret eller tilføjet",
    Art.EKSPORT: "Hentet som fil",
    Art.AFVIST: "Forsøgt, men afvist",
}


SYSTEMET = gettext_noop("Systemet")
# What the machine does by itself, after the one whose right it was done under has gone on to something else.
MASKINENS = frozenset({"behandl_modtaget", "foreslaa_modtaget", "gennemgaa_dokument", "laes_overstregning"})


@dataclass(frozen=True, slots=True)
class Opslag:
    """One use of the citizen's information. Without the name of the member of staff.

    `antal`: how many times on end, within the minute, where they are shown as one.
    """

    tid: datetime
    organisation: str
    rolle: str
    hvad: str
    formaal: str
    antal: int = 1


def poster_om(aktoer: Aktoer, borger_id: UUID) -> "QuerySet[Adgangspost]":
    """Every row of one's own organisation's log that names this citizen, the latest first."""
    return Adgangspost.objects.filter(
        organisation_id=aktoer.organisation_id, borgere__contains=[borger_id]
    ).order_by("-tid", "-id")


def opslag(aktoer: Aktoer, poster: "QuerySet[Adgangspost]") -> list[Opslag]:
    return [
        Opslag(
            tid=p.tid,
            organisation=aktoer.organisation_navn,
            rolle=rolleord(p),
            hvad=ORD.get(Art(p.art), p.art),
            formaal=RETTIGHEDER[p.rute].hvad if p.rute in RETTIGHEDER else p.rute,
        )
        for p in poster
    ]


# What the citizen's own wall lets her read of a row: never who by name.
MINE = ("id", "tid", "organisation_id", "rolle", "art", "rute", "udfald", "borgere")


def mine_poster(aktoer: Aktoer) -> "QuerySet[Adgangspost]":
    """Every row that names the citizen herself, in every organisation that has her case, the latest first."""
    return (
        Adgangspost.objects.filter(borgere__contains=[aktoer.borger_id]).only(*MINE).order_by("-tid", "-id")
    )


def mine_opslag(poster: "QuerySet[Adgangspost]") -> list[Opslag]:
    raekker = list(poster)
    navne = dict(
        Organisation.objects.filter(id__in={p.organisation_id for p in raekker}).values_list("id", "navn")
    )
    hvem = {Rolle.BORGER: "Dig selv", Rolle.BISIDDER: "Din bisidder"}
    return [
        Opslag(
            tid=p.tid,
            organisation="" if p.rolle in hvem else navne.get(p.organisation_id, ""),
            rolle=hvem.get(p.rolle) or rolleord(p),
            hvad=ORD.get(Art(p.art), p.art),
            formaal=RETTIGHEDER[p.rute].hvad if p.rute in RETTIGHEDER else p.rute,
        )
        for p in raekker
    ]


def rolleord(post: Adgangspost) -> str:
    """Who it was, in the words of the log's pages; the machine is nobody's role."""
    if post.rute in MASKINENS:
        return SYSTEMET
    return str(Rolle(post.rolle).label) if post.rolle in Rolle.values else ""


def samlet(linjer: Iterable[Opslag]) -> list[Opslag]:
    """Forty papers read by the machine in a minute must not push from the page who looked at her case."""
    grupper = groupby(linjer, lambda o: replace(o, tid=o.tid.replace(second=0, microsecond=0)))
    ens = [list(gruppe) for _, gruppe in grupper]
    return [replace(gruppe[0], antal=len(gruppe)) for gruppe in ens]
