"""The kommune's imports, the latest first."""

from django.db.models import QuerySet

from ..adgang.aktoer import Aktoer
from ..models import Importjob


def indlaesninger(aktoer: Aktoer) -> "QuerySet[Importjob]":
    """With who ordered each. Nothing in them names a citizen."""
    return (
        Importjob.objects.filter(kommune_id=aktoer.organisation_id)
        .select_related("bestilt_af")
        .order_by("-modtaget_tid", "id")
    )
