"""A PDF's pages: their words with boxes, and pictures of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rehabteam.dokumenter.omdan.barn import spoerg
from rehabteam.dokumenter.omdan.fejl import OmdanFejl
from rehabteam.dokumenter.omdan.graenser import MB, Graenser

PDF = "application/pdf"
BREDDER = (40, 2400)
TEGNER = Graenser(sekunder=30, cpu=20, hukommelse=700 * MB)
LAESER = Graenser(sekunder=120, cpu=90, hukommelse=1000 * MB)
LAVER = Graenser(sekunder=180, cpu=150, hukommelse=1000 * MB)


@dataclass(frozen=True, slots=True)
class Ord:
    """A word in its box, in points from the page's top left as the reader sees the page.

    A word divided at the end of a line is whole in `tekst`; the box is of its first part.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    tekst: str


@dataclass(frozen=True, slots=True)
class Side:
    """A page. `nr` from 1; size in points as the reader sees it; `billeddel`: share its largest picture covers."""

    nr: int
    bredde: float
    hoejde: float
    tekst: str
    ord: tuple[Ord, ...]
    billeddel: float = 0.0


def sidetekster(pdf: bytes, hoejst: int | None = None) -> tuple[Side, ...]:
    """The text of every page, or of the first `hoejst`. A page without any has tekst "" and no words."""
    besked = spoerg("tekst", pdf, {"hoejst": hoejst}, LAESER)
    try:
        return tuple(
            Side(
                nr,
                float(b),
                float(h),
                str(tekst),
                tuple(Ord(*map(float, o[:4]), str(o[4])) for o in ord_),
                float(del_),
            )
            for nr, (b, h, del_, tekst, ord_) in enumerate(besked.hoved["sider"], 1)
        )
    except (KeyError, TypeError, ValueError, IndexError) as fejl:
        raise OmdanFejl("beskadiget") from fejl


def sidebilleder(data: bytes, mime: str, numre: Sequence[int], bredde: int) -> dict[int, bytes]:
    """WebP pictures, `bredde` points wide, of the pages asked for (from 1); a page that is not there is left out.

    One child draws them all. A JPEG or PNG has one page; it is not made larger than it is.
    """
    bredde = min(max(bredde, BREDDER[0]), BREDDER[1])
    program = "tegnpdf" if mime == PDF else "tegnfoto"
    besked = spoerg(program, data, {"numre": list(numre), "bredde": bredde}, TEGNER)
    tegnet = dict(zip(besked.hoved.get("numre", ()), besked.filer, strict=False))
    if not set(tegnet) <= set(numre) or not all(_er_webp(b) for b in tegnet.values()):
        raise OmdanFejl("beskadiget")  # the child is not to be believed: what it made goes to a browser
    return tegnet


def _er_webp(data: bytes) -> bool:
    return (
        data[:4] == b"RIFF" and data[8:12] == b"WEBP" and int.from_bytes(data[4:8], "little") == len(data) - 8
    )


def billede_til_pdf(slags: str, data: bytes) -> bytes:
    """A TIFF (every page), HEIC, JPEG or PNG as PDF pages, upright. A JPEG that stands upright is put in as it is."""
    besked = spoerg("papir", data, {"slags": slags}, LAVER)
    if len(besked.filer) != 1 or not besked.filer[0].startswith(b"%PDF-"):
        raise OmdanFejl("beskadiget")
    return besked.filer[0]
