"""The notes beside the pages of a case: one's own, and those colleagues of one's own house have shared."""

from uuid import UUID

from django.db.models import QuerySet

from ..adgang.aktoer import Aktoer, Vaeg
from ..models import Margennote, Sag


def synlige_margennoter(aktoer: Aktoer, sag: Sag) -> "QuerySet[Margennote]":
    """In the order of writing. In an emergency none: they are working papers, and not the case."""
    if aktoer.vaeg == Vaeg.NOED:
        return Margennote.objects.none()
    return Margennote.objects.filter(sag=sag, dokument__trukket_tilbage_tid=None).order_by("tid", "id")


def delte(sag_id: UUID) -> "QuerySet[Margennote]":
    """What has been shared in the house and so is a paper of the case, also what was withdrawn."""
    return Margennote.objects.filter(sag_id=sag_id, delt_tid__isnull=False).order_by("tid", "id")
