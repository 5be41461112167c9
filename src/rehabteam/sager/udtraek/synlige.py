"""The first of the two walls: what a person may see, as querysets. PostgreSQL's wall stands behind."""

from django.db.models import QuerySet

from ..adgang.aktoer import Aktoer, Vaeg
from ..models import Borger, Forloeb, Moede, Sag


def synlige_sager(aktoer: Aktoer) -> "QuerySet[Sag]":
    """A kommune its own, the region those sent to it, a sundhedskoordinator hers."""
    if aktoer.vaeg == Vaeg.KOMMUNE:
        return Sag.objects.filter(kommune_id=aktoer.organisation_id)
    if aktoer.vaeg == Vaeg.REGION:
        return Sag.objects.filter(region_id=aktoer.organisation_id)
    return Sag.objects.filter(koordinator_id=aktoer.medarbejder_id)


def synlige_forloeb(aktoer: Aktoer) -> "QuerySet[Forloeb]":
    """The kommune's own. The region works with cases, not with forløb."""
    if aktoer.vaeg == Vaeg.KOMMUNE:
        return Forloeb.objects.filter(kommune_id=aktoer.organisation_id)
    return Forloeb.objects.none()


def synlige_borgere(aktoer: Aktoer) -> "QuerySet[Borger]":
    """The kommune's own; the region and the coordinator those whose cases they hold."""
    if aktoer.vaeg == Vaeg.KOMMUNE:
        return Borger.objects.filter(kommune_id=aktoer.organisation_id)
    if aktoer.vaeg == Vaeg.REGION:
        return Borger.objects.filter(region_id=aktoer.organisation_id)
    return Borger.objects.filter(koordinatorer__contains=[aktoer.medarbejder_id])


def synlige_moeder(aktoer: Aktoer) -> "QuerySet[Moede]":
    if aktoer.vaeg == Vaeg.KOMMUNE:
        return Moede.objects.filter(kommune_id=aktoer.organisation_id)
    return Moede.objects.filter(region_id=aktoer.region_id)
