"""Retssikkerhedsloven § 12: what the citizen is to know when she is asked. The wording is not verified.

https://www.retsinformation.dk/eli/lta/2022/265
"""

from __future__ import annotations

from rehabteam.lov.retssikkerhedsloven.undtagelse import KILDE
from rehabteam.lov.stykke import stykke
from rehabteam.lov.vurdering import Hjemmel, Mangel

NR3 = Hjemmel(KILDE, "12", nr=3)
KONSEKVENSER = Mangel(
    "KONSEKVENSER",
    NR3,
    "Det fremgår ikke, at borgeren har fået at vide, hvad et nej betyder for sagen.",
)


@stykke(NR3, "Borgeren skal vide, hvad det betyder for sagen ikke at give samtykke.")
def konsekvenser(oplyst: bool | None) -> list[Mangel]:
    """What lacks until somebody has noted that she was told."""
    return [] if oplyst else [KONSEKVENSER]
