"""§ 20: jobafklaringsforløb begun 1 July 2021 - 28 February 2022.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rehabteam.lov.bek2408_2021 import par01
from rehabteam.lov.fakta import Sagstype
from rehabteam.lov.fuldstaendig import grund_af
from rehabteam.lov.lab.par109 import LAB109, fire_uger
from rehabteam.lov.ord import dag
from rehabteam.lov.regel import regel
from rehabteam.lov.rettidig import i_tide, laest
from rehabteam.lov.stykke import stykke
from rehabteam.lov.tid import DAG
from rehabteam.lov.udgaver import for_jobafklaringsforloeb
from rehabteam.lov.vaerdier import UDELADT, Udeladt
from rehabteam.lov.vurdering import (
    BESVARET,
    MANUEL_VURDERING,
    Aendring,
    Grund,
    Grundslag,
    Laesning,
    SkalVurderes,
    Uddybning,
    Vurdering,
    bek,
)

FRA, TIL = date(2021, 7, 1), date(2022, 2, 28)
SENEST = date(2022, 3, 31)

OMFATTET = Grundslag(
    "par20_omfattet",
    bek(20, 1),
    lambda start: f"Forløbet begyndte {dag(start)}, så sagen kan vente på teamet til og med {dag(SENEST)}.",
)
FIRE_UGERS_FRIST = Grundslag(
    "par20_fire_uger",
    LAB109,
    lambda start, senest: (
        f"Forløbet begyndte {dag(start)}. Sagen skal for teamet inden fire uger: senest {dag(senest)}."
    ),
)
FOR_TIDLIGT = Grundslag(
    "par20_tidligere",
    bek(20, 1),
    lambda start: (
        f"Forløbet begyndte {dag(start)}, før den periode reglen nævner. Et menneske skal vurdere fristen."
    ),
)
INGEN_PLIGT = Grundslag(
    "par20_ingen_pligt", bek(1, 2), lambda: "Sagen skal ikke for teamet, så der er ingen frist at flytte."
)
IKKE_JAF = Grundslag("par20_ikke_jaf", bek(20, 1), lambda: "Reglen gælder kun jobafklaringsforløb.")
_I_TIDE = "Sagen er for teamet {}, og det er i tide."
_FOR_SENT = "Sagen er først for teamet {}, efter fristen."
RETTIDIG = Grundslag("par20_rettidig", bek(20, 1, pkt=2), lambda moede: _I_TIDE.format(dag(moede)))
RETTIDIG_109 = Grundslag("par109_rettidig", LAB109, lambda moede: _I_TIDE.format(dag(moede)))
FOR_SENT = Grundslag("par20_for_sent", bek(20, 1, pkt=2), lambda moede: _FOR_SENT.format(dag(moede)))
FOR_SENT_109 = Grundslag("par109_for_sent", LAB109, lambda moede: _FOR_SENT.format(dag(moede)))
TIDLIG_INDSATS = Grundslag(
    "par20_tidlig_indsats",
    bek(20, 2),
    lambda: "Kommunen kan sætte en indsats i gang og lave indsatsdelen, før sagen har været for teamet.",
)
IKKE_TIDLIGT = Grundslag(
    "par20_ikke_tidlig_indsats",
    bek(20, 2),
    lambda: (
        "Reglen om indsats før mødet gælder kun jobafklaringsforløb, der begyndte i overgangstiden og skal for teamet."
    ),
)
SKOEN_TIDLIGERE = SkalVurderes(
    "tidligere_regler",
    "Hvilken frist gælder for et jobafklaringsforløb, der begyndte før 1. juli 2021?",
    bek(20, 1),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Par20:
    """The start, the meeting (T15), the first effort, and what decides the duty (§ 1). `indsendt` decides nothing."""

    jaf_start: date
    teammoede: date | None = None
    indsats_ivaerksat: date | None = None
    indsendt: date | None = None
    sagstype: Sagstype = par01.JAF
    foerste_jaf: bool | None | Udeladt = UDELADT
    indsats_13d: bool | None | Udeladt = UDELADT
    ophoer: par01.Ophoer | None | Udeladt = UDELADT

    @property
    def par01(self) -> par01.Par01:
        """What § 1 asks about the case."""
        return par01.Par01(
            sagstype=self.sagstype,
            foerste_jaf=self.foerste_jaf,
            indsats_13d=self.indsats_13d,
            ophoer=self.ophoer,
        )


@regel("bek2408.par20", bek(20), fra=FRA, til=TIL)
def overgang(fakta: Par20) -> Vurdering:
    """First whether there is a duty at all (§ 1), then the last day for the meeting, and whether effort may
    begin early.
    """
    skal, skoen = par01.pligt(fakta.par01)
    usikker = fakta.sagstype == par01.JAF and fakta.jaf_start < FRA
    if usikker:
        skoen = (*skoen, SKOEN_TIDLIGERE)
    omfattet = stk1_omfattet(fakta, skal)
    senest = stk1_frist(fakta, skal)
    status = BESVARET
    if usikker or skal is None:
        status = MANUEL_VURDERING
    elif senest is not None:
        status = i_tide(fakta.teammoede, senest)
    svar: tuple[tuple[str, object], ...] = (
        ("omfattet_par20", omfattet),
        ("seneste_forelaeggelse", senest),
        ("skal_forelaegges", skal),
    )
    if fakta.indsats_ivaerksat is not None:
        svar = (*svar, ("tidlig_indsats_tilladt", stk2(omfattet)))
    return Vurdering(
        "bek2408.par20",
        status,
        _grunde(fakta, skal, omfattet, senest, status),
        for_jobafklaringsforloeb(fakta.jaf_start),
        senest,
        skal_vurderes=skoen,
        svar=svar,
        uddyb=(_uddyb, (fakta, omfattet, senest)),
    )


@stykke(
    bek(20, 1, pkt=1),
    "Kravet om fire uger fraviges for jobafklaringsforløb begyndt fra 1. juli 2021 til og med 28. "
    "februar 2022.",
)
def stk1_omfattet(fakta: Par20, skal: bool | None) -> bool | None:
    """Begun in the window, both days included, and under a duty; None while the duty is not decided."""
    if fakta.sagstype != par01.JAF or not FRA <= fakta.jaf_start <= TIL:
        return False
    return skal


@stykke(
    bek(20, 1, pkt=2),
    "Begyndte jobafklaringsforløbet i overgangstiden, er 31. marts 2022 sidste dag for mødet i teamet.",
)
def stk1_frist(fakta: Par20, skal: bool | None) -> date | None:
    """31 March 2022 in the window; after it four weeks, the same weekday included (T16); before it, not governed."""
    if fakta.sagstype != par01.JAF or not skal or fakta.jaf_start < FRA:
        return None
    if fakta.jaf_start <= TIL:
        return SENEST
    return fire_uger(fakta.jaf_start)


@stykke(
    bek(20, 2),
    "Begyndte jobafklaringsforløbet i overgangstiden, må indsats og indsatsdel komme før mødet i teamet.",
)
def stk2(omfattet: bool | None) -> bool | None:
    """Effort and indsatsdel may come before the meeting, in covered cases only."""
    return omfattet


def _grunde(
    fakta: Par20, skal: bool | None, omfattet: bool | None, senest: date | None, status: str
) -> tuple[Grund, ...]:
    grunde: list[Grund] = []
    if status in ("RETTIDIG", "FOR_SENT"):
        i_tide, for_sent = (RETTIDIG, FOR_SENT) if omfattet else (RETTIDIG_109, FOR_SENT_109)
        grunde.append((i_tide if status == "RETTIDIG" else for_sent)(fakta.teammoede))
    if fakta.sagstype != par01.JAF:
        grunde.append(IKKE_JAF())
    elif fakta.jaf_start < FRA:
        grunde.append(FOR_TIDLIGT(fakta.jaf_start))
    if skal is None:
        skoen = par01.SKOEN_UNDTAGET
        grunde.append(grund_af(skoen.noegle, skoen.hjemmel, skoen.spoergsmaal))
    elif not skal and fakta.sagstype == par01.JAF:
        grunde += [INGEN_PLIGT(), par01.UNDTAGET()]
    elif omfattet:
        grunde.append(OMFATTET(fakta.jaf_start))
    elif senest is not None:
        grunde.append(FIRE_UGERS_FRIST(fakta.jaf_start, senest))
    if fakta.indsats_ivaerksat is not None and omfattet is not None:
        grunde.append(TIDLIG_INDSATS() if stk2(omfattet) else IKKE_TIDLIGT())
    return tuple(grunde)


def _uddyb(fakta: Par20, omfattet: bool | None, senest: date | None) -> Uddybning:
    laesninger: tuple[Laesning, ...] = ()
    if senest is not None and not omfattet:
        laesninger = (laest("T16", fakta.teammoede, senest, senest - DAG),)
    return Uddybning(
        laesninger, aendrer=(*_hvad_aendrer(fakta, omfattet, senest), *par01.hvad_aendrer(fakta.par01))
    )


def _hvad_aendrer(fakta: Par20, omfattet: bool | None, senest: date | None) -> list[Aendring]:
    """The last day for the meeting, and the window for the start."""
    if senest is None:
        return []
    hjemmel = bek(20, 1) if omfattet else LAB109
    if fakta.teammoede is not None and fakta.teammoede > senest:
        fundet = [
            Aendring("sidste_dag", "Et tidligere møde", f"Et møde senest {dag(senest)} er i tide.", hjemmel)
        ]
    else:
        tekst = f"Et møde til og med {dag(senest)} er i tide. Dagen efter er det for sent."
        fundet = [Aendring("sidste_dag", "Et senere møde", tekst, hjemmel)]
    if omfattet:
        tekst = f"Var forløbet begyndt efter {dag(TIL)}, var fristen fire uger fra starten."
    else:
        tekst = f"Var forløbet begyndt senest {dag(TIL)}, var sidste dag {dag(SENEST)}."
    return [*fundet, Aendring("start", "En anden start", tekst, bek(20, 1))]
