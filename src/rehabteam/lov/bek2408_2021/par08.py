"""§ 8: what an indstilling about a ressourceforløb, a jobafklaringsforløb or kategori 3 must say.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from rehabteam.lov.fuldstaendig import betinget, krav
from rehabteam.lov.stykke import stykke, uden_funktion
from rehabteam.lov.vaerdier import Udeladt
from rehabteam.lov.vurdering import Mangel, SkalVurderes, bek

STK1 = krav(
    bek(8, 1),
    "Indstillingen siger ikke, hvilke beskæftigelsesmæssige, sociale og helbredsmæssige forhold der "
    "taler for et samlet forløb.",
)
STK2 = krav(
    bek(8, 2),
    "Indstillingen siger ikke, hvilke helbredsforhold der gør, at borgeren stadig ikke kan arbejde.",
)
STK3 = krav(
    bek(8, 3),
    "Indstillingen siger ikke, hvilke forudsætninger, behov og helbredsforhold indsatsen bygger på.",
)
STK4 = krav(
    bek(8, 4),
    "Indstillingen siger ikke, hvilke forudsætninger, behov og helbredsforhold indsatsen i forløbet bygger på.",
)
STK5 = {
    "maal": krav(bek(8, 5, 1), "Indstillingen mangler det overordnede mål for job eller uddannelse."),
    "indsatser": krav(bek(8, 5, 2), "Indstillingen siger ikke, hvilke indsatser der er brug for."),
    "opfoelgning": krav(
        bek(8, 5, 3), "Indstillingen siger ikke, hvordan der skal følges op, og om en mentor er nødvendig."
    ),
    "se_igen": krav(bek(8, 5, 4), "Indstillingen svarer ikke på, om teamet vil se sagen igen."),
}
STK6 = krav(bek(8, 6), "Indsatserne kan ikke køre samtidig, men det fremgår ikke af teamets vurdering.")
STK6_SKOEN = SkalVurderes("kan_ikke_parallelt", "Kan indsatserne sættes i gang samtidig?", bek(8, 6))


@stykke(
    bek(8, 1),
    "Ressourceforløb: indstillingen siger, hvilke forhold ved job, det sociale og helbredet der taler "
    "for et samlet forløb.",
)
def stk1() -> dict[str, Mangel]:
    """Ressourceforløb: three grounds for a combined course."""
    return dict.fromkeys(("beskaeftigelse", "social", "helbred"), STK1)


@stykke(
    bek(8, 2),
    "Nyt jobafklaringsforløb: indstillingen siger, hvilke helbredsforhold der gør, at borgeren stadig "
    "ikke kan arbejde.",
)
def stk2() -> dict[str, Mangel]:
    """A new jobafklaringsforløb: the health grounds for continued incapacity."""
    return {"helbred": STK2}


@stykke(
    bek(8, 3),
    "Kategori 3: indstillingen siger, hvilke forudsætninger, behov og helbredsforhold indsatsen bygger på.",
)
def stk3() -> dict[str, Mangel]:
    """Kategori 3: prerequisites, needs and health behind the effort."""
    return dict.fromkeys(("forudsaetninger", "behov", "helbred"), STK3)


@stykke(
    bek(8, 4),
    "Jobafklaringsforløb: indstillingen siger, hvilke forudsætninger, behov og helbredsforhold "
    "indsatsen bygger på.",
)
def stk4() -> dict[str, Mangel]:
    """Effort in a jobafklaringsforløb: prerequisites, needs and health behind it."""
    return dict.fromkeys(("forudsaetninger", "behov", "helbred"), STK4)


@stykke(
    bek(8, 4),
    "Anbefaler teamet også indsatserne i et nyt jobafklaringsforløb, begrundes de på samme måde.",
)
def stk4_i_nyt_forloeb(indeholder: tuple[str, ...]) -> dict[str, Mangel]:
    """A new jobafklaringsforløb whose efforts are recommended too: their prerequisites and needs as well."""
    return dict.fromkeys(("forudsaetninger", "behov"), STK4) if "indsatser" in indeholder else {}


@stykke(
    bek(8, 5),
    "Indstillingen nævner målet, de indsatser, der er brug for, opfølgningen med mentor, og om teamet "
    "vil se sagen igen.",
)
def stk5() -> dict[str, Mangel]:
    """What belongs in the plan: goal, efforts, follow-up, and whether the team wants the case back."""
    return STK5


@stykke(
    bek(8, 6, pkt=1),
    "Kan indsatserne ikke køre samtidig, siger teamet det.",
)
def stk6(
    kan_ikke_parallelt: bool | None | Udeladt, angivet: bool | None | Udeladt
) -> tuple[list[Mangel], list[SkalVurderes]]:
    """Said only when the team finds that the efforts cannot run at the same time."""
    return betinget(kan_ikke_parallelt, angivet, STK6, STK6_SKOEN)


uden_funktion(
    bek(8, 6, pkt=2),
    "Teamet kan også foreslå, i hvilken rækkefølge indsatserne kommer.",
    "Rækkefølgen er frivillig, så den kan ikke mangle.",
)
