"""A mail as it leaves the child: one line of JSON, then the attachments' bytes one after another."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime

from graenser import Nej

HOEJST_BILAG = 100
HOEJST_LAG = 5  # a mail in a mail in a mail …
LAENGSTE_FELT = 2000
LAENGSTE_TEKST = 4_000_000
LAENGSTE_NAVN = 300
# Direction marks could make a name read as another.
SKJULTE = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


@dataclass
class Brev:
    """`bilag`: (name, bytes, shown in the text). `udeladt`: what cannot be taken out of the mail, in words."""

    emne: str = ""
    fra: str = ""
    til: list[str] = field(default_factory=list)
    dato: datetime | None = None
    tekst: str = ""
    bilag: list[tuple[str, bytes, bool]] = field(default_factory=list)
    udeladt: list[str] = field(default_factory=list)

    def laeg_ved(self, navn: str, data: bytes, i_teksten: bool = False) -> None:
        if len(self.bilag) >= HOEJST_BILAG:
            raise Nej("for_mange_bilag")
        self.bilag.append((en_linje(navn)[:LAENGSTE_NAVN], data, i_teksten))

    def hoved(self) -> bytes:
        """The line of JSON. Raises Nej where the words alone are too many."""
        felter = {
            "emne": en_linje(self.emne),
            "fra": en_linje(self.fra),
            "til": [en_linje(modtager) for modtager in self.til],
            "dato": self.dato.isoformat() if self.dato else None,
            "tekst": flere_linjer(self.tekst),
            "bilag": [[navn, len(data), i_teksten] for navn, data, i_teksten in self.bilag],
            "udeladt": [en_linje(ord_) for ord_ in self.udeladt],
        }
        return json.dumps(felter).encode() + b"\n"

    def stykker(self) -> list[bytes]:
        """All that is to be written, in order. Raises Nej."""
        return [self.hoved(), *(data for _, data, _ in self.bilag)]


def en_linje(tekst: str) -> str:
    """What can be shown on one line: no control characters, no direction marks."""
    return " ".join("".join(map(_synligt, tekst[:LAENGSTE_FELT])).split())


def flere_linjer(tekst: str) -> str:
    """The same, with its lines in place."""
    if len(tekst) > LAENGSTE_TEKST:
        raise Nej("for_tung")
    linjer = tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rene = ("".join(c if c == "\t" else _synligt(c) for c in linje).rstrip() for linje in linjer)
    return "\n".join(rene).strip("\n")


def _synligt(tegn: str) -> str:
    if tegn in SKJULTE:
        return ""
    slags = unicodedata.category(tegn)
    return " " if slags == "Cc" else "" if slags in ("Cs", "Co", "Cn") else tegn
