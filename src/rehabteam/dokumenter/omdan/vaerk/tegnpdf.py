"""Pages of a PDF as pictures of a chosen width, drawn by pdfium."""

from __future__ import annotations

from typing import Any

from aabn import aabn_pdf, aabn_side
from svar import svar
from webp import MAKS_HOEJDE, MAKS_PIXELS, pak


def tegn(data: bytes, sagt: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """{"numre", "bredde"} → {"numre"}, and as many pictures."""
    pdf, bredde = aabn_pdf(data), sagt["bredde"]
    numre, filer = [], []
    for nr in sagt["numre"]:
        if not 1 <= nr <= len(pdf):
            continue
        side = aabn_side(pdf, nr)
        b, h = side.get_size()
        skala = min(bredde / max(b, 1), MAKS_HOEJDE / max(h, 1), (MAKS_PIXELS / max(b * h, 1)) ** 0.5)
        filer.append(pak(side.render(scale=skala, rev_byteorder=True).to_pil()))
        numre.append(nr)
        side.close()
    return {"numre": numre}, filer


def main() -> None:
    svar(tegn)
