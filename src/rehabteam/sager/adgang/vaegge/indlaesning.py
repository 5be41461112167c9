"""What comes in, from the kommune's other system or as files: its own alone. The door sees only that work is waiting."""

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
    # A file on its way in is its sender's kommune's until it is laid on the case as a document.
    "sager_modtagetfil": (
        Dor(
            Vaeg.KOMMUNE,
            KOMMUNEN,
            indsaetter=True,
            aendrer=True,
            kolonner=(
                *("tilstand", "trin", "grund", "forsoeg", "naeste_tid", "filnavn", "slags", "mime", "sider"),
                *("sha256", "vist_sha256", "vist_mime", "virusscannet", "dokument_id", "aendret_tid"),
                *("foreslaaet_slags", "foreslaaet_dato", "foreslaaet_titel", "foreslaaet_afsender"),
            ),
        ),
        Dor(
            Vaeg.DOER,
            "tilstand = 'venter' OR (tilstand = 'klar' AND trin = 'laeses')",
            sete_kolonner=("id", "kommune_id", "medarbejder_id", "tilstand", "trin", "naeste_tid"),
        ),
    ),
}
