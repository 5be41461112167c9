"""Why a file could not be converted, in words for the person who sent it."""

from __future__ import annotations

TEKSTER = {
    "beskadiget": "Filen er beskadiget og kan ikke læses. Hent eller scan den igen, og vælg den på ny.",
    "laast": "Filen er låst med en kode. Gem en udgave uden kode, og vælg den igen.",
    "for_langsom": "Filen tager for lang tid at åbne. Gem den som PDF, og vælg den igen.",
    "for_tung": "Filen er for tung at åbne. Del den i flere, eller gem den som PDF, og vælg den igen.",
    "ingen_sider": "Der er ingen sider i filen. Gem den som PDF, og vælg den igen.",
    "ikke_understoettet": "Den slags fil kan ikke laves om til PDF. Gem den som PDF, og vælg den igen.",
}


class OmdanFejl(ValueError):
    """The file cannot be converted, and never will be as it is.

    `kode`: one of TEKSTER; `dansk_tekst` (also str()): what is wrong, what to do.
    """

    def __init__(self, kode: str, dansk_tekst: str = "") -> None:
        self.kode = kode if kode in TEKSTER else "beskadiget"
        self.dansk_tekst = dansk_tekst or TEKSTER[self.kode]
        super().__init__(self.dansk_tekst)


class OmdanNede(RuntimeError):
    """This machine cannot convert now: no wall, or a program is missing. Nothing is wrong with the file."""


class MurNede(OmdanNede):
    """No wall can be built here at all: it is the same for every file."""
