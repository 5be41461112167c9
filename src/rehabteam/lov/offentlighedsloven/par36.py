"""Offentlighedsloven § 36, stk. 2: how soon a request to see the papers is answered. The wording is not verified.

https://www.retsinformation.dk/eli/lta/2020/145
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rehabteam.lov.fakta import UgyldigeFakta
from rehabteam.lov.ord import dag
from rehabteam.lov.regel import regel
from rehabteam.lov.rettidig import FOR_SENT, RETTIDIG, i_tide
from rehabteam.lov.stykke import stykke
from rehabteam.lov.tid import DAG, er_hverdag, helligdage
from rehabteam.lov.tvivl import TVIVL
from rehabteam.lov.vurdering import Aendring, Grund, Grundslag, Hjemmel, Uddybning, Udgave, Vurdering

KILDE = "Offentlighedsloven"
STK2 = Hjemmel(KILDE, "36", 2)
HVERDAGE = 7
LOEBER, FORLAENGET, OVERSKREDET = "LOEBER", "FORLAENGET", "OVERSKREDET"
UDGAVE = Udgave(
    KILDE,
    "Svaret følger offentlighedslovens frist på syv arbejdsdage (lovbekendtgørelse 145 af 2020).",
    (
        "En part har sin ret til at se sagen efter forvaltningsloven. Her bruges den samme frist; ordlyden af de to "
        "love er ikke efterprøvet.",
        "Forarbejderne nævner 14 og 40 arbejdsdage i særlige tilfælde. Om en sag er sådan en, afgør et menneske.",
    ),
)

SYV_HVERDAGE = Grundslag(
    "syv_hverdage",
    STK2,
    lambda modtaget, senest: (
        f"Anmodningen kom {dag(modtaget)}. Syv hverdage efter, modtagelsesdagen ikke medregnet, er {dag(senest)}."
    ),
)
UNDERRETTET = Grundslag(
    "underrettet",
    STK2,
    lambda underrettet, ventes: (
        f"Borgeren fik {dag(underrettet)} at vide, hvorfor det tager længere tid, og at svaret ventes {dag(ventes)}."
    ),
)
UNDERRETTET_FOR_SENT = Grundslag(
    "underrettet_for_sent",
    STK2,
    lambda underrettet, senest: (
        f"Borgeren fik først besked {dag(underrettet)}. Det skulle være sket senest {dag(senest)}, så fristen er den samme."
    ),
)
I_TIDE = Grundslag(
    "afgjort_i_tide", STK2, lambda afgjort: f"Svaret blev givet {dag(afgjort)}, og det er i tide."
)
FOR_SILDIG = Grundslag(
    "afgjort_for_sent",
    STK2,
    lambda afgjort, senest: f"Svaret blev givet {dag(afgjort)}, efter {dag(senest)}.",
)
VENTER = Grundslag("venter", STK2, lambda senest: f"Svaret skal gives senest {dag(senest)}.")
OVER = Grundslag("over_fristen", STK2, lambda senest: f"Svaret skulle være givet senest {dag(senest)}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Par36:
    """modtaget: the day the request came; vurderingsdato: the day asked about; afgjort: the day it was answered.

    underrettet: the day the citizen was told why it takes longer; ventes: the day she was told to expect the answer.
    """

    modtaget: date
    vurderingsdato: date
    afgjort: date | None = None
    underrettet: date | None = None
    ventes: date | None = None

    def __post_init__(self) -> None:
        for felt in ("vurderingsdato", "afgjort", "underrettet", "ventes"):
            vaerdi = getattr(self, felt)
            if vaerdi is not None and vaerdi < self.modtaget:
                raise UgyldigeFakta(felt)
        if (self.underrettet is None) != (self.ventes is None):
            raise UgyldigeFakta("ventes" if self.ventes is None else "underrettet")


@regel("ofl.par36", Hjemmel(KILDE, "36"))
def svarfrist(fakta: Par36) -> Vurdering:
    """Until when must the request be answered, and was it? `frist`: the last day in time.

    Raises UgyldigeFakta for a day in a year the calendar of helligdage does not know.
    """
    try:
        syvende = stk2_senest(fakta.modtaget)
        andre = (stk2_senest(fakta.modtaget - DAG), _efter(fakta.modtaget, _paa_arbejde))
    except (ValueError, OverflowError):
        raise UgyldigeFakta("modtaget") from None
    senest, besked = stk2_laengere(fakta, syvende)
    grunde: list[Grund] = [SYV_HVERDAGE(fakta.modtaget, syvende)]
    if besked is not None:
        grunde.insert(0, besked)
    status = _status(fakta, syvende, senest)
    if fakta.afgjort is not None:
        grunde.insert(0, I_TIDE(fakta.afgjort) if status == RETTIDIG else FOR_SILDIG(fakta.afgjort, senest))
    else:
        grunde.insert(0, OVER(senest) if status == OVERSKREDET else VENTER(senest))
    return Vurdering(
        "ofl.par36",
        status,
        tuple(grunde),
        UDGAVE,
        senest,
        svar=(("svar_senest", senest),),
        uddyb=(_uddyb, (fakta, syvende, senest, andre, status)),
    )


def _status(fakta: Par36, syvende: date, senest: date) -> str:
    if fakta.afgjort is not None:
        return RETTIDIG if i_tide(fakta.afgjort, senest) == RETTIDIG else FOR_SENT
    if fakta.vurderingsdato > senest:
        return OVERSKREDET
    return FORLAENGET if senest > syvende else LOEBER


@stykke(
    STK2, "Svaret på en anmodning om aktindsigt gives inden syv hverdage, modtagelsesdagen ikke medregnet."
)
def stk2_senest(modtaget: date) -> date:
    """The seventh hverdag after the day of receipt, itself included (T28, T29)."""
    return _efter(modtaget, er_hverdag)


@stykke(
    STK2,
    "Kan svaret undtagelsesvis ikke nås, får borgeren inden fristen at vide hvorfor og hvornår svaret kommer.",
)
def stk2_laengere(fakta: Par36, syvende: date) -> tuple[date, Grund | None]:
    """The last day with what the citizen was told, and the ground of it. Told too late, the limit stays."""
    if fakta.underrettet is None or fakta.ventes is None:
        return syvende, None
    if fakta.underrettet > syvende:
        return syvende, UNDERRETTET_FOR_SENT(fakta.underrettet, syvende)
    return max(syvende, fakta.ventes), UNDERRETTET(fakta.underrettet, fakta.ventes)


def _efter(fra: date, taeller: Callable[[date], bool]) -> date:
    tilbage = HVERDAGE
    while tilbage:
        fra += DAG
        tilbage -= taeller(fra)
    return fra


def _paa_arbejde(d: date) -> bool:
    """The other reading: 5 June, 24 and 31 December count, for the office closes by its own choice (T29)."""
    return d.weekday() < 5 and d not in helligdage(d.year)


def _uddyb(fakta: Par36, syvende: date, senest: date, andre: tuple[date, ...], status: str) -> Uddybning:
    laengere = senest > syvende
    laesninger = tuple(
        TVIVL[nr].laesning(
            senest,
            senest if laengere else anden,
            _ord(fakta, senest),
            _ord(fakta, senest if laengere else anden),
        )
        for nr, anden in zip(("T28", "T29"), andre, strict=True)
    )
    aendrer: tuple[Aendring, ...] = ()
    if status == LOEBER:
        tekst = (
            f"Får borgeren senest {dag(syvende)} at vide, hvorfor det tager længere tid, og hvornår svaret kommer, "
            "gælder den dag i stedet. Det kræver særlige forhold."
        )
        aendrer = (Aendring("underret", "Besked til borgeren", tekst, STK2),)
    return Uddybning(laesninger, None, aendrer, (("syvende_hverdag", syvende),))


def _ord(fakta: Par36, senest: date) -> str:
    return "I tide" if (fakta.afgjort or fakta.vurderingsdato) <= senest else "For sent"
