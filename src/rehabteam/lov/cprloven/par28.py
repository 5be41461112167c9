"""CPR-loven § 28: a protected name and address, and the day the protection lapses.

https://www.retsinformation.dk/eli/lta/2023/1010
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rehabteam.lov.fakta import UgyldigeFakta
from rehabteam.lov.ord import dag
from rehabteam.lov.regel import regel
from rehabteam.lov.stykke import stykke
from rehabteam.lov.tid import DAG, plus_maaneder
from rehabteam.lov.tvivl import TVIVL
from rehabteam.lov.vurdering import Aendring, Grund, Grundslag, Hjemmel, Uddybning, Udgave, Vurdering

PAR28 = Hjemmel("CPR-loven", "28")
BESKYTTET, UDLOEBET, OPHAEVET, IKKE_BEGYNDT = "BESKYTTET", "UDLOEBET", "OPHAEVET", "IKKE_BEGYNDT"
AAR = 12  # months
UDGAVE = Udgave(
    "CPR-loven",
    "Svaret følger CPR-loven, som den blev samlet i 2023 (lovbekendtgørelse 1010).",
    ("Senere ændringer af CPR-loven er ikke efterprøvet her.",),
)

GAELDER = Grundslag(
    "gaelder",
    PAR28,
    lambda fra, til: f"Navn og adresse er beskyttet fra {dag(fra)} til og med {dag(til)}.",
)
ET_AAR = Grundslag(
    "et_aar",
    PAR28,
    lambda fra: f"Beskyttelsen blev sat ind {dag(fra)} og falder bort efter et år, hvis ingen forlænger den.",
)
LAENGERE = Grundslag(
    "laengere",
    PAR28,
    lambda til: (
        f"Kommunen har fundet helt særlige forhold, og beskyttelsen gælder derfor til og med {dag(til)}."
    ),
)
FALDET_BORT = Grundslag(
    "faldet_bort", PAR28, lambda til: f"Beskyttelsen faldt bort efter {dag(til)}, for den er ikke forlænget."
)
LOEFTET = Grundslag("loeftet", PAR28, lambda fra: f"Borgeren har selv ønsket den løftet fra {dag(fra)}.")
SENERE = Grundslag("senere", PAR28, lambda fra: f"Beskyttelsen begynder først {dag(fra)}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Par28:
    """registreret: the day the protection was set in CPR; til: a longer protection decided by the kommune, its last
    day; ophaevet: the first day without it, when the citizen has asked for that; vurderingsdato: the day asked about.
    """

    registreret: date
    vurderingsdato: date
    til: date | None = None
    ophaevet: date | None = None

    def __post_init__(self) -> None:
        for felt in ("til", "ophaevet"):
            vaerdi = getattr(self, felt)
            if vaerdi is not None and vaerdi < self.registreret:
                raise UgyldigeFakta(felt)
        if self.ophaevet == date.min:  # no day comes before it to be the last
            raise UgyldigeFakta("ophaevet")


@regel("cpr.par28", PAR28)
def beskyttelse(fakta: Par28) -> Vurdering:
    """Is name and address protected on the day? `frist`: the last day of it. Raises UgyldigeFakta beyond year 9999."""
    try:
        et_aar = sidste_dag(fakta.registreret)
    except OverflowError:
        raise UgyldigeFakta("registreret") from None
    til = max(et_aar, fakta.til) if fakta.til else et_aar
    pr = fakta.vurderingsdato
    grunde: tuple[Grund, ...]
    hvorfor = LAENGERE(til) if til > et_aar else ET_AAR(fakta.registreret)
    if pr < fakta.registreret:
        status, grunde = IKKE_BEGYNDT, (SENERE(fakta.registreret), hvorfor)
    elif fakta.ophaevet is not None and pr >= fakta.ophaevet:
        status, grunde = OPHAEVET, (LOEFTET(fakta.ophaevet),)
    elif pr > til:
        status, grunde = UDLOEBET, (FALDET_BORT(til), hvorfor)
    else:
        status, grunde = BESKYTTET, (GAELDER(fakta.registreret, til), hvorfor)
    if fakta.ophaevet is not None:
        til = min(til, fakta.ophaevet - DAG)
    return Vurdering(
        "cpr.par28", status, grunde, UDGAVE, til, svar=(("beskyttet_til", til),), uddyb=(_uddyb, (fakta, til))
    )


@stykke(
    PAR28,
    "Beskyttelsen af navn og adresse falder bort efter et år, hvis den ikke løftes før eller forlænges.",
)
def sidste_dag(registreret: date) -> date:
    """The last day with protection: the same date a year later, itself included (T27)."""
    return plus_maaneder(registreret, AAR)


def gaelder(til: date | None, dag: date) -> bool:
    """Is a protection that runs until and including `til` (None: no last day is known) in force on the day?"""
    return til is None or dag <= til


def _uddyb(fakta: Par28, til: date) -> Uddybning:
    paa_aaret = fakta.til is None and fakta.ophaevet is None
    strengere = til - DAG if paa_aaret else til
    pr = fakta.vurderingsdato
    laesning = TVIVL["T27"].laesning(til, strengere, _ord(pr <= til), _ord(pr <= strengere))
    tekst = f"Siger CPR, at beskyttelsen er forlænget, skal den nye dag registreres. Efter {dag(til)} vises navnet."
    aendrer = (Aendring("forlaenget", "En forlængelse", tekst, PAR28),) if pr <= til else ()
    return Uddybning((laesning,), None, aendrer, (("sidste_dag", til),))


def _ord(beskyttet: bool) -> str:
    return "Beskyttet" if beskyttet else "Ikke beskyttet"
