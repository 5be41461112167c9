"""§ 14: revalidering. https://www.retsinformation.dk/eli/lta/2021/2408"""

from __future__ import annotations

from dataclasses import dataclass

from rehabteam.lov.bek2408_2021 import par04
from rehabteam.lov.bek2408_2021.saerveje import IKKE_DENNE_VEJ, Saervej, huller, par_3_og_4
from rehabteam.lov.fuldstaendig import afgoer, krav, tom
from rehabteam.lov.regel import regel
from rehabteam.lov.stykke import stykke, uden_funktion
from rehabteam.lov.udgaver import udateret
from rehabteam.lov.vaerdier import UDELADT, Udeladt
from rehabteam.lov.vurdering import Grundslag, Mangel, Vurdering, bek

PKT2_BESKRIVELSE = krav(
    bek(14, pkt=2), "Den forberedende del beskriver og dokumenterer ikke borgerens arbejdsevne."
)
PKT2_LAEGE = krav(bek(14, pkt=2), "Den praktiserende læges vurdering skal indgå, og den mangler.")
I_ORDEN = Grundslag(
    "par14_i_orden",
    bek(14),
    lambda: "Arbejdsevnen er beskrevet, og lægens vurdering indgår. Sagen skal ikke for teamet.",
)()


@dataclass(frozen=True, slots=True, kw_only=True)
class Par14(Saervej):
    """On top of the shared facts: the description, and a judgement that opens nothing here."""

    arbejdsevne_beskrevet: bool | None | Udeladt = UDELADT
    kommunens_vurdering_tilstraekkelig: bool | None | Udeladt = UDELADT


@regel("bek2408.par14", bek(14))
def revalidering(fakta: Par14) -> Vurdering:
    """The working capacity is described and documented, the læge's assessment included; §§ 2-4 apply too."""
    udgave = udateret("par14")
    if fakta.sagstype != "revalidering":
        return afgoer(
            "bek2408.par14", udgave, IKKE_DENNE_VEJ, mangler=par_3_og_4(fakta), grunde=[IKKE_DENNE_VEJ]
        )
    return afgoer("bek2408.par14", udgave, I_ORDEN, mangler=[*pkt2(fakta), *huller(fakta)])


uden_funktion(
    bek(14, pkt=1),
    "Den forberedende del er grundlaget, når kommunen vurderer, om borgeren skal tilbydes revalidering.",
    "Om arbejdsevnen er så begrænset, at der skal revalidering til, afgør kommunen.",
)


@stykke(
    bek(14, pkt=2),
    "Arbejdsevnen beskrives og dokumenteres, og den praktiserende læges vurdering er med.",
)
def pkt2(fakta: Par14) -> list[Mangel]:
    """The ordinary certificate, with what § 4, stk. 3, asks of it; the route of § 4, stk. 2, is not open."""
    mangler = [PKT2_BESKRIVELSE] if tom(fakta.arbejdsevne_beskrevet) else []
    if fakta.uden_ordinaer_attest:
        mangler.append(PKT2_LAEGE)
    return [*mangler, *par04.stk3(fakta.pl)]


uden_funktion(
    bek(14, pkt=3),
    "En sag om revalidering skal ikke for rehabiliteringsteamet.",
    "§ 1, stk. 4, siger det samme, og dér ligger funktionen.",
)
