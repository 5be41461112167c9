"""CPR numbers for the demo and the tests: numbers that can belong to nobody.

A number made here is a valid CPR number to read (a real date, the right century digit), and still nobody's:
the person would be born before 2007, not on 1 January, and the number fails modulus 11. Before 2007 every
number given out passed modulus 11; since then, failing ones have been given to births on 1 January only.

`testnummer` is the only maker, and `er_testnummer` is its list turned round: a number is on the list exactly
when the maker makes it. Nothing is random: the same birth date, sex and place give the same number each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import Literal

from stdnum.dk import cpr as stdnum_cpr
from stdnum.exceptions import ValidationError

Koen = Literal["K", "M"]

FOERSTE_FOEDSELSDAG = date(1930, 1, 2)
SIDSTE_FOEDSELSDAG = date(2006, 12, 31)
NUMRE_PR_DAG_OG_KOEN = 5

#: Replacement numbers (erstatnings-CPR): after the date comes 1 or 7 (regional) or 0, 5 or 6 (national), then
#: two letters, which keep them apart from every number a person can have.
ERSTATNINGSNUMRE: tuple[str, ...] = (
    "1203851AB3",
    "2407907KT4",
    "0506021XD6",
    "1911680HV5",
    "0304935PL2",
    "3008476RS1",
)


def _kandidater(foedt: date, koen: Koen) -> Iterator[str]:
    """All numbers of one birth date and sex that can belong to nobody, in a fixed order."""
    dag = f"{foedt:%d%m%y}"
    # A step that is prime to 10 000 reaches every serial number once and spreads the century digits.
    begynd = foedt.toordinal() * 7 % 10_000
    for i in range(10_000):
        nummer = f"{dag}{(begynd + i * 3011) % 10_000:04d}"
        if (int(nummer) % 2 == 1) != (koen == "M") or stdnum_cpr.checksum(nummer) == 0:
            continue
        if stdnum_cpr.get_birth_date(nummer) == foedt:
            yield nummer


@lru_cache(maxsize=4096)
def testnummer(foedt: date, koen: Koen, nr: int = 0) -> str:
    """The test number, ten digits without hyphen, of somebody born on `foedt`.

    foedt: 2 January 1930 to 31 December 2006, never 1 January. koen: "K" (even number) or "M" (odd number).
    nr: 0-4, for several people with the same birth date and sex.
    Raises ValueError for anything else.
    """
    if not FOERSTE_FOEDSELSDAG <= foedt <= SIDSTE_FOEDSELSDAG or (foedt.month, foedt.day) == (1, 1):
        raise ValueError(f"No test number for the birth date {foedt}")
    if koen not in ("K", "M") or not 0 <= nr < NUMRE_PR_DAG_OG_KOEN:
        raise ValueError(f"No test number for koen={koen!r}, nr={nr!r}")
    return next(islice(_kandidater(foedt, koen), nr, None))


# pytest collects module-level names that begin with "test"; these are not tests.
testnummer.__test__ = False  # type: ignore[attr-defined]


def er_testnummer(cpr: str) -> bool:
    """Is this number (with or without hyphen) one that `testnummer` makes?"""
    nummer = cpr.strip().replace("-", "")
    if not (len(nummer) == 10 and nummer.isascii() and nummer.isdigit()):
        return False
    try:
        foedt = stdnum_cpr.get_birth_date(nummer)
        koen: Koen = "M" if int(nummer) % 2 else "K"
        return any(nummer == testnummer(foedt, koen, nr) for nr in range(NUMRE_PR_DAG_OG_KOEN))
    except (ValidationError, ValueError):
        return False


@lru_cache(maxsize=1)
def testnumre() -> tuple[str, ...]:
    """300 test numbers for tests that only need some: women and men in turn, born 1940-2006."""
    dage = (date(1940, 1, 5) + timedelta(days=81 * i) for i in range(400))
    brugbare = (dag for dag in dage if dag <= SIDSTE_FOEDSELSDAG and (dag.month, dag.day) != (1, 1))
    return tuple(testnummer(dag, "K" if i % 2 == 0 else "M") for i, dag in enumerate(islice(brugbare, 300)))


testnumre.__test__ = False  # type: ignore[attr-defined]
