"""§ 17: where the law can be read in more than one way, and what the other reading gives in this case."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from rehabteam.lov.bek2408_2021.par17.stykker import BARNETS_LOV_FRA, Taelling, stk3, stk3_holder_ude
from rehabteam.lov.bek2408_2021.par17.udfald import udfald
from rehabteam.lov.fakta import Indsats, Ressourceforloeb, UgyldigeFakta
from rehabteam.lov.tid import DAG, EVIGT, er_maanedens_sidste, naeste_hverdag, plus_maaneder
from rehabteam.lov.tvivl import TVIVL
from rehabteam.lov.vurdering import Laesning

STATUSORD = {
    "INDSATS_RETTIDIG": "En indsats er begyndt i tide",
    "UNDTAGET_STK_4": "Undtaget: ordinære løntimer",
    "UNDTAGET_STK_5": "Undtaget: løntilskud efter § 15",
    "UNDTAGET_STK_6": "Undtaget: STU",
    "SUSPENDERET": "Fristen står stille",
    "IKKE_UDLOEBET": "De seks måneder er ikke gået",
    "SAERLIGE_GRUNDE": "Særlige grunde taler imod",
    "SKAL_GENBEHANDLES": "Sagen skal for teamet igen",
    "MANUEL_VURDERING": "Et menneske skal vurdere",
}


def laesninger(
    fakta: Ressourceforloeb, pr: date, taelling: Taelling, d0: date, status: str
) -> tuple[Laesning, ...]:
    """The open questions that this case touches, each with both results. T1 always; the others when they can bite."""
    frist, start = taelling.frist, fakta.forloeb_start

    def anden_frist(nr: str, anden: date | None) -> Laesning:
        """Another limit; stk. 4-6 still look at the same window."""
        andet = udfald(fakta, pr, anden, d0).status
        return TVIVL[nr].laesning(frist, anden, STATUSORD[status], STATUSORD[andet])

    fundet: list[Laesning] = []
    if frist is not None:
        fundet.append(anden_frist("T1", frist - DAG))
        hverdag = _hvis_muligt(lambda: naeste_hverdag(frist))
        if hverdag is not None and hverdag != frist:
            fundet.append(anden_frist("T3", hverdag))
    if er_maanedens_sidste(start) and not er_maanedens_sidste(d0):
        sidste = d0.replace(day=monthrange(d0.year, d0.month)[1])
        fundet.append(anden_frist("T2", _frist(fakta, start, sidste)))
    ude = [p for p in fakta.undtagne_perioder if stk3_holder_ude(p)]
    if any(p.fra <= start and (p.til is None or p.til >= start) for p in ude):
        fundet.append(anden_frist("T4", _frist(fakta, start, d0 + DAG)))
    if taelling.ude and taelling.ude[0][0] == taelling.start + 1 and taelling.ude[0][1] != EVIGT:
        slut = date.fromordinal(taelling.ude[0][1])
        nye = _hvis_muligt(lambda: plus_maaneder(slut, 6))
        if nye is not None:
            fundet.append(anden_frist("T5", _frist(fakta, slut, nye)))
    return (*fundet, *_andre_fakta(fakta, pr, frist, d0, status))


def _andre_fakta(
    fakta: Ressourceforloeb, pr: date, frist: date | None, d0: date, status: str
) -> list[Laesning]:
    """Readings that leave the limit where it is and look at the facts in another way: T6, T7, T9, T23."""

    def andet_svar(nr: str, andet: str) -> Laesning:
        return TVIVL[nr].laesning(frist, frist, STATUSORD[status], STATUSORD[andet])

    fundet: list[Laesning] = []
    undtagelser = fakta.ordinaere_timer or fakta.loentilskud_kompensationslov_15 or fakta.stu
    if undtagelser and (frist is None or frist > d0):
        fundet.append(andet_svar("T6", udfald(fakta, pr, frist, frist or pr).status))
    if any(t.art == "BETALT_FRAVAER" for t in fakta.ordinaere_timer):
        fundet.append(andet_svar("T7", udfald(fakta, pr, frist, d0, fravaer_taeller=True).status))
    if any(
        i.optaget_i_indsatsdel and i.paabegyndt and i.optaget_i_indsatsdel > i.paabegyndt
        for i in fakta.indsatser
    ):
        fra_start = replace(
            fakta, indsatser=tuple(replace(i, optaget_i_indsatsdel=None) for i in fakta.indsatser)
        )
        fundet.append(andet_svar("T9", udfald(fra_start, pr, frist, d0).status))
    if any(_efter_barnets_lov(i) for i in fakta.indsatser):
        som_servicelov = replace(
            fakta,
            indsatser=tuple(
                replace(i, hjemmel="SERVICELOV") if _efter_barnets_lov(i) else i for i in fakta.indsatser
            ),
        )
        fundet.append(andet_svar("T23", udfald(som_servicelov, pr, frist, d0).status))
    return fundet


def _efter_barnets_lov(indsats: Indsats) -> bool:
    """Begun under barnets lov while it applies; before that the basis cannot be right, whichever reading."""
    begyndt = indsats.paabegyndt
    return indsats.hjemmel == "BARNETS_LOV" and begyndt is not None and begyndt >= BARNETS_LOV_FRA


def _frist(fakta: Ressourceforloeb, start: date, d0: date) -> date | None:
    try:
        return stk3(start, d0, fakta.undtagne_perioder).frist
    except UgyldigeFakta:
        return None


def _hvis_muligt(regn: Callable[[], date]) -> date | None:
    """The date, or None where the calendar ends."""
    try:
        return regn()
    except (OverflowError, ValueError):
        return None
