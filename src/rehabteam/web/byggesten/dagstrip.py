"""The day strip: the days from the last day to send until the meeting, as one row of small boxes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rehabteam.web.byggesten import datoer


class Kalenderdag(Protocol):
    """What the rule gives for each day: its number back from the meeting (5-1) if it counts."""

    @property
    def dato(self) -> date: ...
    @property
    def nr(self) -> int | None: ...
    @property
    def hverdag(self) -> bool: ...
    @property
    def navn(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Boks:
    """One day. ``tilstand`` is "moede", "sidste", "fri" or "hverdag"; ``tekst`` is for screen readers."""

    ugedag: str
    dag: str  # "3.": which month it is stands over the strip, and in ``tekst``
    bund: str
    tilstand: str
    i_dag: bool
    tekst: str


@dataclass(frozen=True, slots=True)
class Dagstrip:
    bokse: tuple[Boks, ...]
    note: str  # which days are hatched, and why; empty when all count


def dagstrip(
    dage: Iterable[Kalenderdag], sidste_dag: date, moede: date, i_dag: date | None = None
) -> Dagstrip:
    """Makes the strip from the rule's days, in the order of the calendar."""
    ordnet = sorted(dage, key=lambda d: d.dato)
    bokse = tuple(_boks(d, sidste_dag, moede, i_dag) for d in ordnet)
    return Dagstrip(bokse, _note(d for d in ordnet if not d.hverdag and d.dato != moede))


def _boks(dag: Kalenderdag, sidste_dag: date, moede: date, i_dag: date | None) -> Boks:
    if dag.dato == moede:
        tilstand, bund, forklaring = "moede", "Møde", "mødedag"
    elif dag.dato == sidste_dag:
        tilstand, bund, forklaring = "sidste", str(dag.nr or ""), "sidste dag at sende"
    elif not dag.hverdag:
        tilstand, bund, forklaring = "fri", "–", f"tæller ikke ({dag.navn or 'ikke hverdag'})"
    else:
        tilstand, bund, forklaring = "hverdag", str(dag.nr or ""), ""
    if dag.nr and tilstand != "moede":
        forklaring = ", ".join(filter(None, (forklaring, f"hverdag nummer {dag.nr} før mødet")))
    er_i_dag = dag.dato == i_dag
    dele = [datoer.saetning(dag.dato), "i dag" if er_i_dag else "", forklaring]
    return Boks(
        datoer.to_bogstaver(dag.dato),
        f"{dag.dato.day}.",
        bund,
        tilstand,
        er_i_dag,
        ": ".join((dele[0], ", ".join(filter(None, dele[1:])))).rstrip(": "),
    )


def _note(fridage: Iterable[Kalenderdag]) -> str:
    navne: list[str] = []
    weekend = False
    for dag in fridage:
        # A holiday on a Saturday is hatched as weekend anyway; its name would only confuse.
        if dag.dato.weekday() >= 5:
            weekend = True
        elif dag.navn and dag.navn not in navne:
            navne.append(dag.navn)
    if weekend:
        navne.append("weekend")
    if not navne:
        return ""
    return f"Skraveret tæller ikke: {' og '.join(filter(None, (', '.join(navne[:-1]), navne[-1])))}."
