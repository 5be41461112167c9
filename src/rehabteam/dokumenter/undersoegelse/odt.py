"""What an ODT may not do: scripts, event listeners, embedded objects, sections and pictures fetched from elsewhere."""

from __future__ import annotations

import re

from graenser import Nej
from xmlvagt import Vagt, felt, i_filen, link, paa_eget_drev

AKTIVE_MAPPER = re.compile(r"(Basic|Scripts|Dialogs|Java)(/|$)", re.IGNORECASE)
INDLEJREDE = re.compile(
    r"(Object \d+|ObjectReplacements|EmbeddedDatabase|database|embeddings)(/|$)", re.IGNORECASE
)
XLINK = "http://www.w3.org/1999/xlink}href"
SCRIPT = "urn:oasis:names:tc:opendocument:xmlns:script:1.0"
AKTIVE = frozenset(("event-listener", "script", "execute-macro"))
OBJEKTER = frozenset(("object", "object-ole", "plugin", "applet", "floating-frame"))
KLIK = frozenset(("a",))


def odt_navne(navne: list[str]) -> None:
    """Refuse by the names of the parts alone. Raises Nej."""
    if any(AKTIVE_MAPPER.match(navn) for navn in navne):
        raise Nej("aktivt_indhold")
    if any(INDLEJREDE.match(navn) for navn in navne):
        raise Nej("indlejret_fil")
    if "content.xml" not in navne:
        raise Nej("beskadiget")


class Odtvagt(Vagt):
    """Guards one part of an ODT."""

    def __init__(self, del_: str) -> None:
        super().__init__()
        self.del_ = del_

    def start(self, navn: str, rum: str, felter: dict[str, str]) -> None:
        if navn in AKTIVE or navn.startswith("dde-") or rum == SCRIPT:
            raise Nej("aktivt_indhold")
        if navn == "html":
            raise Nej("indlejret_fil")
        if navn in OBJEKTER and ":drawing:" in rum:
            raise Nej("indlejret_fil")
        if navn == "encryption-data":
            raise Nej("krypteret")
        if navn == "auto-reload" or (navn == "section-source" and felter.get(XLINK)):
            raise Nej("henter_udefra")
        if not (adresse := felter.get(XLINK) or (felt(felter, "href") if "svg" in rum else "")):
            return
        if navn in KLIK:
            link(adresse)
        elif navn == "template":
            if not paa_eget_drev(adresse):
                raise Nej("henter_udefra")
        elif not i_filen(adresse):
            raise Nej("henter_udefra")
