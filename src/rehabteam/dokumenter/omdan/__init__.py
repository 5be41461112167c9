"""What comes in made into what can be read: PDF, pictures of pages, words and where they stand.

Every program that touches the bytes runs behind a wall (`mur`). All raise OmdanFejl when the file is at
fault, OmdanNede when the machine is: then the file waits and is tried again.
"""

from __future__ import annotations

from rehabteam.dokumenter.omdan.fejl import MurNede, OmdanFejl, OmdanNede
from rehabteam.dokumenter.omdan.kontor import til_pdf as _kontor
from rehabteam.dokumenter.omdan.mail import Mail, mail_til_pdf
from rehabteam.dokumenter.omdan.scanning import Laest, Soegbar, er_scannet, goer_soegbar, laes_forside
from rehabteam.dokumenter.omdan.sider import Ord, Side, billede_til_pdf, sidebilleder, sidetekster
from rehabteam.dokumenter.omdan.tilstand import mangler

__all__ = [
    "Laest",
    "Mail",
    "MurNede",
    "OmdanFejl",
    "OmdanNede",
    "Ord",
    "Side",
    "Soegbar",
    "er_scannet",
    "goer_soegbar",
    "laes_forside",
    "mail_til_pdf",
    "mangler",
    "sidebilleder",
    "sidetekster",
    "til_pdf",
]

OMDANNES = frozenset({"docx", "odt", "tiff", "heic"})


def til_pdf(slags: str, data: bytes) -> bytes:
    """A file of a kind in OMDANNES as a PDF. A mail has its own, `mail_til_pdf`."""
    if slags in ("docx", "odt"):
        return _kontor(slags, data)
    if slags in ("tiff", "heic"):
        return billede_til_pdf(slags, data)
    raise OmdanFejl("ikke_understoettet")
