"""Danish dates, as they are written in sentences and in tables.

Danish only, whatever language the menus are in: dates stand in the law's answers and in letters.
"""

from __future__ import annotations

from datetime import date, datetime

from rehabteam.lov.ord import MAANEDER, UGEDAGE
from rehabteam.lov.ord import dag as _dag
from rehabteam.lov.ord import dato as _dato

_KORTE_MAANEDER = (
    "jan.",
    "feb.",
    "mar.",
    "apr.",
    "maj",
    "jun.",
    "jul.",
    "aug.",
    "sep.",
    "okt.",
    "nov.",
    "dec.",
)
_KORTE_UGEDAGE = ("man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn.")


def saetning(dag: date) -> str:
    """ "onsdag 3. juni 2026"."""
    return _dag(dag)


def uden_ugedag(dag: date) -> str:
    """ "3. juni 2026"."""
    return _dato(dag)


def dag_og_maaned(dag: date) -> str:
    """ "3. juni", where the year is plain from what stands around it."""
    return f"{dag.day}. {MAANEDER[dag.month - 1]}"


def tabel(dag: date) -> str:
    """ "03.06.2026"."""
    return f"{dag.day:02}.{dag.month:02}.{dag.year:04}"


def tabel_med_ugedag(dag: date) -> str:
    """ "ons. 03.06.2026"."""
    return f"{_KORTE_UGEDAGE[dag.weekday()]} {tabel(dag)}"


def kort(dag: date) -> str:
    """ "03.06."."""
    return f"{dag.day:02}.{dag.month:02}."


def to_bogstaver(dag: date) -> str:
    """ "on": the day strip's head."""
    return UGEDAGE[dag.weekday()][:2]


def maaned_kort(dag: date, med_aar: bool = False) -> str:
    """ "jun." or "jun. 2026"."""
    navn = _KORTE_MAANEDER[dag.month - 1]
    return f"{navn} {dag.year}" if med_aar else navn


def klokken(tid: datetime) -> str:
    """ "09.30", of a time already in Danish local time."""
    return f"{tid.hour:02}.{tid.minute:02}"


def spaend(fra: date, til: date | None) -> str:
    """ "12.01.2026 – 15.02.2026", or "12.01.2026 – ingen slutdato"."""
    return f"{tabel(fra)} – {tabel(til) if til else 'ingen slutdato'}"


def antal(n: int, en: str, flere: str) -> str:
    """ "1 dag", "2 dage": the count and the word that fits it."""
    return f"{n} {en if abs(n) == 1 else flere}"
