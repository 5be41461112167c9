"""How far a long run has come, on one line of the terminal that is rubbed out again.

The line goes to standard error, and only when that is a terminal; answers may go to a file at the same time.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from typing import TextIO

HVER = 0.1
"""Seconds between two drawings."""
HJUL = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
HJUL_ASCII = "|/-\\"
MINDSTE_BJAELKE, STOERSTE_BJAELKE = 8, 40


class Fremskridt:
    """A bar with percent, speed and time left where the size in bytes is known, else a wheel that turns.

    Used as a context: the line is gone again afterwards, however it ends.
    """

    def __init__(self, stoerrelse: int | None, fil: TextIO | None = None) -> None:
        self.fil = fil or sys.stderr
        self.stoerrelse = stoerrelse
        self.synlig = self.fil.isatty()
        self.linjer = self.laest = self.tegnet = self.gang = 0
        self.begyndt = self.sidst = time.monotonic()
        unicode = self.fil.encoding.lower().replace("-", "") == "utf8"
        self.hjul, self.fyld = (HJUL, "█░") if unicode else (HJUL_ASCII, "#-")

    def __enter__(self) -> Fremskridt:
        if self.synlig:
            self._tegn(self.begyndt)
        return self

    def __exit__(self, *_: object) -> None:
        self.visk_ud()

    def kommet(self, linjer: int, laest: int) -> None:
        """So many more lines and bytes are done."""
        self.linjer += linjer
        self.laest += laest
        nu = time.monotonic()
        # The first lines are shown at once, however quick the run is.
        foerste = self.gang == 1 or not self.tegnet
        if self.synlig and (foerste or nu - self.sidst >= HVER):
            self._tegn(nu)

    def visk_ud(self) -> None:
        """Give the line back, before something else is written on the terminal."""
        if self.tegnet:
            self._skriv("\r" + " " * self.tegnet + "\r")
            self.tegnet = 0

    def _tegn(self, nu: float) -> None:
        self.sidst, self.gang = nu, self.gang + 1
        # One column is left free: a full line would make some terminals begin a new one.
        linje = self.tekst(_kolonner(self.fil) - 1, nu - self.begyndt)
        self._skriv("\r" + linje.ljust(self.tegnet))
        self.tegnet = max(len(linje), 1)

    def _skriv(self, tekst: str) -> None:
        try:
            self.fil.write(tekst)
            self.fil.flush()
        except OSError:
            # The terminal is gone; the answers are what matters.
            self.synlig = False

    def tekst(self, plads: int, sekunder: float) -> str:
        """The line, at most so many characters: what matters least is left out first."""
        fart = f"{tal(self.linjer / sekunder)} linjer/s" if sekunder and self.linjer else ""
        antal = f"{tal(self.linjer)} linjer"
        if not self.stoerrelse:
            return _hvad_der_er_plads_til((self.hjul[self.gang % len(self.hjul)], antal, fart), plads)
        andel = min(1.0, self.laest / self.stoerrelse)
        tilbage = f"{varighed(sekunder * (1 - andel) / andel)} tilbage" if andel and sekunder else ""
        procent = f"{int(100 * andel):>3} %"
        resten = _hvad_der_er_plads_til((procent, tilbage, fart, antal), plads - MINDSTE_BJAELKE - 1)
        bredde = min(STOERSTE_BJAELKE, plads - len(resten) - 1)
        if bredde < MINDSTE_BJAELKE:
            return resten[: max(0, plads)]
        fulde = int(bredde * andel)
        bjaelke = self.fyld[0] * fulde + self.fyld[1] * (bredde - fulde)
        return f"{procent} {bjaelke}{resten.removeprefix(procent)}"


def _hvad_der_er_plads_til(dele: Sequence[str], plads: int) -> str:
    """As many of the parts as there is room for, the first ones first."""
    linje = ""
    for del_ in filter(None, dele):
        laengere = f"{linje}  {del_}" if linje else del_
        if linje and len(laengere) > plads:
            break
        linje = laengere
    return linje


def tal(antal: float) -> str:
    """1234567 → 1.234.567"""
    return f"{antal:,.0f}".replace(",", ".")


def varighed(sekunder: float) -> str:
    """0:07, 12:34, 1:02:03"""
    minutter, rest = divmod(round(sekunder), 60)
    timer, minutter = divmod(minutter, 60)
    return f"{timer}:{minutter:02}:{rest:02}" if timer else f"{minutter}:{rest:02}"


def _kolonner(fil: TextIO) -> int:
    try:
        return os.get_terminal_size(fil.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
