"""Lay the words tesseract read over the pages they were read from, invisible, and turn pages upright."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from svar import svar


def laeg(data: bytes, sagt: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """{"laengde": bytes of the PDF, "lag": [[page, degrees, bytes], …]}; the layers follow the PDF → the PDF."""
    pdf = pikepdf.open(io.BytesIO(data[: sagt["laengde"]]), suppress_warnings=True)
    sted = sagt["laengde"]
    for nr, drejet, laengde in sagt["lag"]:
        side = pdf.pages[nr - 1]
        if drejet:
            side.rotate(drejet, relative=True)
        with pikepdf.open(io.BytesIO(data[sted : sted + laengde])) as tekst:
            _ovenpaa(pdf, side, tekst.pages[0])
        sted += laengde
    ud = io.BytesIO()
    pdf.save(ud, deterministic_id=True)
    return {}, [ud.getvalue()]


def _ovenpaa(pdf: pikepdf.Pdf, side: pikepdf.Page, tekst: pikepdf.Page) -> None:
    lag = pdf.copy_foreign(tekst.as_form_xobject())
    v, n, h, o = _udsnit(side)
    b, hh = h - v, o - n
    tb, th = (float(t) for t in tekst.mediabox[2:])
    drejet = int(side.get("/Rotate", 0)) % 360
    # The layer is upright, from (0, 0) to (tb, th); on a turned page it is turned the other way.
    x, y = (b / tb, hh / th) if drejet % 180 == 0 else (hh / tb, b / th)
    matrix = {
        0: (x, 0, 0, y, v, n),
        90: (0, x, -y, 0, h, n),
        180: (-x, 0, 0, -y, h, o),
        270: (0, -x, y, 0, v, o),
    }[drejet]
    navn = side.add_resource(lag, pikepdf.Name.XObject, prefix="Tekst")
    side.contents_add(b"q\n", prepend=True)
    side.contents_add(f"\nQ q {' '.join(f'{t:.5f}' for t in matrix)} cm {navn} Do Q".encode())


def _udsnit(side: pikepdf.Page) -> tuple[float, float, float, float]:
    """What is shown of the page: the CropBox inside the MediaBox."""
    m, u = ([float(t) for t in kasse] for kasse in (side.mediabox, side.cropbox))
    m = [min(m[0], m[2]), min(m[1], m[3]), max(m[0], m[2]), max(m[1], m[3])]
    u = [min(u[0], u[2]), min(u[1], u[3]), max(u[0], u[2]), max(u[1], u[3])]
    ud = max(m[0], u[0]), max(m[1], u[1]), min(m[2], u[2]), min(m[3], u[3])
    return ud if ud[2] > ud[0] and ud[3] > ud[1] else tuple(m)


def main() -> None:
    svar(laeg)
