"""What region and kommune have agreed: the region writes it, both read it. No word of it is about a citizen."""

from ..aktoer import Vaeg
from .dor import KOMMUNEN, REGIONEN, Dor

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
}
