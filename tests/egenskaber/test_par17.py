"""§ 17 against a day-by-day count, over random cases, and what must always hold of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.fakta import Ressourceforloeb, UndtagetPeriode
from tests.egenskaber import orakel
from tests.egenskaber.forloeb import STARTER, forloeb, undtaget

EN_DAG = timedelta(days=1)
HURTIGT = settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
GRUNDIGT = settings(HURTIGT, max_examples=30_000)
FAA = settings(HURTIGT, max_examples=200)


def efterproev(sag: tuple[Ressourceforloeb, date]) -> None:
    """Status, limit, days skipped, days counted and days left: all as the walk finds them."""
    fakta, pr = sag
    v = seks_maaneder(fakta, pr)
    optalt = orakel.tael(fakta.forloeb_start, fakta.undtagne_perioder)
    svar = dict(v.svar)
    assert v.status == orakel.status(fakta, pr)
    assert v.frist == optalt.frist
    assert svar["undtagne_dage"] == optalt.sprunget
    if optalt.frist is None:
        assert (svar["talte_dage"], svar["resterende_dage"]) == (optalt.talt, optalt.rest)


@given(forloeb())
@HURTIGT
def test_som_optalt_dag_for_dag(sag: tuple[Ressourceforloeb, date]) -> None:
    efterproev(sag)


@pytest.mark.langsom
@given(forloeb())
@GRUNDIGT
def test_som_optalt_dag_for_dag_mange(sag: tuple[Ressourceforloeb, date]) -> None:
    efterproev(sag)


@given(forloeb())
@FAA
def test_segmenterne_er_optaellingen(sag: tuple[Ressourceforloeb, date]) -> None:
    """Each day from the day after the start lies in one segment, counted or not as the walk says."""
    fakta, pr = sag
    d = seks_maaneder(fakta, pr).detaljer
    naeste, talt = fakta.forloeb_start + EN_DAG, 0
    for s in d.segmenter:
        assert s.fra == naeste
        if s.til is None:
            assert s is d.segmenter[-1] and d.frist is None
            break
        dage = [s.fra + n * EN_DAG for n in range((s.til - s.fra).days + 1)]
        assert len(dage) == s.dage
        assert {orakel.holdt_ude(dag, fakta.undtagne_perioder) for dag in dage} == {not s.talt}
        talt += len(dage) if s.talt else 0
        assert s.i_alt == talt
        naeste = s.til + EN_DAG
    assert talt == d.talte_dage
    if d.frist is not None:
        assert d.segmenter[-1].til == d.frist and d.segmenter[-1].talt and talt == d.n


@given(
    STARTER.flatmap(
        lambda s: st.tuples(st.just(s), st.lists(undtaget(s, aabent=False), max_size=4), undtaget(s))
    )
)
@FAA
def test_en_periode_mere_bringer_aldrig_fristen_naermere(
    givet: tuple[date, list[UndtagetPeriode], UndtagetPeriode],
) -> None:
    start, perioder, mere = givet
    foer = seks_maaneder(Ressourceforloeb(start, undtagne_perioder=tuple(perioder)), start).frist
    efter = seks_maaneder(Ressourceforloeb(start, undtagne_perioder=(*perioder, mere)), start).frist
    assert foer is not None
    assert efter is None or efter >= foer


@given(forloeb(), st.randoms(use_true_random=False))
@FAA
def test_raekkefoelge_og_deling_er_ligegyldig(sag: tuple[Ressourceforloeb, date], tilfaeldig: object) -> None:
    """Periods may come in any order, and split in two they are the same."""
    fakta, pr = sag
    delt: list[UndtagetPeriode] = []
    for p in fakta.undtagne_perioder:
        if p.til is not None and p.til > p.fra:
            midt = p.fra + (p.til - p.fra) // 2
            delt += [replace(p, til=midt), replace(p, fra=midt + EN_DAG)]
        else:
            delt.append(p)
    tilfaeldig.shuffle(delt)  # type: ignore[attr-defined]
    et, to = seks_maaneder(fakta, pr), seks_maaneder(replace(fakta, undtagne_perioder=tuple(delt)), pr)
    assert (et.status, et.frist, et.svar) == (to.status, to.frist, to.svar)


@given(forloeb(), st.integers(1, 200))
@FAA
def test_en_senere_dag_flytter_ikke_fristen(sag: tuple[Ressourceforloeb, date], dage: int) -> None:
    fakta, pr = sag
    foer, efter = seks_maaneder(fakta, pr), seks_maaneder(fakta, pr + timedelta(days=dage))
    assert foer.frist == efter.frist
    if foer.status in ("INDSATS_RETTIDIG", "UNDTAGET_STK_4", "UNDTAGET_STK_5", "UNDTAGET_STK_6"):
        assert efter.status in ("INDSATS_RETTIDIG", "UNDTAGET_STK_4", "UNDTAGET_STK_5", "UNDTAGET_STK_6")


AFGOERENDE = (
    ("udgave_usikker", "MANUEL_VURDERING"),
    ("indsats_rettidig", "INDSATS_RETTIDIG"),
    ("loentimer", "UNDTAGET_STK_4"),
    ("loentilskud_kompensationslov_15", "UNDTAGET_STK_5"),
    ("stu", "UNDTAGET_STK_6"),
    ("staar_stille", "SUSPENDERET"),
    ("ikke_udloebet", "IKKE_UDLOEBET"),
    ("saerlige_grunde", "SAERLIGE_GRUNDE"),
    ("barnets_lov", "MANUEL_VURDERING"),
    ("betalt_fravaer", "MANUEL_VURDERING"),
    ("pligt", "SKAL_GENBEHANDLES"),
)


@given(forloeb())
@FAA
def test_grundene_er_nok_til_at_naa_svaret(sag: tuple[Ressourceforloeb, date]) -> None:
    """The status can be read off the grounds alone, and the first ground is the decisive one."""
    v = seks_maaneder(*sag)
    koder = {g.kode for g in v.grunde}
    afgoerende, status = next((k, s) for k, s in AFGOERENDE if k in koder)
    assert status == v.status
    assert v.grunde[0].kode == afgoerende or (afgoerende == "pligt" and v.grunde[0].kode == "udloebet")
    assert all(g.tekst.endswith(".") and "None" not in g.tekst for g in v.grunde)
    assert all(g.hjemmel.paragraf for g in v.grunde)


@given(forloeb())
@FAA
def test_hele_svaret_kan_laves(sag: tuple[Ressourceforloeb, date]) -> None:
    """Details, readings and the receipt never fail, and hold only JSON values."""
    v = seks_maaneder(*sag)
    kvittering = v.som_json()
    assert kvittering["frist"] is None or date.fromisoformat(kvittering["frist"]) == v.frist
    assert len(v.detaljer.indsatser) == len(sag[0].indsatser)
    assert len(v.detaljer.perioder) == len(sag[0].undtagne_perioder)
    assert all(a.tekst and a.overskrift for a in v.detaljer.aendrer)
    assert v.frist is None or any(laesning.nr == "T1" and laesning.forskel for laesning in v.laesninger)
