"""§ 8: what an indstilling about a ressourceforløb, a jobafklaringsforløb or kategori 3 must say.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from rehabteam.lov.fuldstaendig import krav
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


def stk1() -> dict[str, Mangel]:
    """Ressourceforløb: three grounds for a combined course."""
    return dict.fromkeys(("beskaeftigelse", "social", "helbred"), STK1)


def stk2() -> dict[str, Mangel]:
    """A new jobafklaringsforløb: the health grounds for continued incapacity."""
    return {"helbred": STK2}


def stk3() -> dict[str, Mangel]:
    """Kategori 3: prerequisites, needs and health behind the effort."""
    return dict.fromkeys(("forudsaetninger", "behov", "helbred"), STK3)


def stk4() -> dict[str, Mangel]:
    """Effort in a jobafklaringsforløb: prerequisites, needs and health behind it."""
    return dict.fromkeys(("forudsaetninger", "behov", "helbred"), STK4)


def stk4_i_nyt_forloeb(indeholder: tuple[str, ...]) -> dict[str, Mangel]:
    """A new jobafklaringsforløb whose efforts are recommended too: their prerequisites and needs as well."""
    return dict.fromkeys(("forudsaetninger", "behov"), STK4) if "indsatser" in indeholder else {}


def stk5() -> dict[str, Mangel]:
    """What belongs in the plan: goal, efforts, follow-up, and whether the team wants the case back."""
    return STK5
