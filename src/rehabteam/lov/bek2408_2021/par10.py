"""§ 10: what an indstilling about førtidspension must say. https://www.retsinformation.dk/eli/lta/2021/2408"""

from __future__ import annotations

from rehabteam.lov.fuldstaendig import krav
from rehabteam.lov.vurdering import Mangel, bek

PKT1 = krav(
    bek(10, pkt=1),
    "Indstillingen siger ikke, hvilke beskæftigelsesmæssige, sociale og helbredsmæssige forhold teamet bygger på.",
)
PKT2 = krav(
    bek(10, pkt=2),
    "Den faglige forklaring mangler: hvorfor arbejdsevnen er varigt nedsat og ikke kan bruges til at forsørge sig selv.",
)


def pkt1() -> dict[str, Mangel]:
    """Three grounds."""
    return dict.fromkeys(("beskaeftigelse", "social", "helbred"), PKT1)


def pkt2() -> dict[str, Mangel]:
    """The professional explanation."""
    return {"faglig_forklaring": PKT2}
