"""§ 3: what the forberedende del must hold, and what it must not.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from rehabteam.lov.bek2408_2021 import par04
from rehabteam.lov.fakta import Sagstype
from rehabteam.lov.fuldstaendig import afgoer, krav, mangler_i, tom
from rehabteam.lov.regel import regel
from rehabteam.lov.stykke import stykke, uden_funktion
from rehabteam.lov.udgaver import udateret
from rehabteam.lov.vaerdier import UDELADT, Blandt, Udeladt
from rehabteam.lov.vurdering import Grundslag, Mangel, SkalVurderes, Vurdering, bek

_NR1 = krav(
    bek(3, 1, 1),
    "Den forberedende del mangler borgerens erfaringer og ressourcer i forhold til job og uddannelse eller CV'et.",
)
STK1 = {
    "stk1_nr1": _NR1,
    "stk1_nr1_cv": _NR1,
    "stk1_nr2": krav(
        bek(3, 1, 2), "Den forberedende del mangler borgerens personlige ressourcer og netværk."
    ),
    "stk1_nr3": krav(
        bek(3, 1, 3),
        "Den forberedende del mangler de udfordringer, der står i vejen for job eller uddannelse.",
    ),
    "stk1_nr4": krav(
        bek(3, 1, 4), "Den forberedende del mangler borgerens egne ønsker til job og uddannelse."
    ),
    "stk1_nr5": krav(
        bek(3, 1, 5),
        "Den forberedende del mangler helbredet: undersøgelser, behandling og de attester, kommunen allerede har.",
    ),
    "stk1_nr6": krav(
        bek(3, 1, 6), "Den forberedende del mangler borgerens egen vurdering af, hvad helbredet betyder."
    ),
    "stk1_nr7": krav(bek(3, 1, 7), "Den forberedende del mangler, hvad borgeren hidtil har levet af."),
}
_STK2 = krav(
    bek(3, 2),
    "Den forberedende del mangler noget om den hidtidige indsats på beskæftigelses- eller socialområdet "
    "eller om kommunens og borgerens erfaringer med den.",
)
STK2 = dict.fromkeys(
    ("stk2_beskaeftigelse", "stk2_social", "stk2_erfaringer_kommune", "stk2_erfaringer_borger"), _STK2
)
DELE = (*STK1, *STK2)
STK3 = krav(
    bek(3, 3),
    "Den forberedende del skal kun beskrive, men her vurderer eller anbefaler den, hvad der skal ske fremover.",
)
STK3_SKOEN = SkalVurderes(
    "indeholder_vurdering",
    "Vurderer eller anbefaler den forberedende del, hvad der skal ske fremover? Et menneske skal læse den.",
    bek(3, 3),
)
STK4 = krav(bek(3, 4), "Det fremgår ikke af den forberedende del, hvilken slags sag det er.")
STK4_FOERSTE = krav(
    bek(3, 4), "Det fremgår ikke af den forberedende del, om det er det første jobafklaringsforløb."
)
STK4_ANBEFALES = krav(bek(3, 4), "Det er en god idé at skrive, hvilken slags sag det er, også i denne sag.")
STK4_SAGER = frozenset(
    {
        "ressourceforloeb",
        "ressourceforloeb_genbehandling",
        "fleksjob",
        "foertidspension",
        "jobafklaringsforloeb",
        "sygedagpenge_kat3",
    }
)
SELVSTAENDIG = "tilskud_selvstaendig"
I_ORDEN = Grundslag("par03_i_orden", bek(3), lambda: "Den forberedende del har det, der er spurgt om.")()

ForberedendeDel = tuple[Annotated[str, Blandt(*DELE)], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Par03:
    """What the forberedende del holds. Left out = not asked about; None = not there, or not assessed."""

    sagstype: Sagstype
    forberedende_del: ForberedendeDel | None | Udeladt = UDELADT
    indeholder_vurdering: bool | None | Udeladt = UDELADT
    sagstype_angivet: bool | None | Udeladt = UDELADT
    foerste_jaf: bool | None | Udeladt = UDELADT
    pl_vurdering: par04.PlVurdering | None | Udeladt = UDELADT


@regel("bek2408.par03", bek(3))
def forberedende_del(fakta: Par03) -> Vurdering:
    """Is the forberedende del complete and only descriptive?"""
    pl = par04.PlVurdering(kilde=None) if fakta.pl_vurdering is None else fakta.pl_vurdering
    mangler = [*stk1(fakta.sagstype, fakta.forberedende_del), *stk2(fakta.forberedende_del), *stk4(fakta)]
    if pl is not UDELADT:
        mangler += par04.mangler(fakta.sagstype, pl)
    return afgoer(
        "bek2408.par03",
        udateret("par03"),
        I_ORDEN,
        mangler=mangler,
        fejl=[STK3] if stk3(fakta) else [],
        advarsler=stk4_anbefaling(fakta),
        skoen=[STK3_SKOEN] if fakta.indeholder_vurdering is None else [],
    )


uden_funktion(
    bek(3, 1, pkt=1),
    "Før mødet laver kommunen og borgeren den forberedende del ud fra det, kommunen ved, og borgerens "
    "eget syn.",
    "Hvem der har været med, og hvad de byggede på, står et menneske inde for.",
)


uden_funktion(
    bek(3, 1, pkt=2),
    "Sagen skal være fuldt oplyst, når teamet behandler den.",
    "Om sagen er fuldt oplyst, vurderer et menneske.",
)


@stykke(
    bek(3, 1, pkt=3),
    "Den forberedende del har syv slags oplysninger om borgeren, fra erfaring og CV til, hvad borgeren "
    "har levet af.",
)
def stk1(sagstype: str, dele: tuple[str, ...] | None | Udeladt) -> list[Mangel]:
    """The seven items about the citizen; for the self-employed the list of § 15 stands in their place (T17)."""
    if dele is UDELADT or sagstype == SELVSTAENDIG:
        return []
    return mangler_i(STK1, dele)


@stykke(
    bek(3, 2),
    "Den forberedende del fortæller om den hidtidige indsats på job- og socialområdet, og hvad kommunen og borgeren hver "
    "især mener om den.",
)
def stk2(dele: tuple[str, ...] | None | Udeladt) -> list[Mangel]:
    """Earlier employment and social efforts, and both parties' experience of them."""
    return [] if dele is UDELADT else mangler_i(STK2, dele)


