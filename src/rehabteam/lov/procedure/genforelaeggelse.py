"""The region's procedure when a ressourceforløb comes before the team again: deadline, documents, category.

Reads §§ 17-18 of the order for what the documents must be; the procedure itself is not published.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from rehabteam.lov.bek2408_2021 import par18
from rehabteam.lov.fakta import Sagstype, UgyldigeFakta
from rehabteam.lov.fuldstaendig import afgoer, tom
from rehabteam.lov.ord import dag
from rehabteam.lov.regel import regel
from rehabteam.lov.tid import DAG, er_hverdag, hverdage_foer, hvorfor_ikke_hverdag
from rehabteam.lov.tvivl import TVIVL
from rehabteam.lov.udgaver import for_proceduren
from rehabteam.lov.vaerdier import UDELADT, Tekst, Udeladt
from rehabteam.lov.vurdering import (
    BESVARET,
    Grund,
    Grundslag,
    Hjemmel,
    Mangel,
    Uddybning,
    Vurdering,
)

GENBEHANDLING = "ressourceforloeb_genbehandling"
UNDERTYPE = "Genforelæggelsessag"
HVERDAGE = 5

OPRETTES = Hjemmel("Proceduren, kommunens opgave")
SEKRETARIAT = Hjemmel("Proceduren, sekretariatets afsendelse")
OMFANG = Hjemmel("Proceduren, hvad der er omfattet")
FOELGER_MED = Hjemmel("Proceduren, dokumenter der følger med")
TILFOEJES = Hjemmel("Proceduren, dokumenter der tilføjes")
KATEGORI = Hjemmel("Proceduren, reform og samarbejdsaftale")

# --- The deadline before the meeting -------------------------------------------------------------------

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
RETTIDIG = Grundslag(
    "rettidig", OPRETTES, lambda oprettet: f"Sagen er oprettet {dag(oprettet)}, og det er i tide."
)
FOR_SENT = Grundslag(
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
    """Last day to create the case: five hverdage before the meeting (T13, T14). Created on that day is in time.

    Raises UgyldigeFakta for a meeting in a year the calendar of helligdage does not know.
    """
    try:
        seneste = hverdage_foer(moededato, HVERDAGE)
        grunde: list[Grund] = [FEM_HVERDAGE(seneste, moededato), SAMME_DAG(seneste)]
    except (ValueError, OverflowError):
        raise UgyldigeFakta("moededato") from None
    status, advarsler = BESVARET, ()
    if oprettet is not None:
        status = "RETTIDIG" if oprettet <= seneste else "FOR_SENT"
        grunde.insert(0, RETTIDIG(oprettet) if oprettet <= seneste else FOR_SENT(oprettet, seneste))
    return Vurdering(
        "procedure.frist",
        status,
        tuple(grunde),
        for_proceduren("frist", moededato),
        seneste,
        advarsler=(INGEN_BUFFER,) if oprettet == seneste else advarsler,
        svar=(("seneste_oprettelsesdato", seneste), ("sekretariat_videresendelse", seneste)),
        uddyb=(_fristdetaljer, (moededato, seneste)),
    )


def _fristdetaljer(moede: date, seneste: date) -> Uddybning:
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
        (TVIVL["T13"].laesning(seneste, lempeligere), TVIVL["T14"].laesning(seneste, strengere)),
        FristDetaljer(seneste, seneste, strengere, lempeligere, tuple(dage)),
    )


# --- The documents -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class GenforelaeggelsesDokumenter:
    """What is on the new case. Left out = not asked about; None = not there (for `vaesentlige_aendringer`: not
    assessed).
    """

    sagstype: Sagstype | None | Udeladt = UDELADT
    undertype: Annotated[str, Tekst()] | None | Udeladt = UDELADT
    oprindelig_sag_genoptaget: bool | None | Udeladt = UDELADT
    forberedende_del_oprindelig: bool | None | Udeladt = UDELADT
    indsatsplan: bool | None | Udeladt = UDELADT
    vaesentlige_aendringer: bool | None | Udeladt = UDELADT
    nye_oplysninger: tuple[str, ...] | None | Udeladt = UDELADT
    forrige_indstilling_i_it: bool | None | Udeladt = UDELADT
    forrige_indstilling_uploadet: bool | None | Udeladt = UDELADT
    forrige_sundhedskoordinator_resume_i_it: bool | None | Udeladt = UDELADT
    koordinerende_sagsbehandler_resume: bool | None | Udeladt = UDELADT
    dokumentation_til_resume: tuple[str, ...] | None | Udeladt = UDELADT


SAGSTYPE = Mangel("sagstype", OMFANG, "Proceduren gælder kun et ressourceforløb, der skal for teamet igen.")
FORKERT_UNDERTYPE = Mangel("undertype", OPRETTES, f"Sagen skal have undertypen »{UNDERTYPE}«.")
IKKE_GENOPTAGET = Mangel("oprindelig_sag_genoptaget", OPRETTES, "Den oprindelige sag er ikke genoptaget.")
FORRIGE_INDSTILLING = Mangel(
    "forrige_indstilling",
    TILFOEJES,
    "Indstillingen eller indsatsplanen fra det forrige møde mangler. Den ligger ikke i systemet og skal "
    "tilføjes.",
)
FORRIGE_NOTAT = Mangel(
    "forrige_sundhedskoordinator_resume",
    FOELGER_MED,
    "Sundhedskoordinatorens notat fra det forrige møde mangler.",
)
RESUME = Mangel(
    "koordinerende_sagsbehandler_resume",
    TILFOEJES,
    "Den koordinerende sagsbehandlers resumé af forløbet siden sidste møde mangler.",
)
DOKUMENTATION = Mangel("dokumentation_til_resume", TILFOEJES, "Dokumentationen til resuméet mangler.")
ALT_ER_DER = Grundslag(
    "dokumenter_i_orden", FOELGER_MED, lambda: "De dokumenter, der skal være med, er der."
)()


@regel("procedure.dokumenter", FOELGER_MED)
def dokumenter(fakta: GenforelaeggelsesDokumenter) -> Vurdering:
    """What is missing before the case can be sent: the order's § 18 first, then the procedure's own list."""
    stk18 = par18.genbehandlingens_grundlag(
        fakta.forberedende_del_oprindelig,
        fakta.indsatsplan,
        fakta.vaesentlige_aendringer,
        fakta.nye_oplysninger,
    )
    return afgoer(
        "procedure.dokumenter",
        for_proceduren("dokumenter", None),
        ALT_ER_DER,
        mangler=[*_oprettelse(fakta), *stk18.mangler, *_foelger_med_og_tilfoejes(fakta)],
        advarsler=stk18.advarsler,
        skoen=stk18.skoen,
    )


def _oprettelse(fakta: GenforelaeggelsesDokumenter) -> list[Mangel]:
    """The old case is taken up again, under the subtype, as the right kind of case."""
    mangler = []
    if fakta.sagstype is not UDELADT and fakta.sagstype != GENBEHANDLING:
        mangler.append(SAGSTYPE)
    if fakta.undertype is not UDELADT and fakta.undertype != UNDERTYPE:
        mangler.append(FORKERT_UNDERTYPE)
    if tom(fakta.oprindelig_sag_genoptaget):
        mangler.append(IKKE_GENOPTAGET)
    return mangler


def _foelger_med_og_tilfoejes(fakta: GenforelaeggelsesDokumenter) -> list[Mangel]:
    """The earlier indstilling is added only where it was not made in the system; the resumé is always new (T19)."""
    mangler = []
    if tom(fakta.forrige_indstilling_i_it) and tom(fakta.forrige_indstilling_uploadet):
        mangler.append(FORRIGE_INDSTILLING)
    if tom(fakta.forrige_sundhedskoordinator_resume_i_it):
        mangler.append(FORRIGE_NOTAT)
    if tom(fakta.koordinerende_sagsbehandler_resume):
        mangler.append(RESUME)
    if tom(fakta.dokumentation_til_resume):
        mangler.append(DOKUMENTATION)
    return mangler


# --- The category --------------------------------------------------------------------------------------

TO_KATEGORIER = Grundslag(
    "kategori",
    KATEGORI,
    lambda: (
        "Sagen hører til reformen af fleksjob og førtidspension. Frist og pris følger samarbejdsaftalens "
        "afsnit 2.2.1 og 2.8, som for sygedagpengereformen."
    ),
)
UKENDT_KATEGORI = Grundslag(
    "kategori_ukendt",
    KATEGORI,
    lambda: (
        "Proceduren siger kun noget om genforelæggelse. Samarbejdsaftalen for andre sager er ikke kendt her."
    ),
)


@regel("procedure.kategori", KATEGORI)
def kategori(sagstype: str) -> Vurdering:
    """Two attributes: the legal reform, and the agreement's sections for deadline and price; None where not known."""
    kendt = sagstype == GENBEHANDLING
    return Vurdering(
        "procedure.kategori",
        BESVARET,
        (TO_KATEGORIER() if kendt else UKENDT_KATEGORI(),),
        for_proceduren("kategori", None),
        svar=(
            ("reform", "fleksjob_foertidspension" if kendt else None),
            ("deadline_afsnit", "2.2.1" if kendt else None),
            ("pris_afsnit", "2.8" if kendt else None),
            ("pris_gruppe", "sygedagpengereform" if kendt else None),
        ),
    )
