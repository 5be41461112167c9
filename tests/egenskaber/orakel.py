"""§ 17 counted in the plainest way there is, day by day: the property tests' oracle. Shares no code with the rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rehabteam.lov.fakta import Ressourceforloeb, UndtagetPeriode

UDE = {"LAS_13_STK_7", "LAS_13_STK_8", "LAS_13_STK_15_REGLER", "LAB_33_STK_5"}
TAELLER = {"LAB_KAP_11", "LAB_KAP_12", "LAB_KAP_14", "SERVICELOV", "SUNDHEDSLOV_KOMMUNAL"}
EN_DAG = timedelta(days=1)


@dataclass
class Optalt:
    """What the walk found."""

    d0: date
    frist: date | None
    sprunget: int
    talt: int
    rest: int


def seks_maaneder_efter(start: date) -> date:
    """Count six months on the calendar, then step back until the day exists."""
    aar, maaned = start.year, start.month
    for _ in range(6):
        aar, maaned = (aar + 1, 1) if maaned == 12 else (aar, maaned + 1)
    for dag in range(start.day, 0, -1):
        try:
            return date(aar, maaned, dag)
        except ValueError:
            continue
    raise AssertionError


def holdt_ude(dag: date, perioder: tuple[UndtagetPeriode, ...]) -> bool:
    return any(p.hjemmel in UDE and p.fra <= dag and (p.til is None or dag <= p.til) for p in perioder)


def tael(start: date, perioder: tuple[UndtagetPeriode, ...]) -> Optalt:
    """Walk forward from the day after the start until enough days are counted, or nothing more can be."""
    d0 = seks_maaneder_efter(start)
    skal, talt, sprunget, dag = (d0 - start).days, 0, 0, start
    i_traek = 0
    aabne = [p.fra for p in perioder if p.til is None and p.hjemmel in UDE]
    while talt < skal:
        dag += EN_DAG
        if holdt_ude(dag, perioder):
            if any(fra <= dag for fra in aabne):
                # Periods that run into the open one are part of the standstill, not skipped before it.
                return Optalt(d0, None, sprunget - i_traek, talt, skal - talt)
            sprunget, i_traek = sprunget + 1, i_traek + 1
        else:
            talt, i_traek = talt + 1, 0
    return Optalt(d0, dag, sprunget, talt, 0)


def status(f: Ressourceforloeb, pr: date) -> str:
    """The contract's order of statuses, read off the facts."""
    optalt = tael(f.forloeb_start, f.undtagne_perioder)
    if not date(2022, 1, 1) <= f.forloeb_start <= date(2026, 1, 31):
        return "MANUEL_VURDERING"
    tvivl = False
    for i in f.indsatser:
        if i.paabegyndt is None or not i.i_indsatsdel or i.paabegyndt < f.forloeb_start:
            continue
        fra = max(i.paabegyndt, i.optaget_i_indsatsdel or i.paabegyndt)
        if fra > pr or (optalt.frist is not None and fra > optalt.frist):
            continue
        if i.hjemmel in TAELLER:
            return "INDSATS_RETTIDIG"
        tvivl |= i.hjemmel == "BARNETS_LOV" and i.paabegyndt.year >= 2024
    dage = [f.forloeb_start + n * EN_DAG for n in range((optalt.d0 - f.forloeb_start).days + 1)]
    dage = [d for d in dage if d <= pr]
    timer = [t for t in f.ordinaere_timer if t.timer and t.timer > 0 and t.dato in dage]
    if any(t.art == "ORDINAER_LOENMODTAGER" for t in timer):
        return "UNDTAGET_STK_4"
    tvivl |= any(t.art == "BETALT_FRAVAER" for t in timer)
    for navn, spaend in (("UNDTAGET_STK_5", f.loentilskud_kompensationslov_15), ("UNDTAGET_STK_6", f.stu)):
        if any(p.fra <= d and (p.til is None or d <= p.til) for p in spaend for d in dage):
            return navn
    if optalt.frist is None:
        return "SUSPENDERET"
    if pr <= optalt.frist:
        return "IKKE_UDLOEBET"
    sg = f.saerlige_grunde
    if sg and sg.besluttet and sg.begrundelse and sg.beslutningstager and sg.dato and sg.dato <= pr:
        return "SAERLIGE_GRUNDE"
    return "MANUEL_VURDERING" if tvivl else "SKAL_GENBEHANDLES"
