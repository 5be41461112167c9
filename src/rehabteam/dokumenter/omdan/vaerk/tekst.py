"""The words of each page and where they stand, as the reader sees the page: from its top left, upright."""

from __future__ import annotations

import ctypes
import unicodedata
from typing import Any

import pypdfium2.raw as c
from aabn import aabn_pdf, aabn_side
from svar import svar

LIGATURER = {t: unicodedata.normalize("NFKC", chr(t)) for t in range(0xFB00, 0xFB07)}
DELT = ("\x02", "\ufffe", "\xad")  # a hyphen that is there only because the line ended


def laes(data: bytes, sagt: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """{"hoejst": pages, or null for all} → {"sider": [page, …]}.

    A page: [width, height, share covered by pictures, text, [[x0, y0, x1, y1, word], …]].
    """
    pdf = aabn_pdf(data)
    sider = []
    for nr in range(1, min(len(pdf), sagt["hoejst"] or len(pdf)) + 1):
        side = aabn_side(pdf, nr)
        sider.append(_side(side))
        side.close()
    return {"sider": sider}, []


def _side(side) -> list[Any]:
    bredde, hoejde = side.get_size()
    vend = vender(side)
    tekst, ord_ = _ord(side, vend)
    return [
        round(bredde, 2),
        round(hoejde, 2),
        round(_billeddel(side, vend, bredde * hoejde), 3),
        tekst,
        ord_,
    ]


def vender(side):
    """From the page's own points to those of the reader: turned as /Rotate says, cut as CropBox says."""
    v, n, h, o = side.get_bbox()
    drejet = side.get_rotation()
    b, hh = h - v, o - n

    def vend(x: float, y: float) -> tuple[float, float]:
        x, y = x - v, o - y  # from the top left of the page before it is turned
        if drejet == 90:
            return hh - y, x
        if drejet == 180:
            return b - x, hh - y
        if drejet == 270:
            return y, b - x
        return x, y

    return vend


def _kasse(vend, v: float, n: float, h: float, o: float) -> tuple[float, float, float, float]:
    (ax, ay), (bx, by) = vend(v, o), vend(h, n)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _billeddel(side, vend, areal: float) -> float:
    """The share of the page its largest picture covers."""
    stoerst = 0.0
    for obj in side.get_objects(filter=(c.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        x0, y0, x1, y1 = _kasse(vend, *obj.get_bounds())
        stoerst = max(stoerst, (x1 - x0) * (y1 - y0))
    return min(stoerst / areal, 1.0) if areal else 0.0


def _ord(side, vend) -> tuple[str, list[Any]]:
    tekstside = side.get_textpage()
    antal = tekstside.count_chars()
    raa, ude, linje = tekstside.raw, [], []
    v, h, n, o = (ctypes.c_double() for _ in range(4))
    laast: list[Any] | None = None  # a word whose rest stands on the next line

    def slut() -> None:
        nonlocal linje, laast
        if not linje:
            return
        ord_ = _samlet("".join(t for t, *_ in linje))
        kasser = [k for _, k in linje if k]
        linje = []
        if laast is not None:
            laast[4] += ord_
            laast = None
        elif ord_ and kasser:
            kasse = (min(k[0] for k in kasser), min(k[1] for k in kasser),
                     max(k[2] for k in kasser), max(k[3] for k in kasser))  # fmt: skip
            ude.append([*(round(t, 1) for t in kasse), ord_])

    dele: list[str] = []
    for i in range(antal):
        tegn = _tegn(c.FPDFText_GetUnicode(raa, i))
        if tegn in DELT:
            slut()
            laast = ude[-1] if ude else None
            continue
        if tegn.isspace() or not tegn:
            if laast is not None and not linje:
                continue  # the line break inside the word
            slut()
            dele.append("\n" if tegn in "\r\n" else " ")
            continue
        dele.append(tegn)
        c.FPDFText_GetCharBox(raa, i, v, h, n, o)
        kasse = None
        if h.value > v.value or o.value > n.value:
            kasse = _kasse(vend, v.value, n.value, h.value, o.value)
        linje.append((tegn, kasse))
    slut()
    tekstside.close()
    tekst = _samlet("".join(dele))
    return "\n".join(filter(None, (" ".join(lin.split()) for lin in tekst.split("\n")))), ude


def _samlet(tekst: str) -> str:
    """As people type it: å in one character, not a with a ring laid over; fi in two, not in one joined letter."""
    return unicodedata.normalize("NFC", tekst.translate(LIGATURER))


def _tegn(kode: int) -> str:
    """One character; what no database and no page can hold becomes a space."""
    if kode in (2, 0xFFFE, 0xAD):
        return "\x02"
    if kode < 32 or 0xD800 <= kode <= 0xDFFF or kode > 0x10FFFF or kode == 0xFFFF:
        return "\n" if kode in (10, 13) else " "
    return chr(kode)


def main() -> None:
    svar(laes)
