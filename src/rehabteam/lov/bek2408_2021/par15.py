"""§ 15: tilskud to the self-employed. https://www.retsinformation.dk/eli/lta/2021/2408"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from rehabteam.lov.bek2408_2021 import par03, par04
from rehabteam.lov.bek2408_2021.saerveje import IKKE_DENNE_VEJ, Saervej, par_3_og_4
from rehabteam.lov.fuldstaendig import afgoer, krav, mangler_i
from rehabteam.lov.regel import regel
from rehabteam.lov.stykke import stykke
from rehabteam.lov.udgaver import udateret
from rehabteam.lov.vaerdier import UDELADT, Blandt, Udeladt
from rehabteam.lov.vurdering import Grundslag, Mangel, Vurdering, bek

STK1 = {
    "nr1": krav(
        bek(15, 1, 1),
        "Den forberedende del mangler opgaverne i virksomheden, hvad der er svært, hvad borgeren gør ved "
        "det, eller timetallet.",
    ),
    "nr2": krav(
        bek(15, 1, 2),
        "Den forberedende del mangler, hvor meget borgeren har arbejdet i virksomheden i 24 måneder.",
    ),
    "nr3": krav(bek(15, 1, 3), "Den forberedende del mangler, om borgeren har andet arbejde."),
    "nr4": krav(bek(15, 1, 4), "Den forberedende del mangler borgerens ressourcer og sociale udfordringer."),
    "nr5": krav(bek(15, 1, 5), "Den forberedende del mangler helbredet og borgerens eget syn på det."),
    "nr6": krav(
        bek(15, 1, 6), "Den forberedende del mangler, om borgeren er under undersøgelse eller i behandling."
    ),
}
STK2 = krav(
    bek(15, 2),
    "Den praktiserende læges vurdering af helbredet i forhold til arbejdet i virksomheden mangler.",
)
I_ORDEN = Grundslag("par15_i_orden", bek(15), lambda: "Den forberedende del har det, der er spurgt om.")()


@dataclass(frozen=True, slots=True, kw_only=True)
class Par15(Saervej):
    """The parts of stk. 1 that are there, on top of the shared facts."""

    par15: tuple[Annotated[str, Blandt(*STK1)], ...] | None | Udeladt = UDELADT


@regel("bek2408.par15", bek(15))
def selvstaendig(fakta: Par15) -> Vurdering:
    """Stk. 1 stands in place of § 3, stk. 1; § 3, stk. 2, stays (T17)."""
    udgave = udateret("par15")
    if fakta.sagstype != par03.SELVSTAENDIG:
        return afgoer(
            "bek2408.par15", udgave, IKKE_DENNE_VEJ, mangler=par_3_og_4(fakta), grunde=[IKKE_DENNE_VEJ]
        )
    mangler = [*stk1(fakta), *par03.stk2(fakta.forberedende_del), *stk2(fakta)]
    return afgoer("bek2408.par15", udgave, I_ORDEN, mangler=mangler)


@stykke(
    bek(15, 1),
    "I sager om tilskud beskriver den forberedende del virksomheden, arbejdet i og uden for den, "
    "ressourcer, helbred og behandling.",
)
def stk1(fakta: Par15) -> list[Mangel]:
    """The business, the work in it and beside it, resources, health, treatment."""
    return [] if fakta.par15 is UDELADT else mangler_i(STK1, fakta.par15)


@stykke(
    bek(15, 2),
    "I sager om tilskud vurderer den praktiserende læge helbredet i forhold til arbejdet i virksomheden.",
)
def stk2(fakta: Par15) -> list[Mangel]:
    """The ordinary certificate, directed at the business; what § 4, stk. 3, asks of it."""
    return [STK2] if fakta.uden_ordinaer_attest else par04.stk3(fakta.pl)
