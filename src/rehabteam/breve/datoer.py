"""Danish dates on paper: words in sentences, figures in tables."""

from __future__ import annotations

from datetime import date

MAANEDER = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
UGEDAGE = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def dato(vaerdi: str | date) -> date:
    """ISO string or date → date. Raises ValueError for anything else."""
    return vaerdi if isinstance(vaerdi, date) else date.fromisoformat(vaerdi[:10])


def skrevet(vaerdi: str | date) -> str:
    """In words: "3. juni 2026"."""
    d = dato(vaerdi)
    return f"{d.day}. {MAANEDER[d.month - 1]} {d.year}"


def med_ugedag(vaerdi: str | date) -> str:
    """In a sentence: "onsdag 3. juni 2026"."""
    d = dato(vaerdi)
    return f"{UGEDAGE[d.weekday()]} {skrevet(d)}"


def kort(vaerdi: str | date | None) -> str:
    """In a table: "03.06.2026"; text that is no ISO date is kept ("efter aftale"), nothing becomes a dash."""
    if not vaerdi:
        return "–"
    try:
        return f"{dato(vaerdi):%d.%m.%Y}"
    except ValueError:
        return str(vaerdi)
