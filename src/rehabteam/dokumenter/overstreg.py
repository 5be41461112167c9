"""Redaction by shape: every page is drawn anew as a picture with the marked areas painted over in the pixels.

Nothing of the old file is carried into the new one: no object, text, font, picture, annotation, attachment or name.
What can be searched in the new file is read from the new pictures (OCR), never taken from the old text.
"""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

BARN = Path(__file__).with_name("overstreg_barn.py")
SEKUNDER = 300  # by the wall clock
HOEJST_FELTER = 4000
LUFT = 0.15  # of a word's height, beyond its box on every side
PDF = "application/pdf"


class OverstregFejl(Exception):
    """The document cannot be drawn anew. `str()` is Danish, for the user."""


@dataclass(frozen=True, slots=True, order=True)
class Felt:
    """One area on one page (from 1): fractions of the page as the reader sees it, from its top left corner."""

    side: int
    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        if self.side < 1 or not (0 <= self.x0 < self.x1 <= 1 and 0 <= self.y0 < self.y1 <= 1):
            raise ValueError("feltet ligger ikke på siden")


class Ord(Protocol):
    """A word with its box, in points from the page's top left."""

    @property
    def x0(self) -> float: ...
    @property
    def y0(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def y1(self) -> float: ...
    @property
    def tekst(self) -> str: ...


class Side(Protocol):
    """A page as it was read: its size in points, and its words in reading order."""

    @property
    def nr(self) -> int: ...
    @property
    def bredde(self) -> float: ...
    @property
    def hoejde(self) -> float: ...
    @property
    def ord(self) -> Sequence[Ord]: ...


def overstreg(data: bytes, mime: str, felter: Sequence[Felt], *, kun_side: int | None = None) -> bytes:
    """A new PDF of pictures, 200 dots to the inch. `kun_side`: that page alone, as a look before it is made.

    Done by a process of its own with limits: the document may be hostile. Raises OverstregFejl.
    """
    if len(felter) > HOEJST_FELTER:
        raise OverstregFejl("Der er markeret for mange felter i dokumentet.")
    paa_sider: dict[int, list[tuple[float, float, float, float]]] = {}
    for f in felter:
        paa_sider.setdefault(f.side, []).append((f.x0, f.y0, f.x1, f.y1))
    bestilling = {"mime": mime, "felter": paa_sider, "sider": [kun_side] if kun_side else None}
    try:
        barn = subprocess.run(
            [sys.executable, "-I", "-B", str(BARN)],
            input=json.dumps(bestilling).encode() + b"\n" + data,
            capture_output=True,
            timeout=SEKUNDER,
            env={"LC_ALL": "C.UTF-8"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise OverstregFejl("Dokumentet er for tungt at tegne om. Del det i mindre dele.") from None
    if barn.returncode or not barn.stdout.startswith(b"%PDF-"):
        raise OverstregFejl("Dokumentets sider kan ikke tegnes om. Åbn det, og se, om det er helt.")
    return barn.stdout


def find(sider: Sequence[Side], udtryk: str) -> list[Felt]:
    """Every place the words stand, whole words painted: also in two parts, in other case, and inside a longer word.

    Spaces and signs do not count, so that »010190 1234« finds »010190-1234«. A page without words gives none.
    """
    soegt = _noegen(udtryk)
    if not soegt:
        return []
    fundne: set[Felt] = set()
    for side in sider:
        stykker = [_noegen(o.tekst) for o in side.ord]
        ejer = [nr for nr, stykke in enumerate(stykker) for _ in stykke]
        tekst = "".join(stykker)
        sted = tekst.find(soegt)
        while sted >= 0:
            ramte = sorted(set(ejer[sted : sted + len(soegt)]))
            if _rimeligt(stykker, ramte, soegt):
                fundne |= {_felt(side, side.ord[nr]) for nr in ramte}
            sted = tekst.find(soegt, sted + 1)
    return sorted(fundne)


def _noegen(tekst: str) -> str:
    """Letters and digits alone, in one case; accents and ligatures as the plain letters they stand for."""
    return "".join(t for t in unicodedata.normalize("NFKC", tekst).casefold() if t.isalnum())


def _rimeligt(stykker: Sequence[str], ramte: Sequence[int], soegt: str) -> bool:
    """Two or three letters are too little to be found across words, or inside one: "an" is not half of every word."""
    return len(soegt) > 3 or (len(ramte) == 1 and stykker[ramte[0]] == soegt)


def _felt(side: Side, ord_: Ord) -> Felt:
    luft = LUFT * (ord_.y1 - ord_.y0)
    return Felt(
        side.nr,
        max(0.0, (ord_.x0 - luft) / side.bredde),
        max(0.0, (ord_.y0 - luft) / side.hoejde),
        min(1.0, (ord_.x1 + luft) / side.bredde),
        min(1.0, (ord_.y1 + luft) / side.hoejde),
    )
