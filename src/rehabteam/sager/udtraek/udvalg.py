"""Whose work, and which kinds of case: what a person has chosen to see on her lists."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from ..adgang.aktoer import Aktoer
from ..models import Rolle
from ..sagsarter import ARTER
from .huset import enheden, i_enheden

MINE, ENHED, ALLE, MOEDER = "mine", "enhed", "alle", "moeder"
NAERMESTE, NAVN = "naermeste", "navn"
FORLOEBENES = "genforelaeggelse"  # the kind a forløb becomes, when it is taken up again


@dataclass(frozen=True, slots=True)
class Udvalg:
    """`hos`: whose work, None for the whole kommune's. `art`: one kind of case, "" for all. `orden`: of the rows."""

    hvem: str = ALLE
    hos: tuple[UUID, ...] | None = None
    art: str = ""
    orden: str = NAERMESTE

    def hos_q(self, felt: str) -> Q:
        return Q() if self.hos is None else Q(**{f"{felt}__in": self.hos})

    def art_q(self) -> Q:
        """Of the case: its kind as the register says it stands there."""
        if not self.art:
            return Q()
        art = ARTER[self.art]
        return Q(undertype=art.undertype) & (Q(sagstype=art.sagstype) if art.sagstype else Q())

    @property
    def med_forloeb(self) -> bool:
        """Are forløb that nobody has taken up again part of what was chosen?"""
        return self.art in ("", FORLOEBENES)


def udvalg(
    aktoer: Aktoer, *, hvem: str, person: UUID | None = None, art: str = "", orden: str = ""
) -> Udvalg:
    """What was asked for, or the nearest to it that this role can have. A caseworker begins with her own."""
    kendt = valgmuligheder(aktoer)
    hvem = hvem if hvem in kendt else kendt[0]
    hos: tuple[UUID, ...] | None = None
    if person:
        hos = (person,)
    elif hvem == MINE:
        hos = (aktoer.sager_for,)
    elif hvem == ENHED and (enhed := enheden(aktoer)):
        hos = tuple(i_enheden(aktoer, enhed))
    return Udvalg(hvem, hos, art if art in ARTER else "", orden if orden in (NAERMESTE, NAVN) else NAERMESTE)


def valgmuligheder(aktoer: Aktoer) -> tuple[str, ...]:
    """Whose work this role can choose to see, its own first. With no unit, the unit is the kommune."""
    match aktoer.rolle:
        case Rolle.SAGSBEHANDLER:
            return (MINE, ENHED, ALLE)
        case Rolle.LEDER:
            return (ENHED, ALLE)
        case _:
            return (MOEDER, ALLE)
