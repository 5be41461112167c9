"""What lies with Klinisk Funktion: the cases received, and those a sundhedskoordinator has."""

from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from ..adgang.aktoer import Aktoer
from ..models import Medarbejder, Rolle, Sag
from .synlige import synlige_sager

T = Sag.Tilstand
I_REGIONEN = (T.SENDT, T.HOS_KOORDINATOR)


def modtagne(aktoer: Aktoer) -> "QuerySet[Sag]":
    """Cases sent to the region and not yet recommended, by meeting and hour: one query."""
    return (
        synlige_sager(aktoer)
        .filter(tilstand__in=I_REGIONEN)
        .select_related("borger", "kommune", "moede", "koordinator")
        .order_by("moede__dato", "moede_kl", "sendt_tid")
    )


def koordinatorer(aktoer: Aktoer, dag: date) -> "QuerySet[Medarbejder]":
    """The region's sundhedskoordinatorer, each with her cases in the next two weeks (`antal`)."""
    snart = Q(
        sag_koordineret__moede__dato__gte=dag,
        sag_koordineret__moede__dato__lte=dag + timedelta(days=14),
        sag_koordineret__tilstand__in=I_REGIONEN,
    )
    return (
        Medarbejder.objects.filter(
            organisation_id=aktoer.organisation_id, rolle=Rolle.SUNDHEDSKOORDINATOR, aktiv=True
        )
        .annotate(antal=Count("sag_koordineret", filter=snart, distinct=True))
        .order_by("navn")
    )


def mine(aktoer: Aktoer) -> "QuerySet[Sag]":
    """The sundhedskoordinator's own cases by meeting, with their documents and notes: one query and two more."""
    return (
        synlige_sager(aktoer)
        .select_related("borger", "kommune", "moede")
        .prefetch_related("dokument_raekker", "sundhedsnotat_raekker")
        .order_by("moede__dato", "moede_kl", "nummer")
    )
