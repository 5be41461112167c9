"""§ 17: when a ressourceforløb without any effort comes before the team again after six months.

The text stk. by stk. is in `stykker`, the order of the exceptions in `udfald`, the sentences in `grunde`, and
what is worked out only when it is shown in `uddybning`. https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from datetime import date

from rehabteam.lov.bek2408_2021 import par21
from rehabteam.lov.bek2408_2021.par17 import grunde as g
from rehabteam.lov.bek2408_2021.par17.stykker import Taelling, stk1, stk3
from rehabteam.lov.bek2408_2021.par17.uddybning import (
    IndsatsSvar,
    Par17Detaljer,
    PeriodeSvar,
    Segment,
    uddyb,
)
from rehabteam.lov.bek2408_2021.par17.udfald import Udfald, udfald
from rehabteam.lov.fakta import Ressourceforloeb
from rehabteam.lov.husk import husk
from rehabteam.lov.lab import par113
from rehabteam.lov.regel import regel
from rehabteam.lov.stykke import stykke
from rehabteam.lov.tid import DAG
from rehabteam.lov.udgaver import NYE_FORLOEB_TIL, for_ressourceforloeb
from rehabteam.lov.vurdering import MANUEL_VURDERING, Grund, SkalVurderes, Vurdering, bek

__all__ = ["IndsatsSvar", "Par17Detaljer", "PeriodeSvar", "Segment", "seks_maaneder"]

REGEL = "bek2408.par17"
stk1_husket = husk(stk1)
"""The same start comes again in case after case."""
KUN_SAERLIGE_GRUNDE: dict[str, tuple[SkalVurderes, ...]] = {"SKAL_GENBEHANDLES": (par113.SKOEN,)}


@regel(REGEL, bek(17), fra=par21.FRA, til=NYE_FORLOEB_TIL)
def seks_maaneder(fakta: Ressourceforloeb, pr: date) -> Vurdering:
    """Must the team treat the case again, asked about the day `pr`?

    Statuses, first that fits: MANUEL_VURDERING (edition), INDSATS_RETTIDIG, UNDTAGET_STK_4/5/6, SUSPENDERET,
    IKKE_UDLOEBET, SAERLIGE_GRUNDE, SKAL_GENBEHANDLES (or MANUEL_VURDERING where T7/T23 would change that).
    Raises UgyldigeFakta where the limit lies beyond the calendar.
    """
    start = fakta.forloeb_start
    d0, seks = stk1_husket(start)
    taelling = stk3(start, d0, fakta.undtagne_perioder)
    fundet = udfald(fakta, pr, taelling.frist, d0)
    udgave, sikker = for_ressourceforloeb(start, pr)
    status = fundet.status
    tal: tuple[tuple[str, object], ...] = (("undtagne_dage", taelling.undtagne_dage),)
    if taelling.frist is None:
        talte = taelling.talte_dage
        tal = (*tal, ("talte_dage", talte), ("resterende_dage", taelling.n - talte))
    kun_saerlige = sikker and not fundet.tvivl
    return Vurdering(
        REGEL,
        status if sikker else MANUEL_VURDERING,
        _grunde(start, pr, seks, taelling, fundet, sikker),
        udgave,
        taelling.frist,
        (),
        (),
        (),
        KUN_SAERLIGE_GRUNDE.get(status, ()) if kun_saerlige else _skoen(fundet, sikker),
        tal,
        tuple([f"saerlige_grunde.{navn}" for navn in fundet.tomme]) if fundet.tomme else (),
        (uddyb, (fakta, pr)),
    )


def _grunde(
    start: date, pr: date, seks: Grund, taelling: Taelling, fundet: Udfald, sikker: bool
) -> tuple[Grund, ...]:
    """Every ground that applies: what decides, then the count, then what else must be known."""
    status, grunde, frist = fundet.status, fundet.afgoer, taelling.frist
    if not sikker:
        grunde.insert(0, g.UDGAVE_USIKKER(start))
    if frist is None:
        talte = taelling.talte_dage
        fra = date.fromordinal(taelling.staar_stille_fra)
        grunde.append(g.STAAR_STILLE(fra, talte, taelling.n - talte, taelling.sluttede))
    elif status == "IKKE_UDLOEBET":
        grunde.append(g.IKKE_UDLOEBET(frist))
    elif status != "INDSATS_RETTIDIG" and pr > frist:
        grunde.append(g.UDLOEBET(frist))
        if sikker and status == "SKAL_GENBEHANDLES":
            grunde.append(par113.PLIGT(pligt_fra(frist)))
    grunde.append(seks)
    if taelling.undtagne_dage and frist is not None:
        grunde.append(g.HOLDT_UDE(taelling.undtagne_dage, frist, taelling.sluttede))
    grunde += taelling.taeller_med
    grunde += fundet.bemaerkes
    return tuple(grunde)


@stykke(
    bek(17, 1), "Pligten opstår dagen efter fristen, og reglen nævner ingen sidste dag for mødet i teamet."
)
def pligt_fra(frist: date) -> date:
    """The duty arises the day after the limit; the order sets no last day for the meeting (T24)."""
    return frist + DAG


def _skoen(fundet: Udfald, sikker: bool) -> tuple[SkalVurderes, ...]:
    """What a human must judge before the answer is final."""
    skoen = [] if sikker else [g.SKOEN_UDGAVE]
    skoen += [g.SKOEN_BARNETS_LOV if t.slags is g.BARNETS_LOV else g.SKOEN_FRAVAER for t in fundet.tvivl]
    return (*dict.fromkeys(skoen), *KUN_SAERLIGE_GRUNDE.get(fundet.status, ()))
