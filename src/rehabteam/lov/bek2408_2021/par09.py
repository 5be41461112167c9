"""§ 9: what an indstilling about fleksjob must say. https://www.retsinformation.dk/eli/lta/2021/2408"""

from __future__ import annotations

from rehabteam.lov.fuldstaendig import betinget, krav
from rehabteam.lov.stykke import stykke
from rehabteam.lov.vaerdier import Udeladt
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


@stykke(
    bek(9, 1),
    "Fleksjob: indstillingen siger, hvad der er lagt vægt på, hvorfor ordinært arbejde er udelukket, og "
    "hvilken slags fleksjob der passer.",
)
def stk1() -> dict[str, Mangel]:
    """Three grounds, that ordinary work is ruled out, and what kind of fleksjob."""
    return {**dict.fromkeys(("beskaeftigelse", "social", "helbred"), STK1), **STK1_NR}


@stykke(
    bek(9, 2),
    "Er arbejdsevnen meget begrænset nu, begrunder teamet, at den kan udvikles inden for rimelig tid.",
)
def stk2(
    meget_begraenset: bool | None | Udeladt, begrundet: bool | None | Udeladt
) -> tuple[list[Mangel], list[SkalVurderes]]:
    """Said only when the working capacity is very limited now."""
    return betinget(meget_begraenset, begrundet, STK2, STK2_SKOEN)
