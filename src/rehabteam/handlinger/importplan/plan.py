"""The outcome: what is to be written, in the order rows point at one another, and what became of each row."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from rehabteam.sager.indlaesning.kolonner import Raekke
from rehabteam.sager.models import Borger, Forloeb, Importnoegle, Oplysning


class Udfald(StrEnum):
    NY = "ny"
    ENS = "ens"  # known already, and unchanged
    AENDRET = "aendret"  # the other system has changed it since
    AFVIGER = "afviger"  # known, with other details about the citizen: told, never overwritten
    FEJL = "fejl"


@dataclass(slots=True)
class Plan:
    """`udfald`: how many of each kind came out so. `fejl`: file, line, column and what to do. The rest are rows."""

    udfald: Counter[tuple[str, Udfald]] = field(default_factory=Counter)
    fejl: list[dict[str, Any]] = field(default_factory=list)
    borgere: list[Borger] = field(default_factory=list)
    forloeb: list[Forloeb] = field(default_factory=list)
    slut: list[Forloeb] = field(default_factory=list)  # known, and over now
    oplysninger: list[Oplysning] = field(default_factory=list)
    tilbage: list[Oplysning] = field(default_factory=list)  # to be taken back
    noegler: list[Importnoegle] = field(default_factory=list)
    nye_aftryk: list[Importnoegle] = field(default_factory=list)
    roert: dict[UUID, Counter[str]] = field(default_factory=dict)  # forløb → what was done on it
    kendte: dict[UUID, Forloeb] = field(default_factory=dict)  # as they stood before
    sete: set[UUID] = field(default_factory=set)  # the citizens, for the log

    def svar(self, raekke: Raekke, udfald: Udfald, **fejl: str) -> None:
        self.udfald[raekke.slags, udfald] += 1
        self.fejl += [
            {"fil": raekke.fil, "linje": raekke.linje, "felt": felt, "tekst": tekst}
            for felt, tekst in fejl.items()
        ]

    def roer(self, forloeb: Forloeb, hvad: str) -> None:
        self.roert.setdefault(forloeb.id, Counter())[hvad] += 1
