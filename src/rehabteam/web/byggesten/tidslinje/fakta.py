"""What the timeline shows, as plain dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive days that all count, or are all held out; both ends included. ``til`` None: still running."""

    fra: date
    til: date | None
    dage: int
    talt: bool


@dataclass(frozen=True, slots=True)
class Periode:
    """One registered period that holds days out; ``etiket`` says its basis in few words."""

    fra: date
    til: date | None
    etiket: str


@dataclass(frozen=True, slots=True)
class Indsats:
    """One effort. ``svar``: "TAELLER", "TAELLER_IKKE", "IKKE_BEGYNDT" or "VURDER"; ``grund`` in few words."""

    navn: str
    svar: str
    grund: str
    bevilget: date | None = None
    aftalt: date | None = None
    paabegyndt: date | None = None
    afsluttet: date | None = None


@dataclass(frozen=True, slots=True)
class Tidslinje:
    """``pr`` is the day the question is asked about (today when left out); ``skal_taelles`` days make six months.

    ``frist`` is None while an open-ended period keeps the count standing still; ``talt`` and ``tilbage``
    are then what to say instead. ``overskredet``: the limit is passed and nothing made it in time.
    ``vis_i_dag``: off where the answer is about ``pr`` alone and must look the same on any day it is read.
    """

    start: date
    d0: date
    frist: date | None
    i_dag: date
    segmenter: tuple[Segment, ...]
    perioder: tuple[Periode, ...] = ()
    indsatser: tuple[Indsats, ...] = ()
    pr: date | None = None
    overskredet: bool = False
    talt: int | None = None
    tilbage: int | None = None
    vis_i_dag: bool = True

    @property
    def dag(self) -> date:
        """The day the answer is about."""
        return self.pr or self.i_dag

    @property
    def skal_taelles(self) -> int:
        """Days from the start until the corresponding day six months later."""
        return (self.d0 - self.start).days

    @property
    def staar_stille(self) -> bool:
        return self.frist is None
