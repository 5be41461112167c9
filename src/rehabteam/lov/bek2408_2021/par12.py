"""§ 12: førtidspension when it is plain that the working capacity cannot improve.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from dataclasses import dataclass

from rehabteam.lov.bek2408_2021 import par04
from rehabteam.lov.bek2408_2021.par01 import Spor
from rehabteam.lov.bek2408_2021.saerveje import IKKE_DENNE_VEJ, Saervej, huller, par_3_og_4, uden_saerreglen
from rehabteam.lov.fuldstaendig import afgoer, krav, tom
from rehabteam.lov.regel import regel
from rehabteam.lov.stykke import stykke
from rehabteam.lov.udgaver import udateret
from rehabteam.lov.vaerdier import UDELADT, Udeladt
from rehabteam.lov.vurdering import Grundslag, Mangel, SkalVurderes, Vurdering, bek

PKT1 = krav(
    bek(12, 1, pkt=1),
    "Den forberedende del er ikke som helhed vurderet til at være et tilstrækkeligt grundlag.",
)
PKT2 = krav(
    bek(12, 1, pkt=2),
    "Kommunen har ikke vurderet, om de helbredsoplysninger, den har, er nok uden den praktiserende læges vurdering.",
)
SKOEN = {
    "vaesentligt_nedsat": SkalVurderes(
        "vaesentligt_nedsat", "Er borgerens arbejdsevne nedsat i væsentligt omfang?", bek(12, 1, pkt=1)
    ),
    "helt_aabenbart": SkalVurderes(
        "helt_aabenbart", "Er det helt åbenbart, at arbejdsevnen ikke kan forbedres?", bek(12, 1, pkt=1)
    ),
}
I_ORDEN = Grundslag(
    "par12_i_orden", bek(12, 1), lambda: "Grundlaget er nok til at behandle sagen efter den særlige regel."
)()


@dataclass(frozen=True, slots=True, kw_only=True)
class Par12(Saervej):
    """The route and the judgements it rests on; None = not assessed."""

    spor: Spor
    vaesentligt_nedsat: bool | None | Udeladt = UDELADT
    helt_aabenbart: bool | None | Udeladt = UDELADT
    helbredsoplysninger_tilstraekkelige: bool | None | Udeladt = UDELADT
    grundlag_tilstraekkeligt: bool | None | Udeladt = UDELADT


@regel("bek2408.par12", bek(12))
def helt_aabenbart(fakta: Par12) -> Vurdering:
    """The relaxed basis with the team (stk. 1) or, in the same way, without it (stk. 2)."""
    udgave, almindelige = udateret("par12"), par_3_og_4(fakta)
    if not stk1_gaelder(fakta):
        return afgoer("bek2408.par12", udgave, IKKE_DENNE_VEJ, mangler=almindelige, grunde=[IKKE_DENNE_VEJ])
    mangler, advarsler = stk1(fakta)
    skoen = [SKOEN[navn] for navn in SKOEN if getattr(fakta, navn) is None]
    if skoen:
        # Not decided which rule applies: only what both of them want is missing for certain.
        koder = {m.kode for m in almindelige}
        mangler, advarsler = [m for m in mangler if m.kode in koder], []
    return afgoer(
        "bek2408.par12",
        udgave,
        I_ORDEN,
        mangler=mangler,
        advarsler=advarsler,
        skoen=skoen,
        andre_aendringer=uden_saerreglen(bek(12, 1), "Kan arbejdsevnen forbedres", almindelige),
    )


@stykke(
    bek(12, 1),
    "Den lettere vej til førtidspension er kun åben, når arbejdsevnen er væsentligt nedsat og helt åbenbart "
    "ikke kan blive bedre.",
)
def stk1_gaelder(fakta: Par12) -> bool:
    """The right route and kind of case, and no no to the two conditions; otherwise §§ 3-4 as usual."""
    return (
        fakta.sagstype == "foertidspension"
        and (fakta.spor == "TEAM_12" or stk2(fakta.spor))
        and fakta.vaesentligt_nedsat is not False
        and fakta.helt_aabenbart is not False
    )


@stykke(
    bek(12, 1),
    "På den lettere vej behøver den forberedende del ikke alle punkter, og lægens vurdering kan undværes.",
)
def stk1(fakta: Par12) -> tuple[list[Mangel], list[Mangel]]:
    """Filled in as far as relevant and possible, but sufficient; the læge's assessment may be left out.

    Returns what is missing and what is accepted with a warning.
    """
    mangler_laege, advarsler_laege = stk1_pkt2(fakta)
    return [*stk1_pkt1(fakta), *mangler_laege], [*huller(fakta), *advarsler_laege]


@stykke(
    bek(12, 1, pkt=1),
    "Den forberedende del skal være et tilstrækkeligt grundlag, og det tager et menneske stilling til.",
)
def stk1_pkt1(fakta: Par12) -> list[Mangel]:
    """The forberedende del as a whole is found sufficient by a human."""
    return [PKT1] if tom(fakta.grundlag_tilstraekkeligt) else []


@stykke(
    bek(12, 1, pkt=2),
    "Lægens vurdering kan undværes, når kommunen vurderer, at helbredsoplysningerne i sagen er nok.",
)
def stk1_pkt2(fakta: Par12) -> tuple[list[Mangel], list[Mangel]]:
    """Without the assessment when the municipality finds the health information sufficient (T22)."""
    efter_par4 = par04.mangler(fakta.sagstype, fakta.pl)
    if fakta.helbredsoplysninger_tilstraekkelige is True:
        return [], [] if fakta.uden_ordinaer_attest else efter_par4
    if fakta.helbredsoplysninger_tilstraekkelige is None and fakta.uden_ordinaer_attest:
        return [PKT2], []
    return efter_par4, []


@stykke(
    bek(12, 2),
    "Det lettere grundlag gælder også, når kommunen selv afgør sagen efter LSP § 18, stk. 2.",
)
def stk2(spor: str) -> bool:
    """Without the team after LSP § 18(2): stk. 1 applies in the same way."""
    return spor == "LSP_18_STK_2"
