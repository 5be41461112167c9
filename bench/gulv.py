"""The floor for bench.regel: § 17 as anybody would first write it, with dataclasses, dates and a trace per case."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta

UDE = ("LAS_13_STK_7", "LAS_13_STK_8", "LAS_13_STK_15_REGLER", "LAB_33_STK_5")
TAELLER = ("LAB_KAP_11", "LAB_KAP_12", "LAB_KAP_14", "SERVICELOV", "SUNDHEDSLOV_KOMMUNAL")
EN_DAG = timedelta(days=1)
FOERSTE, SIDSTE = date(2022, 1, 1), date(2026, 1, 31)


@dataclass
class Svar:
    status: str = ""
    frist: date | None = None
    undtagne_dage: int = 0
    spor: list[str] = field(default_factory=list)


def seks_maaneder_efter(start: date) -> date:
    maaned = start.month + 6
    aar, maaned = (start.year + 1, maaned - 12) if maaned > 12 else (start.year, maaned)
    return date(aar, maaned, min(start.day, monthrange(aar, maaned)[1]))


def regel(f, pr: date) -> Svar:  # type: ignore[no-untyped-def]
    """The same facts as the product's rule, the same status and limit; the trace is lines of text."""
    svar = Svar()
    start = f.forloeb_start
    d0 = seks_maaneder_efter(start)
    n = (d0 - start).days
    svar.spor.append(f"six months from {start} is {d0}: {n} days")
    samlet: list[list[date]] = []
    for p in sorted((p for p in f.undtagne_perioder if p.hjemmel in UDE), key=lambda p: p.fra):
        til = p.til or date.max
        if til <= start:
            continue
        fra = max(p.fra, start + EN_DAG)
        if samlet and fra - EN_DAG <= samlet[-1][1]:
            samlet[-1][1] = max(samlet[-1][1], til)
        else:
            samlet.append([fra, til])
    frist: date | None = d0
    for fra, til in samlet:
        assert frist is not None
        if fra > frist:
            break
        if til == date.max:
            svar.spor.append(f"stands still from {fra}")
            frist = None
            break
        dage = (til - fra).days + 1
        svar.undtagne_dage += dage
        frist += timedelta(days=dage)
        svar.spor.append(f"kept out {fra}-{til}: limit {frist}")
    svar.frist = frist
    i_tide = tvivl = False
    for i in f.indsatser:
        if i.hjemmel not in TAELLER and i.hjemmel != "BARNETS_LOV":
            svar.spor.append(f"{i.hjemmel} does not count")
        elif i.paabegyndt is None or i.paabegyndt > pr:
            svar.spor.append(f"{i.hjemmel} has not begun")
        elif i.paabegyndt < start:
            svar.spor.append(f"{i.hjemmel} began {i.paabegyndt}, before the start")
        elif not i.i_indsatsdel:
            svar.spor.append(f"{i.hjemmel} is not in the plan")
        else:
            fra = max(i.paabegyndt, i.optaget_i_indsatsdel or i.paabegyndt)
            if fra > pr or (frist is not None and fra > frist):
                svar.spor.append(f"{i.hjemmel} counts from {fra}: too late")
            elif i.hjemmel == "BARNETS_LOV":
                svar.spor.append(f"{i.hjemmel} counts from {fra}: doubtful")
                tvivl = True
            else:
                svar.spor.append(f"{i.hjemmel} counts from {fra}: in time")
                i_tide = True
    sidste = min(d0, pr)
    timer = [t for t in f.ordinaere_timer if t.timer and start <= t.dato <= sidste]
    stk4 = any(t.art == "ORDINAER_LOENMODTAGER" for t in timer)
    stk5 = any(p.fra <= sidste and (p.til or date.max) >= start for p in f.loentilskud_kompensationslov_15)
    stk6 = any(p.fra <= sidste and (p.til or date.max) >= start for p in f.stu)
    tvivl = tvivl or any(t.art == "BETALT_FRAVAER" for t in timer)
    for navn, ja in (("hours", stk4), ("subsidy", stk5), ("STU", stk6)):
        if ja:
            svar.spor.append(f"exempt by {navn} between {start} and {sidste}")
    sg = f.saerlige_grunde
    besluttet = bool(
        sg and sg.besluttet and sg.begrundelse and sg.beslutningstager and sg.dato and sg.dato <= pr
    )
    if not FOERSTE <= start <= SIDSTE:
        svar.status = "MANUEL_VURDERING"
        svar.spor.append(f"begun {start}: which rules govern is not certain")
    elif i_tide:
        svar.status = "INDSATS_RETTIDIG"
    elif stk4:
        svar.status = "UNDTAGET_STK_4"
    elif stk5:
        svar.status = "UNDTAGET_STK_5"
    elif stk6:
        svar.status = "UNDTAGET_STK_6"
    elif frist is None:
        svar.status = "SUSPENDERET"
    elif pr <= frist:
        svar.status = "IKKE_UDLOEBET"
        svar.spor.append(f"an effort may begin until {frist}")
    elif besluttet:
        svar.status = "SAERLIGE_GRUNDE"
        svar.spor.append(f"decided {sg.dato} by {sg.beslutningstager}")
    elif tvivl:
        svar.status = "MANUEL_VURDERING"
    else:
        svar.status = "SKAL_GENBEHANDLES"
        svar.spor.append(f"no effort by {frist}: duty from {frist + EN_DAG}")
    return svar
