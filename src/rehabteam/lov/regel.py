"""Registers a rule: its name, its §, its edition and dates of force. Nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from rehabteam.lov.vurdering import Hjemmel

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule of one edition. `emne` is the question it answers, the same in every edition."""

    navn: str
    emne: str
    hjemmel: Hjemmel
    fra: date | None
    til: date | None
    funktion: Callable[..., Any]

    def daekker(self, dag: date) -> bool:
        """Is the day within the dates of force?"""
        return (self.fra is None or self.fra <= dag) and (self.til is None or dag <= self.til)


REGLER: dict[str, Regel] = {}


def regel(
    navn: str, hjemmel: Hjemmel, *, fra: date | None = None, til: date | None = None
) -> Callable[[F], F]:
    """Register a function as the rule `navn` ("bek2408.par17"); the part after the dot is its `emne`."""

    def registrer(funktion: F) -> F:
        if navn in REGLER:
            raise ValueError(f"rule registered twice: {navn}")
        REGLER[navn] = Regel(navn, navn.partition(".")[2], hjemmel, fra, til, funktion)
        return funktion

    return registrer


def gaeldende(emne: str, dag: date) -> Regel | None:
    """The rule that governs the subject on that day; the latest edition first; None if no edition covers it."""
    daekkende = [r for r in REGLER.values() if r.emne == emne and r.daekker(dag)]
    return max(daekkende, key=lambda r: r.fra or date.min, default=None)
