"""What would change the answer where the answer is a day: the meeting, § 20's plan, and § 17's six months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.bek2408_2021.par17.laesninger import STATUSORD
from rehabteam.lov.fakta import Indsats, OrdinaereTimer, Periode, Ressourceforloeb
from rehabteam.lov.ord import dag
from rehabteam.lov.procedure.moedefrist import frist
from tests.lov.spurgt import fuldt

EN_DAG = timedelta(days=1)
START = date(2024, 2, 1)
FRIST = date(2024, 8, 1)


@pytest.mark.parametrize("oprettet", [date(2026, 5, 20) + EN_DAG * n for n in range(30)])
def test_frist_det_tidligste_moede_er_det_foerste_der_naas(oprettet: date) -> None:
    for_sent = frist(oprettet, oprettet)
    (aendring,) = for_sent.aendrer
    moede = next(
        d for d in (oprettet + EN_DAG * n for n in range(30)) if frist(d, oprettet).status == "RETTIDIG"
    )
    while frist(moede).detaljer.dage[-1].hverdag is False:
        moede += EN_DAG
    assert aendring.tekst == f"Sagen er i tide til et møde {dag(moede)} eller senere."


def test_frist_den_sidste_dag_siges_naar_sagen_er_i_tide() -> None:
    for oprettet in (None, date(2026, 6, 1)):
        (aendring,) = frist(date(2026, 6, 11), oprettet).aendrer
        assert aendring.kode == "sidste_dag" and dag(date(2026, 6, 3)) in aendring.tekst


def test_frist_sidst_i_kalenderen_er_der_intet_senere_moede() -> None:
    svar = frist(date(2026, 6, 11), date(9999, 12, 30))
    assert svar.status == "FOR_SENT" and svar.aendrer == ()


@pytest.mark.parametrize(
    ("start", "moede", "koder"),
    [
        (date(2022, 2, 28), date(2022, 4, 1), ["Et tidligere møde", "En anden start"]),
        (date(2022, 2, 28), date(2022, 3, 31), ["Et senere møde", "En anden start"]),
        (date(2022, 3, 1), None, ["Et senere møde", "En anden start"]),
        (date(2021, 6, 30), None, []),
    ],
)
def test_par20_sidste_dag_og_starten(start: date, moede: date | None, koder: list[str]) -> None:
    fakta = {"jaf_start": str(start)} | ({"teammoede": str(moede)} if moede else {})
    svar = fuldt("bek2408.par20", **fakta)
    assert [a["overskrift"] for a in svar["aendrer"] if a["kode"] in ("sidste_dag", "start")] == koder
    sidste = "31. marts 2022" if start <= date(2022, 2, 28) else "29. marts 2022"
    assert not koder or sidste in svar["aendrer"][0]["tekst"]


@pytest.mark.parametrize(
    ("moede", "resultat"), [("2022-03-29", ("I tide", "For sent")), ("2022-03-28", ("I tide", "I tide"))]
)
def test_par20_den_anden_laesning_af_fire_uger_har_sit_svar(moede: str, resultat: tuple[str, str]) -> None:
    (t16,) = fuldt("bek2408.par20", jaf_start="2022-03-01", teammoede=moede)["laesninger"]
    assert (t16["nr"], t16["anden_frist"]) == ("T16", "2022-03-28")
    assert (t16["resultat"], t16["anden_resultat"]) == resultat


@pytest.mark.parametrize(
    ("oprettet", "lempeligt", "strengt"),
    [
        ("2026-06-02", "I tide", "I tide"),
        ("2026-06-03", "I tide", "For sent"),
        ("2026-06-05", "I tide", "For sent"),
    ],
)
def test_frist_laesningerne_har_hver_sit_svar(oprettet: str, lempeligt: str, strengt: str) -> None:
    t13, t14 = fuldt("procedure.frist", moededato="2026-06-11", oprettet=oprettet)["laesninger"]
    assert (t13["anden_resultat"], t14["anden_resultat"]) == (lempeligt, strengt)


TIL_UNDTAGELSE = [
    ({"indsatser": (Indsats("LAB_KAP_11", FRIST, True),)}, "indsatsen_falder_ud"),
    ({"ordinaere_timer": (OrdinaereTimer(FRIST, 1, "ORDINAER_LOENMODTAGER"),)}, "undtagelsen_falder_bort"),
    ({"loentilskud_kompensationslov_15": (Periode(FRIST, None),)}, "undtagelsen_falder_bort"),
    ({"stu": (Periode(START, START),)}, "undtagelsen_falder_bort"),
]


@pytest.mark.parametrize("pr", [FRIST, FRIST + EN_DAG])
@pytest.mark.parametrize(("fakta", "kode"), TIL_UNDTAGELSE)
def test_par17_uden_det_afgoerende_er_svaret_som_det_siges(
    fakta: dict[str, Any], kode: str, pr: date
) -> None:
    med = Ressourceforloeb(START, **fakta)
    (aendring,) = [a for a in seks_maaneder(med, pr).aendrer if a.kode == kode]
    uden = seks_maaneder(replace(med, **dict.fromkeys(fakta, ())), pr).status
    assert aendring.tekst.endswith(f"er svaret: {STATUSORD[uden]}.")


def test_par17_falder_en_undtagelse_bort_kan_en_anden_staa_tilbage() -> None:
    fakta = Ressourceforloeb(
        START,
        ordinaere_timer=(OrdinaereTimer(FRIST, 1, "ORDINAER_LOENMODTAGER"),),
        stu=(Periode(START, None),),
    )
    (aendring,) = [
        a for a in seks_maaneder(fakta, FRIST + EN_DAG).aendrer if a.kode == "undtagelsen_falder_bort"
    ]
    assert aendring.tekst == "Falder løntimerne bort, er svaret: Undtaget: STU."


@pytest.mark.parametrize(
    ("begyndt", "status", "andet"),
    [
        (date(2024, 3, 1), "MANUEL_VURDERING", "En indsats er begyndt i tide"),
        (date(2024, 9, 1), "SKAL_GENBEHANDLES", "Sagen skal for teamet igen"),
    ],
)
def test_par17_barnets_lov_efter_den_anden_laesning(begyndt: date, status: str, andet: str) -> None:
    fakta = Ressourceforloeb(START, indsatser=(Indsats("BARNETS_LOV", begyndt, True),))
    v = seks_maaneder(fakta, date(2024, 10, 1))
    (t23,) = [laesning for laesning in v.laesninger if laesning.nr == "T23"]
    assert (v.status, t23.anden_resultat) == (status, andet)


def test_par17_barnets_lov_foer_2024_er_ikke_et_spoergsmaal_om_laesning() -> None:
    fakta = Ressourceforloeb(date(2023, 9, 1), indsatser=(Indsats("BARNETS_LOV", date(2023, 12, 31), True),))
    assert "T23" not in {laesning.nr for laesning in seks_maaneder(fakta, date(2024, 10, 1)).laesninger}
