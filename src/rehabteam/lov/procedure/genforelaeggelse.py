"""The region's procedure when a ressourceforløb comes before the team again: scope, documents, category.

Reads § 18 of the order for what the documents must be; the procedure itself is not published.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from rehabteam.lov.bek2408_2021 import par18
from rehabteam.lov.fakta import Sagstype
from rehabteam.lov.fuldstaendig import afgoer, tom
from rehabteam.lov.procedure.moedefrist import OPRETTES, FristDetaljer, Kalenderdag, Moedefrist, frist
from rehabteam.lov.regel import regel
from rehabteam.lov.stykke import stykke, uden_funktion
from rehabteam.lov.udgaver import for_proceduren
from rehabteam.lov.vaerdier import UDELADT, Tekst, Udeladt
from rehabteam.lov.vurdering import BESVARET, Aendring, Grundslag, Hjemmel, Mangel, Uddybning, Vurdering

__all__ = ["FristDetaljer", "Kalenderdag", "Moedefrist", "frist"]

GENBEHANDLING = "ressourceforloeb_genbehandling"
UNDERTYPE = "Genforelæggelsessag"

OMFANG = Hjemmel("Proceduren, hvad der er omfattet")
FOELGER_MED = Hjemmel("Proceduren, dokumenter der følger med")
TILFOEJES = Hjemmel("Proceduren, dokumenter der tilføjes")
SAMLET = Hjemmel("Proceduren, alle dokumenter samlet")
MOEDET = Hjemmel("Proceduren, sundhedskoordinatorens bidrag")
EFTER_MOEDET = Hjemmel("Proceduren, kommunens muligheder bagefter")
KATEGORI = Hjemmel("Proceduren, reform og samarbejdsaftale")

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
IKKE_GENOPTAGET = Mangel(
    "oprindelig_sag_genoptaget", OPRETTES, "Det fremgår ikke, at den oprindelige sag er genoptaget."
)
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
        mangler=[
            *omfang(fakta),
            *oprettelse(fakta),
            *stk18.mangler,
            *foelger_med(fakta),
            *tilfoejes(fakta),
        ],
        advarsler=stk18.advarsler,
        skoen=stk18.skoen,
    )


@stykke(OMFANG, "Proceduren gælder kun ressourceforløb, hvor teamet alene skal se på indsatserne på ny.")
def omfang(fakta: GenforelaeggelsesDokumenter) -> list[Mangel]:
    """The right kind of case."""
    return [SAGSTYPE] if fakta.sagstype is not UDELADT and fakta.sagstype != GENBEHANDLING else []


@stykke(OPRETTES, "Den gamle sag genoptages i systemet med undertypen »Genforelæggelsessag«.")
def oprettelse(fakta: GenforelaeggelsesDokumenter) -> list[Mangel]:
    """The old case is taken up again, under the subtype."""
    mangler = []
    if fakta.undertype is not UDELADT and fakta.undertype != UNDERTYPE:
        mangler.append(FORKERT_UNDERTYPE)
    if tom(fakta.oprindelig_sag_genoptaget):
        mangler.append(IKKE_GENOPTAGET)
    return mangler


@stykke(
    FOELGER_MED,
    "De oprindelige papirer følger med, og det gør sundhedskoordinatorens notat fra sidste møde også.",
)
def foelger_med(fakta: GenforelaeggelsesDokumenter) -> list[Mangel]:
    """What comes along when the case is taken up again."""
    return [FORRIGE_NOTAT] if tom(fakta.forrige_sundhedskoordinator_resume_i_it) else []


@stykke(
    TILFOEJES,
    "Kommunen tilføjer et resumé siden sidste møde med dokumentation og den tidligere indstilling, hvis den ikke "
    "ligger i systemet.",
)
def tilfoejes(fakta: GenforelaeggelsesDokumenter) -> list[Mangel]:
    """The earlier indstilling is added only where it was not made in the system; the resumé is always new (T19)."""
    mangler = []
    if tom(fakta.forrige_indstilling_i_it) and tom(fakta.forrige_indstilling_uploadet):
        mangler.append(FORRIGE_INDSTILLING)
    if tom(fakta.koordinerende_sagsbehandler_resume):
        mangler.append(RESUME)
    if tom(fakta.dokumentation_til_resume):
        mangler.append(DOKUMENTATION)
    return mangler


uden_funktion(
    SAMLET,
    "Alle oplysninger på sagen kan læses samlet.",
    "Det er en side i systemet og ikke noget, der kan mangle i sagen.",
)
uden_funktion(
    MOEDET,
    "På mødet rådgiver sundhedskoordinatoren om kommunens tilbud, helbred, funktionsniveau og skånehensyn.",
    "Rådgivningen er et menneskes faglige arbejde.",
)
uden_funktion(
    EFTER_MOEDET,
    "Efter mødet laver kommunen en indsatsplan med konkrete indsatser på tværs af områder.",
    "Indsatsdelen måles efter § 5 og teamets indstilling efter § 19.",
)


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


@stykke(
    KATEGORI,
    "Sagen hører til reformen af fleksjob og førtidspension, men følger frist og pris for sygedagpengereformen.",
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
        uddyb=(_kategori_aendrer, (kendt,)),
    )


def _kategori_aendrer(kendt: bool) -> Uddybning:
    if kendt:
        tekst = "Er der andet at tage stilling til end indsatserne, hører sagen til en anden kategori."
    else:
        tekst = "Skal et ressourceforløb kun for teamet igen om indsatserne, er kategorien kendt."
    return Uddybning(aendrer=(Aendring("sagstype", "En anden slags sag", tekst, OMFANG),))
