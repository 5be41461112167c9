"""What the planner is asked and what it answers. No database, no clock: days and cases as plain facts."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Dag:
    """A meeting day. `pladser`: free places by category; None or not named = no number is agreed, and no ceiling.

    `lukket`: why no case can come on it, "" if it is open. Two days may have the same date (two meetings).
    """

    id: Hashable
    dato: date
    pladser: Mapping[str, int | None] = field(default_factory=dict)
    lukket: str = ""

    def plads_til(self, kategori: str) -> int | None:
        return 0 if self.lukket else self.pladser.get(kategori)


@dataclass(frozen=True, slots=True)
class Ventende:
    """A case that wants a day. `tidligst`: the earliest possible; `senest`: the parties' own goal, None = there is none.

    `nu`: the id of the day it is booked on, where the planner may move it; its place is then counted as free.
    """

    id: Hashable
    kategori: str
    tidligst: date
    senest: date | None = None
    genforelaeggelse: bool = False
    nu: Hashable | None = None


# (cases after their own latest day, days waited by re-submissions, days waited by others, moved bookings)
Maal = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Opgave:
    """Days in any order, cases in any order. A case without a day counts as if held the day after the last one; and, if
    it has a goal, as after it."""

    dage: tuple[Dag, ...]
    sager: tuple[Ventende, ...]

    @property
    def udenfor(self) -> date:
        """The day a case without a day is counted at."""
        return max((d.dato for d in self.dage), default=date.min) + timedelta(days=1)

    def pris(self, sag: Ventende, dag: Dag | None) -> Maal:
        """What it costs to give the case this day, level by level; None = no day."""
        naar = dag.dato if dag else self.udenfor
        dage = (naar - sag.tidligst).days
        for_sent = sag.senest is not None and (dag is None or naar > sag.senest)
        flyttet = sag.nu is not None and (dag is None or dag.id != sag.nu)
        return (
            int(for_sent),
            dage if sag.genforelaeggelse else 0,
            0 if sag.genforelaeggelse else dage,
            int(flyttet),
        )


class Hvorfor(StrEnum):
    """Why a case does not come on a day."""

    FOER_TIDLIGST = "foer_tidligst"  # it cannot be ready
    LUKKET = "lukket"  # the day is cancelled, or somebody who must be there is away
    GIVET_BORT = "givet_bort"  # every place is booked already
    FLERE_FOR_SENT = (
        "flere_for_sent"  # changing with any of those who have the day: more cases after their goal
    )
    GENFORELAEGGELSER_VENTER = "genforelaeggelser_venter"  # … re-submissions wait longer
    ANDRE_VENTER = "andre_venter"  # … the others wait longer
    FLERE_FLYTTES = "flere_flyttes"  # … more bookings are moved
    LIGE_GODT = "lige_godt"  # … is just as good


@dataclass(frozen=True, slots=True)
class Afslag:
    """An earlier day the case does not get, and why. `med`: the case it would change places with at the least cost,
    `forskel`: that cost."""

    dag: Dag
    hvorfor: Hvorfor
    med: Hashable | None = None
    forskel: Maal | None = None


@dataclass(frozen=True, slots=True)
class Placering:
    """Where one case goes. `dag` None: there is no place for it on any of the days."""

    sag: Ventende
    dag: Dag | None
    for_sent: bool
    ventedage: int
    flyttet: bool


@dataclass(frozen=True)
class Forslag:
    """A best plan: no other has a smaller `maal`, compared from the left. In the order the cases were given."""

    opgave: Opgave
    placeringer: tuple[Placering, ...]

    @cached_property
    def maal(self) -> Maal:
        priser = [self.opgave.pris(p.sag, p.dag) for p in self.placeringer]
        return tuple(map(sum, zip(*priser, strict=True))) if priser else (0, 0, 0, 0)  # type: ignore[return-value]


def placering(opgave: Opgave, sag: Ventende, dag: Dag | None) -> Placering:
    for_sent, gen, andre, flyttet = opgave.pris(sag, dag)
    return Placering(sag, dag, bool(for_sent), gen + andre, bool(flyttet))
