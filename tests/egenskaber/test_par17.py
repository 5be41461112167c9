"""§ 17 against a day-by-day count, over random cases."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.fakta import Ressourceforloeb
from tests.egenskaber import orakel
from tests.egenskaber.forloeb import forloeb
from tests.egenskaber.spoergsmaal import FAA

EN_DAG = timedelta(days=1)
HURTIGT = settings(FAA, max_examples=500)
GRUNDIGT = settings(FAA, max_examples=30_000)


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
