"""§ 17 put together: the general rule, then its exceptions, for one limit and one window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rehabteam.lov.bek2408_2021.par17.stykker import stk2, stk4, stk5, stk6
from rehabteam.lov.fakta import Ressourceforloeb
from rehabteam.lov.lab import par113
from rehabteam.lov.vurdering import MANUEL_VURDERING, Grund


@dataclass(slots=True)
class Udfald:
    """The status (the edition aside) and the grounds it was found on."""

    status: str
    taeller: list[Grund]
    tvivl: list[Grund]
    taeller_ikke: list[Grund]
    undtaget: list[Grund]
    beslutning: Grund | None
    tomme: tuple[str, ...]


def udfald(
    fakta: Ressourceforloeb, pr: date, frist: date | None, vindue_til: date, *, fravaer_taeller: bool = False
) -> Udfald:
    """The answer on `pr` when the limit is `frist` (None: it stands still) and stk. 4-6 look at [start,
    vindue_til].

    fravaer_taeller: the other reading of T7, where paid absence is hours of work.
    """
    start = fakta.forloeb_start
    taeller: list[Grund] = []
    tvivl: list[Grund] = []
    taeller_ikke: list[Grund] = []
    for indsats in fakta.indsatser:
        svar, grund = stk2(indsats, start, frist, pr)
        if svar == "TAELLER":
            taeller.append(grund)
        elif svar == "VURDER":
            tvivl.append(grund)
        else:
            taeller_ikke.append(grund)

    sidste = vindue_til if vindue_til < pr else pr
    timer = fravaer = loentilskud = stu = None
    if fakta.ordinaere_timer:
        timer, fravaer = stk4(fakta.ordinaere_timer, start, sidste)
        if fravaer is not None and timer is None:
            if fravaer_taeller:
                timer = fravaer
            else:
                tvivl.append(fravaer)
    if fakta.loentilskud_kompensationslov_15:
        loentilskud = stk5(fakta.loentilskud_kompensationslov_15, start, sidste)
    if fakta.stu:
        stu = stk6(fakta.stu, start, sidste)
    besluttet, beslutning = False, None
    tomme: tuple[str, ...] = ()
    if fakta.saerlige_grunde is not None:
        besluttet, beslutning, tomme = par113.stk2_pkt2(fakta.saerlige_grunde, pr)

    if taeller:
        status = "INDSATS_RETTIDIG"
    elif timer is not None:
        status = "UNDTAGET_STK_4"
    elif loentilskud is not None:
        status = "UNDTAGET_STK_5"
    elif stu is not None:
        status = "UNDTAGET_STK_6"
    elif frist is None:
        status = "SUSPENDERET"
    elif pr <= frist:
        status = "IKKE_UDLOEBET"
    elif besluttet:
        status = "SAERLIGE_GRUNDE"
    elif tvivl:
        status = MANUEL_VURDERING
    else:
        status = "SKAL_GENBEHANDLES"
    undtaget = [grund for grund in (timer, loentilskud, stu) if grund is not None]
    return Udfald(status, taeller, tvivl, taeller_ikke, undtaget, beslutning, tomme)
