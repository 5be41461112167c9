"""What comes from the kommune's other system: its own kommune's alone. The door sees only that a job is waiting."""

from ..aktoer import Vaeg
from .dor import KOMMUNEN, Dor

TABELLER: dict[str, tuple[Dor, ...]] = {
    "sager_importjob": (
        Dor(
            Vaeg.KOMMUNE,
            KOMMUNEN,
            indsaetter=True,
            aendrer=True,
            kolonner=(
                *("tilstand", "behandlet", "naaet", "tal", "fejl", "antal_fejl", "grund"),
                *("bestilt_tid", "slut_tid"),
            ),
        ),
        # The worker asks as the door whose turn it is, and then becomes the one who ordered it.
        Dor(
            Vaeg.DOER,
            "slut_tid IS NULL",
            sete_kolonner=("id", "kommune_id", "bestilt_af_id", "tilstand", "modtaget_tid"),
        ),
    ),
    "sager_importnoegle": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True, kolonner=("raekke", "aftryk")),
    ),
}
