"""What a month's settlement is computed from: the Hændelser that cost, read as the person may read them.

Only cases that were shared with the region count: the others its people never had. A case the viewer is kept out of is
not here; `skjulte` says which lines she therefore cannot trace.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from rehabteam.lov.tid import plus_maaneder

from ..adgang.aktoer import Aktoer, Vaeg
from ..afregning import Afbud, Behandlet, Post, beregn
from ..aftaler import Aftalebog, Vilkaar, aftalebog
from ..models import Afregning, Afregningslinje, Haendelse, Organisation, Sag
from .synlige import synlige_sager

# Acts that take a case off its meeting. Two cases that change places (byt_pladser) leave no place empty.
AFBUD = frozenset({"vaelg_moede", "aflys_sag", "aflys_moede"})
KOMMUNENS_ROLLER = frozenset({"sagsbehandler", "moedeleder", "teammedlem", "leder"})


class Grundlag(NamedTuple):
    behandlede: list[Behandlet]
    afbud: list[Afbud]


def kommuner(aktoer: Aktoer) -> "QuerySet[Organisation]":
    """Whose settlements and agreement the person may see: a kommune its own, a region its kommuner's."""
    if aktoer.vaeg == Vaeg.KOMMUNE:
        return Organisation.objects.filter(id=aktoer.organisation_id)
    return Organisation.objects.filter(region_id=aktoer.region_id, slags=Organisation.Slags.KOMMUNE)


def synlige_afregninger(aktoer: Aktoer) -> "QuerySet[Afregning]":
    if aktoer.vaeg == Vaeg.KOMMUNE:
        return Afregning.objects.filter(kommune_id=aktoer.organisation_id)
    return Afregning.objects.filter(region_id=aktoer.organisation_id)


def grundlag(aktoer: Aktoer, kommune_id: UUID, maaned: date) -> Grundlag:
    """What happened with the meetings of the month (`maaned`: its first day). Two queries."""
    sager = synlige_sager(aktoer).filter(kommune_id=kommune_id, region_id__isnull=False)
    naeste = plus_maaneder(maaned, 1)
    behandlede = (
        Haendelse.objects.filter(
            handling="afgiv_indstilling",
            sag__in=sager.filter(moede__dato__gte=maaned, moede__dato__lt=naeste),
        )
        .values_list("sag_id", "sag__moede_id", "sag__moede__dato", "sag__sagstype", "sag__undertype")
        .distinct()
    )
    afbud = Haendelse.objects.filter(
        handling__in=AFBUD, sag__in=sager, data__moede_dato__startswith=f"{maaned:%Y-%m}-"
    ).values_list(
        "id",
        "sag_id",
        "tid",
        "dag",
        "aktoer_rolle",
        "data",
        "sag__sagstype",
        "sag__undertype",
        "sag__sendt_tid",
    )
    return Grundlag(
        [
            Behandlet(sag_id, moede_id, dato, _kategori(sagstype, undertype))
            for sag_id, moede_id, dato, sagstype, undertype in behandlede
        ],
        [a for raekke in afbud if (a := _afbud(*raekke))],
    )


def _kategori(sagstype: str, undertype: str) -> Any:
    sag = Sag(sagstype=sagstype, undertype=undertype)
    return lambda v: v.kategori(sag)


def _afbud(
    haendelse_id: UUID,
    sag_id: UUID,
    tid: datetime,
    dag: date,
    rolle: str,
    data: dict[str, str],
    sagstype: str,
    undertype: str,
    sendt_tid: datetime | None,
) -> Afbud | None:
    """A cancellation that can cost: the kommune's own, before the meeting was over, after the case was sent."""
    dato = date.fromisoformat(data["moede_dato"])
    if sendt_tid is None or tid < sendt_tid or rolle not in KOMMUNENS_ROLLER or dag > dato:
        return None
    moede = data.get("moede_id")
    return Afbud(
        haendelse_id, sag_id, UUID(moede) if moede else None, dato, dag, _kategori(sagstype, undertype)
    )


def poster(aktoer: Aktoer, kommune_id: UUID, maaned: date) -> dict[str, Post]:
    """What the month costs as the person can compute it now, by the terms of each meeting's date."""
    bog: Aftalebog = aftalebog([kommune_id])

    def paa(dag: date) -> Vilkaar:
        return bog.vilkaar(kommune_id, dag)

    return beregn(*grundlag(aktoer, kommune_id, maaned), paa)


def maanedens_linjer(kommune_id: UUID, maaned: date) -> list[Afregningslinje]:
    """Every line of the month, over its settlements, in the order they were written."""
    return list(
        Afregningslinje.objects.filter(afregning__kommune_id=kommune_id, afregning__maaned=maaned)
        .select_related("afregning", "aftale", "moede")
        .order_by("afregning__nr", "nr")
    )


def sagsnumre(aktoer: Aktoer, ider: Iterable[UUID]) -> dict[UUID, str]:
    """The numbers of the cases the person may see."""
    return dict(synlige_sager(aktoer).filter(id__in=set(ider)).values_list("id", "nummer"))


def borgere(aktoer: Aktoer, ider: Iterable[UUID | None]) -> list[UUID]:
    """Whose cases they are, for the log: a case number leads to a citizen."""
    return list(synlige_sager(aktoer).filter(id__in=set(ider)).values_list("borger_id", flat=True).distinct())


def numre(aktoer: Aktoer, linjer: Iterable[Afregningslinje]) -> dict[UUID, str]:
    """The numbers of the lines' cases; those that are missing she may not see."""
    return sagsnumre(aktoer, (linje.sag_id for linje in linjer if linje.sag_id))


def maaneder(aktoer: Aktoer, til: date) -> set[tuple[UUID, date]]:
    """(kommune, month) where there is or may be something to settle: a case had a meeting, or there is a settlement."""
    sager = synlige_sager(aktoer).filter(moede__dato__lte=til, region_id__isnull=False)
    moeder = sager.values_list("kommune_id", "moede__dato__year", "moede__dato__month").distinct()
    fundne = {(kommune_id, date(aar, maaned, 1)) for kommune_id, aar, maaned in moeder}
    return fundne | set(synlige_afregninger(aktoer).values_list("kommune_id", "maaned").distinct())
