"""A text in a spreadsheet stays a text; amounts and dates are what they are."""

import csv as _csv
import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehabteam.dokumenter import regneark

ONDE = ('=HYPERLINK("http://x.example","a")', "+1+1", "-2", "@SUM(A1)", "\t=1", 'almindelig; med "tegn"')


@pytest.mark.parametrize("tekst", ONDE)
def test_ingen_tekst_bliver_en_formel(tekst: str) -> None:
    ark = openpyxl.load_workbook(io.BytesIO(regneark.xlsx("Ark", ("Hvad",), [(tekst,)]))).active
    celle = ark.cell(2, 1)
    assert celle.data_type == "s" and celle.value.strip() == tekst.strip()
    (_, [fundet]) = _csv.reader(
        io.StringIO(regneark.csv(("Hvad",), [(tekst,)]).decode("utf-8-sig"), newline=""), delimiter=";"
    )
    assert fundet.lstrip("'") == tekst and fundet[0] not in "=+-@\t\r"


def test_beloeb_og_datoer_kan_regnes_med() -> None:
    raekker = [(1, Decimal("3250.50"), date(2026, 5, 7), None, Decimal("-2.00"))]
    ark = openpyxl.load_workbook(io.BytesIO(regneark.xlsx("Ark", "ABCDE", raekker))).active
    assert (
        ark["B2"].value == 3250.5 and ark["C2"].value.date() == date(2026, 5, 7) and ark["D2"].value is None
    )
    linje = regneark.csv("ABCDE", raekker).decode("utf-8-sig").splitlines()[1]
    assert linje == "1;3250,50;07.05.2026;;-2,00"


# What XML can hold and a spreadsheet reads back: no control characters, no lone surrogates, a length a cell takes.
TEKST = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=60) | st.sampled_from(
    ONDE[:4]
)
CELLE = TEKST | st.integers(-(10**9), 10**9) | st.dates(date(1950, 1, 1), date(2100, 1, 1)) | st.none()


@given(st.lists(st.tuples(CELLE, CELLE), max_size=6), TEKST)
def test_laest_igen_er_det_det_samme_og_ingen_formel(
    raekker: list[tuple[object, object]], hoved: str
) -> None:
    data = regneark.xlsx("Ark", (hoved, "B"), raekker)
    assert data == regneark.xlsx("Ark", (hoved, "B"), raekker)  # the same rows, the same bytes
    ark = openpyxl.load_workbook(io.BytesIO(data)).active
    laest = [[c.value.date() if c.is_date else c.value for c in r] for r in ark.iter_rows(max_col=2)]
    assert all(c.data_type != "f" for r in ark.iter_rows() for c in r)
    ventet = [[hoved, "B"], *([*r] for r in raekker)]
    while len(ventet) > len(laest):  # rows of nothing at the end are no rows
        assert ventet.pop() == [None, None]
    assert laest == ventet


def test_tegn_en_celle_ikke_kan_holde_er_ikke_med() -> None:
    ark = openpyxl.load_workbook(io.BytesIO(regneark.xlsx("Ark", ("A",), [("a\x00b\x1f",)]))).active
    assert ark["A2"].value == "ab"
