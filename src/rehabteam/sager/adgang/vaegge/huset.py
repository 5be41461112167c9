"""Organisations and the people at work in them."""

from ..aktoer import Vaeg
from .dor import ALLE_RAEKKER, INDE, Dor, egen

# The region whose Klinisk Funktion the kommune works with.
KOMMUNENS_REGION = (
    "organisation_id = (SELECT o.region_id FROM sager_organisation o "
    "WHERE o.id = (SELECT adgang.ctx_org('kommune')))"
)

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
    # Which days somebody is away; a kommune that plans its meetings reads it of its region's people.
    "sager_fravaer": (
        Dor(
            Vaeg.KOMMUNE,
            KOMMUNENS_REGION,
            sete_kolonner=("id", "organisation_id", "medarbejder_id", "fra", "til", "slut"),
        ),
        Dor(
            Vaeg.REGION,
            egen(Vaeg.REGION),
            indsaetter=True,
            aendrer=True,
            kolonner=("slut", "slut_af"),
        ),
        Dor(Vaeg.KOORDINATOR, egen(Vaeg.KOORDINATOR)),
    ),
}
