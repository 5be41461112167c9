"""The examples are complete, and this test says so only as long as they are."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.kontrakt.svar import besvar
from rehabteam.lov.regel import REGLER
from tests.eksempler import daekning
from tests.eksempler.daekning import (
    ALLE,
    KUN_TIL_ORIENTERING,
    besvaret,
    blade,
    datoer_og_tal,
    makker,
    noget_mangler,
    svaret_er,
    uden_nummer,
)
from tests.eksempler.laes import EKSEMPLER, KANTER, Eksempel


@pytest.mark.parametrize("proeve", ALLE, ids=lambda f: f.__name__)
def test_intet_mangler(proeve: Any) -> None:
    assert proeve(EKSEMPLER) == []


def test_hver_regel_kan_der_spoerges_om() -> None:
    assert {navn for navn in REGLER if not navn.startswith("bek9999.")} == set(SPOERGSMAAL)


@pytest.mark.parametrize("eksempel", EKSEMPLER, ids=lambda e: e.id)
def test_eksemplet_viser_det_det_siger(eksempel: Eksempel) -> None:
    svar, v = besvaret(eksempel)
    match eksempel.viser:
        case "ja" | "nej":
            assert svaret_er(eksempel) == eksempel.viser
        case "mangler":
            assert noget_mangler(eksempel)
        case "udeladt":
            assert not svar.get("mangler")
        case "laesning":
            assert v and any(x.nr == eksempel.om and x.forskel for x in v.laesninger)
        case viser if viser in KANTER or viser in KANTER.values():
            assert makker(eksempel, EKSEMPLER), f"{eksempel.om}: den anden side af kanten findes ikke"


# --- What is only for the record ------------------------------------------------------------------------


@pytest.mark.parametrize(("regel", "sti"), KUN_TIL_ORIENTERING, ids=lambda x: x)
def test_det_der_kun_er_til_orientering_afgoer_intet(regel: str, sti: str) -> None:
    """Whatever the date, the answer is the same, in every example that has it."""
    assert sti in dict(datoer_og_tal(SPOERGSMAAL[regel].fakta))
    proevet = 0
    for e in EKSEMPLER:
        if e.regel != regel or besvaret(e)[1] is None:
            continue
        foer = besvar(e.spoergsmaal, fuldt=True)
        for hvor, vaerdi in blade(e.fakta):
            if uden_nummer(hvor) != sti or vaerdi is None:
                continue
            for dage in (-400, -30, -1, 1, 30, 400):
                ny = (date.fromisoformat(vaerdi) + timedelta(days=dage)).isoformat()
                efter = besvar({**e.spoergsmaal, "fakta": med(e.fakta, hvor, ny)}, fuldt=True)
                if efter.get("status") == "UGYLDIGE_DATA" and sti.startswith("anden_uddannelse"):
                    continue  # its end before its start
                assert efter == foer, (e.id, hvor, ny)
                proevet += 1
    assert proevet


def med(fakta: dict[str, Any], sti: str, vaerdi: Any) -> dict[str, Any]:
    """The facts with another value at the path."""
    kopi = json.loads(json.dumps(fakta))
    *foran, sidste = [int(d) if d.isdigit() else d for d in sti.replace("]", "").replace("[", ".").split(".")]
    her = kopi
    for del_ in foran:
        her = her[del_]
    her[sidste] = vaerdi
    return kopi  # type: ignore[no-any-return]


# --- The tests bite -------------------------------------------------------------------------------------


@pytest.mark.parametrize("viser", ["ja", "nej", "mangler"])
@pytest.mark.parametrize("regel", SPOERGSMAAL)
def test_en_side_mindre_bliver_opdaget(regel: str, viser: str) -> None:
    resten = [e for e in EKSEMPLER if (e.regel, e.viser) != (regel, viser)]
    (mangel,) = daekning.sider(resten)
    assert mangel.startswith(regel)


@pytest.mark.parametrize("viser", [*KANTER, *KANTER.values()])
def test_en_kant_mindre_bliver_opdaget(viser: str) -> None:
    """For every edge: without the one half or the other it is missed by name."""
    for regel, om in sorted({(e.regel, e.om) for e in EKSEMPLER if e.viser == viser}):
        if (regel, om) in KUN_TIL_ORIENTERING:
            continue
        resten = [e for e in EKSEMPLER if (e.regel, e.viser, e.om) != (regel, viser, om)]
        assert [m for m in daekning.kanter(resten) if m.startswith(f"{regel}: {om} ")], (regel, om)


def test_et_eksempel_der_ikke_er_en_kant_er_ikke_nok() -> None:
    """Two days apart, or with the same answer on both sides, is no edge."""
    inde = next(e for e in EKSEMPLER if e.viser == "sidste_dag" and e.om == "frist")
    ude = makker(inde, EKSEMPLER)
    assert ude and daekning.er_par(inde, ude) and not daekning.er_par(inde, inde)
    for dage in (-1, 2):
        dag = (date.fromisoformat(inde.fakta["vurderingsdato"]) + timedelta(days=dage)).isoformat()
        assert not daekning.er_par(inde, flyttet(ude, dag))


def flyttet(e: Eksempel, dag: str) -> Eksempel:
    return Eksempel(e.id, e.titel, e.hjemmel, e.viser, e.regel, {**e.fakta, "vurderingsdato": dag}, {}, e.om)


def test_en_provision_saetning_eller_laesning_mindre_bliver_opdaget() -> None:
    uden_stk3 = [e for e in EKSEMPLER if not any("§ 17, stk. 3" in h for h in e.hjemmel)]
    assert any("§ 17, stk. 3" in m for m in daekning.provisioner(uden_stk3))
    uden_jobformidler = [e for e in EKSEMPLER if "jobformidler" not in e.fakta]
    assert any("§ 5, stk. 4" in m for m in daekning.saetninger(uden_jobformidler))
    uden_t5 = [e for e in EKSEMPLER if e.om != "T5"]
    (mangel,) = daekning.laesninger(uden_t5)
    assert mangel.startswith("T5")
