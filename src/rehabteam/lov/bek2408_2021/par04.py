"""§ 4: the praktiserende læge's assessment.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from rehabteam.lov.fakta import Sagstype
from rehabteam.lov.fuldstaendig import afgoer, krav, tom
from rehabteam.lov.regel import regel
from rehabteam.lov.stykke import stykke, uden_funktion
from rehabteam.lov.udgaver import udateret
from rehabteam.lov.vaerdier import UDELADT, Blandt, Tal, Udeladt
from rehabteam.lov.vurdering import Aendring, Grund, Grundslag, Mangel, Vurdering, bek

ORDINAER = "LAEGEATTEST_PL"
FOERSTE_SAMTALE = "LAE285"
Kilde = Annotated[str, Blandt(ORDINAER, FOERSTE_SAMTALE)]
Attestpunkter = tuple[Annotated[int, Tal(1, 4)], ...]
Overgang = Annotated[str, Blandt("SDL_24_STK_1_REVURDERING", "NYT_JAF", "ANDET")]

STK1 = krav(bek(4, 1), "Den praktiserende læges vurdering af helbredet i forhold til arbejde mangler.")
STK2 = krav(
    bek(4, 2, pkt=2),
    "Kommunen har ikke vurderet, om attesten fra den første samtale er nok for teamet sammen med det, der ellers er.",
)
STK3 = krav(bek(4, 3), "Det fremgår ikke, at lægens vurdering bygger på en konsultation med borgeren.")
STK3_NR = {
    1: krav(
        bek(4, 3, 1),
        "Lægens vurdering mangler de helbredsforhold, der har betydning for arbejde og uddannelse.",
    ),
    2: krav(bek(4, 3, 2), "Lægens vurdering mangler de særlige hensyn, der skal tages."),
    3: krav(
        bek(4, 3, 3), "Lægens vurdering mangler kommentarer til borgerens eget syn på helbred og arbejde."
    ),
    4: krav(bek(4, 3, 4), "Lægens vurdering mangler andre forhold af betydning, fx sociale forhold."),
}
I_ORDEN = Grundslag("par04_i_orden", bek(4, 1), lambda: "Den lægelige vurdering er der, som reglen kræver.")()
I_ORDEN_STK2 = Grundslag(
    "par04_stk2",
    bek(4, 2),
    lambda: (
        "Kommunen har vurderet, at attesten fra den første samtale er nok, så den almindelige kan undværes."
    ),
)()
IKKE_IGEN = Grundslag(
    "par04_genbehandling",
    bek(18),
    lambda: "Når sagen kommer for teamet igen, skal der ikke indhentes en ny vurdering fra lægen.",
)()
FRIVILLIGT = Grundslag(
    "par04_frivilligt",
    bek(1, 5),
    lambda: (
        "Sagen er her målt efter bekendtgørelsen. Kommunen vælger selv, om den vil bruge den i denne sag."
    ),
)()
OVERGANG = Aendring(
    "overgang",
    "Overgang ved revurderingen",
    "Gik borgeren over i sit første jobafklaringsforløb ved revurderingen efter 22 uger, kan attesten fra den "
    "første samtale være nok.",
    bek(4, 2, pkt=1),
)
NOK = Aendring(
    "kommunens_vurdering_tilstraekkelig",
    "Kommunens vurdering",
    "Vurderer kommunen, at attesten fra den første samtale er nok, kan den almindelige undværes.",
    bek(4, 2, pkt=2),
)
IKKE_NOK = Aendring(
    "kommunens_vurdering_tilstraekkelig",
    "Kommunens vurdering",
    "Er attesten fra den første samtale ikke nok for teamet, skal den almindelige hentes.",
    bek(4, 2, pkt=2),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlVurdering:
    """The certificate: its kind (None = none), whether after a consultation, and which of stk. 3's items it has."""

    kilde: Kilde | None | Udeladt = UDELADT
    konsultation: bool | None | Udeladt = UDELADT
    nr: Attestpunkter | None | Udeladt = UDELADT


@dataclass(frozen=True, slots=True, kw_only=True)
class Par04:
    """The kind of case, its certificate, and what can open the exception of stk. 2."""

    sagstype: Sagstype
    laegelig_kilde: Kilde | None
    konsultation: bool | None | Udeladt = UDELADT
    nr: Attestpunkter | None | Udeladt = UDELADT
    overgang: Overgang | None | Udeladt = UDELADT
    foerste_jaf: bool | None | Udeladt = UDELADT
    kommunens_vurdering_tilstraekkelig: bool | None | Udeladt = UDELADT


