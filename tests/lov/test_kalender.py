"""Hverdage 2015-2040 against a calendar worked out here: Easter by arithmetic, and the fixed days.

Nothing is shared with the program: not its library of helligdage, not its list of closing days, not its way of
counting back. Easter itself is held against the dates as the almanac has them.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest

from rehabteam.lov import tid
from rehabteam.lov.fakta import UgyldigeFakta
from rehabteam.lov.procedure.genforelaeggelse import frist

EN_DAG = timedelta(days=1)


def paaske(aar: int) -> date:
    """Easter Sunday by the anonymous Gregorian rule."""
    a, b, c = aar % 19, aar // 100, aar % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maaned, dag = divmod(h + m - 7 * n + 114, 31)
    return date(aar, maaned, dag + 1)


@cache
def helligdage(aar: int) -> set[date]:
    p = paaske(aar)
    dage = {date(aar, 1, 1), date(aar, 12, 25), date(aar, 12, 26)}
    dage |= {p + timedelta(days=n) for n in (-3, -2, 0, 1, 39, 49, 50)}
    if aar <= 2023:
        dage.add(p + timedelta(days=26))
    return dage


def er_hverdag(d: date) -> bool:
    if d.weekday() >= 5 or (d.month, d.day) in ((6, 5), (12, 24), (12, 31)):
        return False
    return d not in helligdage(d.year)


def fem_tilbage(moede: date) -> date:
    """All earlier hverdage in a wide window, the fifth from the end."""
    vindue = [moede - n * EN_DAG for n in range(1, 40)]
    return [d for d in vindue if er_hverdag(d)][4]


def fem_tilbage_lempeligt(moede: date) -> date:
    """The other reading of T13: only Sundays and helligdage fall out."""
    vindue = [moede - n * EN_DAG for n in range(1, 40)]
    return [d for d in vindue if d.weekday() != 6 and d not in helligdage(d.year)][4]


AAR = range(2015, 2041)
PAASKEDAGE = (
    405, 327, 416, 401, 421, 412, 404, 417, 409, 331, 420, 405, 328,
    416, 401, 421, 413, 328, 417, 409, 325, 413, 405, 425, 410, 401,
)  # fmt: skip
"""Easter Sunday of each year: 405 is 5 April."""


def test_paaske_falder_som_almanakken_siger() -> None:
    assert tuple(100 * p.month + p.day for p in map(paaske, AAR)) == PAASKEDAGE
    assert all(paaske(aar).weekday() == 6 for aar in range(1900, 2200))


@pytest.mark.parametrize("aar", AAR)
def test_de_dage_reglen_selv_vaelger_fra(aar: int) -> None:
    """5 June, 24 and 31 December are never hverdage; 1 May and the Friday after Ascension are, unless a weekend."""
    for maaned, dag in ((6, 5), (12, 24), (12, 31)):
        assert not tid.er_hverdag(date(aar, maaned, dag))
    assert tid.er_hverdag(date(aar, 5, 1)) == (
        date(aar, 5, 1).weekday() < 5 and date(aar, 5, 1) not in helligdage(aar)
    )
    fredag = paaske(aar) + timedelta(days=40)
    assert tid.er_hverdag(fredag) == ((fredag.month, fredag.day) != (6, 5))
    bededag = paaske(aar) + timedelta(days=26)
    assert tid.er_hverdag(bededag) == (aar > 2023)


@pytest.mark.parametrize("aar", AAR)
def test_hver_dag_i_aaret(aar: int) -> None:
    d = date(aar, 1, 1)
    while d.year == aar:
        assert tid.er_hverdag(d) == er_hverdag(d), d
        assert bool(tid.hvorfor_ikke_hverdag(d)) != er_hverdag(d), d
        assert tid.er_hverdag_lempeligt(d) == (d.weekday() != 6 and d not in helligdage(aar)), d
        d += EN_DAG


@pytest.mark.parametrize("aar", AAR)
def test_fem_hverdage_foer_hver_moededag(aar: int) -> None:
    d = date(aar, 1, 1)
    while d.year == aar:
        v = frist(d)
        assert v.frist == fem_tilbage(d), d
        detaljer = v.detaljer
        # T14: five whole hverdage between is the hverdag before; T13: Saturdays and closing days as hverdage.
        assert detaljer.strengere == max(x for n in range(1, 15) if er_hverdag(x := v.frist - n * EN_DAG)), d
        assert detaljer.lempeligere == fem_tilbage_lempeligt(d), d
        assert [dag.dato for dag in detaljer.dage if dag.nr] == [
            x for n in range((d - v.frist).days) if er_hverdag(x := v.frist + n * EN_DAG)
        ]
        d += EN_DAG


def test_store_bededag_var_helligdag_til_og_med_2023() -> None:
    assert tid.hvorfor_ikke_hverdag(date(2023, 5, 5)) == "Store bededag"
    assert tid.er_hverdag(date(2024, 4, 26))


def test_dagene_taeller_fem_ned_og_naevner_fridagene() -> None:
    d = frist(date(2026, 6, 11)).detaljer
    assert [dag.nr for dag in d.dage if dag.nr] == [5, 4, 3, 2, 1]
    assert [dag.navn for dag in d.dage if dag.navn] == ["Grundlovsdag", "lørdag", "søndag"]
    assert d.dage[0].dato == date(2026, 6, 3) and d.dage[-1].dato == date(2026, 6, 11)
    assert (d.strengere, d.lempeligere) == (date(2026, 6, 2), date(2026, 6, 5))


def test_hen_over_nytaar_er_de_tre_laesninger_langt_fra_hinanden() -> None:
    d = frist(date(2025, 1, 2)).detaljer
    assert d.seneste_oprettelsesdato == date(2024, 12, 19)
    assert d.strengere == date(2024, 12, 18)
    assert d.lempeligere == date(2024, 12, 24)


@pytest.mark.parametrize("moede", [date(1, 1, 1), date(1, 1, 8), date(9999, 12, 31), date(2500, 6, 1)])
def test_et_aar_uden_kalender_er_ikke_et_gaet(moede: date) -> None:
    with pytest.raises(UgyldigeFakta) as fejl:
        frist(moede)
    assert fejl.value.stier == ("moededato",)


@pytest.mark.parametrize(
    ("oprettet", "status", "advarsler"),
    [
        (date(2022, 9, 4), "RETTIDIG", []),
        (date(2022, 9, 5), "RETTIDIG", ["INGEN_BUFFER"]),
        (date(2022, 9, 6), "FOR_SENT", []),
        (None, "BESVARET", []),
    ],
)
def test_sidste_dag_er_med_og_har_ingen_luft(
    oprettet: date | None, status: str, advarsler: list[str]
) -> None:
    v = frist(date(2022, 9, 12), oprettet)
    assert v.status == status
    assert [a.kode for a in v.advarsler] == advarsler


@pytest.mark.parametrize(
    ("fra", "til"),
    [
        (date(2023, 8, 31), date(2024, 2, 29)),
        (date(2022, 8, 31), date(2023, 2, 28)),
        (date(2023, 2, 28), date(2023, 8, 28)),
        (date(2024, 2, 29), date(2024, 8, 29)),
        (date(2023, 12, 31), date(2024, 6, 30)),
        (date(2023, 3, 31), date(2023, 9, 30)),
        (date(2023, 7, 1), date(2024, 1, 1)),
        (date(9999, 6, 30), date(9999, 12, 30)),
    ],
)
def test_seks_kalendermaaneder(fra: date, til: date) -> None:
    assert tid.plus_maaneder(fra, 6) == til


def test_efter_kalenderens_ende() -> None:
    with pytest.raises(OverflowError):
        tid.plus_maaneder(date(9999, 7, 1), 6)


@pytest.mark.parametrize(
    ("spaend", "samlet"),
    [
        ([], []),
        ([(1, 3)], [(1, 3)]),
        ([(4, 6), (1, 3)], [(1, 6)]),
        ([(1, 3), (5, 6)], [(1, 3), (5, 6)]),
        ([(1, 9), (2, 3)], [(1, 9)]),
        ([(1, 3), (3, 5), (3, 4)], [(1, 5)]),
    ],
)
def test_spaend_bliver_til_et(spaend: list[tuple[int, int]], samlet: list[tuple[int, int]]) -> None:
    assert tid.forenet(spaend) == samlet


def test_en_almindelig_dag_har_intet_navn() -> None:
    assert tid.lukkedag(date(2024, 6, 6)) == "" and tid.lukkedag(date(2024, 6, 5)) == "Grundlovsdag"


def test_en_maaned_efter_kalenderen_siger_hvorfor() -> None:
    with pytest.raises(OverflowError, match=r"^year out of range$"):
        tid.plus_maaneder(date(9999, 12, 1), 1)


def test_en_aftale_kan_taelle_de_valgte_dage_som_hverdage() -> None:
    assert tid.hvorfor_ikke_hverdag(date(2026, 6, 5)) == "Grundlovsdag"
    assert tid.hvorfor_ikke_hverdag(date(2026, 6, 5), med_lukkedage=False) == ""
    assert tid.hvorfor_ikke_hverdag(date(2022, 12, 24), med_lukkedage=False) == "lørdag"
    assert tid.hvorfor_ikke_hverdag(date(2026, 12, 25), med_lukkedage=False) == "Juledag"


def test_et_aar_kalenderen_ikke_kender_naevnes() -> None:
    with pytest.raises(ValueError, match=r"^no calendar for 2200$"):
        tid.helligdage(2200)
