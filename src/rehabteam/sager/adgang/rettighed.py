"""One line of the table of rights (rettigheder.py), and the words the lines are written with."""

from dataclasses import dataclass, field

from ..models import Rolle, Sag
from .relation import Relation

SAGSBEHANDLER, MOEDELEDER, TEAMMEDLEM, LEDER = (
    Rolle.SAGSBEHANDLER,
    Rolle.MOEDELEDER,
    Rolle.TEAMMEDLEM,
    Rolle.LEDER,
)
SEKRETARIAT, KOORDINATOR = Rolle.SEKRETARIAT, Rolle.SUNDHEDSKOORDINATOR
AUDITOR = frozenset({Rolle.AUDITOR})
OPSYN = frozenset({LEDER, SEKRETARIAT}) | AUDITOR  # who sees to what is out of the ordinary

KOMMUNEN = frozenset({SAGSBEHANDLER, MOEDELEDER, TEAMMEDLEM, LEDER})
REGIONEN = frozenset({SEKRETARIAT, KOORDINATOR})
ALLE = KOMMUNEN | REGIONEN
MYNDIGHED = frozenset({SAGSBEHANDLER, LEDER})  # those who carry the kommune's casework
LEDELSEN = frozenset({LEDER, SEKRETARIAT})  # those who decide for their house
BORGEREN = frozenset({Rolle.BORGER})
BORGERSIDEN = BORGEREN | {Rolle.BISIDDER}
DRIFT = frozenset({Rolle.DRIFT})
FAGSYSTEM = MYNDIGHED | {Rolle.INTEGRATION}  # what another system of the kommune may write as well
LOGGET_IND = ALLE | AUDITOR | BORGERSIDEN | DRIFT

T = Sag.Tilstand
FOER_INDSTILLING = frozenset({T.FORBEREDES, T.SENDT, T.HOS_KOORDINATOR})
IKKE_AFSLUTTET = frozenset(T) - {T.AFSLUTTET}

# What must bind one to the case. A line names every bond that will do; a role can only have one of them.
EGEN = frozenset({Relation.ORGANISATION})
DELT = frozenset({Relation.SAGENS_REGION})
GIVET = frozenset({Relation.TILDELT})
INDE = EGEN | DELT | GIVET
UDEN_SAG = frozenset({Relation.INGEN})
HENDES = frozenset({Relation.BORGEREN_SELV})
MED_FULDMAGT = HENDES | {Relation.FULDMAGT}
I_NOED = frozenset({Relation.NOED})


@dataclass(frozen=True, slots=True)
class Ret:
    """One line: what it is, who has it, in which states of the case (None = any), and what must bind one to it."""

    hvad: str
    roller: frozenset[Rolle]
    tilstande: frozenset[Sag.Tilstand] | None = None
    relation: frozenset[Relation] = field(kw_only=True)
