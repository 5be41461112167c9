"""What the special routes of §§ 12-15 share: their facts, and §§ 3-4 as they are without any special rule.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from dataclasses import dataclass

from rehabteam.lov.bek2408_2021 import par03, par04
from rehabteam.lov.fakta import Sagstype
from rehabteam.lov.vaerdier import UDELADT, Udeladt
from rehabteam.lov.vurdering import Aendring, Grundslag, Hjemmel, Mangel, bek

IKKE_DENNE_VEJ = Grundslag(
    "saerreglen_gaelder_ikke",
    bek(3, 1),
    lambda: "Den særlige regel gælder ikke for denne sag. Den forberedende del måles efter §§ 3 og 4.",
)()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saervej:
    """The kind of case, its certificate and its forberedende del, read as in §§ 3 and 4."""

    sagstype: Sagstype
    laegelig_kilde: par04.Kilde | None | Udeladt = UDELADT
    konsultation: bool | None | Udeladt = UDELADT
    nr: par04.Attestpunkter | None | Udeladt = UDELADT
    forberedende_del: par03.ForberedendeDel | None | Udeladt = UDELADT

    @property
    def pl(self) -> par04.PlVurdering:
        return par04.PlVurdering(kilde=self.laegelig_kilde, konsultation=self.konsultation, nr=self.nr)

    @property
    def uden_ordinaer_attest(self) -> bool:
        """Answered, and not with the ordinary certificate."""
        return self.laegelig_kilde is not UDELADT and self.laegelig_kilde != par04.ORDINAER


def huller(fakta: Saervej) -> list[Mangel]:
    """What § 3, stk. 1-2, wants of the forberedende del and does not find."""
    return [*par03.stk1(fakta.sagstype, fakta.forberedende_del), *par03.stk2(fakta.forberedende_del)]


def par_3_og_4(fakta: Saervej) -> list[Mangel]:
    """§§ 3 and 4 without any special rule."""
    return [*huller(fakta), *par04.mangler(fakta.sagstype, fakta.pl)]


def uden_saerreglen(hjemmel: Hjemmel, hvis: str, almindelige: list[Mangel]) -> tuple[Aendring, ...]:
    """What §§ 3-4 would ask, were the special rule not open; `hvis` says when that is."""
    antal = len({m.kode for m in almindelige})
    rest = (
        f"mangler der {antal} ting"
        if antal > 1
        else "mangler der én ting"
        if antal
        else "mangler der ikke noget"
    )
    return (
        Aendring(
            "saerreglen_falder_vaek",
            "De almindelige regler",
            f"{hvis}, gælder §§ 3-4, og så {rest}.",
            hjemmel,
        ),
    )
