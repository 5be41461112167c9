"""What lies with Klinisk Funktion: the cases received, and those a sundhedskoordinator has."""

from django.db.models import Prefetch, QuerySet

from ..adgang.aktoer import Aktoer
from ..models import Medarbejder, Rolle, Sag, Sundhedsnotat
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
