"""THE table of rights: which role may see what and do what, in which state of the case, bound to it how.

Its lines stand in rettigheder_sagen.py and rettigheder_omkring.py, with the words of rettighed.py. Every route and every
Handling names one of them (tests/arkitektur holds them to it). docs/rettigheder.md and the page /rettigheder/ are made
from it. PostgreSQL's walls (vaegge/) stand behind and know nothing of roles, only of organisations and people.
"""

from ..models import Sag
from .aktoer import Aktoer
from .relation import ORD, Om, Relation, relation
from .rettighed import UDEN_SAG, Ret
from .rettigheder_omkring import OMKRING
from .rettigheder_sagen import SAGEN

RETTIGHEDER: dict[str, Ret] = SAGEN | OMKRING


# Under a nødadgang: what is asked for, and the line it falls under instead. Everything else waits until it is over.
UNDER_NOEDADGANG = {
    "sag.se": "noedadgang_sag.se",
    "dokumenter.se": "noedadgang_dokumenter.se",
    "hjaelp.se": "hjaelp.se",
}
KUN_LAESE = "Med nødadgang kan du kun læse den ene sag. Afslut nødadgangen, og prøv igen."


def linje(aktoer: Aktoer, navn: str) -> str:
    """Which line of the table a right is asked for under: its own, except in an emergency. "" if under none."""
    return UNDER_NOEDADGANG.get(navn, "") if aktoer.noed else navn


class IngenRet(Exception):
    """The person may not do this. `forklaring` is Danish and may be shown."""

    def __init__(self, forklaring: str) -> None:
        super().__init__(forklaring)
        self.forklaring = forklaring


def har_ret(aktoer: Aktoer, navn: str, om: Om | None = None) -> bool:
    """True if the role has the right and, where a case is given, is bound to it as asked and it is in a state for it.

    `om`: the case, forløb, citizen or meeting day it is about.
    """
    if not (navn := linje(aktoer, navn)):
        return False
    ret = RETTIGHEDER[navn]
    if aktoer.rolle not in ret.roller:
        return False
    return om is None or (_bundet(aktoer, ret, om) and _i_tide(ret, om))


def kraev_ret(aktoer: Aktoer, navn: str, om: Om | None = None) -> None:
    """Raise IngenRet, with a sentence for the screen, unless `har_ret`."""
    if not (navn := linje(aktoer, navn)):
        raise IngenRet(KUN_LAESE)
    ret = RETTIGHEDER[navn]
    if aktoer.rolle not in ret.roller:
        raise IngenRet(f"»{ret.hvad}« kan ikke gøres i rollen {aktoer.rolle.label.lower()}.")
    if om is None:
        return
    if not _bundet(aktoer, ret, om):
        baand = " eller ".join(ORD[r] for r in Relation if r in ret.relation)
        raise IngenRet(f"»{ret.hvad}« kan kun gøres, når {baand}.")
    if isinstance(om, Sag) and not _i_tide(ret, om):
        tilstand = Sag.Tilstand(om.tilstand).label.lower()
        raise IngenRet(f"»{ret.hvad}« kan ikke gøres nu: sagens tilstand er »{tilstand}«.")


def _bundet(aktoer: Aktoer, ret: Ret, om: Om) -> bool:
    return ret.relation == UDEN_SAG or relation(aktoer, om) in ret.relation


def _i_tide(ret: Ret, om: Om) -> bool:
    return ret.tilstande is None or not isinstance(om, Sag) or om.tilstand in ret.tilstande
