"""Which edition governs: by the case's own dates, with old cases keeping theirs when a new edition comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from rehabteam.lov import udgaver
from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.fakta import Ressourceforloeb
from rehabteam.lov.regel import REGLER, gaeldende, regel
from rehabteam.lov.vurdering import Grundslag, Hjemmel, Udgave, Vurdering

KILDE = Hjemmel("BEK 9999/2026", "5", 1)
TRE_MAANEDER = Grundslag("tre_maaneder", KILDE, lambda: "Efter prøveudgaven er fristen tre måneder.")


@pytest.fixture
def ny_udgave() -> Iterator[None]:
    """All it takes: a function with its § and its dates of force."""

    @regel("bek9999.par17", KILDE, fra=date(2026, 2, 1))
    def tre_maaneder(fakta: Ressourceforloeb, pr: date) -> Vurdering:
        udgave = Udgave("BEK 9999/2026", "Kun til prøve.")
        return Vurdering("bek9999.par17", "IKKE_UDLOEBET", (TRE_MAANEDER(),), udgave)

    yield
    del REGLER["bek9999.par17"]


def spoerg(start: date) -> Vurdering | None:
    fundet = gaeldende("par17", start)
    return None if fundet is None else fundet.funktion(Ressourceforloeb(start), start)


def test_gamle_sager_beholder_deres_regler(ny_udgave: None) -> None:
    gammel, ny = spoerg(date(2026, 1, 31)), spoerg(date(2026, 2, 1))
    assert gammel and gammel.udgave.navn == "BEK 2408/2021"
    assert ny and ny.udgave.navn == "BEK 9999/2026"


def test_uden_den_nye_udgave_er_der_ingen_efter_lukningen() -> None:
    assert spoerg(date(2026, 2, 1)) is None
    assert spoerg(date(2021, 12, 31)) is None


def test_en_regel_kan_kun_registreres_en_gang() -> None:
    with pytest.raises(ValueError, match="registered twice"):
        regel("bek2408.par17", KILDE)(lambda: None)


@pytest.mark.parametrize(
    ("pr", "ord", "naevnt"),
    [
        (date(2022, 6, 8), "orlov", False),
        (date(2022, 6, 9), "orlov", True),
        (date(2023, 12, 31), "barnets lov", False),
        (date(2024, 1, 1), "barnets lov", True),
        (date(2026, 1, 31), "Lov 1750", False),
        (date(2026, 2, 1), "Lov 1750", True),
        (date(2025, 12, 31), "sundhedsreformen", False),
        (date(2026, 1, 1), "sundhedsreformen", True),
        (date(2026, 12, 31), "ny hovedlov", False),
        (date(2027, 1, 1), "ny hovedlov", True),
    ],
)
def test_senere_aendringer_naevnes_og_aendrer_intet(pr: date, ord: str, naevnt: bool) -> None:
    start = date(2022, 1, 3)
    v = seks_maaneder(Ressourceforloeb(start), pr)
    assert any(ord in f for f in v.udgave.forbehold) == naevnt
    assert v.advarsler == () and v.frist == date(2022, 7, 3)
    assert v.status == ("IKKE_UDLOEBET" if pr <= date(2022, 7, 3) else "SKAL_GENBEHANDLES")


def test_et_spoergsmaal_uden_dato_naevner_alt() -> None:
    navne = udgaver.udateret("par01").forbehold
    assert [f for f in navne if "kategori 3" in f] and [f for f in navne if "hovedlov" in f]
