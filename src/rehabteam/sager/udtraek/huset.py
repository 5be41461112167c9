"""The colleagues of one's own kommune: who sits where, who can have cases, and how many each has."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import Collate

from ..adgang.aktoer import Aktoer
from ..models import Forloeb, Medarbejder, Rolle, Sag
from .orden import DANSK
from .synlige import synlige_forloeb, synlige_sager

HAR_SAGER = (Rolle.SAGSBEHANDLER, Rolle.LEDER)
I_KOMMUNEN = (*HAR_SAGER, Rolle.MOEDELEDER, Rolle.TEAMMEDLEM)


def kolleger(aktoer: Aktoer, roller: tuple[Rolle, ...] = I_KOMMUNEN) -> "QuerySet[Medarbejder]":
    """Those who work here now, by name as Danish sorts it."""
    return Medarbejder.objects.filter(
        organisation_id=aktoer.organisation_id, aktiv=True, rolle__in=roller
    ).order_by(Collate("navn", DANSK), "id")


def enheden(aktoer: Aktoer) -> str:
    """The name of the unit of the one whose work it is; "" if nobody has said."""
    return Medarbejder.objects.filter(id=aktoer.sager_for).values_list("enhed", flat=True).first() or ""


def i_enheden(aktoer: Aktoer, enhed: str) -> list[UUID]:
    """Everybody of the unit, also those who have left: their cases are still the unit's."""
    return list(
        Medarbejder.objects.filter(organisation_id=aktoer.organisation_id, enhed=enhed).values_list(
            "id", flat=True
        )
    )


@dataclass(frozen=True, slots=True)
class Bord:
    """One colleague's desk: running forløb, open cases, forløb past their limit, the nearest limit ahead."""

    medarbejder: Medarbejder
    forloeb: int
    sager: int
    over: int
    naeste: date | None


def borde(aktoer: Aktoer, dag: date) -> list[Bord]:
    """Who has what: those who can have cases, and whoever else still has some. Three questions, however many."""
    venter = Q(genbehandlet=None, naeste_frist__lt=dag)
    forloeb = {
        r["sagsbehandler_id"]: r
        for r in synlige_forloeb(aktoer)
        .filter(slut=None)
        .order_by()
        .values("sagsbehandler_id")
        .annotate(
            antal=Count("id"),
            over=Count("id", filter=venter),
            naeste=Min("naeste_frist", filter=Q(genbehandlet=None, naeste_frist__gte=dag)),
        )
    }
    sager = dict(
        synlige_sager(aktoer)
        .exclude(tilstand=Sag.Tilstand.AFSLUTTET)
        .order_by()
        .values_list("sagsbehandler_id")
        .annotate(antal=Count("id"))
    )
    folk = Medarbejder.objects.filter(organisation_id=aktoer.organisation_id).filter(
        Q(aktiv=True, rolle__in=HAR_SAGER) | Q(id__in=[*forloeb, *sager])
    )
    tom = {"antal": 0, "over": 0, "naeste": None}
    return [
        Bord(m, (f := forloeb.get(m.id, tom))["antal"], sager.get(m.id, 0), f["over"], f["naeste"])
        for m in folk.order_by(Collate("enhed", DANSK), Collate("navn", DANSK), "id")
    ]


def forloeb_hos(aktoer: Aktoer, medarbejder_id: UUID) -> "QuerySet[Forloeb]":
    """Her running forløb, the nearest limit first."""
    return (
        synlige_forloeb(aktoer)
        .filter(sagsbehandler_id=medarbejder_id, slut=None)
        .select_related("borger")
        .order_by("naeste_frist", "id")
    )


def sager_hos(aktoer: Aktoer, medarbejder_id: UUID) -> "QuerySet[Sag]":
    """Her open cases, the nearest meeting first, then the oldest."""
    return (
        synlige_sager(aktoer)
        .filter(sagsbehandler_id=medarbejder_id)
        .exclude(tilstand=Sag.Tilstand.AFSLUTTET)
        .select_related("borger", "moede")
        .order_by("moede__dato", "oprettet", "nummer")
    )
