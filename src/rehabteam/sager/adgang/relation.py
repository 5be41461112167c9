"""What binds the person at work to a case: computed from the rows and the Aktoer, never stored.

The table of rights (rettigheder.py) says which bond each right asks for. A person has at most one bond to a case,
for a role belongs to one kind of user.
"""

from enum import StrEnum

from ..models import Borger, Forloeb, Moede, Sag
from ..models.grundlag import OmBorgeren
from .aktoer import Aktoer, Vaeg

# What a right can be asked about.
Om = Sag | Forloeb | Borger | Moede


class Relation(StrEnum):
    ORGANISATION = "organisation"  # one's organisation owns the case
    SAGENS_REGION = "sagens_region"  # the case is shared with one's region
    TILDELT = "tildelt"  # the case is given to oneself, or to the one one stands in for
    BORGEREN_SELV = "borgeren_selv"  # one is the citizen
    FULDMAGT = "fuldmagt"  # the citizen has let one stand beside her
    NOED = "noed"  # one has opened the case in an emergency
    INGEN = "ingen"  # nothing binds


# How each is said in Danish, after »når«.
ORD = {
    Relation.ORGANISATION: "din organisation har sagen",
    Relation.SAGENS_REGION: "sagen er delt med din region",
    Relation.TILDELT: "sagen er givet til dig eller til den, du er vikar for",
    Relation.BORGEREN_SELV: "det er din egen sag",
    Relation.FULDMAGT: "borgeren har givet dig fuldmagt",
    Relation.NOED: "du har åbnet sagen med nødadgang",
    Relation.INGEN: "det ikke handler om en bestemt sag",
}


def relation(aktoer: Aktoer, om: Om) -> Relation:
    """The bond between this person and a case, a forløb, a citizen or a meeting day. One kept out has none."""
    i_arbejde = aktoer.borger_id is None  # a citizen is never kept out from herself, and may not read who is
    if i_arbejde and isinstance(om, OmBorgeren) and aktoer.medarbejder_id in om.udelukkede:
        return Relation.INGEN
    match aktoer.vaeg:
        case Vaeg.KOMMUNE | Vaeg.INTEGRATION if om.kommune_id == aktoer.organisation_id:
            return Relation.ORGANISATION
        case Vaeg.REGION if _region(om) == aktoer.organisation_id:
            return Relation.SAGENS_REGION
        case Vaeg.KOORDINATOR if _givet_til(aktoer, om):
            return Relation.TILDELT
        case Vaeg.BORGER if _borger(om) == aktoer.medarbejder_id:
            return Relation.BORGEREN_SELV
        case Vaeg.BISIDDER if aktoer.borger_id and _borger(om) == aktoer.borger_id:
            return Relation.FULDMAGT
        case Vaeg.NOED if aktoer.noed and om.id in (aktoer.noed.sag_id, aktoer.noed.borger_id):
            return Relation.NOED
    return Relation.INGEN


def _region(om: Om) -> object:
    return None if isinstance(om, Forloeb) else om.region_id  # forløb are the kommune's own


def _givet_til(aktoer: Aktoer, om: Om) -> bool:
    match om:
        case Sag():
            return om.koordinator_id == aktoer.sager_for
        case Borger():
            return aktoer.sager_for in om.koordinatorer
    return False


def _borger(om: Om) -> object:
    match om:
        case Borger():
            return om.id
        case Sag() | Forloeb():
            return om.borger_id
    return None
