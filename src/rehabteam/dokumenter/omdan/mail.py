"""A mail as paper: who, to whom, when, about what, its plain text, and what was attached."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from rehabteam.dokumenter.omdan.barn import spoerg
from rehabteam.dokumenter.omdan.fejl import OmdanFejl
from rehabteam.dokumenter.omdan.graenser import MB, Graenser

GRAENSER = Graenser(sekunder=30, cpu=20, hukommelse=600 * MB)
MAKS_TEGN = 400_000
UDEN_EMNE = "(uden emne)"
STYRETEGN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class Vedhaeftet(Protocol):
    @property
    def navn(self) -> str: ...


class Mail(Protocol):
    """What `post.laes` gives: all of it plain text."""

    @property
    def emne(self) -> str: ...
    @property
    def fra(self) -> str: ...
    @property
    def til(self) -> str | Iterable[str]: ...
    @property
    def dato(self) -> datetime | date | str | None: ...
    @property
    def tekst(self) -> str: ...
    @property
    def bilag(self) -> Iterable[Vedhaeftet]: ...
    @property
    def udeladt(self) -> Iterable[str]: ...


def mail_til_pdf(mail: Mail) -> bytes:
    """The mail as a tagged PDF. A text above 400,000 characters is cut, and the paper says so."""
    til = mail.til if isinstance(mail.til, str) else ", ".join(mail.til)
    linjer = [("Fra", mail.fra), ("Til", til), ("Sendt", _dato(mail.dato))]
    tekst = _ren(mail.tekst)
    if len(tekst) > MAKS_TEGN:
        tekst = f"{tekst[:MAKS_TEGN]}\n\n[Mailen er længere end dette. Resten står i den fil, den kom i.]"
    data = {
        "emne": _ren(mail.emne).replace("\n", " ").strip() or UDEN_EMNE,
        "linjer": [(navn, _ren(str(v)).replace("\n", " ")) for navn, v in linjer if v],
        "afsnit": [a for a in (a.strip("\n") for a in re.split(r"\n\s*\n", tekst)) if a.strip()],
        "bilag": [_ren(b.navn) for b in mail.bilag],
        "udeladt": [_ren(u) for u in mail.udeladt],
    }
    besked = spoerg("mailpapir", json.dumps(data).encode(), {}, GRAENSER)
    if len(besked.filer) != 1 or not besked.filer[0].startswith(b"%PDF-"):
        raise OmdanFejl("beskadiget")
    return besked.filer[0]


def _ren(tekst: str) -> str:
    """Without what turns or hides text: control characters and marks of direction."""
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    return STYRETEGN.sub("", tekst).encode("utf-8", "replace").decode()


def _dato(dato: datetime | date | str | None) -> str:
    if isinstance(dato, datetime):
        return f"{dato:%d.%m.%Y kl. %H.%M}"
    return f"{dato:%d.%m.%Y}" if isinstance(dato, date) else dato or ""
