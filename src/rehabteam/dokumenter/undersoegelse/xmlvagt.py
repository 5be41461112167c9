"""XML read for what it would make a program do: no entities, no fetching, no stylesheets of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.parsers import expat

from graenser import Nej

MAKS_DYBDE = 500
SKEMA = re.compile(r"\s*(\.?[A-Za-z][A-Za-z0-9+.\-]*):")
# Links a person may click on. Every other scheme starts a program or runs a script.
KLIKBARE = frozenset(("http", "https", "mailto", "tel", "sms", "ftp", "file", "notes", "onenote"))
USYNLIGE = re.compile(r"[\x00-\x20\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")


class Vagt:
    """Reads one part. A kind's own guard says what it will not have in `start`, `tekst` and `slut`."""

    def __init__(self) -> None:
        self.dybde = 0
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._slut
        self.parser.CharacterDataHandler = self.tekst
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EndDoctypeDeclHandler = self._efter_doctype
        self.parser.EntityDeclHandler = self._enhed
        self.parser.ProcessingInstructionHandler = self._instruks

    def laes(self, stykker: Iterable[bytes]) -> None:
        """Raises Nej, or expat's own error where it is no XML."""
        for stykke in stykker:
            self.parser.Parse(stykke, False)
        self.parser.Parse(b"", True)

    def start(self, navn: str, rum: str, felter: dict[str, str]) -> None:
        """An element begins: its local name, its namespace, its attributes (`namespace}name`)."""

    def slut(self, navn: str) -> None:
        """The element with this local name ends."""

    def tekst(self, tekst: str) -> None:
        """Text between the elements."""

    def _start(self, navn: str, felter: dict[str, str]) -> None:
        self.dybde += 1
        if self.dybde > MAKS_DYBDE:
            raise Nej("bombe")
        rum, _, lokalt = navn.rpartition("}")
        self.start(lokalt, rum, felter)

    def _slut(self, navn: str) -> None:
        self.dybde -= 1
        self.slut(navn.rpartition("}")[2])

    def _doctype(self, _navn: str, system: str | None, offentlig: str | None, _intern: bool) -> None:
        if system or offentlig:
            raise Nej("henter_udefra")

    def _efter_doctype(self) -> None:
        raise Nej("beskadiget")

    def _enhed(self, *_: object) -> None:
        raise Nej("bombe")

    def _instruks(self, maal: str, _data: str) -> None:
        if maal.lower() == "xml-stylesheet":
            raise Nej("henter_udefra")


def felt(felter: dict[str, str], navn: str) -> str:
    """An attribute by its local name, whatever its namespace; "" if there is none."""
    for helt, vaerdi in felter.items():
        if helt.rpartition("}")[2] == navn:
            return vaerdi
    return ""


def link(adresse: str) -> None:
    """A link to click on: refused when a click would start a program."""
    skema = SKEMA.match(USYNLIGE.sub("", adresse))
    if skema and len(skema[1]) > 1 and skema[1].lower() not in KLIKBARE:  # "C:" is a drive, not a scheme
        raise Nej("aktivt_indhold")


def i_filen(adresse: str) -> bool:
    """Does the address point at something in the same file?"""
    ren = USYNLIGE.sub("", adresse)
    return (
        not SKEMA.match(ren)
        and not ren.startswith(("/", "\\"))
        and ".." not in ren.replace("\\", "/").split("/")
    )


def paa_eget_drev(adresse: str) -> bool:
    """A path on the writer's own machine (C:\\..., ../...): nothing is fetched over a net to open it."""
    ren = USYNLIGE.sub("", adresse).replace("\\", "/")
    uden = re.sub(r"^file:/{3}(?=[A-Za-z]:/)", "", ren, flags=re.IGNORECASE)
    return bool(re.match(r"[A-Za-z]:/(?!/)", uden)) or (not SKEMA.match(ren) and not ren.startswith("//"))
