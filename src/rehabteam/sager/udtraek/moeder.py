"""Meeting days, and the cases on them."""

from django.db.models import Count, Q, QuerySet

from ..adgang.aktoer import Aktoer
from ..models import Medarbejder, Moede, Rolle, Sag
from .synlige import synlige_moeder, synlige_sager

T = Sag.Tilstand
FAERDIGE = (T.INDSTILLET, T.AFGJORT, T.PLAN_LAGT, T.AFSLUTTET)


def moeder(aktoer: Aktoer) -> "QuerySet[Moede]":
    """The kommune's meeting days with the number of cases, and of those given (`antal_sager`, `antal_afgivne`)."""
    afgivet = Q(sager__tilstand__in=FAERDIGE)
    return (
        synlige_moeder(aktoer)
        .select_related("moedeleder")
        .annotate(antal_sager=Count("sager"), antal_afgivne=Count("sager", filter=afgivet))
        .order_by("dato", "kl", "sted")
    )


def sager_paa(aktoer: Aktoer, moede: Moede) -> "QuerySet[Sag]":
    """The cases of one meeting day in the order they come up."""
    return dagens_sager(aktoer, moede).select_related("borger", "moede", "sagsbehandler")


def dagens_sager(aktoer: Aktoer, moede: Moede) -> "QuerySet[Sag]":
    """The same without the citizens, for a page that must not know the others' names."""
    return synlige_sager(aktoer).filter(moede=moede).order_by("moede_kl", "nummer")


def moedeledere(aktoer: Aktoer) -> "QuerySet[Medarbejder]":
    return Medarbejder.objects.filter(
        organisation_id=aktoer.organisation_id, rolle=Rolle.MOEDELEDER, aktiv=True
    ).order_by("navn")


def teamet(aktoer: Aktoer) -> "QuerySet[Medarbejder]":
    """The members of the kommune's own team, by area."""
    return Medarbejder.objects.filter(
        organisation_id=aktoer.organisation_id, rolle=Rolle.TEAMMEDLEM, aktiv=True
    ).order_by("fagomraade", "navn")
