"""What every figure is made of: what it is called, how it is counted, and the query."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    Count,
    DurationField,
    ExpressionWrapper,
    F,
    QuerySet,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import ExtractQuarter, ExtractYear
from django.utils.translation import gettext_noop as _

from ...adgang.aktoer import Aktoer
from .beskyt import Inddeling
from .kvartal import Kvartal

# Kommune, quarter, unit ("" where nobody may read it), raw category, count.
Raekke = tuple[UUID, Kvartal, str, str, int]
Raa = Callable[[Aktoer, date, date, bool], Iterable[Raekke]]


@dataclass(frozen=True, slots=True)
class Figur:
    """One figure. `kaede`: how its categories may be grouped, from fine to coarse. `navne`: of raw categories, in order.

    `del_`: the raw categories whose share of all is the headline; () = the headline is the group of the median.
    `kun_kommunen`: the region has no way to the rows. `samlet`: the names of raw categories put together.
    """

    noegle: str
    navn: str
    hvad: str
    navne: Mapping[str, str]
    kaede: tuple[Inddeling, ...]
    definition: tuple[str, ...]
    raa: Raa
    del_: tuple[str, ...] = ()
    kun_kommunen: bool = False
    enhed: bool = True
    samlet: Mapping[tuple[str, ...], str] = field(default_factory=dict)


TRIN: Mapping[str, str] = {
    "a": _("0–14 dage"),
    "b": _("15–28 dage"),
    "c": _("29–56 dage"),
    "d": _("57 dage eller mere"),
}
GRAENSER = (("a", 14), ("b", 28), ("c", 56))
DAGEKAEDE: tuple[Inddeling, ...] = (
    (("a",), ("b",), ("c",), ("d",)),
    (("a",), ("b",), ("c", "d")),
    (("a", "b"), ("c", "d")),
    (("a", "b", "c", "d"),),
)


def dage(fra: str | Combinable, til: str | Combinable) -> Case:
    """The step of TRIN a number of days falls in. Before `fra` counts as 0."""
    mellem = ExpressionWrapper(_felt(til) - _felt(fra), output_field=DurationField())
    return trin(mellem)


def trin(mellem: Combinable) -> Case:
    hvis = [When(_mellem__lte=timedelta(days=til), then=Value(navn)) for navn, til in GRAENSER]
    # The condition names the annotation that `taelt` gives the days.
    svar = Case(*hvis, default=Value("d"), output_field=CharField())
    svar.mellem = mellem
    return svar


def _felt(f: str | Combinable) -> Any:
    return F(f) if isinstance(f, str) else f


def taelt(
    raekker: "QuerySet[Any]",
    kategori: Any,
    dag: str,
    enhed: str = "",
    kommune: str = "kommune_id",
    antal: Any = None,
) -> list[Raekke]:
    """Count in PostgreSQL by kommune, quarter of `dag`, unit (the field `enhed`; "" = none) and category. One query."""
    if hasattr(kategori, "mellem"):
        raekker = raekker.annotate(_mellem=kategori.mellem)
    fundne = (
        raekker.order_by()
        .annotate(
            _aar=ExtractYear(dag),
            _kv=ExtractQuarter(dag),
            _enhed=F(enhed) if enhed else Value("", output_field=CharField()),
            _kategori=kategori,
        )
        .values_list(kommune, "_aar", "_kv", "_enhed", "_kategori")
        .annotate(_antal=antal or Count("pk"))
    )
    return [(k, Kvartal(aar, kv), e, kat, n) for k, aar, kv, e, kat, n in fundne]
