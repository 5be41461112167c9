"""§ 9: what an indstilling about fleksjob must say. https://www.retsinformation.dk/eli/lta/2021/2408"""

from __future__ import annotations

from rehabteam.lov.fuldstaendig import krav
from rehabteam.lov.vurdering import Mangel, SkalVurderes, bek

STK1 = krav(
    bek(9, 1, pkt=1),
    "Indstillingen siger ikke, hvilke beskæftigelsesmæssige, sociale og helbredsmæssige forhold teamet bygger på.",
)
STK1_NR = {
    "nr1": krav(
        bek(9, 1, 1),
        "Indstillingen begrunder ikke, at borgeren er afklaret og ikke kan arbejde på almindelige vilkår.",
    ),
    "nr2": krav(bek(9, 1, 2), "Indstillingen siger ikke, hvilke slags fleksjob og hensyn der er brug for."),
}
STK2 = krav(
    bek(9, 2),
    "Arbejdsevnen er meget begrænset nu, men indstillingen begrunder ikke, at den kan udvikles i rimelig tid.",
)
STK2_SKOEN = SkalVurderes(
    "meget_begraenset_arbejdsevne", "Er borgerens arbejdsevne meget begrænset nu?", bek(9, 2)
)


def stk1() -> dict[str, Mangel]:
    """Three grounds, that ordinary work is ruled out, and what kind of fleksjob."""
    return {**dict.fromkeys(("beskaeftigelse", "social", "helbred"), STK1), **STK1_NR}
