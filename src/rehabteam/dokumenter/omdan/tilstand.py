"""What this machine lacks to convert and read files, in words for those who run it."""

from __future__ import annotations

from rehabteam.dokumenter.omdan import barn, kontor, mur, scanning
from rehabteam.dokumenter.omdan.fejl import OmdanNede


def mangler() -> tuple[str, ...]:
    """One sentence for each thing that is missing; empty when all is there."""
    fundet = []
    try:
        mur.maade(barn.det_der_laeses())
    except OmdanNede as nede:
        fundet.append(f"{nede} Til det er gjort, vises ingen sidebilleder, og intet omdannes.")
    if kontor.soffice() is None:
        fundet.append("LibreOffice mangler (libreoffice-writer-nogui): Word- og ODT-filer venter.")
    if not scanning.TESSERACT.exists():
        fundet.append("Tesseract mangler (tesseract-ocr-dan): scannede sider kan ikke gennemsøges.")
    elif not scanning.kan():
        fundet.append("Tesseract kan ikke dansk (tesseract-ocr-dan): scannede sider kan ikke gennemsøges.")
    return tuple(fundet)
