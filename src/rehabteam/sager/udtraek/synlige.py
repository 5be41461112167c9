"""The first of the two walls: what a person may see, as querysets. PostgreSQL's wall stands behind.

Nobody sees what is about a citizen she is kept out from (models/inhabilitet.py), whatever else would let her.
"""

from typing import TypeVar

from django.db.models import Q, QuerySet

from ..adgang.aktoer import Aktoer, Vaeg
from ..models import Borger, Forloeb, Moede, Sag
from ..models.grundlag import OmBorgeren

R = TypeVar("R", bound=OmBorgeren)
# A system of the kommune reads back what it may hand over.
HUSET = (Vaeg.KOMMUNE, Vaeg.INTEGRATION)


def _habil(aktoer: Aktoer, raekker: "QuerySet[R]") -> "QuerySet[R]":
    return raekker.exclude(udelukkede__contains=[aktoer.medarbejder_id])


def _indenfor(aktoer: Aktoer) -> Q:
    """Even in an emergency: one's own organisation's, or shared with it."""
    return Q(kommune_id=aktoer.organisation_id) | Q(region_id=aktoer.organisation_id)


def synlige_sager(aktoer: Aktoer) -> "QuerySet[Sag]":
    """A kommune its own, the region those sent to it, a sundhedskoordinator hers (or those of the one she
    stands in for), a citizen the ones about herself, and in an emergency the one that was opened."""
    if aktoer.borger_id:
        return Sag.objects.filter(borger_id=aktoer.borger_id)
    if aktoer.noed:
        return _habil(aktoer, Sag.objects.filter(_indenfor(aktoer), id=aktoer.noed.sag_id))
    if aktoer.vaeg in HUSET:
        return _habil(aktoer, Sag.objects.filter(kommune_id=aktoer.organisation_id))
    if aktoer.vaeg == Vaeg.REGION:
        return _habil(aktoer, Sag.objects.filter(region_id=aktoer.organisation_id))
    return _habil(aktoer, Sag.objects.filter(koordinator_id=aktoer.sager_for))


def synlige_forloeb(aktoer: Aktoer) -> "QuerySet[Forloeb]":
    """The kommune's own, and a citizen hers. The region works with cases, not with forløb."""
    if aktoer.borger_id:
        return Forloeb.objects.filter(borger_id=aktoer.borger_id)
    if aktoer.vaeg in HUSET:
        return _habil(aktoer, Forloeb.objects.filter(kommune_id=aktoer.organisation_id))
    return Forloeb.objects.none()


def synlige_borgere(aktoer: Aktoer) -> "QuerySet[Borger]":
    """The kommune's own; the region and the coordinator those whose cases they hold; a citizen herself;
    in an emergency the one."""
    if aktoer.borger_id:
        return Borger.objects.filter(id=aktoer.borger_id)
    if aktoer.noed:
        return _habil(aktoer, Borger.objects.filter(_indenfor(aktoer), id=aktoer.noed.borger_id))
    if aktoer.vaeg in HUSET:
        return _habil(aktoer, Borger.objects.filter(kommune_id=aktoer.organisation_id))
    if aktoer.vaeg == Vaeg.REGION:
        return _habil(aktoer, Borger.objects.filter(region_id=aktoer.organisation_id))
    return _habil(aktoer, Borger.objects.filter(koordinatorer__contains=[aktoer.sager_for]))


def synlige_moeder(aktoer: Aktoer) -> "QuerySet[Moede]":
    if aktoer.noed:
        return Moede.objects.none()
    if aktoer.vaeg == Vaeg.KOMMUNE:
        return Moede.objects.filter(kommune_id=aktoer.organisation_id)
    return Moede.objects.filter(region_id=aktoer.region_id)
