"""Time as the law counts it: calendar months, spans kept out, hverdage. No clock: every date is an argument."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

import holidays

DAG = timedelta(days=1)
EVIGT = date.max.toordinal() + 1
"""Day number after the last date there is: the end of a span that is still open."""


def plus_maaneder(fra: date, antal: int) -> date:
    """The corresponding day `antal` calendar months later, or the month's last day if there is none (T2).

    Raises OverflowError beyond year 9999.
    """
    maaned = fra.month - 1 + antal
    aar = fra.year + maaned // 12
    maaned = maaned % 12 + 1
    if not 1 <= aar <= 9999:
        raise OverflowError("year out of range")
    try:
        return date(aar, maaned, fra.day)
    except ValueError:
        return date(aar, maaned, monthrange(aar, maaned)[1])


def er_maanedens_sidste(d: date) -> bool:
    """Is this the last day of its month?"""
    return d.day == monthrange(d.year, d.month)[1]


def forenet(spaend: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Merge spans of day numbers (first, last; both included) into disjoint ones, sorted; adjoining ones join."""
    samlet: list[tuple[int, int]] = []
    for fra, til in sorted(spaend):
        if samlet and fra <= samlet[-1][1] + 1:
            if til > samlet[-1][1]:
                samlet[-1] = (samlet[-1][0], til)
        else:
            samlet.append((fra, til))
    return samlet


@lru_cache(maxsize=64)
def helligdage(aar: int) -> dict[date, str]:
    """The year's helligdage with their Danish names. Raises ValueError for years the calendar does not know."""
    # By its code the library reads in the country when it is first asked for: most questions never ask.
    kendte = holidays.country_holidays("DK", years=aar, language="da")
    if not kendte:
        raise ValueError(f"no calendar for {aar}")
    return {d: ", ".join(navn.split("; ")) for d, navn in kendte.items()}


def lukkedag(d: date) -> str:
    """Name of a day that is no helligdag but is kept out of the hverdage by choice (T13); else empty."""
    return {(6, 5): "Grundlovsdag", (12, 24): "juleaftensdag", (12, 31): "nytårsaftensdag"}.get(
        (d.month, d.day), ""
    )


def hvorfor_ikke_hverdag(d: date, *, med_lukkedage: bool = True) -> str:
    """Why the day is not a hverdag, in a word; empty if it is one (T13). An agreement may count the days of choice."""
    navn = helligdage(d.year).get(d) or (lukkedag(d) if med_lukkedage else "")
    if navn:
        return navn
    return ("lørdag", "søndag")[d.weekday() - 5] if d.weekday() >= 5 else ""


def er_hverdag(d: date) -> bool:
    """The safe reading: not Saturday, Sunday, helligdag, 5 June, 24 or 31 December (T13)."""
    return not hvorfor_ikke_hverdag(d)


def er_hverdag_lempeligt(d: date) -> bool:
    """The lenient reading: only Sundays and helligdage fall out (T13, the other reading)."""
    return d.weekday() != 6 and d not in helligdage(d.year)


def hverdage_foer(dag: date, antal: int, *, lempeligt: bool = False) -> date:
    """Step back from `dag` (not counted) to the `antal`-th hverdag before it (T14)."""
    regel = er_hverdag_lempeligt if lempeligt else er_hverdag
    while antal:
        dag -= DAG
        antal -= regel(dag)
    return dag


def naeste_hverdag(d: date) -> date:
    """The day itself if it is a hverdag, else the first one after it."""
    while not er_hverdag(d):
        d += DAG
    return d
