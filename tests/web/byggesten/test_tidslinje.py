"""The timeline: nothing outside the picture, no label on another, whatever the course looks like."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.fakta import Indsats as LovIndsats
from rehabteam.lov.fakta import Ressourceforloeb, UndtagetPeriode
from rehabteam.web.byggesten.eksempler import tidslinjer
from rehabteam.web.byggesten.tidslinje import Indsats, Tidslinje, af_vurdering, tegn
from rehabteam.web.byggesten.tidslinje.figurer import Tegning
from rehabteam.web.byggesten.tidslinje.smal import spred

DATOER = st.dates(date(2022, 1, 1), date(2026, 12, 31))
NAVNE = st.text("abcdefghijklmnopqrstuvwxyzæøåÆØÅ MW-", min_size=1, max_size=120)
HJEMLER = st.sampled_from(["LAS_13_STK_7", "LAB_33_STK_5", "LAS_13_STK_8", "ANDET"])
INDSATSHJEMLER = st.sampled_from(["LAB_KAP_11", "LAB_KAP_26", "SERVICELOV", "SUNDHEDSLOV_REGIONAL"])


@st.composite
def perioder(draw: st.DrawFn) -> UndtagetPeriode:
    fra = draw(DATOER)
    til = draw(st.none() | st.integers(0, 900).map(lambda n: fra + timedelta(days=n)))
    return UndtagetPeriode(fra, til, draw(HJEMLER))


@st.composite
def indsatser(draw: st.DrawFn) -> LovIndsats:
    begyndt = draw(st.none() | st.dates(date(2015, 1, 1), date(2027, 12, 31)))
    slut = begyndt and draw(st.none() | st.integers(0, 900).map(lambda n: begyndt + timedelta(days=n)))
    return LovIndsats(draw(INDSATSHJEMLER), begyndt, True, bevilget=draw(st.none() | DATOER), afsluttet=slut)


@st.composite
def forloeb(draw: st.DrawFn) -> Tidslinje:
    fakta = Ressourceforloeb(
        draw(DATOER),
        tuple(draw(st.lists(indsatser(), max_size=11))),
        tuple(draw(st.lists(perioder(), max_size=9))),
    )
    pr = draw(DATOER)
    antal = len(fakta.indsatser)
    return af_vurdering(
        fakta,
        seks_maaneder(fakta, pr),
        pr=pr,
        i_dag=draw(st.just(pr) | DATOER),
        navne=draw(st.lists(NAVNE, min_size=antal, max_size=antal)),
        aftalt=draw(st.lists(st.none() | DATOER, max_size=antal)),
    )


def eftersyn(tegning: Tegning) -> None:
    """What must hold of every drawing."""
    for figur in (
        *tegning.gitter,
        *tegning.rekter,
        *tegning.linjer,
        *tegning.bunde,
        *tegning.maerker,
        *tegning.tekster,
    ):
        k = figur.kasse
        assert -0.1 <= k.x0 <= k.x1 <= tegning.bredde + 0.1, figur
        assert -0.1 <= k.y0 <= k.y1 <= tegning.hoejde + 0.1, figur
    tekster = [(t, t.kasse) for t in tegning.tekster]
    for nr, (t, k) in enumerate(tekster):
        assert t.tekst, "en tom etiket"
        for u, anden in tekster[nr + 1 :]:
            assert not k.rammer(anden), (t, u)
        for m in tegning.maerker:
            assert not k.rammer(m.kasse), (t, m)


@pytest.mark.parametrize("gange", [40, pytest.param(400, marks=pytest.mark.langsom)])
def test_intet_uden_for_billedet_og_ingen_etiketter_oven_i_hinanden(gange: int) -> None:
    @given(forloeb())
    @settings(max_examples=gange, deadline=None)
    def hvert_forloeb(t: Tidslinje) -> None:
        for tegning in tegn(t).tegninger:
            eftersyn(tegning)

    hvert_forloeb()


@pytest.mark.parametrize("navn", ["overskredet", "stille", "lang", "kort"])
def test_eksemplerne_holder(navn: str) -> None:
    for tegning in tegn(tidslinjer()[navn]).tegninger:
        eftersyn(tegning)


def tekster(tegning: Tegning) -> list[str]:
    return [t.tekst for t in tegning.tekster]


def test_birgittes_forloeb_siger_de_samme_tal_som_loven() -> None:
    bred, _, smal = tegn(tidslinjer()["overskredet"]).tegninger
    for tegning in (bred, smal):
        assert {"Start", "Fristen", "I dag", "25.05.2026"} <= set(tekster(tegning))
    assert {"83 dage talt", "35 dage ude", "99 dage talt", "Seks måneder uden fradrag"} <= set(tekster(bred))
    assert "27.05.2026, 2 dage over" in tekster(smal)
    assert any(r.klasse == "tl-over" for r in bred.rekter)


def test_uden_slutdato_staar_tiden_stille_og_der_er_ingen_frist() -> None:
    billeder = tegn(tidslinjer()["stille"])
    bred, _, smal = billeder.tegninger
    assert {"Står stille", "61 talt, 121 tilbage"} <= set(tekster(bred))
    assert "Fristen" not in tekster(bred) + tekster(smal)
    assert "Tiden står stille" in billeder.beskrivelse
    skraveret = next(r for r in bred.rekter if r.skraveret)
    i_dag = next(linje for linje in bred.linjer if linje.klasse == "tl-idag")
    assert skraveret.kasse.x1 == pytest.approx(i_dag.x1), "skraveringen går til i dag"


def test_flere_end_fire_perioder_naevnes_og_lange_navne_forkortes() -> None:
    bred = tegn(tidslinjer()["lang"]).tegninger[0]
    assert "5 perioder mere i tabellen" in tekster(bred)
    assert any("…: du skal vurdere" in t for t in tekster(bred))
    assert any("(begyndt 05.06.2019)" in t for t in tekster(bred)), (
        "en start uden for billedet siger sin dato"
    )


def test_intet_roedt_naar_en_indsats_kom_i_tide() -> None:
    fakta = Ressourceforloeb(date(2025, 10, 20), (LovIndsats("LAB_KAP_11", date(2025, 12, 1), True),))
    t = af_vurdering(
        fakta, seks_maaneder(fakta, date(2026, 5, 27)), i_dag=date(2026, 5, 27), pr=date(2026, 5, 27)
    )
    for tegning in tegn(t).tegninger:
        assert not any(r.klasse == "tl-over" for r in tegning.rekter)
    assert t.indsatser == (Indsats("Indsats 1", "TAELLER", "tæller", None, None, date(2025, 12, 1), None),)


def test_en_anden_vurderingsdag_faar_sin_egen_streg() -> None:
    fakta = Ressourceforloeb(date(2025, 10, 20))
    pr, i_dag = date(2026, 2, 1), date(2026, 5, 27)
    bred = tegn(af_vurdering(fakta, seks_maaneder(fakta, pr), i_dag=i_dag, pr=pr)).tegninger[0]
    assert {"I dag", "Vurderet pr."} <= set(tekster(bred))


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(10, 60)), max_size=12))
def test_spred_flytter_kun_saa_meget_som_det_skal(par: list[tuple[float, float]]) -> None:
    par.sort()
    oensker, hoejder = [p[0] for p in par], [p[1] for p in par]
    midter = spred(oensker, hoejder, top=0)
    kanter = [(m - h / 2, m + h / 2) for m, h in zip(midter, hoejder, strict=True)]
    assert all(fra >= -0.01 for fra, _ in kanter)
    assert all(a[1] <= b[0] + 0.01 for a, b in pairwise(kanter))
    if len(par) == 1:
        assert midter[0] == pytest.approx(max(oensker[0], hoejder[0] / 2))
