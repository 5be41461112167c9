"""Whom the story is about, and what is carried from one person's screen to the next."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.forloeb.skaerm import Aabn, Skaerm

NAVN = "Birgitte Holm Andresen"


@dataclass
class Sagsgang:
    """What is carried from one person's screen to the next: the addresses of the forløb and the case."""

    aabn: Aabn
    js: bool
    papirer: Path
    forloeb: str = ""
    sag: str = ""
    skaerm: Skaerm | None = None

    def som(self, brugernavn: str) -> Skaerm:
        """This person's screen; the one before her has gone home."""
        if self.skaerm:
            self.skaerm.omraade.close()
        self.skaerm = self.aabn(brugernavn, js=self.js)
        return self.skaerm
