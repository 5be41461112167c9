"""An exception from consent: which one, and that a person has chosen it and says why. Never found by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from rehabteam.lov.ord import dag as i_ord
from rehabteam.lov.vaerdier import Blandt, Tekst
from rehabteam.lov.vurdering import Grundslag, Hjemmel, Mangel

KILDE = "Retssikkerhedsloven"
STK2, STK3, STK4 = (Hjemmel(KILDE, "11 a", stk) for stk in (2, 3, 4))
PAR11C = Hjemmel(KILDE, "11 c")
UNDTAGELSER = {"RSL_11A_STK_2": STK2, "RSL_11A_STK_3": STK3, "RSL_11A_STK_4": STK4, "RSL_11C": PAR11C}
Undtagelsesvej = Annotated[str, Blandt(*UNDTAGELSER)]
Ord = Annotated[str, Tekst()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undtagelse:
    """The exception chosen, the reason, who decided it and when."""

    hjemmel: Undtagelsesvej | None = None
    begrundelse: Ord | None = None
    besluttet_af: Ord | None = None
    dato: date | None = None


def _saetning(hvem: str, dato: date) -> str:
    return (
        f"{hvem} besluttede {i_ord(dato)}, at oplysningerne kan hentes uden samtykke, og har skrevet hvorfor."
    )


UDEN_SAMTYKKE = {
    kode: Grundslag(f"undtagelse_{kode.lower()}", hjemmel, _saetning) for kode, hjemmel in UNDTAGELSER.items()
}
UFULDSTAENDIG: dict[str | None, Mangel] = {
    kode: Mangel(
        "UNDTAGELSE_UFULDSTAENDIG",
        hjemmel,
        "Undtagelsen fra samtykke tæller først, når bestemmelsen er valgt, og der står en begrundelse, et navn og en "
        "dato, der er nået.",
    )
    for kode, hjemmel in ((None, Hjemmel(KILDE, "11 a")), *UNDTAGELSER.items())
}


def mangler_i(undtagelse: Undtagelse) -> Mangel:
    """What to say of an exception that does not count yet, at the provision it names."""
    return UFULDSTAENDIG[undtagelse.hjemmel]


def er_besluttet(undtagelse: Undtagelse, dag: date) -> bool:
    """Is the exception written with a reason, a name and a day no later than `dag`?"""
    skrevet = (undtagelse.begrundelse or "").strip() and (undtagelse.besluttet_af or "").strip()
    return bool(skrevet) and undtagelse.dato is not None and undtagelse.dato <= dag
