"""Who the law wants in the team at a meeting (lov om organisering og understøttelse af beskæftigelsesindsatsen).

The areas of beskæftigelse, sundhed, social and the region are always there. Uddannelse is there for the young without
a vocational qualification, and otherwise where it matters. Whether somebody has such a qualification is asked of a
human and never read from papers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rehabteam.lov.vurdering import Hjemmel

ORGANISERING = Hjemmel("Lov om organisering")
UNG = 30  # years; she is young until the day she becomes this old


class Uddannelse(StrEnum):
    """Must uddannelse be at the table?"""

    SKAL_MED = "SKAL_MED"
    SPOERG = "SPOERG"
    EFTER_BEHOV = "EFTER_BEHOV"


@dataclass(frozen=True, slots=True)
class Uddannelsesplads:
    """The answer, and the age in whole years on the day of the meeting that it rests on."""

    svar: Uddannelse
    alder: int
    hjemmel: Hjemmel = ORGANISERING


def uddannelsesplads(foedt: date, moededag: date, erhvervskompetencegivende: bool | None) -> Uddannelsesplads:
    """`erhvervskompetencegivende`: has she a vocational qualification? None = nobody has said."""
    fyldt = (moededag.month, moededag.day) >= (foedt.month, foedt.day)
    alder = moededag.year - foedt.year - (0 if fyldt else 1)
    if alder >= UNG or erhvervskompetencegivende:
        return Uddannelsesplads(Uddannelse.EFTER_BEHOV, alder)
    svar = Uddannelse.SPOERG if erhvervskompetencegivende is None else Uddannelse.SKAL_MED
    return Uddannelsesplads(svar, alder)
