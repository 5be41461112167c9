"""What every figure is made of: what it is called, how it is counted, and the query."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import (
    Case,
    CharField,
    DurationField,
    ExpressionWrapper,
    F,
    QuerySet,
    UUIDField,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
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
    hvis = [When(LessThanOrEqual(mellem, timedelta(days=til)), then=Value(navn)) for navn, til in GRAENSER]
    return Case(*hvis, default=Value("d"), output_field=CharField())


def doegnene(fra: date, til: date) -> tuple[datetime, datetime]:
    """The first moment of `fra`, and the first after `til`: an instant lies between them on just those Danish days."""
    foerst, efter = (datetime.combine(d, time.min) for d in (fra, til + timedelta(days=1)))
    return timezone.make_aware(foerst), timezone.make_aware(efter)


def _felt(f: str | Combinable) -> Any:
    return F(f) if isinstance(f, str) else f


# OFFSET 0: a computed day or category is worked out once a row. Counted by person first and put together by unit when
# few are left: no sorting of names, and one look at each person.
TAELT = (
    "SELECT kommune, extract(year FROM dag), extract(quarter FROM dag), {hvem}, kategori, count(*) "
    "FROM ({raekker} OFFSET 0) AS r(kommune, dag, hvem, kategori) GROUP BY 1, 2, 3, 4, 5"
)
EFTER_ENHED = (
    "SELECT kommune, aar, kv, m.enhed, kategori, sum(antal)::bigint "
    "FROM ({taelt}) AS t(kommune, aar, kv, hvem, kategori, antal) JOIN sager_medarbejder m ON m.id = t.hvem "
    "GROUP BY 1, 2, 3, 4, 5"
)


def taelt(raekker: "QuerySet[Any]", kategori: Any, dag: str, hvem: str = "") -> list[Raekke]:
    """Count in PostgreSQL by kommune, quarter of `dag`, unit of the person `hvem` ("" = none) and category. One query."""
    felter = ("kommune_id", "_dag", hvem or "_ingen", "_kategori")
    ingen = {} if hvem else {"_ingen": Value(None, output_field=UUIDField())}
    valgt = raekker.order_by().annotate(_dag=F(dag), _kategori=kategori, **ingen).values_list(*felter)
    sql, parametre = valgt.query.sql_with_params()
    taelt_ = TAELT.format(hvem="hvem" if hvem else "''", raekker=sql)
    with connection.cursor() as cursor:
        cursor.execute(EFTER_ENHED.format(taelt=taelt_) if hvem else taelt_, parametre)
        return [(k, Kvartal(int(aar), int(kv)), e, kat, n) for k, aar, kv, e, kat, n in cursor.fetchall()]
