"""What an identity provider has told us about a person, after it has been proved to come from there."""

from dataclasses import dataclass, field
from datetime import datetime

from ..cprvagt import uden_cpr
from .afvist import Aarsag, Afvist
from .doere import NIVEAUER, Doer
from .privilegier import Gruppe

NIVEAU_ADRESSE = "https://data.gov.dk/concept/core/nsis/loa/"


@dataclass(frozen=True, slots=True)
class Paastand:
    """A proved statement. What is not a field here is never kept.

    `cpr`: only at the citizens' door, only for as long as it takes to find her, and never shown by printing this.
    `noegler`: what makes this answer unique (each may be used once). `gyldig_til`: until then it could be sent again.
    """

    doer: str
    udsteder: str
    ekstern_id: str
    navn: str
    niveau: str
    grupper: tuple[Gruppe, ...]
    noegler: tuple[str, ...]
    gyldig_til: datetime
    videre: str = ""
    session_til: datetime | None = None
    sessionsnoegle: str = ""
    navne_id: dict[str, str] = field(default_factory=dict)
    cpr: str = field(default="", repr=False)


def kraev_niveau(doer: Doer, vaerdier: list[str]) -> str:
    """The NSIS level the answer states. None, an unknown one, or one below the door's raises Afvist.

    We ask ourselves: identity providers (and pysaml2) let a lower level pass than the one requested.
    """
    navne = [v.strip().removeprefix(NIVEAU_ADRESSE) for v in vaerdier]
    if not navne or any(n not in NIVEAUER for n in navne):
        raise Afvist(Aarsag.FOR_LAVT)
    lavest = min(navne, key=NIVEAUER.index)
    if NIVEAUER.index(lavest) < NIVEAUER.index(doer.niveau):
        raise Afvist(Aarsag.FOR_LAVT)
    return lavest


def visningsnavn(*muligheder: str) -> str:
    """The first name that is one, without control characters and CPR numbers, short enough for a column."""
    for navn in muligheder:
        renset = " ".join("".join(c if c.isprintable() else " " for c in navn).split())
        if renset:
            return uden_cpr(renset)[:200]
    return "Uden navn"
