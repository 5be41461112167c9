"""A text in a spreadsheet stays a text; amounts and dates are what they are."""

import csv as _csv
import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

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
