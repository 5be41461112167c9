"""Consents and what was asked on them: the kommune's own, and the citizen's. Region and coordinator see neither."""

from ..aktoer import Vaeg
from .borgersiden import HENDES
from .dor import KOMMUNEN, Dor

# Only the withdrawal of a consent and the closing of a request are ever written on a row.
TILBAGEKALDT = ("tilbagekaldt_tid", "tilbagekaldt_dag", "tilbagekaldt_af")
LUKKET = ("tilstand", "lukket_tid", "lukket_dag", "lukket_af", "lukket_grund")

TABELLER: dict[str, tuple[Dor, ...]] = {
    "sager_samtykke": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True, kolonner=TILBAGEKALDT),
        Dor(Vaeg.BORGER, HENDES, aendrer=True, kolonner=TILBAGEKALDT),
    ),
    "sager_anmodning": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True, kolonner=LUKKET),
        # What rests on a consent stops when she takes it back.
        Dor(Vaeg.BORGER, HENDES, aendrer=True, kolonner=LUKKET),
    ),
}
