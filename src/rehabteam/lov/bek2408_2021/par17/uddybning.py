"""§ 17, worked out when it is shown: the count day by day, each effort and period, what would change the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rehabteam.lov.bek2408_2021.par17 import grunde as g
from rehabteam.lov.bek2408_2021.par17.aendringer import hvad_aendrer, hvis_reglen_gaelder
from rehabteam.lov.bek2408_2021.par17.laesninger import laesninger
from rehabteam.lov.bek2408_2021.par17.stykker import Taelling, stk1, stk2, stk3, stk3_holder_ude
from rehabteam.lov.bek2408_2021.par17.udfald import udfald
from rehabteam.lov.fakta import Ressourceforloeb, UndtagetPeriode
from rehabteam.lov.tid import EVIGT
from rehabteam.lov.udgaver import for_ressourceforloeb
from rehabteam.lov.vurdering import Aendring, Grund, Uddybning

SVAR = {
    g.RETTIDIG: "TAELLER",
    g.BARNETS_LOV: "VURDER",
    g.IKKE_BEGYNDT: "IKKE_BEGYNDT",
    g.BEGYNDER_SENERE: "IKKE_BEGYNDT",
}


TAL = ("d0", "n", "undtagne_dage", "talte_dage", "resterende_dage", "pligt_fra")
"""The figures of the count that a receipt keeps."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of days that are all counted or all kept out; til=None is still open, its `dage` those up to `pr`."""

    fra: date
    til: date | None
    dage: int
    talt: bool
    i_alt: int
    hjemler: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndsatsSvar:
    """One effort's answer; nr is its place in the facts; svar: TAELLER, TAELLER_IKKE, IKKE_BEGYNDT or VURDER."""

    nr: int
    svar: str
    grund: Grund


@dataclass(frozen=True, slots=True)
class PeriodeSvar:
    """One period's answer; dage: its own days inside the count, overlap with others not taken off."""

    nr: int
    holder_ude: bool
    dage: int
    grund: Grund


@dataclass(frozen=True, slots=True)
class Par17Detaljer:
    """The whole count. d0: six months without deduction; n: days to count; pligt_fra: the day after the limit."""

    d0: date
    n: int
    frist: date | None
    undtagne_dage: int
    talte_dage: int
    resterende_dage: int
    pligt_fra: date | None
    segmenter: tuple[Segment, ...]
    indsatser: tuple[IndsatsSvar, ...]
    perioder: tuple[PeriodeSvar, ...]
    aendrer: tuple[Aendring, ...]


def uddyb(fakta: Ressourceforloeb, pr: date) -> Uddybning:
    """Readings and details for one answer; the same stk. functions as the answer itself."""
    start = fakta.forloeb_start
    d0, _ = stk1(start)
    taelling = stk3(start, d0, fakta.undtagne_perioder)
    frist = taelling.frist
    status = udfald(fakta, pr, frist, d0).status
    indsatser = tuple(_indsats(nr, stk2(i, start, frist, pr)) for nr, i in enumerate(fakta.indsatser))
    detaljer = Par17Detaljer(
        d0=d0,
        n=taelling.n,
        frist=frist,
        undtagne_dage=taelling.undtagne_dage,
        talte_dage=taelling.talte_dage,
        resterende_dage=taelling.n - taelling.talte_dage,
        pligt_fra=None if frist is None or frist == date.max else date.fromordinal(frist.toordinal() + 1),
        segmenter=_segmenter(fakta, taelling, pr),
        indsatser=indsatser,
        perioder=tuple(_periode(nr, p, taelling, pr) for nr, p in enumerate(fakta.undtagne_perioder)),
        aendrer=(
            hvad_aendrer(fakta, pr, taelling, d0, status, tuple(i.svar for i in indsatser))
            if for_ressourceforloeb(start, pr)[1]
            else hvis_reglen_gaelder(fakta, taelling, d0, status)
        ),
    )
    return Uddybning(
        laesninger(fakta, pr, taelling, d0, status),
        detaljer,
        detaljer.aendrer,
        tuple((navn, getattr(detaljer, navn)) for navn in TAL),
    )


def _indsats(nr: int, grund: Grund) -> IndsatsSvar:
    """The effort's answer, which its ground decides."""
    return IndsatsSvar(nr, SVAR.get(grund.slags, "TAELLER_IKKE"), grund)


def _segmenter(fakta: Ressourceforloeb, taelling: Taelling, pr: date) -> tuple[Segment, ...]:
    """Consecutive runs from the day after the start to the limit, or to the open end."""
    segmenter: list[Segment] = []
    naeste, i_alt = taelling.start + 1, 0
    for fra, til in taelling.ude:
        if fra > naeste:
            i_alt += fra - naeste
            segmenter.append(_segment(naeste, fra - 1, True, i_alt))
        hjemler = tuple(
            dict.fromkeys(
                p.hjemmel
                for p in fakta.undtagne_perioder
                if stk3_holder_ude(p)
                and p.fra.toordinal() <= til
                and (p.til is None or p.til.toordinal() >= fra)
            )
        )
        if til == EVIGT:
            gaaet = max(0, pr.toordinal() - fra + 1)
            segmenter.append(Segment(date.fromordinal(fra), None, gaaet, False, i_alt, hjemler))
            return tuple(segmenter)
        segmenter.append(_segment(fra, til, False, i_alt, hjemler))
        naeste = til + 1
    if taelling.frist is not None:
        slut = taelling.frist.toordinal()
        segmenter.append(_segment(naeste, slut, True, i_alt + slut - naeste + 1))
    return tuple(segmenter)


def _segment(fra: int, til: int, talt: bool, i_alt: int, hjemler: tuple[str, ...] = ()) -> Segment:
    return Segment(date.fromordinal(fra), date.fromordinal(til), til - fra + 1, talt, i_alt, hjemler)


def _periode(nr: int, p: UndtagetPeriode, taelling: Taelling, pr: date) -> PeriodeSvar:
    """What the period takes out of the count, looked at alone."""
    if not stk3_holder_ude(p):
        return PeriodeSvar(nr, False, 0, g.PERIODE_TAELLER_MED(p.fra, p.til, p.hjemmel))
    slut = max(pr.toordinal(), taelling.start) if taelling.frist is None else taelling.frist.toordinal()
    fra = max(p.fra.toordinal(), taelling.start + 1)
    til = slut if p.til is None else min(p.til.toordinal(), slut)
    begyndt = any(a <= fra <= b for a, b in taelling.ude)
    if not begyndt or (til < fra and p.til is not None):
        return PeriodeSvar(nr, False, 0, g.PERIODE_UDENFOR(p.fra, p.til, p.hjemmel))
    antal = max(0, til - fra + 1)
    return PeriodeSvar(nr, True, antal, g.PERIODE_HOLDT_UDE(p.fra, p.til, p.hjemmel, antal))
