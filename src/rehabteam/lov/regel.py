"""The rules: each registers its name, its §, its edition and dates of force; and the one that governs a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar

from rehabteam.lov.vurdering import Hjemmel, Vurdering

F = TypeVar("F", bound=Callable[..., Vurdering])
UDATERET = date(2022, 1, 1)
"""The day whose edition answers a question without a date."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule of one edition. `emne` is the question it answers, the same in every edition."""

    navn: str
    emne: str
    hjemmel: Hjemmel
    fra: date | None
    til: date | None
    funktion: Callable[..., Vurdering]

    def afstand(self, dag: date) -> timedelta:
        """How far the day is from the dates of force; nothing when it is within them."""
        if self.fra is not None and dag < self.fra:
            return self.fra - dag
        return dag - self.til if self.til is not None and dag > self.til else timedelta()


REGLER: dict[str, Regel] = {}


def regel(
    navn: str, hjemmel: Hjemmel, *, fra: date | None = None, til: date | None = None
) -> Callable[[F], F]:
    """Register a function as the rule `navn` ("bek2408.par17"); the part after the dot is its `emne`."""

    def registrer(funktion: F) -> F:
        if navn in REGLER:
            raise ValueError(f"rule registered twice: {navn}")
        REGLER[navn] = Regel(navn, navn.partition(".")[2], hjemmel, fra, til, funktion)
        gaeldende.cache_clear()
        return funktion

    return registrer


@lru_cache(maxsize=4096)
def gaeldende(emne: str, dag: date | None = None) -> Regel:
    """The rule that answers the subject in a case of that day; the latest edition that covers the day goes first.

    No edition covers it: the nearest one, which itself says that a human must judge. dag=None: the question has
    no date, and the edition in force from 1 January 2022 answers. Raises KeyError for a subject without a rule.
    """
    dag = dag or UDATERET
    emnets = [r for r in REGLER.values() if r.emne == emne]
    if not emnets:
        raise KeyError(emne)
    return min(emnets, key=lambda r: (r.afstand(dag), dag - (r.fra or date.min)))
