"""What region and kommune have agreed, which the region writes, and what they settle by it, which both write.

No word of it names a citizen; the lines of a settlement name cases by an id that says nothing.
"""

from ..aktoer import Vaeg
from .dor import KOMMUNEN, REGIONEN, Dor

# A line is added while the settlement is open, never after both have approved it.
AABEN = "adgang.afregning_aaben(afregning_id)"


def _begge(**skriver: str) -> tuple[Dor, ...]:
    """Both sides read it, and add to it where `skriver` holds."""
    return tuple(
        Dor(vaeg, ser, indsaetter=True, skriver=f"{ser} AND {skriver[vaeg]}")
        for vaeg, ser in ((Vaeg.KOMMUNE, KOMMUNEN), (Vaeg.REGION, REGIONEN))
    )


TABELLER: dict[str, tuple[Dor, ...]] = {
    "sager_samarbejdsaftale": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN),
        Dor(Vaeg.REGION, REGIONEN, indsaetter=True),
        # Price and deadline stand on the case, also for those who only have the case.
        Dor(Vaeg.KOORDINATOR, "region_id = (SELECT adgang.ctx_org('koordinator'))"),
        Dor(
            Vaeg.NOED,
            "(kommune_id = (SELECT adgang.ctx_org('noed')) OR region_id = (SELECT adgang.ctx_org('noed')))",
        ),
    ),
    "sager_afregning": (
        Dor(Vaeg.KOMMUNE, KOMMUNEN, indsaetter=True, aendrer=True, kolonner=("laast_tid",)),
        Dor(Vaeg.REGION, REGIONEN, indsaetter=True, aendrer=True, kolonner=("laast_tid",)),
    ),
    "sager_afregningslinje": _begge(kommune=AABEN, region=AABEN),
    # Each side approves for itself alone.
    "sager_afregningsgodkendelse": _begge(
        kommune=f"side = 'kommune' AND {AABEN}", region=f"side = 'region' AND {AABEN}"
    ),
}
