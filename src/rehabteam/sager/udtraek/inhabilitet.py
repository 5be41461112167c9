"""Who is kept out of a citizen's cases, and who could take them over."""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from ..adgang.aktoer import Aktoer
from ..models import Borger, Inhabilitet, Medarbejder, Moede, Rolle, Sag
from .synlige import synlige_forloeb, synlige_sager

HAR_SAGER = (Rolle.SAGSBEHANDLER, Rolle.LEDER)


def alle(aktoer: Aktoer, borger: Borger) -> "QuerySet[Inhabilitet]":
    """One's own house's, those in force first."""
    return (
        Inhabilitet.objects.filter(borger=borger, organisation_id=aktoer.organisation_id)
        .select_related("medarbejder")
        .order_by("-ophaevet_tid", "-tid")
    )


def kolleger(aktoer: Aktoer, borger: Borger) -> "QuerySet[Medarbejder]":
    """People at work in one's own house who are not kept out already."""
    i_kraft = Inhabilitet.objects.filter(borger=borger, medarbejder_id=OuterRef("id"), ophaevet_tid=None)
    return (
        Medarbejder.objects.filter(~Exists(i_kraft), organisation_id=aktoer.organisation_id, aktiv=True)
        .exclude(rolle__in=(Rolle.BORGER, Rolle.BISIDDER, Rolle.INTEGRATION))
        .order_by("navn", "id")
    )


def afloesere(aktoer: Aktoer, borger: Borger, uden: UUID | None = None) -> "QuerySet[Medarbejder]":
    """Those who could have the case instead of `uden`."""
    return kolleger(aktoer, borger).filter(rolle__in=HAR_SAGER).exclude(id=uden)


def har_sagen(aktoer: Aktoer, borger: Borger, medarbejder_id: UUID) -> bool:
    """Is she the caseworker of something that still runs?"""
    hendes = {"borger": borger, "sagsbehandler_id": medarbejder_id}
    return (
        synlige_forloeb(aktoer).filter(**hendes, slut=None).exists()
        or synlige_sager(aktoer).filter(**hendes).exclude(tilstand=Sag.Tilstand.AFSLUTTET).exists()
    )


def leder_moedet(aktoer: Aktoer, borger: Borger, medarbejder_id: UUID) -> "QuerySet[Moede]":
    """Meeting days of hers where a case about the citizen waits for an indstilling."""
    ventende = synlige_sager(aktoer).filter(
        borger=borger,
        moede__moedeleder_id=medarbejder_id,
        tilstand__in=(Sag.Tilstand.FORBEREDES, Sag.Tilstand.SENDT, Sag.Tilstand.HOS_KOORDINATOR),
    )
    return Moede.objects.filter(id__in=ventende.values("moede_id"))


def er_koordinator(aktoer: Aktoer, borger: Borger, medarbejder_id: UUID) -> bool:
    """Has she been given a case about the citizen that still waits for the meeting?"""
    return (
        synlige_sager(aktoer)
        .filter(borger=borger, koordinator_id=medarbejder_id, tilstand=Sag.Tilstand.HOS_KOORDINATOR)
        .exists()
    )
