"""An answer's grounds suffice to reach it again: from the receipt's `grunde` alone, without the facts."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import given

from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.fakta import Ressourceforloeb
from tests.egenskaber import orakel
from tests.egenskaber.forloeb import forloeb
from tests.egenskaber.spoergsmaal import FAA

EN_DAG = timedelta(days=1)
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
"""The ground that decides, and the status it gives: the first that is there."""


def regn_efter(grunde: list[dict[str, Any]]) -> dict[str, Any]:
    """Status and limit, and the days counted one by one: the start, and the days kept out, are in the grounds."""
    data = {g["kode"]: g["data"] for g in grunde}
    afgoerende, status = next((k, s) for k, s in AFGOERENDE if k in data)
    stille = data.get("staar_stille")
    ude = {
        date.fromisoformat(fra) + n * EN_DAG
        for fra, til in (stille or data.get("holdt_ude") or {"ude": []})["ude"]
        for n in range((date.fromisoformat(til) - date.fromisoformat(fra)).days + 1)
    }
    start = date.fromisoformat(data["seks_maaneder"]["start"])
    skal = (orakel.seks_maaneder_efter(start) - start).days
    slut = date.fromisoformat(stille["fra"]) if stille else date.max
    talte, sprunget, dag = 0, 0, start
    while talte < skal and dag + EN_DAG < slut:
        dag += EN_DAG
        if dag in ude:
            sprunget += 1
        else:
            talte += 1
    svar: dict[str, Any] = {"status": status, "afgoerende": afgoerende, "undtagne_dage": sprunget}
    if stille:
        return {**svar, "frist": None, "talte_dage": talte, "resterende_dage": skal - talte}
    return {**svar, "frist": dag.isoformat()}


@given(forloeb())
@FAA
def test_svaret_kan_regnes_efter_fra_grundene(sag: tuple[Ressourceforloeb, date]) -> None:
    """Status, limit, days counted, skipped and left, day by day; and the first ground is the one that decides."""
    kvittering = json.loads(json.dumps(seks_maaneder(*sag).som_json()))
    grunde = kvittering["grunde"]
    fundet = regn_efter(grunde)
    afgoerende = fundet.pop("afgoerende")
    assert fundet == {navn: kvittering[navn] for navn in fundet}
    assert grunde[0]["kode"] == afgoerende or (afgoerende, grunde[0]["kode"]) == ("pligt", "udloebet")
    for g in grunde:
        assert g["tekst"].endswith(".") and "None" not in g["tekst"] and "§" in g["hjemmel"]


@given(forloeb())
@FAA
def test_hver_dato_i_grundene_passer_med_svaret(sag: tuple[Ressourceforloeb, date]) -> None:
    """The same limit wherever it is named; the duty arose the day after it; the count is the answer's."""
    kvittering = seks_maaneder(*sag).som_json()
    frist = kvittering["frist"]
    for g in kvittering["grunde"]:
        match g["kode"]:
            case "holdt_ude" | "udloebet" | "ikke_udloebet":
                assert g["data"]["frist"] == frist
            case "pligt":
                assert date.fromisoformat(g["data"]["fra"]) == date.fromisoformat(frist) + EN_DAG
            case "seks_maaneder":
                n = (date.fromisoformat(g["data"]["d0"]) - date.fromisoformat(g["data"]["start"])).days
                assert g["data"]["n"] == n
            case "staar_stille":
                assert (g["data"]["talte"], g["data"]["rest"]) == (
                    kvittering["talte_dage"],
                    kvittering["resterende_dage"],
                )
