"""Find words in a hostile PDF, letter by letter. Runs behind the wall (omdan/mur); imports nothing of ours.

On stdin: one line of JSON ({"udtryk": [[text, a word of its own?], …]}), then the PDF. On stdout: JSON {"felter":
[[page, x0, y0, x1, y1], …], "uden_tekst": [page, …], "sider": n}; fractions of the page as it is seen, from its top
left. Each letter's own box is used, so that a word divided at the end of a line is found in both its parts.
"""

from __future__ import annotations

import ctypes
import json
import sys
import unicodedata
from collections.abc import Iterator, Sequence

import pypdfium2
from pypdfium2 import raw

MAKS_SIDER = 2000
LUFT = 0.15  # of a letter's height, beyond its box on every side
FINHED = 10_000  # device units across a page

Boks = tuple[float, float, float, float]


def noegen(tekst: str) -> str:
    """Letters and digits alone, in one case: spaces and signs do not count."""
    return "".join(t for t in unicodedata.normalize("NFKC", tekst).casefold() if t.isalnum())


def steder(tegn: Sequence[str], udtryk: str, helt_ord: bool = False) -> Iterator[tuple[int, int]]:
    """From and to (not included), in letters of the page, of each place the words stand; whole words are taken.

    `helt_ord`: only as a word of its own, or its genitive; so do three letters or less, which are half of much else.
    """
    soegt = noegen(udtryk)
    rene = [noegen(t) for t in tegn]
    ejer = [nr for nr, ren in enumerate(rene) for _ in ren]
    tekst = "".join(rene)
    sted = tekst.find(soegt) if soegt else -1
    while sted >= 0:
        fra, til = ejer[sted], ejer[sted + len(soegt) - 1] + 1
        while fra > 0 and rene[fra - 1]:
            fra -= 1
        while til < len(tegn) and rene[til]:
            til += 1
        if not (helt_ord or len(soegt) <= 3) or noegen("".join(tegn[fra:til])) in (soegt, f"{soegt}s"):
            yield fra, til
        sted = tekst.find(soegt, sted + 1)


def bokse(side: pypdfium2.PdfPage, tekst: pypdfium2.PdfTextPage, fra: int, til: int) -> Iterator[Boks]:
    """One box for each line the letters stand on."""
    linjer: list[Boks] = []
    for nr in range(fra, til):
        x0, y0, x1, y1 = _paa_siden(side, tekst.get_charbox(nr, loose=True))
        if x1 <= x0 or y1 <= y0:
            continue  # a space, or the end of a line
        if linjer and y0 < linjer[-1][3] and linjer[-1][1] < y1 and x0 >= linjer[-1][0]:
            a = linjer[-1]
            linjer[-1] = (min(a[0], x0), min(a[1], y0), max(a[2], x1), max(a[3], y1))
        else:
            linjer.append((x0, y0, x1, y1))
    bredde, hoejde = side.get_size()
    for x0, y0, x1, y1 in linjer:
        ned = LUFT * (y1 - y0)
        hen = ned * hoejde / bredde
        yield max(0.0, x0 - hen), max(0.0, y0 - ned), min(1.0, x1 + hen), min(1.0, y1 + ned)


def _paa_siden(side: pypdfium2.PdfPage, boks: Boks) -> Boks:
    """From the page's own space to fractions of what is seen: turned, and cropped."""
    xer, yer = [], []
    for x, y in ((boks[0], boks[1]), (boks[2], boks[3])):
        hen, ned = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(side, 0, 0, FINHED, FINHED, 0, x, y, ctypes.byref(hen), ctypes.byref(ned))
        xer.append(hen.value / FINHED)
        yer.append(ned.value / FINHED)
    return min(xer), min(yer), max(xer), max(yer)


def find(data: bytes, udtryk: Sequence[tuple[str, bool]]) -> dict[str, object]:
    felter: list[list[float]] = []
    uden: list[int] = []
    doc = pypdfium2.PdfDocument(data)
    if len(doc) > MAKS_SIDER:
        raise ValueError("for mange sider")
    doc.init_forms()
    for nr in range(1, len(doc) + 1):
        # What is filled in, and what is written over the page, is no text of the page until it is laid into it.
        raw.FPDFPage_Flatten(doc[nr - 1], raw.FLAT_NORMALDISPLAY)
        side = doc[nr - 1]
        tekst = side.get_textpage()
        tegn = [chr(raw.FPDFText_GetUnicode(tekst, i)) for i in range(tekst.count_chars())]
        if not any(t.isalnum() for t in tegn):
            uden.append(nr)
        for et, helt_ord in udtryk:
            for fra, til in steder(tegn, et, helt_ord):
                felter += [
                    [nr, *(round(v, 5) for v in b)]
                    for b in bokse(side, tekst, fra, til)
                    if b[2] > b[0] and b[3] > b[1]
                ]
        tekst.close()
        side.close()
    return {"felter": felter, "uden_tekst": uden, "sider": len(doc)}


def main() -> None:
    bestilling = json.loads(sys.stdin.buffer.readline())
    svar = find(sys.stdin.buffer.read(), bestilling["udtryk"])
    sys.stdout.write(json.dumps(svar))
