"""Meeting days, and the cases on them."""

from django.db.models import Count, QuerySet

from ..adgang.aktoer import Aktoer
from ..models import Medarbejder, Moede, Rolle, Sag
from .synlige import synlige_moeder, synlige_sager


def moeder(aktoer: Aktoer) -> "QuerySet[Moede]":
    """The kommune's meeting days with the number of cases (`antal_sager`), the latest first."""
    return (
        synlige_moeder(aktoer)
        .select_related("moedeleder")
        .annotate(antal_sager=Count("sager"))
        .order_by("-dato", "kl")
    )


def sager_paa(aktoer: Aktoer, moede: Moede) -> "QuerySet[Sag]":
    """The cases of one meeting day in the order they come up."""
    return (
        synlige_sager(aktoer)
        .filter(moede=moede)
        .select_related("borger", "moede")
        .order_by("moede_kl", "nummer")
    )


def dagens_sager(aktoer: Aktoer, moede: Moede) -> "QuerySet[Sag]":
    """The same order without the citizens, for a page that must not know the others' names."""
    return synlige_sager(aktoer).filter(moede=moede).order_by("moede_kl", "nummer")


def moedeledere(aktoer: Aktoer) -> "QuerySet[Medarbejder]":
    return Medarbejder.objects.filter(
        organisation_id=aktoer.organisation_id, rolle=Rolle.MOEDELEDER, aktiv=True
    )


def teamet(aktoer: Aktoer) -> "QuerySet[Medarbejder]":
    """The members of the kommune's own team, by area."""
    return Medarbejder.objects.filter(
        organisation_id=aktoer.organisation_id, rolle=Rolle.TEAMMEDLEM, aktiv=True
    ).order_by("fagomraade", "navn")
