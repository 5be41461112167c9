"""Reading a CPR number as a person types it.

Modulus 11 is never asked about: numbers without it have been given out since 2007. Replacement numbers
(erstatnings-CPR) are accepted; they do not say the century, so the date of birth must be asked for.
"""

import re
from dataclasses import dataclass
from datetime import date

from stdnum.dk import cpr as stdnum_cpr
from stdnum.exceptions import ValidationError

# DDMMYY + C + two letters + a digit (C = 1 or 7), or ten digits with 0, 5 or 6 and letters in place of the rest.
ERSTATNING = re.compile(r"[0-9]{6}[015-7][A-Z]{2}[0-9]", re.ASCII)
ALMINDELIG = re.compile(r"[0-9]{10}", re.ASCII)


class CprFejl(ValueError):
    """The text is no CPR number. `kode`: "tegn" (not ten places), "dato" (no such day)."""

    def __init__(self, kode: str) -> None:
        super().__init__(kode)
        self.kode = kode


@dataclass(frozen=True, slots=True)
class Cpr:
    nummer: str
    foedselsdato: date | None
    erstatning: bool


def laes_cpr(tekst: str) -> Cpr:
    """`DDMMÅÅ-LLLL` or `DDMMÅÅLLLL`, with spaces; letters of a replacement number in either case."""
    nummer = re.sub(r"[\s-]", "", tekst).upper()
    if ERSTATNING.fullmatch(nummer):
        _dag(nummer)
        return Cpr(nummer, None, erstatning=True)
    if not ALMINDELIG.fullmatch(nummer):
        raise CprFejl("tegn")
    try:
        stdnum_cpr.validate(nummer)
    except ValidationError:
        raise CprFejl("dato") from None
    return Cpr(nummer, stdnum_cpr.get_birth_date(nummer), erstatning=False)


def _dag(nummer: str) -> None:
    """Day and month must exist; 29 February is let through, since the century is unknown."""
    try:
        date(2000, int(nummer[2:4]), int(nummer[0:2]))
    except ValueError:
        raise CprFejl("dato") from None


def maskeret(nummer: str) -> str:
    """`DDMMÅÅ-••••`: what a page shows until somebody asks for the whole number."""
    return f"{nummer[:6]}-••••"


def skrevet(nummer: str) -> str:
    return f"{nummer[:6]}-{nummer[6:]}"
