"""§ 17: when a ressourceforløb without any effort comes before the team again after six months.

The text stk. by stk. is in `stykker`, the order of the exceptions in `udfald`, the sentences in `grunde`,
and what is worked out only when it is shown in `uddybning`. https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from datetime import date

from rehabteam.lov.bek2408_2021.par17 import grunde as g
from rehabteam.lov.bek2408_2021.par17.aendringer import Aendring
from rehabteam.lov.bek2408_2021.par17.stykker import Taelling, stk1, stk3, stk3_holder_ude
from rehabteam.lov.bek2408_2021.par17.uddybning import (
    IndsatsSvar,
    Par17Detaljer,
    PeriodeSvar,
    Segment,
    uddyb,
)
from rehabteam.lov.bek2408_2021.par17.udfald import Udfald, udfald
from rehabteam.lov.fakta import Ressourceforloeb
from rehabteam.lov.lab import par113
from rehabteam.lov.regel import regel
from rehabteam.lov.udgaver import BEK2408_FRA, NYE_FORLOEB_TIL, for_ressourceforloeb
from rehabteam.lov.vurdering import MANUEL_VURDERING, Grund, SkalVurderes, Vurdering, bek

__all__ = ["Aendring", "IndsatsSvar", "Par17Detaljer", "PeriodeSvar", "Segment", "seks_maaneder"]

REGEL = "bek2408.par17"


@regel(REGEL, bek(17), fra=BEK2408_FRA, til=NYE_FORLOEB_TIL)
def seks_maaneder(fakta: Ressourceforloeb, pr: date) -> Vurdering:
    """Must the team treat the case again, asked about the day `pr`?

    Statuses, first that fits: MANUEL_VURDERING (edition), INDSATS_RETTIDIG, UNDTAGET_STK_4/5/6, SUSPENDERET,
    IKKE_UDLOEBET, SAERLIGE_GRUNDE, SKAL_GENBEHANDLES (or MANUEL_VURDERING where T7/T23 would change that).
    Raises UgyldigeFakta where the limit lies beyond the calendar.
    """
    start = fakta.forloeb_start
    d0 = stk1(start)
    taelling = stk3(start, d0, fakta.undtagne_perioder)
    frist = taelling.frist
    fundet = udfald(fakta, pr, frist, d0)
    udgave, sikker = for_ressourceforloeb(start, pr)
    status = fundet.status if sikker else MANUEL_VURDERING
    if frist is None:
        tal: tuple[tuple[str, object], ...] = (
            ("undtagne_dage", taelling.undtagne_dage),
            ("talte_dage", taelling.talte_dage),
            ("resterende_dage", taelling.n - taelling.talte_dage),
        )
    else:
        tal = (("undtagne_dage", taelling.undtagne_dage),)
    return Vurdering(
        REGEL,
        status,
        _grunde(fakta, pr, d0, taelling, fundet, sikker),
        udgave,
        frist,
        skal_vurderes=_skoen(fundet, sikker),
        svar=tal,
        valideringsfejl=tuple([f"saerlige_grunde.{navn}" for navn in fundet.tomme]) if fundet.tomme else (),
        uddyb=(uddyb, (fakta, pr)),
    )


def _grunde(
    fakta: Ressourceforloeb, pr: date, d0: date, taelling: Taelling, fundet: Udfald, sikker: bool
) -> tuple[Grund, ...]:
    """Every ground that applies, the decisive one first."""
    status, frist, start = fundet.status, taelling.frist, fakta.forloeb_start
    grunde: list[Grund] = [] if sikker else [g.UDGAVE_USIKKER(start)]
    grunde += fundet.taeller
    grunde += fundet.undtaget
    if status == MANUEL_VURDERING:
        grunde += fundet.tvivl
    if status == "SAERLIGE_GRUNDE" and fundet.beslutning is not None:
        grunde.append(fundet.beslutning)
    if frist is None:
        fra = date.fromordinal(taelling.staar_stille_fra)
        grunde.append(g.STAAR_STILLE(fra, taelling.talte_dage, taelling.n - taelling.talte_dage))
    elif status == "IKKE_UDLOEBET":
        grunde.append(g.IKKE_UDLOEBET(frist))
    elif pr > frist and not fundet.taeller:
        grunde.append(g.UDLOEBET(frist))
        if status == "SKAL_GENBEHANDLES":
            grunde.append(par113.PLIGT(pligt_fra(frist)))
    grunde.append(g.SEKS_MAANEDER(start, d0, taelling.n))
    if taelling.undtagne_dage and frist is not None:
        grunde.append(g.HOLDT_UDE(taelling.undtagne_dage, frist))
    for p in fakta.undtagne_perioder:
        if not stk3_holder_ude(p):
            grunde.append(g.PERIODE_TAELLER_MED(p.fra, p.til, p.hjemmel))
    grunde += fundet.taeller_ikke
    if status != MANUEL_VURDERING:
        grunde += fundet.tvivl
    if status != "SAERLIGE_GRUNDE" and fundet.beslutning is not None:
        grunde.append(fundet.beslutning)
    return tuple(grunde)


def pligt_fra(frist: date) -> date:
    """The duty arises the day after the limit; the order sets no last day for the meeting (T24)."""
    return date.fromordinal(frist.toordinal() + 1)


def _skoen(fundet: Udfald, sikker: bool) -> tuple[SkalVurderes, ...]:
    """What a human must judge before the answer is final."""
    if sikker and not fundet.tvivl and fundet.status != "SKAL_GENBEHANDLES":
        return ()
    skoen = [] if sikker else [g.SKOEN_UDGAVE]
    skoen += [g.SKOEN_BARNETS_LOV if t.slags is g.BARNETS_LOV else g.SKOEN_FRAVAER for t in fundet.tvivl]
    if fundet.status == "SKAL_GENBEHANDLES":
        skoen.append(par113.SKOEN)
    return tuple(dict.fromkeys(skoen))
