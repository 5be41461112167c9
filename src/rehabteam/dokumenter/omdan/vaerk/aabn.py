"""A PDF opened by pdfium, and its pages with what was filled in and written on them."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as c
from svar import Nej


def aabn_pdf(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fejl:
        raise Nej("laast" if "password" in str(fejl).lower() else "beskadiget") from None


def aabn_side(pdf: pypdfium2.PdfDocument, nr: int) -> pypdfium2.PdfPage:
    """Page `nr` (from 1). Answers in a form and notes on the page are made part of it, as a reader sees it."""
    side = pdf[nr - 1]
    if c.FPDFPage_GetAnnotCount(side.raw) < 1:
        return side
    c.FPDFPage_Flatten(side.raw, c.FLAT_NORMALDISPLAY)
    side.close()
    return pdf[nr - 1]
