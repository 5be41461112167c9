"""Which meeting day a case was last taken off: what the region is told, besides the new day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F

from rehabteam.sager.models import Haendelse, Sag


def saet_flyttet_fra(sager: Iterable[Sag]) -> None:
    """Give each case `flyttet_fra`: the day it was taken off after it was sent, else None. One query.

    A case that came back to the same day has not moved. The reason stands in the case's history, not in a list.
    """
    alle = list(sager)
    seneste = (
        Haendelse.objects.filter(sag__in=alle, mistet_dag=True, tid__gt=F("sag__sendt_tid"))
        .order_by("sag_id", "-tid")
        .distinct("sag_id")
        .values_list("sag_id", "data__moede_dato")
    )
    fra = {sag_id: date.fromisoformat(dato) for sag_id, dato in seneste if dato}
    for sag in alle:
        dag = fra.get(sag.id)
        sag.flyttet_fra = None if sag.moede and sag.moede.dato == dag else dag  # type: ignore[attr-defined]
