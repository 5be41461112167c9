"""What would change the answer is true: when the thing said is done, the answer changes as said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from rehabteam.lov.bek2408_2021 import par07
from rehabteam.lov.bek2408_2021.par01_vendinger import VENDINGER
from rehabteam.lov.bek2408_2021.par05 import Par05
from rehabteam.lov.kontrakt.svar import besvar
from rehabteam.lov.love import gaeldende
from rehabteam.lov.ord import dag
from tests.eksempler.laes import EKSEMPLER
from tests.lov.spurgt import fuldt

EN_DAG = timedelta(days=1)
NOK = "kommunens_vurdering_tilstraekkelig"


def tekster(svar: dict[str, Any], kode: str) -> list[str]:
    return [a["tekst"] for a in svar["aendrer"] if a["kode"] == kode]


@pytest.mark.parametrize("eksempel", EKSEMPLER, ids=lambda e: e.id)
def test_hver_aendring_kan_laeses_og_har_en_hjemmel(eksempel: Any) -> None:
    svar = besvar(eksempel.spoergsmaal, fuldt=True)
    for a in svar.get("aendrer", ()):
        assert a["tekst"][0].isupper() and a["tekst"].endswith(".") and "None" not in a["tekst"]
        assert (a["overskrift"] and "§" in a["hjemmel"]) or a["hjemmel"].startswith("Proceduren")
    if svar["status"] in ("FEJL", "MANGELFULD"):
        fundne = {m["kode"] for m in (*svar["fejl"], *svar["mangler"])}
        assert fundne <= {a["kode"] for a in svar["aendrer"]}


@pytest.mark.parametrize("vending", VENDINGER, ids=lambda v: v.aendring.overskrift)
def test_par01_vendingen_vender_svaret(vending: Any) -> None:
    """Asked with the facts of the turn, the rule says what the turn says; and its opposite is offered the turn."""
    grund = {"sagstype": vending.sagstype}
    modsat = {"foerste_jaf": True, "indsats_13d": True, "ophoer": "SDL_24_STK_1"} if vending.skal else {}
    if vending.sagstype == "foertidspension":
        modsat = {"spor": "LSP_17_STK_3"} if vending.skal else {}
    svar = fuldt("bek2408.par01", **grund, **modsat)
    assert svar["skal_forelaegges"] is not vending.skal
    assert vending.aendring.tekst in tekster(svar, vending.aendring.kode)
    ord_ = {k: v for k, v in vending.fakta if isinstance(v, bool | str)}
    uden = {k: v for k, v in modsat.items() if k not in dict(vending.fakta)}
    vendt = fuldt("bek2408.par01", **grund, **uden, **ord_)
    assert vendt["skal_forelaegges"] is vending.skal
    assert vending.aendring.tekst not in tekster(vendt, vending.aendring.kode)


def test_par01_en_anden_sag_kan_vaelges_til() -> None:
    assert tekster(fuldt("bek2408.par01", sagstype="andet", kommunen_vaelger=False), "kommunen_vaelger")
    assert not tekster(fuldt("bek2408.par01", sagstype="andet", kommunen_vaelger=True), "kommunen_vaelger")
    assert not tekster(fuldt("bek2408.par01", sagstype="fleksjob"), "kommunen_vaelger")


@pytest.mark.parametrize(
    ("dele", "slut"),
    [
        (["sammen"], "er der ikke mere at se på."),
        (["sammen", "nr7"], "er der én ting tilbage."),
        (["sammen", "nr7", "nr4"], "er der 2 ting tilbage."),
    ],
)
def test_det_siges_hvor_meget_der_er_tilbage(dele: list[str], slut: str) -> None:
    alle = {"nr7": "stk1_nr7", "nr4": "stk1_nr4"}
    der = ["stk1_nr1", "stk1_nr1_cv", "stk1_nr2", "stk1_nr3", "stk1_nr5", "stk1_nr6", *alle.values()]
    der = [d for d in der if d not in [alle.get(x) for x in dele]]
    stk2 = ["stk2_beskaeftigelse", "stk2_social", "stk2_erfaringer_kommune"]
    svar = fuldt("bek2408.par03", sagstype="fleksjob", forberedende_del=[*der, *stk2])
    assert len(svar["aendrer"]) == len(dele)
    assert all(a["tekst"].endswith(f"Er det lagt til, {slut}") for a in svar["aendrer"])


@pytest.mark.parametrize(
    ("fakta", "kode"),
    [
        ({"sagstype": "jobafklaringsforloeb", "overgang": "ANDET"}, "overgang"),
        ({"sagstype": "sygedagpenge_kat3", NOK: False}, NOK),
        ({"sagstype": "sygedagpenge_kat3", NOK: True}, NOK),
    ],
)
def test_par04_det_siges_hvad_der_aabner_vejen(fakta: dict[str, Any], kode: str) -> None:
    svar = fuldt("bek2408.par04", laegelig_kilde="LAE285", **fakta)
    assert len(tekster(svar, kode)) == 1
    assert not tekster(fuldt("bek2408.par04", **{**fakta, "laegelig_kilde": "LAEGEATTEST_PL"}), kode)


@pytest.mark.parametrize("sagstype", ["ressourceforloeb", "fleksjob", "revalidering"])
def test_par04_ingen_vej_aabnes_hvor_der_ingen_er(sagstype: str) -> None:
    svar = fuldt("bek2408.par04", sagstype=sagstype, laegelig_kilde="LAE285")
    assert [a["kode"] for a in svar["aendrer"]] == ["§ 4, stk. 1"]


@pytest.mark.parametrize("fra", [date(2024, 1, 1), date(2024, 8, 31), date(2023, 8, 31), date(2024, 2, 29)])
def test_par05_planens_sidste_dag_er_den_foerste_der_er_nok(fra: date) -> None:
    def svar(til: date) -> Any:
        return gaeldende("par05").funktion(Par05(sagstype="ressourceforloeb", plan_fra=fra, plan_til=til))

    nok = next(d for d in (fra + EN_DAG * n for n in range(400)) if svar(d).status == "FULDSTAENDIG")
    assert [a.tekst for a in svar(nok).aendrer] == [
        f"En plan fra {dag(fra)} skal mindst række til og med {dag(nok)}."
    ]
    assert svar(nok).aendrer[-1] == svar(nok - EN_DAG).aendrer[-1]


@pytest.mark.parametrize("manglende", ["plan_fra", "plan_til"])
def test_par05_uden_begge_dage_er_der_ingen_sidste_dag(manglende: str) -> None:
    fakta = {
        "sagstype": "ressourceforloeb",
        "plan_fra": "9999-12-31",
        "plan_til": "9999-12-31",
        manglende: None,
    }
    svar = fuldt("bek2408.par05", **fakta)
    assert svar["status"] == "MANGELFULD" and not tekster(svar, "plan_til")


def test_par12_og_13_siger_hvad_de_almindelige_regler_vil_kraeve() -> None:
    faelles = {"sagstype": "foertidspension", "laegelig_kilde": None, "forberedende_del": []}
    skoen = {"vaesentligt_nedsat": True, "helt_aabenbart": True, "helbredsoplysninger_tilstraekkelige": True}
    par12 = fuldt("bek2408.par12", **faelles, **skoen, spor="TEAM_12", grundlag_tilstraekkeligt=True)
    par13 = fuldt("bek2408.par13", **faelles, spor="LSP_17_STK_2")
    almindelig = fuldt("bek2408.par13", **faelles, spor="TEAM_12")
    antal = len(almindelig["mangler"])
    for svar in (par12, par13):
        assert svar["status"] == "FULDSTAENDIG"
        assert tekster(svar, "saerreglen_falder_vaek")[0].endswith(
            f"gælder §§ 3-4, og så mangler der {antal} ting."
        )
    assert not tekster(almindelig, "saerreglen_falder_vaek")


def test_par07_det_aabne_udfald_naevnes_naar_det_valgte_er_lukket() -> None:
    fakta = {
        "sagstype": "jobafklaringsforloeb",
        "foerste_jaf": False,
        "forberedende_del_kan_danne_grundlag": False,
    }
    svar = fuldt("bek2408.indstilling", indstilling="fleksjob", **fakta)
    assert tekster(svar, "andet_udfald") == [
        "Åbent i denne sag: indsats i jobafklaringsforløbet, et nyt jobafklaringsforløb."
    ]
    svar = fuldt("bek2408.indstilling", indstilling="nyt_jobafklaringsforloeb", **fakta)
    assert not tekster(svar, "andet_udfald")


@pytest.mark.parametrize(
    ("sagstype", "foerste", "kan_baere", "svar"),
    [
        ("ressourceforloeb", None, None, "A A A A A - - -"),
        ("andet", None, None, "A A A A A - - -"),
        ("jobafklaringsforloeb", True, None, "V V V V V A - -"),
        ("jobafklaringsforloeb", False, None, "V V V V V A A -"),
        ("jobafklaringsforloeb", False, True, "A A A A A A A -"),
        ("jobafklaringsforloeb", False, False, "L L L L L A A -"),
        ("sygedagpenge_kat3", None, None, "V V V V V - - A"),
        ("ressourceforloeb_genbehandling", None, None, "- - - - - - - -"),
        ("revalidering", None, None, "- - - - - - - -"),
    ],
)
def test_par07_udfald_i_sagen(sagstype: str, foerste: bool | None, kan_baere: bool | None, svar: str) -> None:
    """Every outcome of § 7, in the order of the text: open, for a human, closed, or of another kind of case."""
    ord_ = {"A": par07.AABENT, "V": par07.VURDERES, "L": par07.LUKKET, "-": par07.ANDEN_SAG}
    udfald = par07.udfald_i_sagen(sagstype, foerste, kan_baere)
    assert [u.navn for u in udfald] == list(par07.UDFALD)
    assert [u.svar for u in udfald] == [ord_[tegn] for tegn in svar.split()]
    assert all(u.grund.tekst.endswith((".", "?")) for u in udfald)


@pytest.mark.parametrize("sagstype", ["jobafklaringsforloeb", "sygedagpenge_kat3", "fleksjob"])
@pytest.mark.parametrize("foerste", [True, False, None])
@pytest.mark.parametrize("kan_baere", [True, False, None])
def test_par07_listen_siger_det_samme_som_reglen(
    sagstype: str, foerste: bool | None, kan_baere: bool | None
) -> None:
    status = {par07.AABENT: "FULDSTAENDIG", par07.VURDERES: "MANUEL_VURDERING", par07.LUKKET: "FEJL"}
    for u in par07.udfald_i_sagen(sagstype, foerste, kan_baere):
        if u.svar != par07.ANDEN_SAG:
            fakta = {"foerste_jaf": foerste, "forberedende_del_kan_danne_grundlag": kan_baere}
            svar = fuldt("bek2408.indstilling", indstilling=u.navn, sagstype=sagstype, **fakta)
            assert svar["status"] == status[u.svar], u
