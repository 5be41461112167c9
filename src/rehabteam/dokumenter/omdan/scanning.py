"""Scans made searchable: each page without words is read by tesseract, and its words laid over the picture."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rehabteam.dokumenter.omdan.barn import spoerg
from rehabteam.dokumenter.omdan.fejl import OmdanFejl, OmdanNede
from rehabteam.dokumenter.omdan.graenser import MB, Graenser
from rehabteam.dokumenter.omdan.sider import Side, sidetekster

TESSERACT = Path("/usr/bin/tesseract")
SPROG = "dan"
SEKUNDER = 60  # for one page
LAESER = Graenser(sekunder=2 * SEKUNDER + 20, cpu=2 * SEKUNDER, hukommelse=1200 * MB, venlig=10)
# For a suggestion only: a page that takes long has none, and what else waits is not kept.
HURTIGT = 20
HURTIG_LAESER = Graenser(sekunder=2 * HURTIGT + 10, cpu=2 * HURTIGT, hukommelse=1200 * MB, venlig=10)
LAEGGER = Graenser(sekunder=120, cpu=90, hukommelse=1200 * MB)
FAA_TEGN, HELE_SIDEN, MAERKE = 16, 0.5, 200


@dataclass(frozen=True, slots=True)
class Laest:
    """What became of a page OCR was tried on.

    `ord`: words found; 0 means nothing was found. `drejet`: degrees it was turned clockwise to stand upright.
    `fejl`: "" or an OmdanFejl code (for_langsom: it took over a minute).
    """

    nr: int
    ord: int
    drejet: int = 0
    fejl: str = ""


@dataclass(frozen=True, slots=True)
class Soegbar:
    """The searchable edition, the text of its pages, and what OCR did. `pdf` is the original when nothing was read."""

    pdf: bytes
    sider: tuple[Side, ...]
    laest: tuple[Laest, ...] = ()

    @property
    def uden_tekst(self) -> tuple[int, ...]:
        """Numbers of the pages OCR found nothing on: blank, a picture, or not to be read."""
        return tuple(s.nr for s in self.laest if not s.ord)


def er_scannet(side: Side) -> bool:
    """Whether the page has no text of its own: none to speak of, or a stamp on a picture of the whole page."""
    tegn = sum(t.isalnum() for t in side.tekst)
    return tegn < FAA_TEGN or (tegn < MAERKE and side.billeddel >= HELE_SIDEN)


def kan(sprog: str = SPROG) -> bool:
    """Whether tesseract is here, reads this language, and can see which way is up."""
    if not TESSERACT.exists():
        return False
    svar = subprocess.run(
        [str(TESSERACT), "--list-langs"], capture_output=True, text=True, env={"LC_ALL": "C"}, check=False
    )
    return {sprog, "osd"} <= set(svar.stdout.split())


def laes_forside(pdf: bytes, sprog: str = SPROG) -> str:
    """What OCR reads on the first page; the others are not looked at. "" on a machine that cannot read.

    Raises OmdanNede as all do, also where there is no wall.
    """
    if not kan(sprog):
        return ""
    besked = spoerg("ocr", pdf, {"nr": 1, "sekunder": HURTIGT, "sprog": sprog}, HURTIG_LAESER)
    if len(besked.filer) != 1:
        raise OmdanFejl("beskadiget")
    return next((side.tekst for side in sidetekster(besked.filer[0], hoejst=1)), "")


def goer_soegbar(
    pdf: bytes, *, fremdrift: Callable[[int, int], None] = lambda nr, antal: None, sprog: str = SPROG
) -> Soegbar:
    """OCR on each page that has no text, one at a time; `fremdrift(done, of)` is called after each.

    A page that is on its side is turned, so pictures of pages must be drawn from the answer's PDF.
    """
    sider = sidetekster(pdf)
    scannede = [s.nr for s in sider if er_scannet(s)]
    if not scannede:
        return Soegbar(pdf, sider)
    if not kan(sprog):
        raise OmdanNede(
            f"Tesseract med »{sprog}« er ikke installeret på denne maskine (tesseract-ocr-{sprog})."
        )
    laest: dict[int, Laest] = {}
    lag: list[tuple[int, int, bytes]] = []
    for gang, nr in enumerate(scannede, 1):
        try:
            besked = spoerg("ocr", pdf, {"nr": nr, "sekunder": SEKUNDER, "sprog": sprog}, LAESER)
            drejet = int(besked.hoved.get("drejet", 0))
            lag.append((nr, drejet, besked.filer[0]))
            laest[nr] = Laest(nr, 0, drejet)
        except (OmdanFejl, IndexError) as fejl:
            laest[nr] = Laest(nr, 0, fejl=getattr(fejl, "kode", "beskadiget"))
        fremdrift(gang, len(scannede))
    if not lag:
        return Soegbar(pdf, sider, tuple(laest.values()))
    sagt = {"laengde": len(pdf), "lag": [(nr, drejet, len(t)) for nr, drejet, t in lag]}
    ny = spoerg("lag", pdf + b"".join(t for *_, t in lag), sagt, LAEGGER).filer[0]
    nye_sider = sidetekster(ny)
    for s in nye_sider:
        if s.nr in laest and not laest[s.nr].fejl:
            laest[s.nr] = Laest(s.nr, len(s.ord), laest[s.nr].drejet)
    return Soegbar(ny, nye_sider, tuple(laest.values()))
