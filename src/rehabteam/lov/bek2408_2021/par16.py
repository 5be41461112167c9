"""§ 16: what an indstilling about tilskud to the self-employed must say.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from rehabteam.lov.fuldstaendig import krav
from rehabteam.lov.stykke import stykke
from rehabteam.lov.vurdering import Mangel, bek

BEGRUNDELSE = krav(
    bek(16),
    "Indstillingen begrunder ikke, at arbejdsevnen i borgerens egen virksomhed er varigt og væsentligt nedsat.",
)


@stykke(
    bek(16),
    "Tilskud til selvstændige: teamet begrunder, at arbejdsevnen i egen virksomhed er varigt og "
    "væsentligt nedsat.",
)
def begrundelse() -> dict[str, Mangel]:
    """Lasting and substantial reduction in the own business."""
    return {"varigt_vaesentligt_nedsat": BEGRUNDELSE}
