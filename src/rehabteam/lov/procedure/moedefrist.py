"""The procedure's deadline before the meeting: five hverdage, and the secretariat's dispatch on the same day.

The procedure itself is not published.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rehabteam.lov.fakta import UgyldigeFakta
from rehabteam.lov.ord import dag
from rehabteam.lov.regel import regel
from rehabteam.lov.rettidig import RETTIDIG, i_tide, laest
from rehabteam.lov.stykke import stykke
from rehabteam.lov.tid import DAG, er_hverdag, hverdage_foer, hvorfor_ikke_hverdag
from rehabteam.lov.udgaver import for_proceduren
from rehabteam.lov.vurdering import (
    Aendring,
    Grund,
    Grundslag,
    Hjemmel,
    Mangel,
    Uddybning,
    Vurdering,
)

HVERDAGE = 5
OPRETTES = Hjemmel("Proceduren, kommunens opgave")
SEKRETARIAT = Hjemmel("Proceduren, sekretariatets afsendelse")

FEM_HVERDAGE = Grundslag(
    "fem_hverdage",
    OPRETTES,
    lambda seneste, moede: (
        f"Sagen skal være oprettet senest {dag(seneste)}: fem hverdage før mødet {dag(moede)}, mødedagen "
        "ikke medregnet."
    ),
)
SAMME_DAG = Grundslag(
    "samme_dag",
    SEKRETARIAT,
    lambda dagen: f"Sekretariatet sender sagen videre samme dag, {dag(dagen)}. Der er ingen luft imellem.",
)
I_TIDE = Grundslag(
    "rettidig", OPRETTES, lambda oprettet: f"Sagen er oprettet {dag(oprettet)}, og det er i tide."
)
FOR_SILDIG = Grundslag(
    "for_sent",
    OPRETTES,
    lambda oprettet, seneste: f"Sagen er oprettet {dag(oprettet)}, efter {dag(seneste)}.",
)
INGEN_BUFFER = Mangel(
    "INGEN_BUFFER",
    SEKRETARIAT,
    "Sagen er oprettet den dag, sekretariatet sender den videre. Mangler der noget, er der ingen tid til "
    "at rette det.",
)


@dataclass(frozen=True, slots=True)
class Moedefrist:
    """moededato: the team meeting; oprettet: the day the case was created, None = not yet."""

    moededato: date
    oprettet: date | None = None


@dataclass(frozen=True, slots=True)
class Kalenderdag:
    """A day from the last day in time to the meeting; nr counts the hverdage 5-1, navn says why a day is none."""

    dato: date
    nr: int | None
    hverdag: bool
    navn: str


@dataclass(frozen=True, slots=True)
class FristDetaljer:
    """The deadline, the stricter reading (T14), the more lenient one (T13), and the days counted."""

    seneste_oprettelsesdato: date
    sekretariat_videresendelse: date
    strengere: date
    lempeligere: date
    dage: tuple[Kalenderdag, ...]


@regel("procedure.frist", OPRETTES)
def frist(moededato: date, oprettet: date | None = None) -> Vurdering:
    """Last day to create the case, and whether it was created in time.

    Raises UgyldigeFakta for a meeting in a year the calendar of helligdage does not know.
    """
    try:
        seneste, videre = oprettes_senest(moededato), sendes_videre(moededato)
        grunde: list[Grund] = [FEM_HVERDAGE(seneste, moededato), SAMME_DAG(videre)]
    except (ValueError, OverflowError):
        raise UgyldigeFakta("moededato") from None
    status = i_tide(oprettet, seneste)
    if oprettet is not None:
        grunde.insert(0, I_TIDE(oprettet) if status == RETTIDIG else FOR_SILDIG(oprettet, seneste))
    return Vurdering(
        "procedure.frist",
        status,
        tuple(grunde),
        for_proceduren("frist", moededato),
        seneste,
        advarsler=(INGEN_BUFFER,) if oprettet == videre else (),
        svar=(("seneste_oprettelsesdato", seneste), ("sekretariat_videresendelse", videre)),
        uddyb=(_uddyb, (moededato, oprettet, seneste)),
    )


@stykke(OPRETTES, "Kommunen opretter sagen senest fem hverdage før mødet, og mødedagen tæller ikke med.")
def oprettes_senest(moededato: date) -> date:
    """The fifth hverdag back from the meeting (T13, T14); created on that day is in time."""
    return hverdage_foer(moededato, HVERDAGE)


@stykke(SEKRETARIAT, "Sekretariatet sender sagen til sundhedskoordinatoren fem hverdage før mødet.")
def sendes_videre(moededato: date) -> date:
    """The same day as the municipality's last: there is no buffer."""
    return hverdage_foer(moededato, HVERDAGE)


def _uddyb(moede: date, oprettet: date | None, seneste: date) -> Uddybning:
    strengere = hverdage_foer(seneste, 1)
    lempeligere = hverdage_foer(moede, HVERDAGE, lempeligt=True)
    dage: list[Kalenderdag] = []
    nr, d = HVERDAGE, seneste
    while d < moede:
        hverdag = er_hverdag(d)
        dage.append(Kalenderdag(d, nr if hverdag else None, hverdag, hvorfor_ikke_hverdag(d)))
        nr -= hverdag
        d += DAG
    dage.append(Kalenderdag(moede, None, er_hverdag(moede), hvorfor_ikke_hverdag(moede)))

    return Uddybning(
        (laest("T13", oprettet, seneste, lempeligere), laest("T14", oprettet, seneste, strengere)),
        FristDetaljer(seneste, seneste, strengere, lempeligere, tuple(dage)),
        _hvad_aendrer(oprettet, seneste),
        (("strengere", strengere), ("lempeligere", lempeligere)),
    )


def _hvad_aendrer(oprettet: date | None, seneste: date) -> tuple[Aendring, ...]:
    """The last day in time; for a case that is too late, the first meeting it is in time for."""
    if oprettet is None or oprettet <= seneste:
        tekst = f"Sagen er i tide til og med {dag(seneste)}. Oprettes den dagen efter, er det for sent."
        return (Aendring("sidste_dag", "Oprettet senere", tekst, OPRETTES),)
    moede = _foerste_moede(oprettet)
    if moede is None:
        return ()
    tekst = f"Sagen er i tide til et møde {dag(moede)} eller senere."
    return (Aendring("senere_moede", "Et senere møde", tekst, OPRETTES),)


def _foerste_moede(oprettet: date) -> date | None:
    """The first hverdag with five hverdage before it from the day the case was created; None beyond the calendar."""
    moede = oprettet
    try:
        for _ in range(HVERDAGE):
            moede = _naeste(moede)
        return moede if oprettes_senest(moede) >= oprettet else _naeste(moede)
    except (ValueError, OverflowError):
        return None


def _naeste(d: date) -> date:
    d += DAG
    while not er_hverdag(d):
        d += DAG
    return d
