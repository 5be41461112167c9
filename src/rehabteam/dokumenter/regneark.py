"""Rows as a spreadsheet (Excel) and as CSV: a text stays a text, whatever it looks like to the program that opens it."""

import csv as _csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.writer.excel import ExcelWriter

Celle = object
FAST = datetime(1980, 1, 1)  # noqa: DTZ001  (the archive format's first day)
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
                celle.value, celle.data_type = ILLEGAL_CHARACTERS_RE.sub("", str(vaerdi)), "s"
            if nr == 1:
                celle.font = Font(bold=True)
    ark.freeze_panes = "A2"
    return _faste_bytes(bog)


def _faste_bytes(bog: Workbook) -> bytes:
    """The same rows give the same bytes: no time of making, neither in the book nor on the archive's entries."""
    bog.properties.created = bog.properties.modified = FAST
    raa, ud = BytesIO(), BytesIO()
    ExcelWriter(bog, ZipFile(raa, "w")).save()
    with ZipFile(raa) as fra, ZipFile(ud, "w", ZIP_DEFLATED) as til:
        for navn in fra.namelist():
            til.writestr(ZipInfo(navn, FAST.timetuple()[:6]), fra.read(navn), ZIP_DEFLATED)
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
