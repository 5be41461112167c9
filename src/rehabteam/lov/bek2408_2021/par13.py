"""§ 13: førtidspension on the citizen's own application. https://www.retsinformation.dk/eli/lta/2021/2408"""

from __future__ import annotations

from dataclasses import dataclass

from rehabteam.lov.bek2408_2021.par01 import Spor
from rehabteam.lov.bek2408_2021.saerveje import IKKE_DENNE_VEJ, Saervej, par_3_og_4
from rehabteam.lov.fuldstaendig import afgoer
from rehabteam.lov.regel import regel
from rehabteam.lov.udgaver import udateret
from rehabteam.lov.vurdering import Grundslag, Vurdering, bek

VEJE = frozenset({"LSP_17_STK_2", "LSP_17_STK_3"})
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
    """The basis is frozen with the team (stk. 1) and without it (stk. 2): neither gaps nor a missing certificate count."""
    udgave = udateret("par13")
    if fakta.sagstype != "foertidspension" or fakta.spor not in VEJE:
        return afgoer(
            "bek2408.par13", udgave, IKKE_DENNE_VEJ, mangler=par_3_og_4(fakta), grunde=[IKKE_DENNE_VEJ]
        )
    return afgoer("bek2408.par13", udgave, I_ORDEN)