@regel("bek2408.par04", bek(4))
def laegens_vurdering(fakta: Par04) -> Vurdering:
    """Is the praktiserende læge's assessment there, and does it hold what it must?"""
    pl = PlVurdering(kilde=fakta.laegelig_kilde, konsultation=fakta.konsultation, nr=fakta.nr)
    tilstraekkelig = fakta.kommunens_vurdering_tilstraekkelig
    return afgoer(
        "bek2408.par04",
        udateret("par04"),
        _i_orden(fakta),
        mangler=mangler(fakta.sagstype, pl, fakta.overgang, fakta.foerste_jaf, tilstraekkelig),
        grunde=[FRIVILLIGT] if fakta.sagstype == "andet" else [],
        andre_aendringer=_vejen_aabnes(fakta),
    )


@stykke(
    bek(4),
    "Lægens vurdering skal være der og være fyldestgørende. En sag, der kommer igen efter § 17, skal "
    "ikke have en ny.",
)
def mangler(
    sagstype: str,
    pl: PlVurdering,
    overgang: str | None | Udeladt = UDELADT,
    foerste_jaf: bool | None | Udeladt = UDELADT,
    tilstraekkelig: bool | None | Udeladt = UDELADT,
) -> list[Mangel]:
    """All of § 4, also for the rules that lean on it. A case that comes again needs no new assessment (§ 18)."""
    if sagstype == "ressourceforloeb_genbehandling" or pl.kilde is UDELADT:
        return []
    return [*stk1(pl, stk2(sagstype, overgang, foerste_jaf), tilstraekkelig), *stk3(pl)]


@stykke(
    bek(4, 1),
    "Kommunen henter den praktiserende læges vurdering af helbredet i forhold til arbejde, undtagen "
    "hvor stk. 2 eller § 13 gælder.",
)
def stk1(pl: PlVurdering, stk2_aaben: bool, tilstraekkelig: bool | None | Udeladt) -> list[Mangel]:
    """The municipality obtains the assessment on the ordinary certificate, unless stk. 2 is open."""
    if pl.kilde == ORDINAER:
        return []
    if pl.kilde == FOERSTE_SAMTALE and stk2_aaben:
        if tilstraekkelig is True:
            return []
        if tilstraekkelig is None:
            return [STK2]
    return [STK1]


@stykke(
    bek(4, 2),
    "Kategori 3 og jobafklaringsforløb fra 22-ugers-revurderingen kan nøjes med attesten fra den første "
    "samtale, hvis kommunen finder den nok.",
)
def stk2(sagstype: str, overgang: str | None | Udeladt, foerste_jaf: bool | None | Udeladt) -> bool:
    """Kategori 3, and jobafklaringsforløb entered at the 22 weeks' reassessment, may use the first talk's certificate.

    Not a jobafklaringsforløb said to be a new one. It also takes the municipality's judgement that the certificate
    suffices, which `stk1` asks for.
    """
    if sagstype == "sygedagpenge_kat3":
        return True
    return (
        sagstype == "jobafklaringsforloeb"
        and overgang == "SDL_24_STK_1_REVURDERING"
        and foerste_jaf is not False
    )


@stykke(
    bek(4, 3),
    "Lægen har talt med borgeren og skriver om helbred, særlige hensyn, borgerens eget syn og andre forhold.",
)
def stk3(pl: PlVurdering) -> list[Mangel]:
    """After a consultation, and with all four items: asked of the ordinary certificate only."""
    if pl.kilde != ORDINAER:
        return []
    fundet = [STK3] if tom(pl.konsultation) else []
    if pl.nr is not UDELADT:
        fundet += [m for nr, m in STK3_NR.items() if nr not in (pl.nr or ())]
    return fundet


uden_funktion(
    bek(4, 4),
    "Lægens vurdering gives på en attest, og kommunen betaler for den.",
    "Attesten er allerede den kilde, stk. 1 spørger efter, og betalingen er ikke et spørgsmål om sagen.",
)


def _vejen_aabnes(fakta: Par04) -> tuple[Aendring, ...]:
    """With the first talk's certificate: what decides whether it is enough."""
    if fakta.laegelig_kilde != FOERSTE_SAMTALE:
        return ()
    if not stk2(fakta.sagstype, fakta.overgang, fakta.foerste_jaf):
        return (OVERGANG,) if stk2(fakta.sagstype, "SDL_24_STK_1_REVURDERING", UDELADT) else ()
    tilstraekkelig = fakta.kommunens_vurdering_tilstraekkelig
    return () if tilstraekkelig is None else ((IKKE_NOK,) if tilstraekkelig is True else (NOK,))


def _i_orden(fakta: Par04) -> Grund:
    if fakta.sagstype == "ressourceforloeb_genbehandling":
        return IKKE_IGEN
    return I_ORDEN_STK2 if fakta.laegelig_kilde == FOERSTE_SAMTALE else I_ORDEN
