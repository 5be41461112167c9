"""The count of the six months as rows of a table: the same numbers the timeline shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rehabteam.lov.ord import hjemmel
from rehabteam.lov.vurdering import Hjemmel, bek
from rehabteam.web.byggesten.datoer import spaend

HOLDT_UDE = bek(17, 3)


class Segment(Protocol):
    """The rule's segment: consecutive days that all count or are all held out."""

    @property
    def fra(self) -> date: ...
    @property
    def til(self) -> date | None: ...
    @property
    def dage(self) -> int: ...
    @property
    def talt(self) -> bool: ...
    @property
    def i_alt(self) -> int: ...
    @property
    def hjemler(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Raekke:
    periode: str
    dage: str
    i_alt: str
    hvorfor: str
    hjemler: tuple[Hjemmel, ...]
    sidste: bool


def raekker(segmenter: Sequence[Segment], n: int, frist: date | None) -> list[Raekke]:
    """``n`` is the number of days that make six months; the row that ends on ``frist`` says "182 af 182"."""
    svar = []
    for nr, s in enumerate(segmenter):
        sidste = frist is not None and s.til == frist
        if not s.talt:
            hvorfor = f"Holdt ude: {' og '.join(map(hjemmel, s.hjemler))}" if s.hjemler else "Holdt ude"
            hvorfor += "" if s.til else ". Perioden har ingen slutdato, så tiden står stille"
        elif sidste:
            hvorfor = "Fristen er den sidste talte dag"
        else:
            hvorfor = "Dagen efter start er dag 1" if nr == 0 else "Tælles"
        svar.append(
            Raekke(
                spaend(s.fra, s.til),
                str(s.dage) if s.til else f"{s.dage} til nu",
                f"{s.i_alt} af {n}" if sidste else str(s.i_alt),
                hvorfor,
                () if s.talt else (HOLDT_UDE,),
                sidste,
            )
        )
    return svar
