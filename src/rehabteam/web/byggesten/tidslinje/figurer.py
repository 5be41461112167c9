"""The shapes a drawing is made of. The template writes them as SVG, escaped as any other text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from rehabteam.web.byggesten.tidslinje.tekstbredde import bredde

STOERRELSE = 14.0
LILLE = 13.4


class Kasse(NamedTuple):
    """A rectangle by its corners."""

    x0: float
    y0: float
    x1: float
    y1: float

    def rammer(self, anden: Kasse, luft: float = 0.0) -> bool:
        """Whether the two have area in common (or are nearer than ``luft``)."""
        return (
            self.x0 < anden.x1 + luft
            and anden.x0 < self.x1 + luft
            and self.y0 < anden.y1 + luft
            and anden.y0 < self.y1 + luft
        )


@dataclass(frozen=True, slots=True)
class Tekst:
    """One line of text; ``y`` is its baseline, ``anker`` "start", "middle" or "end"."""

    x: float
    y: float
    tekst: str
    anker: str = "start"
    klasse: str = ""
    fed: bool = False
    lille: bool = False

    @property
    def stoerrelse(self) -> float:
        return LILLE if self.lille else STOERRELSE

    @property
    def kasse(self) -> Kasse:
        b = bredde(self.tekst, self.stoerrelse, self.fed)
        x0 = self.x - {"start": 0.0, "middle": b / 2, "end": b}[self.anker]
        return Kasse(x0, self.y - self.stoerrelse * 0.8, x0 + b, self.y + self.stoerrelse * 0.25)

    @property
    def klasser(self) -> str:
        return " ".join(
            filter(
                None, ("tl-tekst", "tl-fed" if self.fed else "", "tl-svag" if self.lille else "", self.klasse)
            )
        )


@dataclass(frozen=True, slots=True)
class Rekt:
    x: float
    y: float
    b: float
    h: float
    klasse: str
    skraveret: bool = False

    @property
    def kasse(self) -> Kasse:
        return Kasse(self.x, self.y, self.x + self.b, self.y + self.h)


@dataclass(frozen=True, slots=True)
class Linje:
    x1: float
    y1: float
    x2: float
    y2: float
    klasse: str

    @property
    def kasse(self) -> Kasse:
        return Kasse(
            min(self.x1, self.x2), min(self.y1, self.y2), max(self.x1, self.x2), max(self.y1, self.y2)
        )


@dataclass(frozen=True, slots=True)
class Maerke:
    """The start of an effort: "kryds" (does not count), "flueben" (counts), "ring" (not begun), "spoerg"."""

    x: float
    y: float
    slags: str
    uden_for: bool = False  # its true place is left of the picture

    @property
    def kasse(self) -> Kasse:
        return Kasse(self.x - (16 if self.uden_for else 9), self.y - 9, self.x + 9, self.y + 9)


@dataclass(slots=True)
class Tegning:
    """One finished drawing; the lists are drawn in this order, so text lies on top."""

    navn: str
    bredde: float
    hoejde: float = 0.0
    gitter: list[Linje] = field(default_factory=list)
    rekter: list[Rekt] = field(default_factory=list)
    linjer: list[Linje] = field(default_factory=list)
    bunde: list[Rekt] = field(default_factory=list)
    maerker: list[Maerke] = field(default_factory=list)
    tekster: list[Tekst] = field(default_factory=list)

    def kasser(self) -> list[Kasse]:
        """Where everything is: what the tests measure."""
        alle = (*self.gitter, *self.rekter, *self.linjer, *self.bunde, *self.maerker, *self.tekster)
        return [figur.kasse for figur in alle]
