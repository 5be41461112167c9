"""The table of rights as people read it: role by role, and as a matrix. For the page and for docs/rettigheder.md."""

from dataclasses import dataclass

from ..models import Rolle, Sag
from .relation import ORD, Relation
from .rettighed import FOER_INDSTILLING, IKKE_AFSLUTTET, UDEN_SAG, Ret
from .rettigheder import RETTIGHEDER

HUSE = (
    ("Kommunen", (Rolle.SAGSBEHANDLER, Rolle.MOEDELEDER, Rolle.TEAMMEDLEM, Rolle.LEDER)),
    ("Regionen", (Rolle.SEKRETARIAT, Rolle.SUNDHEDSKOORDINATOR)),
    ("Borgeren", (Rolle.BORGER, Rolle.BISIDDER)),
    ("Tilsyn og drift", (Rolle.AUDITOR, Rolle.DRIFT, Rolle.INTEGRATION)),
)
# The bond each role can have to a case; nobody at work on the machine has one.
BAAND = {
    **dict.fromkeys((*HUSE[0][1], Rolle.INTEGRATION), Relation.ORGANISATION),
    Rolle.SEKRETARIAT: Relation.SAGENS_REGION,
    Rolle.SUNDHEDSKOORDINATOR: Relation.TILDELT,
    Rolle.BORGER: Relation.BORGEREN_SELV,
    Rolle.BISIDDER: Relation.FULDMAGT,
    Rolle.AUDITOR: Relation.INGEN,
    Rolle.DRIFT: Relation.INGEN,
}

# The two spans of states that most rights name, as one says them.
SPAEND = {FOER_INDSTILLING: "ikke indstillet endnu", IKKE_AFSLUTTET: "ikke afsluttet"}


@dataclass(frozen=True, slots=True)
class Linje:
    """One right as one role has it. `naar`: the states of the case, or nothing; `baand`: what must bind one to it."""

    navn: str
    hvad: str
    naar: str
    baand: str


@dataclass(frozen=True, slots=True)
class Rollekort:
    """`baand`: what must bind this role to a case; a line has another only where it says so."""

    rolle: Rolle
    baand: str
    se: tuple[Linje, ...]
    goere: tuple[Linje, ...]


def er_syn(navn: str) -> bool:
    """Is the right one to look, and not to do?"""
    return navn.endswith((".se", ".soeg"))


def rollekort(rolle: Rolle) -> Rollekort:
    linjer = [linje(navn, ret, rolle) for navn, ret in RETTIGHEDER.items() if rolle in ret.roller]
    return Rollekort(
        rolle,
        "" if BAAND[rolle] == Relation.INGEN else ORD[BAAND[rolle]],
        tuple(x for x in linjer if er_syn(x.navn)),
        tuple(x for x in linjer if not er_syn(x.navn)),
    )


def linje(navn: str, ret: Ret, rolle: Rolle) -> Linje:
    return Linje(navn, ret.hvad, tilstande(ret), baand(ret, rolle))


def tilstande(ret: Ret) -> str:
    if ret.tilstande is None:
        return ""
    return SPAEND.get(ret.tilstande) or i_raekke(ret.tilstande)


def i_raekke(tilstande_: frozenset[Sag.Tilstand]) -> str:
    """Each state by name, in the order a case goes through them."""
    return ", ".join(str(t.label).lower() for t in Sag.Tilstand if t in tilstande_)


def baand(ret: Ret, rolle: Rolle) -> str:
    """What must hold between this role and the case, in words; nothing where it is about no case."""
    if ret.relation == UDEN_SAG:
        return ""
    return " eller ".join(ORD[r] for r in Relation if r in ret.relation & {BAAND[rolle], Relation.NOED})


def matrix() -> list[tuple[str, Ret, list[bool]]]:
    """(name, right, has it) with the roles in the order of `roller()`."""
    return [(navn, ret, [r in ret.roller for r in roller()]) for navn, ret in RETTIGHEDER.items()]


def roller() -> list[Rolle]:
    return [rolle for _hus, i_huset in HUSE for rolle in i_huset]
