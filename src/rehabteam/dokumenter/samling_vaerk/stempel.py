"""The strip below a page: which document, which page of it, and which page of all.

The page is made taller by the strip, at the bottom as the reader sees it (whatever /Rotate says), so that
nothing of the document is covered or made smaller.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import pikepdf

HOEJDE = 24  # points, on a page as wide as A4
A4_BREDDE = 595
SKRIFT = 8.5
MARGEN = 40
LINJE = 8.5  # the text's baseline above the bottom
ACCENT = "0.04 0.29 0.37"
GRAA = b"0.29 0.32 0.34 rg"
ANDRE_BOKSE = frozenset({"/TrimBox", "/BleedBox", "/ArtBox"})
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
        self._bredde = _bredde(f"{sag} · side  af {ialt}")
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
        noegler = side.obj.keys()
        drejet = int(side.obj["/Rotate"]) % 360 if "/Rotate" in noegler else 0
        plads = _plads(synlig_boks(side), drejet)
        hoejre = f"{self._sag} · side {nr} af {self._ialt}"
        til_hoejre = _tal(plads.hoejre_kant - (self._bredde + _bredde(str(nr))) * plads.skrift)
        tekst = b"%b (%b) Tj %b %b 0 Td (%b) Tj ET Q\n%b" % (
            plads.foer, _streng(venstre), GRAA, til_hoejre.encode(), _streng(hoejre), plads.klip,
        )  # fmt: skip
        # First in the file: what the document does to the graphics state cannot reach it.
        foer = self._pdf.make_stream(tekst)
        indhold = side.obj.get("/Contents")
        gamle = list(indhold) if isinstance(indhold, pikepdf.Array) else [] if indhold is None else [indhold]
        side.obj["/Contents"] = pikepdf.Array([foer, *gamle, self._efter])
        self._giv_font(side)
        for noegle in ANDRE_BOKSE & noegler:
            del side.obj[noegle]
        side.obj["/MediaBox"] = side.obj["/CropBox"] = plads.boks

    def _giv_font(self, side: pikepdf.Page) -> None:
        ressourcer = side.obj.get("/Resources")
        if not isinstance(ressourcer, pikepdf.Dictionary):
            ressourcer = side.obj["/Resources"] = pikepdf.Dictionary()
        skrifter = ressourcer.get("/Font")
        if not isinstance(skrifter, pikepdf.Dictionary):
            ressourcer["/Font"] = pikepdf.Dictionary({str(FONT): self._font})
        elif FONT not in skrifter:
            skrifter[FONT] = self._font


@dataclass(frozen=True, slots=True)
class Plads:
    """Where the strip goes on a page of one size and rotation, and what is the same on all such pages."""

    boks: pikepdf.Array  # the page with the strip
    foer: bytes  # from the start of the content to the left text
    klip: bytes  # keeps the document's own content out of the strip
    skrift: float  # points
    hoejre_kant: float  # from the left text's start to the right edge of the text


@lru_cache(maxsize=256)
def _plads(boks: Boks, drejet: int) -> Plads:
    x0, y0, x1, y1 = boks
    bred, hoej = (y1 - y0, x1 - x0) if drejet in (90, 270) else (x1 - x0, y1 - y0)
    # A narrow page gets a smaller strip, a big sheet (A3, a plan) a bigger one.
    forhold = bred / A4_BREDDE if bred < A4_BREDDE else max(1.0, min(bred, hoej) / A4_BREDDE)
    ny_boks, matrix = _laengere(boks, drejet, HOEJDE * forhold)
    margen, linje, streg = MARGEN * forhold, LINJE * forhold, (HOEJDE - 3) * forhold
    plads = max(bred - 2 * margen, 1.0)
    foer = (
        f"q {_tal(*matrix)} cm 0.85 0.87 0.88 RG {_tal(0.6 * forhold)} w {_tal(margen, streg)} m "
        f"{_tal(margen + plads, streg)} l S\nBT {FONT} {_tal(SKRIFT * forhold)} Tf {ACCENT} rg "
        f"{_tal(margen, linje)} Td"
    )
    klip = f"q {_tal(x0, y0, x1 - x0, y1 - y0)} re W n\n"
    papir = pikepdf.Array([Decimal(_tal(t)) for t in ny_boks])
    return Plads(papir, foer.encode(), klip.encode(), SKRIFT * forhold, plads)


def synlig_boks(side: pikepdf.Page) -> Boks:
    """What a reader sees: CropBox within MediaBox, corners in order; A4 if neither makes sense."""
    medie, klip = side.obj.get("/MediaBox"), side.obj.get("/CropBox")
    return _faelles(
        medie.unparse(resolved=True) if isinstance(medie, pikepdf.Array) else b"",
        klip.unparse(resolved=True) if isinstance(klip, pikepdf.Array) else b"",
    )


@lru_cache(maxsize=256)
def _faelles(medie_tekst: bytes, klip_tekst: bytes) -> Boks:
    """Of the two boxes as written in the file: "[ 0 0 595 842 ]"."""
    medie = _boks(medie_tekst) or (0.0, 0.0, 595.0, 842.0)
    klip = _boks(klip_tekst) or medie
    faelles = (
        max(medie[0], klip[0]), max(medie[1], klip[1]), min(medie[2], klip[2]), min(medie[3], klip[3]),
    )  # fmt: skip
    return faelles if faelles[2] > faelles[0] and faelles[3] > faelles[1] else medie


def _boks(tekst: bytes) -> Boks | None:
    try:
        a, b, c, d = (float(t) for t in tekst.strip(b"[] ").split())
    except ValueError:
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
    return raa.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _tal(*tal: float) -> str:
    return " ".join(f"{t:.3f}".rstrip("0").rstrip(".") or "0" for t in tal)
