"""The citizen, the forløb and the facts of it."""

from ..aktoer import Vaeg
from .dor import AUDIT_KOMMUNE, AUDIT_SAGEN, KOMMUNEN, KUN_KOMMUNEN, REGIONEN, Dor

TABELLER: dict[str, tuple[Dor, ...]] = {
    "sager_borger": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True),
        Dor(Vaeg.REGION, REGIONEN, aendrer=True, kolonner=("koordinatorer",)),
        Dor(Vaeg.KOORDINATOR, "koordinatorer @> ARRAY[(SELECT adgang.ctx_for('koordinator'))]"),
        Dor(
            Vaeg.AUDIT,
            AUDIT_SAGEN,
            sete_kolonner=("id", "kommune_id", "region_id", "navn", "beskyttet_adresse", "beskyttet_til"),
        ),
    ),
    # Not where region and coordinator can reach: what is not there cannot be passed on.
    "sager_postadresse": KUN_KOMMUNEN,
    "sager_forloeb": (
        *KUN_KOMMUNEN,
        Dor(
            Vaeg.AUDIT,
            AUDIT_KOMMUNE,
            sete_kolonner=(
                *("kommune_id", "borger_id", "sagsbehandler_id"),
                *("id", "start", "frist_status", "naeste_frist"),  # counted
            ),
        ),
    ),
    "sager_indsats": (
        *KUN_KOMMUNEN,
        # When an effort began is counted; what it is, is not read.
        Dor(Vaeg.AUDIT, AUDIT_KOMMUNE, sete_kolonner=("forloeb_id", "paabegyndt", "tilbagekaldt_tid")),
    ),
    "sager_undtagetperiode": KUN_KOMMUNEN,
    "sager_ordinaeretimer": KUN_KOMMUNEN,
    "sager_spaend": KUN_KOMMUNEN,
    "sager_saerligegrunde": KUN_KOMMUNEN,
}
