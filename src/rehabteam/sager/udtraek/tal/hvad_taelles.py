"""The rows the figures are counted from, for those who may see them: a leader's own wall, or the auditor's narrow one.

The auditor reads no case. She counts rows whose days and states she may name and nothing else
(docs/beslutninger/0018-revisorens-tal.md); a citizen she is kept out from is kept from her by PostgreSQL.
"""

from typing import Any

from django.db.models import Q, QuerySet

from ...adgang.aktoer import Aktoer, Vaeg
from ...models import Forloeb, Moede, Organisation, Sag
from ..synlige import synlige_forloeb, synlige_moeder, synlige_sager


def for_regionen(aktoer: Aktoer) -> bool:
    """Does she count for a region? Then kommune by kommune, and only what is shared with it."""
    return aktoer.organisation_slags == Organisation.Slags.REGION


def _husets(aktoer: Aktoer) -> Q:
    felt = "region_id" if for_regionen(aktoer) else "kommune_id"
    return Q(**{felt: aktoer.organisation_id})


def sager(aktoer: Aktoer) -> "QuerySet[Sag]":
    return Sag.objects.filter(_husets(aktoer)) if aktoer.vaeg == Vaeg.AUDIT else synlige_sager(aktoer)


def forloeb(aktoer: Aktoer) -> "QuerySet[Forloeb]":
    """A region has none."""
    if aktoer.vaeg != Vaeg.AUDIT or for_regionen(aktoer):
        return synlige_forloeb(aktoer)
    return Forloeb.objects.filter(_husets(aktoer))


def moeder(aktoer: Aktoer) -> "QuerySet[Moede]":
    return Moede.objects.filter(_husets(aktoer)) if aktoer.vaeg == Vaeg.AUDIT else synlige_moeder(aktoer)


def delte(aktoer: Aktoer) -> "QuerySet[Any]":
    """Cases shared with the region: kommune and region count the same ones."""
    return sager(aktoer).filter(region__isnull=False)
