"""Consents and what was asked on them: the kommune's own, and the citizen's. Region and coordinator see neither."""

from ..aktoer import Vaeg
from .borgersiden import HENDES
from .dor import KOMMUNEN, Dor

# Only the withdrawal of a consent and the closing of a request are ever written on a row.
TILBAGEKALDT = ("tilbagekaldt_tid", "tilbagekaldt_dag", "tilbagekaldt_af")
LUKKET = ("tilstand", "lukket_tid", "lukket_dag", "lukket_af", "lukket_grund")

# What the citizen reads of them herself: what was said and asked, and not which of the staff wrote it down.
BORGERENS = {
    "sager_samtykke": (
        *(
            "id",
            "kommune_id",
            "borger_id",
            "sag_id",
            "oplysninger",
            "kilde",
            "formaal",
            "givet",
            "maade",
            "til",
        ),
        *("praecist", "konsekvenser_oplyst", "tilbagekaldt_tid", "tilbagekaldt_dag"),
    ),
    "sager_anmodning": (
        *("id", "kommune_id", "borger_id", "sag_id", "form", "til", "oplysninger", "sendt", "samtykke_id"),
        *("tilstand", "lukket_tid", "lukket_dag", "svarfrist"),
    ),
    "sager_attestskridt": (
        *("id", "kommune_id", "borger_id", "sag_id", "anmodning_id", "slags", "dag", "kl"),
        *("fortryder_id", "tid"),
    ),
}

TABELLER: dict[str, tuple[Dor, ...]] = {
    "sager_samtykke": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True, kolonner=TILBAGEKALDT),
        Dor(
            Vaeg.BORGER,
            HENDES,
            aendrer=True,
            kolonner=TILBAGEKALDT,
            sete_kolonner=BORGERENS["sager_samtykke"],
        ),
    ),
    "sager_anmodning": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True, kolonner=LUKKET),
        # What rests on a consent stops when she takes it back.
        Dor(
            Vaeg.BORGER,
            HENDES,
            aendrer=True,
            kolonner=LUKKET,
            sete_kolonner=BORGERENS["sager_anmodning"],
        ),
    ),
    # A certificate's way: hers to follow, the kommune's to write.
    "sager_attestskridt": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True),
        Dor(Vaeg.BORGER, HENDES, sete_kolonner=BORGERENS["sager_attestskridt"]),
    ),
}
