"""§ 19: what the team must discuss and recommend when the case comes again.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from dataclasses import dataclass

from rehabteam.lov.fuldstaendig import afgoer, tom
from rehabteam.lov.regel import regel
from rehabteam.lov.stykke import stykke
from rehabteam.lov.udgaver import udateret
from rehabteam.lov.vaerdier import UDELADT, Udeladt
from rehabteam.lov.vurdering import Grundslag, Mangel, Vurdering, bek

PKT1, PKT2 = bek(19, pkt=1), bek(19, pkt=2)

AARSAG = Mangel(
    "aarsag_droeftet",
    PKT1,
    "Det fremgår ikke, at teamet har drøftet, hvorfor ingen indsats kom i gang i de seks måneder.",
)
INDSATSER = Mangel(
    "indsatser_fremadrettet", PKT2, "Indstillingen siger ikke, hvilke indsatser der nu skal i gang."
)
OPFOELGNING = Mangel(
    "opfoelgning_tilrettelagt",
    PKT2,
    "Indstillingen siger ikke, hvordan kommunen skal følge op på indsatserne.",
)
ALT_ER_DER = Grundslag(
    "par19_i_orden",
    bek(19),
    lambda: "Årsagen er drøftet, og indstillingen siger både indsatser og opfølgning.",
)()


@dataclass(frozen=True, slots=True, kw_only=True)
class Par19:
    """The team's work at the meeting. Left out = not asked about; None = not there."""

    aarsag_droeftet: bool | None | Udeladt = UDELADT
    indsatser_fremadrettet: tuple[str, ...] | None | Udeladt = UDELADT
    opfoelgning_tilrettelagt: bool | None | Udeladt = UDELADT


@regel("bek2408.par19", bek(19))
def indstilling(fakta: Par19) -> Vurdering:
    """The cause, the efforts from now on, and the follow-up: three things, each of its own."""
    mangler = [*pkt1(fakta), *pkt2(fakta)]
    return afgoer("bek2408.par19", udateret("par19"), ALT_ER_DER, mangler=mangler)


@stykke(
    bek(19, pkt=1),
    "Når sagen er for teamet igen, drøfter teamet, hvorfor ingen indsats kom i gang.",
)
def pkt1(fakta: Par19) -> list[Mangel]:
    """The team talks about why nothing began."""
    return [AARSAG] if tom(fakta.aarsag_droeftet) else []


@stykke(
    bek(19, pkt=2),
    "Teamet indstiller, hvilke indsatser der nu skal i gang, og hvordan kommunen følger op på dem.",
)
def pkt2(fakta: Par19) -> list[Mangel]:
    """The team recommends efforts, and how the municipality is to follow up."""
    mangler = [INDSATSER] if tom(fakta.indsatser_fremadrettet) else []
    if tom(fakta.opfoelgning_tilrettelagt):
        mangler.append(OPFOELGNING)
    return mangler
