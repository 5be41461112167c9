"""Which edition of the rules governs a case, by its dates, and what is not verified about it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rehabteam.lov import ord as danske_ord
from rehabteam.lov.bek2408_2021 import par21
from rehabteam.lov.husk import husk
from rehabteam.lov.vurdering import Udgave

BEK2408 = "BEK 2408/2021"
NYE_FORLOEB_TIL = date(2026, 1, 31)
"""Last day on which a new ressourceforløb could begin."""
SUNDHEDSREFORM = date(2026, 1, 1)
"""A change without a verified date is named from here on."""


@dataclass(frozen=True, slots=True)
class Senere:
    """A later change of the law: from when (None = not verified), which rules it touches, and what to know."""

    fra: date | None
    emner: frozenset[str]
    tekst: str


def _emner(navne: str) -> frozenset[str]:
    return frozenset(navne.split())


_ALLE = _emner("par01 par03 par04 par05 indstilling par12 par13 par14 par15 par17 par19 par20")
_PROCEDUREN = _emner("frist dokumenter kategori")
SENERE = (
    Senere(
        date(2022, 6, 9), _emner("par17"),
        "Reglerne om fritagelse ved orlov blev ændret i sommeren 2022. Kontrollér, at paragraffen på en "
        "periode, der holdes ude, er den, der gjaldt dengang.",
    ),
    Senere(
        date(2024, 1, 1), _emner("par17"),
        "Fra 1. januar 2024 står en del børne- og ungeindsatser i barnets lov. Om de tæller med på linje "
        "med serviceloven, er ikke afklaret i kilderne.",
    ),
    Senere(
        date(2024, 1, 1), _emner("par17"),
        "Reglerne om kontaktforløbet blev ændret fra 1. januar 2024. Henvisningen til LAB § 33, stk. 5, "
        "er ikke efterprøvet for tiden efter.",
    ),
    Senere(
        date(2024, 1, 1), _emner("frist"),
        "Store bededag er helligdag til og med 2023 og almindelig hverdag fra 2024.",
    ),
    Senere(
        date(2024, 3, 1), _ALLE,
        "Lov om en aktiv beskæftigelsesindsats citeres fra 1. marts 2024 efter LBK 280/2024.",
    ),
    Senere(
        date(2024, 12, 30), _emner("par01 par03 par04 par05 indstilling par20"),
        "Lov 1657 af 30. december 2024 afskaffer kategori 3 og gør forelæggelsen i jobafklaringsforløb "
        "til et skøn. Hvornår den får virkning, er ikke efterprøvet; her svares efter bekendtgørelsens "
        "ordlyd.",
    ),
    Senere(
        date(2026, 2, 1), _ALLE | _PROCEDUREN,
        "Lov 1750 af 29. december 2025 lukker for nye ressourceforløb fra 1. februar 2026 og erstatter "
        "kravet om rehabiliteringsteam. Hvad der gælder for forløb, der allerede er i gang, er ikke "
        "afklaret i kilderne.",
    ),
    Senere(
        None, _emner("par17"),
        "Med sundhedsreformen flytter opgaver fra kommune til region. Hvornår det ændrer, hvad der er en "
        "kommunal sundhedsindsats, er ikke efterprøvet.",
    ),
    Senere(
        date(2027, 1, 1), _ALLE | _PROCEDUREN,
        "En ny hovedlov om beskæftigelse ventes fra 1. januar 2027. Henvisningerne her er til de gamle "
        "regler.",
    ),
)  # fmt: skip


@lru_cache(maxsize=4096)
def forbehold(emne: str, dag: date | None) -> tuple[str, ...]:
    """What to know about later law on the day asked about; all of it when the question has no date."""
    return tuple(
        s.tekst for s in SENERE if emne in s.emner and (dag is None or (s.fra or SUNDHEDSREFORM) <= dag)
    )


_TRIN = sorted({s.fra or SUNDHEDSREFORM for s in SENERE if "par17" in s.emner})


@lru_cache(maxsize=512)
def udateret(emne: str) -> Udgave:
    """The edition of a question that has no date of its own."""
    return Udgave(
        BEK2408,
        "Spørgsmålet har ingen dato, så det besvares efter bekendtgørelsen fra 2022.",
        forbehold(emne, None),
    )


def for_ressourceforloeb(start: date, pr: date) -> tuple[Udgave, bool]:
    """The edition for a ressourceforløb begun on `start`, asked about on `pr`, and whether it is certain (T20)."""
    return _for_ressourceforloeb((start, bisect_right(_TRIN, pr)))


@husk
def _for_ressourceforloeb(start_og_trin: tuple[date, int]) -> tuple[Udgave, bool]:
    """The day it began, and how many of the later changes had come by the day asked about."""
    start, trin = start_og_trin
    begyndte = f"Forløbet begyndte {danske_ord.dato(start)}"
    if not par21.stk1_i_kraft(start):
        hvorfor = (
            f"{begyndte}, før bekendtgørelsen trådte i kraft 1. januar 2022. Om reglen om seks måneder "
            "gælder, står i lovens ikrafttræden, som ikke er efterprøvet."
        )
    elif start > NYE_FORLOEB_TIL:
        hvorfor = (
            f"{begyndte}, efter at der blev lukket for nye ressourceforløb 1. februar 2026. Hvilke regler "
            "der gælder, er ikke afklaret i kilderne."
        )
    else:
        hvorfor = f"{begyndte}, mens bekendtgørelsen gjaldt (fra 1. januar 2022)."
    return Udgave(
        BEK2408, hvorfor, forbehold("par17", _TRIN[trin - 1] if trin else date.min)
    ), par21.stk1_i_kraft(start) and start <= NYE_FORLOEB_TIL


@lru_cache(maxsize=4096)
def for_proceduren(emne: str, moede: date | None) -> Udgave:
    """The procedure as we have it; it names neither region nor date."""
    return Udgave(
        "Proceduren",
        "Regionens procedure for genforelæggelse, som den foreligger. Den har ingen dato.",
        (
            "Samarbejdsaftalens afsnit, som proceduren henviser til, er ikke efterprøvet.",
            *forbehold(emne, moede),
        ),
    )


@lru_cache(maxsize=4096)
def for_jobafklaringsforloeb(start: date) -> Udgave:
    """The edition for the transition of § 20, by the day the jobafklaringsforløb began."""
    begyndte = f"Forløbet begyndte {danske_ord.dato(start)}"
    if start < date(2021, 7, 1):
        hvorfor = f"{begyndte}, før overgangsreglen. Tidligere midlertidige regler kan have flyttet fristen."
    elif not par21.stk1_i_kraft(start):
        hvorfor = (
            f"{begyndte}. Før 1. januar 2022 stod overgangsreglen i bekendtgørelse 1250 af 11. juni 2021."
        )
    else:
        hvorfor = f"{begyndte}, mens bekendtgørelsen gjaldt (fra 1. januar 2022)."
    return Udgave(BEK2408, hvorfor, forbehold("par20", None))
