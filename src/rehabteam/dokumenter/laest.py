"""What was read in one document: its pages with their words, and the two files made of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sidetekst:
    """One page. `bredde`, `hoejde`: points. `ord`: (x0, y0, x1, y1, text), points from the upper left corner.

    `ocr`: read from a picture.
    """

    nr: int
    bredde: float
    hoejde: float
    tekst: str
    ord: tuple[tuple[float, float, float, float, str], ...]
    ocr: bool


@dataclass(frozen=True, slots=True)
class Laest:
    """`soegbar`: the PDF whose pictures have their text too, b"" where the document itself has all its text.
    `miniature`: a small picture of page 1. `grund`: why it could not be read (Danish); then there are no pages."""

    sider: tuple[Sidetekst, ...] = ()
    soegbar: bytes = b""
    miniature: bytes = b""
    grund: str = ""
