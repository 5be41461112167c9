"""The other limits: § 20, LAB § 109 and the procedure's five hverdage, and what follows from them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from rehabteam.lov.kontrakt.svar import besvar
from tests.egenskaber.spoergsmaal import FAA, med, spoergsmaal
from tests.lov.test_kalender import er_hverdag, fem_tilbage

EN_DAG = timedelta(days=1)
MOEDER = st.dates(date(2015, 2, 1), date(2040, 12, 1))
STARTER = st.one_of(
    st.dates(date(2021, 5, 1), date(2023, 1, 1)),
    st.sampled_from([date(2021, 6, 30), date(2021, 7, 1), date(2022, 2, 28), date(2022, 3, 1)]),
)
JAF = {"sagstype": "jobafklaringsforloeb"}


def frist(moede: date, oprettet: date | None = None) -> dict[str, Any]:
    fakta = {"moededato": moede.isoformat(), "oprettet": oprettet.isoformat() if oprettet else None}
    return besvar({"id": "a", "regel": "procedure.frist", "fakta": fakta}, fuldt=True)


def data(svar: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The grounds' values by code."""
    return {g["kode"]: g["data"] for g in svar["grunde"]}


@given(MOEDER, st.integers(-30, 5))
@FAA
def test_procedurens_frist_kan_regnes_efter_fra_grundene(moede: date, dage: int) -> None:
    svar = frist(moede, moede + dage * EN_DAG)
    grunde = data(svar)
    senest = fem_tilbage(date.fromisoformat(grunde["fem_hverdage"]["moede"]))
    assert svar["seneste_oprettelsesdato"] == svar["sekretariat_videresendelse"] == senest.isoformat()
    i_tide = "rettidig" in grunde
    oprettet = date.fromisoformat(grunde["rettidig" if i_tide else "for_sent"]["oprettet"])
    assert i_tide == (oprettet <= senest)
    assert svar["status"] == ("RETTIDIG" if i_tide else "FOR_SENT")
    assert [a["kode"] for a in svar["advarsler"]] == (["INGEN_BUFFER"] if oprettet == senest else [])


@given(MOEDER, st.integers(0, 40))
@FAA
def test_et_senere_moede_giver_aldrig_en_tidligere_frist(moede: date, dage: int) -> None:
    """And from the last day in time to the meeting there are five hverdage, itself counted."""
    senest = fem_tilbage(moede)
    assert frist(moede)["seneste_oprettelsesdato"] <= frist(moede + dage * EN_DAG)["seneste_oprettelsesdato"]
    assert er_hverdag(senest)
    assert sum(er_hverdag(senest + n * EN_DAG) for n in range((moede - senest).days)) == 5


@given(MOEDER, st.integers(0, 8))
@FAA
def test_det_naevnte_senere_moede_er_det_foerste_der_gaar(moede: date, dage: int) -> None:
    """Too late for this meeting: the answer names a later one. It is in time for that, and for none before it."""
    oprettet = moede - dage * EN_DAG
    assume(oprettet > fem_tilbage(moede))
    (aendring,) = [a for a in frist(moede, oprettet)["aendrer"] if a["kode"] == "senere_moede"]
    kan = [m for n in range(1, 40) if er_hverdag(m := oprettet + n * EN_DAG) and fem_tilbage(m) >= oprettet]
    assert f" {kan[0].day}. " in aendring["tekst"] and str(kan[0].year) in aendring["tekst"]
    assert frist(kan[0], oprettet)["status"] == "RETTIDIG"


@given(STARTER, st.integers(-5, 300))
@FAA
def test_overgangens_frist_kan_regnes_efter_fra_grundene(start: date, dage: int) -> None:
    """31 March 2022 in the window, four weeks after it, and a human before it."""
    moede = start + dage * EN_DAG
    fakta = {**JAF, "jaf_start": start.isoformat(), "teammoede": moede.isoformat()}
    svar = besvar({"id": "a", "regel": "bek2408.par20", "fakta": fakta}, fuldt=True)
    grunde = data(svar)
    if "par20_tidligere" in grunde:
        assert (svar["status"], svar["seneste_forelaeggelse"]) == ("MANUEL_VURDERING", None)
        assert start < date(2021, 7, 1)
        return
    senest = date(2022, 3, 31)
    if "par20_fire_uger" in grunde:
        senest = date.fromisoformat(grunde["par20_fire_uger"]["start"]) + timedelta(weeks=4)
    assert svar["seneste_forelaeggelse"] == senest.isoformat()
    assert svar["omfattet_par20"] == ("par20_omfattet" in grunde)
    (sagt,) = [g["moede"] for kode, g in grunde.items() if kode.endswith(("_rettidig", "_for_sent"))]
    assert svar["status"] == ("RETTIDIG" if date.fromisoformat(sagt) <= senest else "FOR_SENT")


@given(spoergsmaal("bek2408.par20"))
@FAA
def test_overgangen_skaber_ingen_pligt(s: dict[str, Any]) -> None:
    """§ 20 moves the day of a duty that § 1 makes: the same duty, and no date without one."""
    fakta = {n: v for n, v in s["fakta"].items() if n in ("foerste_jaf", "indsats_13d", "ophoer")}
    par01 = {"id": "a", "regel": "bek2408.par01", "fakta": {"sagstype": "jobafklaringsforloeb", **fakta}}
    svar = besvar(med(s, sagstype="jobafklaringsforloeb"))
    assert svar["skal_forelaegges"] == besvar(par01)["skal_forelaegges"]
    if not svar["skal_forelaegges"]:
        assert svar["seneste_forelaeggelse"] is None
        assert not svar["omfattet_par20"]
        assert svar.get("status", "MANUEL_VURDERING") == "MANUEL_VURDERING"
