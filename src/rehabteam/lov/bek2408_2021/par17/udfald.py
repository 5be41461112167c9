"""§ 17 put together: the general rule, then its exceptions, for one limit and one window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rehabteam.lov.bek2408_2021.par17.grunde import BARNETS_LOV, LOENTILSKUD_15_UDENFOR, RETTIDIG, STU_UDENFOR
from rehabteam.lov.bek2408_2021.par17.stykker import (
    stk1_under_en_uge,
    stk2,
    stk4,
    stk4_taeller_ikke,
    stk5,
    stk6,
    udenfor,
)
from rehabteam.lov.fakta import Ressourceforloeb
from rehabteam.lov.lab import par113
from rehabteam.lov.vurdering import MANUEL_VURDERING, Grund


@dataclass(slots=True)
class Udfald:
    """The status, the edition aside; the grounds that decide it, and those that only must be known.

    tvivl: the doubts a human must settle; tomme: the empty parts of a decision about særlige grunde.
    """

    status: str
    afgoer: list[Grund]
    bemaerkes: list[Grund]
    tvivl: list[Grund]
    tomme: tuple[str, ...]


def udfald(
    fakta: Ressourceforloeb, pr: date, frist: date | None, vindue_til: date, *, fravaer_taeller: bool = False
) -> Udfald:
    """The answer on `pr` when the limit is `frist` (None: it stands still) and stk. 4-6 look at [start, vindue_til].

    fravaer_taeller: the other reading of T7, where paid absence is hours of work.
    """
    start = fakta.forloeb_start
    status = ""
    afgoer: list[Grund] = []
    bemaerkes: list[Grund] = []
    tvivl: list[Grund] = []
    for indsats in fakta.indsatser:
        grund = stk2(indsats, start, frist, pr)
        slags = grund.slags
        if slags is RETTIDIG:
            afgoer.append(grund)
            status = "INDSATS_RETTIDIG"
            if (kort := stk1_under_en_uge(indsats)) is not None:
                bemaerkes.append(kort)
        elif slags is BARNETS_LOV:
            tvivl.append(grund)
        else:
            bemaerkes.append(grund)

    sidste = vindue_til if vindue_til < pr else pr
    begyndt = pr >= start
    if fakta.ordinaere_timer and begyndt:
        timer, fravaer = stk4(fakta.ordinaere_timer, start, sidste)
        bemaerkes += stk4_taeller_ikke(fakta.ordinaere_timer, start, sidste)
        if timer is None and fravaer is not None:
            if fravaer_taeller:
                timer = fravaer
            else:
                tvivl.append(fravaer)
        if timer is not None:
            afgoer.append(timer)
            status = status or "UNDTAGET_STK_4"
    if fakta.loentilskud_kompensationslov_15 and begyndt:
        loentilskud = stk5(fakta.loentilskud_kompensationslov_15, start, sidste)
        bemaerkes += udenfor(fakta.loentilskud_kompensationslov_15, start, sidste, LOENTILSKUD_15_UDENFOR)
        if loentilskud is not None:
            afgoer.append(loentilskud)
            status = status or "UNDTAGET_STK_5"
    if fakta.stu and begyndt:
        stu = stk6(fakta.stu, start, sidste)
        bemaerkes += udenfor(fakta.stu, start, sidste, STU_UDENFOR)
        if stu is not None:
            afgoer.append(stu)
            status = status or "UNDTAGET_STK_6"

    besluttet, beslutning = False, None
    tomme: tuple[str, ...] = ()
    if fakta.saerlige_grunde is not None:
        besluttet, beslutning, tomme = par113.stk2_pkt2(fakta.saerlige_grunde, pr)
    if not status:
        if frist is None:
            status = "SUSPENDERET"
        elif pr <= frist:
            status = "IKKE_UDLOEBET"
        elif besluttet:
            status = "SAERLIGE_GRUNDE"
        elif tvivl:
            status = MANUEL_VURDERING
        else:
            status = "SKAL_GENBEHANDLES"
    if tvivl:
        (afgoer if status == MANUEL_VURDERING else bemaerkes).extend(tvivl)
    if beslutning is not None:
        (afgoer if status == "SAERLIGE_GRUNDE" else bemaerkes).append(beslutning)
    return Udfald(status, afgoer, bemaerkes, tvivl, tomme)
