"""The measurements' common form: what was measured, ours, the floor of the same run, the ratio, and its goal."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

SAMLET = "REHABTEAM_BENCH_SAMLET"
"""Environment variable: the file where each topic leaves its measurements for the table at the end."""
HOVED = ("Hvad", "Vores", "Bund i samme kørsel", "Forhold", "Mål", "")


@dataclass(frozen=True, slots=True)
class Maaling:
    """One line of the table. maal=None: a figure to show; mindst: the goal is at least, else at most."""

    hvad: str
    vores: str
    bund: str
    forhold: float
    maal: float | None = None
    mindst: bool = True

    @property
    def celler(self) -> tuple[str, ...]:
        if self.maal is None:
            return self.hvad, self.vores, self.bund, komma(self.forhold), "–", ""
        naaet = self.forhold >= self.maal if self.mindst else self.forhold <= self.maal
        maal = f"{'≥' if self.mindst else '≤'} {komma(self.maal)}"
        return self.hvad, self.vores, self.bund, komma(self.forhold), maal, "nået" if naaet else "ikke nået"


def meld(*maalinger: Maaling) -> None:
    """Print the measurements, and leave them for the table at the end."""
    print(tabel(maalinger), flush=True)
    if SAMLET in os.environ:
        with open(os.environ[SAMLET], "a", encoding="utf-8") as fil:
            fil.writelines(json.dumps(asdict(m)) + "\n" for m in maalinger)


def meldte(fil: Path) -> list[Maaling]:
    """What the topics have left."""
    return [Maaling(**json.loads(linje)) for linje in fil.read_text("utf-8").splitlines()]


def tabel(maalinger: Iterable[Maaling]) -> str:
    """A table in Markdown, with columns that also line up as text."""
    raekker = [HOVED, *(m.celler for m in maalinger)]
    bredder = [max(len(r[k]) for r in raekker) for k in range(len(HOVED))]
    linjer = ["| " + " | ".join(c.ljust(b) for c, b in zip(r, bredder, strict=True)) + " |" for r in raekker]
    linjer.insert(1, "|" + "|".join("-" * (b + 2) for b in bredder) + "|")
    return "\n".join(linjer)


def komma(x: float) -> str:
    """1.5 → 1,5; 1.27 → 1,27; 38.2 → 38"""
    return f"{x:.0f}" if x >= 10 else f"{x:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def pr_sekund(antal: float, hvad: str) -> str:
    """91.000 sager/s, with three figures that count"""
    return f"{float(f'{antal:.3g}'):,.0f}".replace(",", ".") + f" {hvad}/s"