@stykke(
    bek(3, 3),
    "Den forberedende del beskriver og dokumenterer kun. Den vurderer ikke, hvad der skal ske fremover.",
)
def stk3(fakta: Par03) -> bool:
    """The text must describe only; a human says whether it does more than that."""
    return fakta.indeholder_vurdering is True


@stykke(
    bek(3, 4),
    "Den forberedende del siger, hvilken slags sag det er, og ved jobafklaringsforløb, om det er det første.",
)
def stk4(fakta: Par03) -> list[Mangel]:
    """The kind of case is stated, and for a jobafklaringsforløb whether it is the first."""
    mangler = []
    if fakta.sagstype in STK4_SAGER and tom(fakta.sagstype_angivet):
        mangler.append(STK4)
    if fakta.sagstype == "jobafklaringsforloeb" and fakta.foerste_jaf is None:
        mangler.append(STK4_FOERSTE)
    return mangler


@stykke(
    bek(3, 4),
    "I sager om tilskud til selvstændige er det et godt råd, men ikke et krav, at skrive, hvilken slags "
    "sag det er.",
)
def stk4_anbefaling(fakta: Par03) -> list[Mangel]:
    """The self-employed are not on the list of stk. 4: stating the kind of case is advice only (T21)."""
    return [STK4_ANBEFALES] if fakta.sagstype == SELVSTAENDIG and tom(fakta.sagstype_angivet) else []
