"""The notes of a case, and those that name a person."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from ..adgang.aktoer import Aktoer
from ..models import Note, Paamindelse
from .synlige import synlige_sager


def sagens_noter(aktoer: Aktoer, sag_id: UUID) -> "QuerySet[Note]":
    """The latest first; each with what corrected it."""
    return (
        Note.objects.filter(sag_id=sag_id, kommune_id=aktoer.organisation_id)
        .select_related("rettet_af", "retter")
        .order_by("-tid", "-id")
    )


def omtaler(aktoer: Aktoer, siden: datetime) -> "QuerySet[Note]":
    """Notes that name her, or the one she stands in for, and have not been corrected since."""
    return (
        Note.objects.filter(
            omtalte__contains=[aktoer.sager_for],
            tid__gte=siden,
            rettet_af=None,
            sag_id__in=synlige_sager(aktoer).values("id"),
        )
        .select_related("sag__borger")
        .order_by("-tid", "-id")
    )


def paamindelser(aktoer: Aktoer) -> "QuerySet[Paamindelse]":
    """Her open reminders, the nearest first."""
    return (
        Paamindelse.objects.filter(
            kommune_id=aktoer.organisation_id, medarbejder_id=aktoer.sager_for, lukket_tid=None
        )
        .exclude(udelukkede__contains=[aktoer.medarbejder_id])
        .select_related("borger", "sag__borger")
        .order_by("dag", "oprettet_tid", "id")
    )
