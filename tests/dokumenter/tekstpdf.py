"""PDFs whose pages say something, and whether this machine can draw them anew."""

import io

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from rehabteam.dokumenter.omdan import OmdanNede, mur
from rehabteam.dokumenter.omdan.scanning import TESSERACT as PROGRAM


def _har_mur() -> bool:
    try:
        return bool(mur.maade({}))
    except OmdanNede:
        return False


BAG_MUREN = pytest.mark.skipif(not _har_mur(), reason="maskinen har ingen væg til omdannelse (bubblewrap)")
TESSERACT = pytest.mark.skipif(
    not (PROGRAM.exists() and _har_mur()), reason="tesseract er ikke installeret, eller der er ingen væg"
)


def tekst_pdf(*sider: str) -> bytes:
    """A4 pages, one for each text; its lines stand 40 points apart from the top."""
    with pikepdf.new() as pdf:
        skrift = pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
            )
        )
        for tekst in sider:
            side = pdf.add_blank_page(page_size=(595, 842))
            side.Resources = Dictionary(Font=Dictionary(F=skrift))
            linjer = b" ".join(
                b"(%b) Tj 0 -40 Td" % linje.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)")
                for linje in tekst.splitlines()
            )
            side.Contents = pdf.make_stream(b"BT /F 18 Tf 60 760 Td " + linjer + b" ET")
        pdf.save(ud := io.BytesIO())
    return ud.getvalue()
