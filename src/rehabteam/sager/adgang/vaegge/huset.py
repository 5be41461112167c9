"""Organisations and the people at work in them."""

from ..aktoer import Vaeg
from .dor import ALLE_RAEKKER, INDE, Dor, egen

TABELLER: dict[str, tuple[Dor, ...]] = {
    # Names of organisations are no secret.
    "sager_organisation": tuple(Dor(vaeg, ALLE_RAEKKER) for vaeg in Vaeg),
    "sager_medarbejder": (
        # At the door a person is made or renamed as her own organisation's login tells it; never moved.
        Dor(Vaeg.DOER, ALLE_RAEKKER, indsaetter=True, aendrer=True, kolonner=("navn", "rolle")),
        *(Dor(vaeg, egen(vaeg)) for vaeg in (*INDE, Vaeg.AUDIT)),
        # The unit is the kommune's own word for where somebody sits.
        Dor(
            Vaeg.KOMMUNE,
            "",
            laeser=False,
            aendrer=True,
            kolonner=("enhed",),
            skriver=egen(Vaeg.KOMMUNE),
        ),
    ),
}
