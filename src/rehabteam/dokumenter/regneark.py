"""Rows as a spreadsheet (Excel) and as CSV: a text stays a text, whatever it looks like to the program that opens it."""

import csv as _csv
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Font

Celle = object
# What a spreadsheet would take as the beginning of a formula when it reads a CSV file.
FARLIGE = ("=", "+", "-", "@", "\t", "\r")


def xlsx(titel: str, kolonner: Sequence[str], raekker: Iterable[Sequence[Celle]]) -> bytes:
    """One sheet with a head. Dates and amounts are what they are; every text is typed as text, so none is a formula."""
    bog = Workbook(write_only=False)
    ark = bog.active
    ark.title = titel[:31]
    for nr, raekke in enumerate([tuple(kolonner), *raekker], 1):
        for plads, vaerdi in enumerate(raekke, 1):
            celle = ark.cell(nr, plads)
            if isinstance(vaerdi, Decimal):
                celle.value, celle.number_format = vaerdi, "#,##0.00"
            elif isinstance(vaerdi, date):
                celle.value, celle.number_format = vaerdi, "dd.mm.yyyy"
            elif isinstance(vaerdi, int):
                celle.value = vaerdi
            elif vaerdi is not None:
                celle.value, celle.data_type = str(vaerdi), "s"
            if nr == 1:
                celle.font = Font(bold=True)
    ark.freeze_panes = "A2"
    ud = BytesIO()
    bog.save(ud)
    return ud.getvalue()


def csv(kolonner: Sequence[str], raekker: Iterable[Sequence[Celle]]) -> bytes:
    """Semicolons, decimal comma and a byte order mark, as a Danish spreadsheet reads it."""
    ud = StringIO()
    skriver = _csv.writer(ud, delimiter=";", lineterminator="\r\n")
    for raekke in (tuple(kolonner), *raekker):
        skriver.writerow([_tekst(vaerdi) for vaerdi in raekke])
    return ud.getvalue().encode("utf-8-sig")


def _tekst(vaerdi: Celle) -> str:
    if vaerdi is None:
        return ""
    if isinstance(vaerdi, Decimal):
        return str(vaerdi).replace(".", ",")
    if isinstance(vaerdi, date):
        return f"{vaerdi:%d.%m.%Y}"
    tekst = str(vaerdi)
    return f"'{tekst}" if isinstance(vaerdi, str) and tekst.startswith(FARLIGE) else tekst
