"""A PDF opened by pdfium."""

from __future__ import annotations

import pypdfium2
from svar import Nej


def aabn_pdf(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fejl:
        raise Nej("laast" if "password" in str(fejl).lower() else "beskadiget") from None
