"""The strip below a page: which document, which page of it, and which page of all.

The page is made taller by the strip, at the bottom as the reader sees it (whatever /Rotate says), so that
nothing of the document is covered or made smaller.
"""

from __future__ import annotations

from decimal import Decimal

import pikepdf

HOEJDE = 24  # points, on a page as wide as A4
A4_BREDDE = 595
SKRIFT = 8.5
MARGEN = 40
FONT = pikepdf.Name("/RTStempel")
# Helvetica's widths (Adobe's metrics), thousandths of the size, from space to tilde
BREDDER = dict(
    zip(
        map(chr, range(32, 127)),
        [
            278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
            *[556] * 10, 278, 278, 584, 584, 584, 556, 1015,
            667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,
            611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333,
            556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
            278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
        ],
        strict=True,
    )
)  # fmt: skip
BREDDER["·"] = 278

Boks = tuple[float, float, float, float]


class Stempel:
    """Stamps the pages of one PDF. `sag`: "Sag 2026-01847"; `ialt`: pages in all."""

    def __init__(self, pdf: pikepdf.Pdf, sag: str, ialt: int) -> None:
        self._pdf = pdf
        self._sag = sag
        self._ialt = ialt
        self._font = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
        )
        self._efter = pdf.make_stream(b"\nQ\n")

    def saet(self, side: pikepdf.Page, venstre: str, nr: int) -> None:
        """Put the strip on a page: `venstre` to the left, case and page number to the right."""
        boks = synlig_boks(side)
        drejet = int(side.get("/Rotate", 0)) % 360
        bred, hoej = boks[2] - boks[0], boks[3] - boks[1]
        if drejet in (90, 270):
            bred, hoej = hoej, bred
        # A narrow page gets a smaller strip, a big sheet (A3, a plan) a bigger one.
        forhold = bred / A4_BREDDE if bred < A4_BREDDE else max(1.0, min(bred, hoej) / A4_BREDDE)
        ny_boks, matrix = _laengere(boks, drejet, HOEJDE * forhold)
        tekst = self._tegn(venstre, f"{self._sag} · side {nr} af {self._ialt}", bred, forhold)
        klip = f"q {_tal(*boks[:2], boks[2] - boks[0], boks[3] - boks[1])} re W n\n"
        # First in the file: what the document does to the graphics state cannot reach it.
        foer = self._pdf.make_stream(f"q {_tal(*matrix)} cm\n".encode() + tekst + f"Q\n{klip}".encode())
        indhold = side.get("/Contents")
        gamle = list(indhold) if isinstance(indhold, pikepdf.Array) else [] if indhold is None else [indhold]
        side.obj["/Contents"] = pikepdf.Array([foer, *gamle, self._efter])
        self._giv_font(side)
        for noegle in ("/TrimBox", "/BleedBox", "/ArtBox"):
            if noegle in side.obj:
                del side.obj[noegle]
        side.obj["/MediaBox"] = side.obj["/CropBox"] = pikepdf.Array([Decimal(_tal(t)) for t in ny_boks])

    def _tegn(self, venstre: str, hoejre: str, bred: float, forhold: float) -> bytes:
        """The strip in its own coordinates: origin at its lower left corner as the reader sees it."""
        stoerrelse, margen, hoejde = SKRIFT * forhold, MARGEN * forhold, HOEJDE * forhold
        plads = max(bred - 2 * margen, 1)
        linje = 8.5 * forhold
        h_sted = margen + plads - _bredde(hoejre) * stoerrelse
        return b"".join(
            (
                f"0.85 0.87 0.88 RG {_tal(0.6 * forhold)} w {_tal(margen, hoejde - 3 * forhold)} m ".encode(),
                f"{_tal(margen + plads, hoejde - 3 * forhold)} l S\n".encode(),
                b"BT /RTStempel " + _tal(stoerrelse).encode() + b" Tf 0.04 0.29 0.37 rg ",
                _tal(margen, linje).encode() + b" Td " + _streng(venstre) + b" Tj ",
                b"0.29 0.32 0.34 rg " + _tal(h_sted - margen, 0).encode() + b" Td ",
                _streng(hoejre) + b" Tj ET\n",
            )
        )

    def _giv_font(self, side: pikepdf.Page) -> None:
        ressourcer = side.obj.get("/Resources")
        if not isinstance(ressourcer, pikepdf.Dictionary):
            ressourcer = side.obj["/Resources"] = pikepdf.Dictionary()
        skrifter = ressourcer.get("/Font")
        if not isinstance(skrifter, pikepdf.Dictionary):
            ressourcer["/Font"] = pikepdf.Dictionary({str(FONT): self._font})
        elif FONT not in skrifter:
            skrifter[FONT] = self._font


def synlig_boks(side: pikepdf.Page) -> Boks:
    """What a reader sees: CropBox within MediaBox, corners in order; A4 if neither makes sense."""
    medie = _boks(side.obj.get("/MediaBox")) or (0.0, 0.0, 595.0, 842.0)
    klip = _boks(side.obj.get("/CropBox")) or medie
    faelles = (
        max(medie[0], klip[0]), max(medie[1], klip[1]), min(medie[2], klip[2]), min(medie[3], klip[3]),
    )  # fmt: skip
    return faelles if faelles[2] > faelles[0] and faelles[3] > faelles[1] else medie


def _boks(tal: pikepdf.Object | None) -> Boks | None:
    if not isinstance(tal, pikepdf.Array) or len(tal) != 4:
        return None
    try:
        a, b, c, d = (float(t) for t in tal)
    except (TypeError, ValueError):
        return None
    boks = (min(a, c), min(b, d), max(a, c), max(b, d))
    return boks if boks[2] - boks[0] > 0 and boks[3] - boks[1] > 0 else None


def _laengere(boks: Boks, drejet: int, h: float) -> tuple[Boks, tuple[float, ...]]:
    """The box with the strip, and the matrix from the strip's coordinates to the page's."""
    x0, y0, x1, y1 = boks
    if drejet == 90:
        return (x0, y0, x1 + h, y1), (0, 1, -1, 0, x1 + h, y0)
    if drejet == 180:
        return (x0, y0, x1, y1 + h), (-1, 0, 0, -1, x1, y1 + h)
    if drejet == 270:
        return (x0 - h, y0, x1, y1), (0, -1, 1, 0, x0 - h, y1)
    return (x0, y0 - h, x1, y1), (1, 0, 0, 1, x0, y0 - h)


def _bredde(tekst: str) -> float:
    return sum(BREDDER.get(c, 556) for c in tekst) / 1000


def _streng(tekst: str) -> bytes:
    raa = tekst.encode("cp1252", "replace")
    return b"(" + raa.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


def _tal(*tal: float) -> str:
    return " ".join(f"{t:.3f}".rstrip("0").rstrip(".") or "0" for t in tal)
