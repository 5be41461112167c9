"""§ 13: førtidspension on the citizen's own application. https://www.retsinformation.dk/eli/lta/2021/2408"""

from __future__ import annotations

from dataclasses import dataclass

from rehabteam.lov.bek2408_2021.par01 import Spor
from rehabteam.lov.bek2408_2021.saerveje import IKKE_DENNE_VEJ, Saervej, par_3_og_4, uden_saerreglen
from rehabteam.lov.fuldstaendig import afgoer
from rehabteam.lov.regel import regel
from rehabteam.lov.stykke import stykke
from rehabteam.lov.udgaver import udateret
from rehabteam.lov.vurdering import Grundslag, Vurdering, bek

I_ORDEN = Grundslag(
    "par13_i_orden",
    bek(13, 1),
    lambda: (
        "Borgeren har selv søgt, så sagen behandles på det, der ligger i den. Der skal ikke indhentes mere."
    ),
)()


@dataclass(frozen=True, slots=True, kw_only=True)
class Par13(Saervej):
    """The route on top of the shared facts."""

    spor: Spor


@regel("bek2408.par13", bek(13))
def egen_ansoegning(fakta: Par13) -> Vurdering:
    """The basis is frozen: neither gaps nor a missing certificate count."""
    udgave, almindelige = udateret("par13"), par_3_og_4(fakta)
    if fakta.sagstype != "foertidspension" or not (stk1(fakta.spor) or stk2(fakta.spor)):
        return afgoer("bek2408.par13", udgave, IKKE_DENNE_VEJ, mangler=almindelige, grunde=[IKKE_DENNE_VEJ])
    return afgoer(
        "bek2408.par13",
        udgave,
        I_ORDEN,
        andre_aendringer=uden_saerreglen(bek(13), "Har borgeren ikke selv søgt", almindelige),
    )


@stykke(
    bek(13, 1),
    "Søger borgeren selv førtidspension, behandles sagen på de papirer, der er, og den forberedende del "
    "skrives ud fra dem.",
)
def stk1(spor: str) -> bool:
    """The citizen's own application after LSP § 17(2), with the team."""
    return spor == "LSP_17_STK_2"


@stykke(
    bek(13, 2),
    "Borgerens egen ansøgning behandles på samme måde, når kommunen afgør den uden teamet.",
)
def stk2(spor: str) -> bool:
    """The same without the team, after LSP § 17(3)."""
    return spor == "LSP_17_STK_3"
