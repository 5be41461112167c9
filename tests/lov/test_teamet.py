"""Who the law wants at the meeting: the young without a vocational qualification, and nobody guesses."""

from datetime import date

import pytest

from rehabteam.lov.teamet import Uddannelse, uddannelsesplads

FOEDT = date(1996, 6, 11)


@pytest.mark.parametrize(
    ("moededag", "har", "ventet", "alder"),
    [
        (date(2026, 6, 10), None, Uddannelse.SPOERG, 29),
        (date(2026, 6, 10), False, Uddannelse.SKAL_MED, 29),
        (date(2026, 6, 10), True, Uddannelse.EFTER_BEHOV, 29),
        (date(2026, 6, 11), None, Uddannelse.EFTER_BEHOV, 30),
        (date(2026, 6, 11), False, Uddannelse.EFTER_BEHOV, 30),
        # Only the day of the year decides, whatever the day of the month.
        (date(2026, 5, 20), False, Uddannelse.SKAL_MED, 29),
        (date(2026, 7, 1), False, Uddannelse.EFTER_BEHOV, 30),
        (date(2026, 5, 1), None, Uddannelse.SPOERG, 29),
        (date(2026, 7, 20), None, Uddannelse.EFTER_BEHOV, 30),
        # A qualification counts at any age, and the age is said all the same.
        (date(2027, 6, 11), True, Uddannelse.EFTER_BEHOV, 31),
        (date(2016, 6, 11), None, Uddannelse.SPOERG, 20),
    ],
)
def test_uddannelse_ved_bordet(moededag: date, har: bool | None, ventet: Uddannelse, alder: int) -> None:
    svar = uddannelsesplads(FOEDT, moededag, har)
    assert (svar.svar, svar.alder) == (ventet, alder)


def test_foedt_paa_en_skuddag_fylder_den_foerste_marts() -> None:
    assert uddannelsesplads(date(1996, 2, 29), date(2026, 2, 28), False).alder == 29
    assert uddannelsesplads(date(1996, 2, 29), date(2026, 3, 1), False).alder == 30


def test_svaret_siger_hvor_det_staar() -> None:
    svar = uddannelsesplads(FOEDT, date(2026, 6, 10), None)
    assert str(svar.hjemmel) == "Lov om organisering"
    assert [str(u) for u in Uddannelse] == ["SKAL_MED", "SPOERG", "EFTER_BEHOV"]
