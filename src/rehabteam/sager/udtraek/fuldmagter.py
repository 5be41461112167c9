"""A citizen's fuldmagter: those that run, and those that have been."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from ..models import Fuldmagt

# What the citizen's own wall lets her read; the kommune needs no more.
FELTER = (
    *("id", "kommune", "borger", "bisidder_navn", "dokumenter", "fra", "til", "givet_tid", "paa_papir"),
    *("tilbagekaldt_tid", "tilbagekaldt_dag"),
)


def _hendes(borger_id: UUID) -> "QuerySet[Fuldmagt]":
    return Fuldmagt.objects.filter(borger_id=borger_id).only(*FELTER).order_by("-givet_tid", "id")


def gaeldende(borger_id: UUID, dag: date) -> "QuerySet[Fuldmagt]":
    return _hendes(borger_id).filter(tilbagekaldt_tid=None, til__gte=dag)


def tidligere(borger_id: UUID, dag: date) -> "QuerySet[Fuldmagt]":
    """Taken back, or run out."""
    return _hendes(borger_id).exclude(Q(tilbagekaldt_tid=None) & Q(til__gte=dag))
