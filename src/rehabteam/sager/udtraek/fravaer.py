"""Who is away on a day, and who may take their cases meanwhile."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from ..adgang.aktoer import Aktoer
from ..models import Fravaer


def borte(ider: Iterable[UUID], dag: date) -> set[UUID]:
    """Those of these people at work who are away on the day."""
    return set(
        Fravaer.objects.filter(
            medarbejder_id__in=list(ider), fra__lte=dag, til__gte=dag, slut=None
        ).values_list("medarbejder_id", flat=True)
    )


def kommende(aktoer: Aktoer, dag: date) -> "QuerySet[Fravaer]":
    """The house's absences that are not over, the nearest first."""
    return (
        Fravaer.objects.filter(organisation_id=aktoer.organisation_id, til__gte=dag, slut=None)
        .select_related("medarbejder", "stedfortraeder")
        .order_by("fra", "til", "id")
    )
