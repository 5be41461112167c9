"""§ 17: what the answer says would change it, does change it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.fakta import Indsats, Ressourceforloeb, UndtagetPeriode
from tests.egenskaber.forloeb import STARTER, forloeb
from tests.egenskaber.spoergsmaal import FAA

Sag = tuple[Ressourceforloeb, date]
EN_DAG = timedelta(days=1)
STARTER_I_UDGAVEN = STARTER.filter(lambda d: date(2022, 1, 1) <= d <= date(2026, 1, 31))


@given(forloeb())
@FAA
def test_en_indsats_paa_fristens_sidste_dag_taeller_og_dagen_efter_ikke(sag: Sag) -> None:
    fakta, pr = sag
    frist = seks_maaneder(fakta, pr).frist
    assume(frist is not None)
    assert frist
    pr = max(pr, frist + EN_DAG)
    foer = seks_maaneder(fakta, pr).status
    for dag, ventet in ((frist, "INDSATS_RETTIDIG"), (frist + EN_DAG, foer)):
        mere = replace(fakta, indsatser=(*fakta.indsatser, Indsats("LAB_KAP_11", dag, True)))
        if seks_maaneder(fakta, pr).status != "MANUEL_VURDERING":
            assert seks_maaneder(mere, pr).status == ventet


@given(STARTER_I_UDGAVEN, st.lists(st.integers(1, 300), max_size=3), st.integers(1, 60))
@FAA
def test_saa_mange_dage_mere_som_svaret_siger_flytter_fristen_til_dagen(
    start: date, laengder: list[int], over: int
) -> None:
    """A case `over` days past its limit says how many more excluded days it takes; so many do, one fewer does not."""
    perioder = tuple(
        UndtagetPeriode(start + n * EN_DAG, start + (n + 5) * EN_DAG, "LAS_13_STK_7") for n in laengder
    )
    fakta = Ressourceforloeb(start, undtagne_perioder=perioder)
    frist = seks_maaneder(fakta, start).frist
    assert frist
    fakta = replace(
        fakta, undtagne_perioder=tuple(p for p in perioder if p.til is not None and p.til <= frist)
    )
    frist = seks_maaneder(fakta, start).frist
    assert frist
    pr = frist + over * EN_DAG
    v = seks_maaneder(fakta, pr)
    (aendring,) = [a for a in v.aendrer if a.kode == "undtagne_dage"]
    assert f"{over} dag" in f"{aendring.overskrift} {aendring.tekst}"
    for dage, ventet in ((over, "IKKE_UDLOEBET"), (over - 1, "SKAL_GENBEHANDLES")):
        mere = [UndtagetPeriode(frist + n * EN_DAG, frist + n * EN_DAG, "LAS_13_STK_8") for n in range(dage)]
        flere = (*fakta.undtagne_perioder, *mere)
        assert seks_maaneder(replace(fakta, undtagne_perioder=flere), pr).status == ventet


@given(forloeb())
@FAA
def test_ved_en_usikker_udgave_aendrer_ingen_oplysning_svaret(sag: Sag) -> None:
    """Only somebody who says that the rule applies can; then the answer is the one that is named."""
    fakta, pr = sag
    sikker = date(2022, 1, 1) <= fakta.forloeb_start <= date(2026, 1, 31)
    koder = {a.kode for a in seks_maaneder(fakta, pr).aendrer}
    assert ("udgaven" in koder) == (not sikker)
    if not sikker:
        assert koder <= {"udgaven", "uden_perioden"}
