"""The timeline of an answer of § 17: the law's dates, with the names the case knows the efforts by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rehabteam.lov.bek2408_2021.par17 import IndsatsSvar, Par17Detaljer
from rehabteam.lov.fakta import Ressourceforloeb
from rehabteam.lov.vurdering import Vurdering
from rehabteam.web.byggesten.datoer import antal
from rehabteam.web.byggesten.tidslinje.fakta import Indsats, Periode, Segment, Tidslinje

PERIODER = {
    "LAS_13_STK_7": "LAS § 13, stk. 7 · fritaget",
    "LAS_13_STK_8": "LAS § 13, stk. 8 · fritaget",
    "LAS_13_STK_15_REGLER": "LAS § 13, stk. 15 · fritaget",
    "LAB_33_STK_5": "LAB § 33, stk. 5 · uden kontakt",
    "SYGDOM_UDEN_FRITAGELSE": "Sygdom uden fritagelse",
}
GRUNDE = {
    "ikke_paa_listen": "ikke på listen, tæller ikke",
    "begyndt_foer": "begyndt før forløbet, tæller ikke",
    "ikke_i_indsatsdel": "ikke i indsatsdelen, tæller ikke",
    "begyndt_for_sent": "begyndt efter fristen, tæller ikke",
    "optaget_for_sent": "i indsatsdelen efter fristen, tæller ikke",
    "begynder_senere": "begynder senere",
}
_SVAR = {
    "TAELLER": "tæller",
    "TAELLER_IKKE": "tæller ikke",
    "IKKE_BEGYNDT": "ikke begyndt",
    "VURDER": "du skal vurdere",
}


def af_vurdering(
    fakta: Ressourceforloeb,
    vurdering: Vurdering,
    *,
    i_dag: date,
    pr: date,
    navne: Sequence[str] = (),
    aftalt: Sequence[date | None] = (),
) -> Tidslinje:
    """``navne`` and ``aftalt`` (agreed start) stand in the order of ``fakta.indsatser``; they may be shorter."""
    d: Par17Detaljer = vurdering.detaljer
    return Tidslinje(
        start=fakta.forloeb_start,
        d0=d.d0,
        frist=d.frist,
        i_dag=i_dag,
        pr=pr,
        segmenter=tuple(Segment(s.fra, s.til, s.dage, s.talt) for s in d.segmenter),
        perioder=tuple(
            Periode(p.fra, p.til, _etiket(p.hjemmel, d.perioder[nr].dage, d.perioder[nr].holder_ude, p.til))
            for nr, p in enumerate(fakta.undtagne_perioder)
        ),
        indsatser=tuple(
            _indsats(
                fakta,
                svar,
                navne[svar.nr] if svar.nr < len(navne) else f"Indsats {svar.nr + 1}",
                aftalt[svar.nr] if svar.nr < len(aftalt) else None,
            )
            for svar in d.indsatser
        ),
        overskredet=vurdering.status == "SKAL_GENBEHANDLES",
        talt=d.talte_dage,
        tilbage=d.resterende_dage,
    )


def _etiket(hjemmel: str, dage: int, holder_ude: bool, til: date | None) -> str:
    navn = PERIODER.get(hjemmel, "Andet grundlag")
    if not holder_ude:
        return f"{navn} (holder intet ude)"
    return f"{navn} ({antal(dage, 'dag', 'dage')})" if til else navn


def _indsats(fakta: Ressourceforloeb, svar: IndsatsSvar, navn: str, aftalt: date | None) -> Indsats:
    i = fakta.indsatser[svar.nr]
    grund = GRUNDE.get(svar.grund.kode, _SVAR[svar.svar])
    return Indsats(navn, svar.svar, grund, i.bevilget, aftalt, i.paabegyndt, i.afsluttet)
