"""§ 10: what an indstilling about førtidspension must say. https://www.retsinformation.dk/eli/lta/2021/2408"""

from __future__ import annotations

from rehabteam.lov.fuldstaendig import krav
from rehabteam.lov.stykke import stykke
from rehabteam.lov.vurdering import Mangel, bek

PKT1 = krav(
    bek(10, pkt=1),
    "Indstillingen siger ikke, hvilke beskæftigelsesmæssige, sociale og helbredsmæssige forhold teamet bygger på.",
)
PKT2 = krav(
    bek(10, pkt=2),
    "Den faglige forklaring mangler: hvorfor arbejdsevnen er varigt nedsat og ikke kan bruges til at forsørge sig selv.",
)


@stykke(
    bek(10, pkt=1),
    "Førtidspension: indstillingen siger, hvilke forhold ved job, det sociale og helbredet teamet "
    "lægger vægt på.",
)
def pkt1() -> dict[str, Mangel]:
    """Three grounds."""
    return dict.fromkeys(("beskaeftigelse", "social", "helbred"), PKT1)


@stykke(
    bek(10, pkt=2),
    "Teamet forklarer fagligt, hvorfor arbejdsevnen er varigt nedsat og ikke rækker til at forsørge sig "
    "selv.",
)
def pkt2() -> dict[str, Mangel]:
    """The professional explanation."""
    return {"faglig_forklaring": PKT2}
