"""What lies with Klinisk Funktion: the cases received, and those a sundhedskoordinator has."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from ..adgang.aktoer import Aktoer
from ..models import Medarbejder, Moede, Organisation, Regionsspoergsmaal, Resume, Rolle, Sag, Sundhedsnotat
from .synlige import synlige_sager

T = Sag.Tilstand
I_REGIONEN = (T.SENDT, T.HOS_KOORDINATOR)


def modtagne(aktoer: Aktoer) -> "QuerySet[Sag]":
    """Cases sent to the region and not yet recommended, by meeting and hour: one query and two more.

    Citizen and kommune are fetched by their ids: joined, PostgreSQL thinks nearly no citizen is shared.
    """
    return (
        synlige_sager(aktoer)
        .filter(tilstand__in=I_REGIONEN)
        .select_related("moede", "koordinator")
        .prefetch_related("borger", "kommune")
        .order_by("moede__dato", "moede__kommune__navn", "moede_kl", "sendt_tid", "id")
    )


def koordinatorer(aktoer: Aktoer) -> "QuerySet[Medarbejder]":
    """The region's sundhedskoordinatorer at work."""
    return Medarbejder.objects.filter(
        organisation_id=aktoer.organisation_id, rolle=Rolle.SUNDHEDSKOORDINATOR, aktiv=True
    ).order_by("navn", "id")


def mine(aktoer: Aktoer) -> "QuerySet[Sag]":
    """The sundhedskoordinator's own cases by meeting, with their documents and notes: one query and two more."""
    return (
        synlige_sager(aktoer)
        .select_related("borger", "kommune", "moede")
        .prefetch_related(
            "dokument_raekker",
            Prefetch("sundhedsnotat_raekker", Sundhedsnotat.objects.order_by("aendret_tid")),
        )
        .order_by("moede__dato", "moede_kl", "nummer", "id")
    )


def hos(aktoer: Aktoer, koordinator_id: UUID) -> list[Sag]:
    """The cases that lie with one sundhedskoordinator now, in the order they are locked."""
    return list(
        synlige_sager(aktoer).filter(koordinator_id=koordinator_id, tilstand=T.HOS_KOORDINATOR).order_by("id")
    )


def til_overgang(aktoer: Aktoer, koordinator_id: UUID) -> list[Sag]:
    """The same cases as the page shows them, by meeting."""
    return list(
        synlige_sager(aktoer)
        .filter(koordinator_id=koordinator_id, tilstand=T.HOS_KOORDINATOR)
        .select_related("moede")
        .prefetch_related("borger", "kommune")
        .order_by("moede__dato", "moede_kl", "id")
    )


def kommuner(aktoer: Aktoer) -> "QuerySet[Organisation]":
    """The kommuner whose Klinisk Funktion the region is."""
    return Organisation.objects.filter(region_id=aktoer.organisation_id).order_by("navn")


def ubesvarede(aktoer: Aktoer) -> "QuerySet[Regionsspoergsmaal]":
    """What the secretariat has asked and not had an answer to, the oldest first."""
    return (
        Regionsspoergsmaal.objects.filter(sag__in=synlige_sager(aktoer).values("id"), svar_tid=None)
        .exclude(sag__tilstand=T.AFSLUTTET)
        .select_related("sag__borger", "kommune")
        .order_by("stillet_tid", "id")
    )


def traad(sag: Sag) -> "QuerySet[Regionsspoergsmaal]":
    """The questions of one case and their answers, in the order they were asked."""
    return sag.regionsspoergsmaal_raekker.order_by("stillet_tid", "id")


def andre_dage(aktoer: Aktoer, sag: Sag) -> "QuerySet[Moede]":
    """The days of the case's kommune that it can be moved to."""
    assert sag.moede is not None
    return Moede.objects.filter(
        region_id=aktoer.organisation_id,
        kommune_id=sag.kommune_id,
        dato__gt=sag.moede.dato,
        aflyst_tid=None,
    ).order_by("dato", "kl")[:25]


def fra_foer(aktoer: Aktoer, sag: Sag) -> tuple[list[Sundhedsnotat], Resume | None]:
    """For the one who writes: the signed notes of the case it springs from, where she has it, and this resumé."""
    tidligere = synlige_sager(aktoer).filter(id=sag.udspringer_af_id).values("id")
    notater = Sundhedsnotat.objects.filter(sag__in=tidligere).exclude(underskrevet_tid=None)
    return (
        list(notater.order_by("underskrevet_tid")),
        sag.resume_raekker.filter(faerdigt=True).order_by("-version").first(),
    )
