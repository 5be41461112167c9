"""Read a PDF back, by other programs than the one that made it."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator

import pikepdf


def tekst(pdf: bytes, *flag: str) -> str:
    """Text by poppler's pdftotext; spaces and line breaks as one space. A missing pdftotext is a failure."""
    svar = subprocess.run(["pdftotext", *flag, "-", "-"], input=pdf, capture_output=True, check=True)
    return re.sub(r"\s+", " ", svar.stdout.decode())


def kasser(pdf: bytes) -> list[tuple[float, float, str]]:
    """Left and right edge of every word, in points, and the word."""
    svar = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    fundet = re.findall(
        r'<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)"[^>]*>([^<]*)<', svar.stdout.decode()
    )
    return [(float(a), float(b), ord_) for a, b, ord_ in fundet]


def aabn(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def maerker(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """The tag tree in reading order: (name, element)."""

    def gaa(led: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
        if isinstance(led, pikepdf.Array):
            for barn in led:
                yield from gaa(barn)
        elif isinstance(led, pikepdf.Dictionary):
            if "/S" in led:
                yield str(led.S)[1:], led
            if "/K" in led:
                yield from gaa(led.K)

    yield from gaa(pdf.Root.StructTreeRoot.K)
