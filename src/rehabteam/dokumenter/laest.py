"""Reading one document: its pages with their words, and an edition that can be searched."""

import re
from dataclasses import dataclass

from .omdan import MurNede, OmdanFejl, goer_soegbar, laes_forside
from .omdan.sider import billede_til_pdf

PDF = "application/pdf"
BILLEDER = {"image/jpeg": "jpeg", "image/png": "png"}
FAA_ORD = 5  # fewer than this on a page is what OCR sees in a photo of something else
_ORD = re.compile(r"[^\W\d_]{3,}")
# Said of the document that is on the case already: it stays, it is only not searched.
UMULIG = "Teksten i dokumentet kunne ikke læses. Dokumentet selv er her og kan åbnes."


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
    `grund`: why it could not be read (Danish); then there are no pages."""

    sider: tuple[Sidetekst, ...] = ()
    soegbar: bytes = b""
    grund: str = ""


def laes(data: bytes, mime: str) -> Laest:
    """Read a document of a kind that is shown (PDF, JPEG, PNG), pages without text by OCR. Takes seconds per scan.

    Raises OmdanNede when this machine cannot; a file that cannot be read is an answer with `grund`.
    """
    try:
        pdf = data if mime == PDF else billede_til_pdf(BILLEDER[mime], data)
        soegbar = goer_soegbar(pdf)
        laest = {side.nr for side in soegbar.laest if side.ord}
        soegbart = soegbar.pdf if laest or mime != PDF else b""
    except OmdanFejl:
        return Laest(grund=UMULIG)
    return Laest(
        sider=tuple(
            Sidetekst(
                side.nr,
                side.bredde,
                side.hoejde,
                # PostgreSQL takes no NUL in a text.
                side.tekst.replace("\x00", ""),
                tuple((o.x0, o.y0, o.x1, o.y1, o.tekst.replace("\x00", "")) for o in side.ord),
                side.nr in laest,
            )
            for side in soegbar.sider
        ),
        soegbar=soegbart,
    )


def forside(data: bytes, mime: str) -> str:
    """What OCR reads on the first page of a scan; "" where there is no text on it, or it cannot be read here.

    Raises OmdanNede when the machine is too busy now.
    """
    try:
        tekst = laes_forside(data if mime == PDF else billede_til_pdf(BILLEDER[mime], data))
    except (OmdanFejl, MurNede):
        return ""
    # PostgreSQL takes no NUL in a text.
    return tekst.replace("\x00", "") if len(_ORD.findall(tekst)) >= FAA_ORD else ""
