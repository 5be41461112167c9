"""§ 11: what an indstilling about another effort must say. https://www.retsinformation.dk/eli/lta/2021/2408"""

from __future__ import annotations

from rehabteam.lov.fuldstaendig import krav
from rehabteam.lov.stykke import stykke
from rehabteam.lov.vurdering import Mangel, bek

NR = {
    "nr1": krav(bek(11, nr=1), "Indstillingen siger ikke, hvilken indsats der bør sættes i gang."),
    "nr2": krav(
        bek(11, nr=2),
        "Indstillingen siger ikke, om borgeren har brug for anden støtte. Et nej er også et svar.",
    ),
}


@stykke(
    bek(11),
    "En anden indsats: teamet siger, hvilken indsats der bør i gang, og om borgeren har brug for anden "
    "støtte.",
)
def nr_1_og_2() -> dict[str, Mangel]:
    """The effort, and whether other support is needed."""
    return NR
