"""§ 7: which outcomes the team can recommend in which case.

Stk. 1 and 3-4 open the outcomes; what each must say is in §§ 8-11 and 16. Stk. 2 also closes some.
https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from dataclasses import dataclass

from rehabteam.lov.fuldstaendig import krav
from rehabteam.lov.vaerdier import UDELADT, Udeladt
from rehabteam.lov.vurdering import Mangel, SkalVurderes, bek

JAF, KAT3 = "jobafklaringsforloeb", "sygedagpenge_kat3"
EGNE_UDFALD = frozenset(
    {"nyt_jobafklaringsforloeb", "indsats_jobafklaringsforloeb", "indsats_sygedagpenge_kat3"}
)
"""The outcomes that belong to jobafklaringsforløb and kategori 3: an effort, or a new jobafklaringsforløb."""

STK2_PKT3 = krav(
    bek(7, 2, pkt=3),
    "Teamet kan kun anbefale noget andet end et nyt jobafklaringsforløb, når den forberedende del kan bære det.",
)
SKOEN_KAN_BAERE = SkalVurderes(
    "forberedende_del_kan_danne_grundlag",
    "Kan den forberedende del bære en anden anbefaling end et nyt jobafklaringsforløb?",
    bek(7, 2, pkt=3),
)
SKOEN_FOERSTE = SkalVurderes(
    "andet_udfald_i_foerste_forloeb",
    "Kan teamet anbefale dette i et første jobafklaringsforløb? Reglen nævner kun indsatsen i forløbet.",
    bek(7, 2),
)
SKOEN_KAT3 = SkalVurderes(
    "andet_udfald_i_kategori_3",
    "Kan teamet anbefale dette i en sygedagpengesag i kategori 3? Reglen nævner kun indsatsen.",
    bek(7, 3),
)


@dataclass(frozen=True, slots=True)
class Udfaldsproeve:
    """Whether the outcome is open in this case: what forbids it, and what a human must judge."""

    fejl: tuple[Mangel, ...] = ()
    skoen: tuple[SkalVurderes, ...] = ()


def stk2(indstilling: str, foerste: bool | None | Udeladt, kan_baere: bool | None | Udeladt) -> Udfaldsproeve:
    """After an ended jobafklaringsforløb another outcome takes a forberedende del that can carry it.

    In a first one the text names no other outcome. foerste=None: not known, so a human must say.
    """
    if indstilling in EGNE_UDFALD:
        return Udfaldsproeve()
    if foerste is not False:
        return Udfaldsproeve(skoen=(SKOEN_FOERSTE,))
    if kan_baere is None:
        return Udfaldsproeve(skoen=(SKOEN_KAN_BAERE,))
    return Udfaldsproeve(fejl=(STK2_PKT3,)) if kan_baere is False else Udfaldsproeve()


def stk3(indstilling: str) -> Udfaldsproeve:
    """In kategori 3 the team recommends an effort; another outcome is for a human to judge."""
    return Udfaldsproeve() if indstilling in EGNE_UDFALD else Udfaldsproeve(skoen=(SKOEN_KAT3,))


def udfaldsproeve(
    sagstype: str | Udeladt,
    indstilling: str,
    foerste: bool | None | Udeladt,
    kan_baere: bool | None | Udeladt,
) -> Udfaldsproeve:
    """Only jobafklaringsforløb and kategori 3 limit the outcome; otherwise every outcome is open (stk. 1)."""
    if sagstype is UDELADT or sagstype not in (JAF, KAT3):
        return Udfaldsproeve()
    return stk3(indstilling) if sagstype == KAT3 else stk2(indstilling, foerste, kan_baere)
