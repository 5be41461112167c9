"""What holds of every answer to every valid question, over random facts drawn from the schema."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from rehabteam.lov.kontrakt.forklar import forklar
from rehabteam.lov.kontrakt.svar import besvar
from tests.egenskaber.spoergsmaal import FAA, SKEMA, koder, kun_dage, spoergsmaal

SVAR = Draft202012Validator({**SKEMA, "$ref": "#/$defs/svar"})


@given(spoergsmaal())
@FAA
def test_status_foelger_af_det_der_er_fundet(s: dict[str, Any]) -> None:
    """The status is the first that fits what was found; no code stands twice.

    What the schema allows is answered, or two of its days cannot both be right.
    """
    svar = besvar(s)
    if svar.get("status") == "UGYLDIGE_DATA":
        assert kun_dage(s["regel"], svar["valideringsfejl"])
        return
    assert svar["grunde"] and svar["udgave"]["navn"]
    for liste in ("mangler", "fejl", "advarsler"):
        assert len(svar.get(liste, [])) == len(koder(svar, liste))
    if svar.get("status") in ("FEJL", "MANGELFULD", "FULDSTAENDIG") or svar.get("mangler"):
        fundet = "FEJL" if svar["fejl"] else "MANGELFULD" if svar["mangler"] else ""
        fundet = fundet or ("MANUEL_VURDERING" if svar.get("skal_vurderes") else "FULDSTAENDIG")
        assert svar["status"] == fundet
    if svar.get("status") == "MANUEL_VURDERING":
        assert svar["skal_vurderes"]


@given(spoergsmaal())
@FAA
def test_svaret_passer_til_det_udgivne_skema(s: dict[str, Any]) -> None:
    """Short and whole, also after the way through JSON."""
    for svar in (besvar(s), besvar(s, fuldt=True)):
        frem_og_tilbage = json.loads(json.dumps(svar))
        assert frem_og_tilbage == svar
        assert SVAR.is_valid(frem_og_tilbage), list(SVAR.iter_errors(svar))


@given(spoergsmaal(), st.randoms(use_true_random=False))
@FAA
def test_noeglernes_raekkefoelge_er_ligegyldig(s: dict[str, Any], tilfaeldig: Any) -> None:
    """Of the question, of its facts, and of every object inside them."""
    svar, blandet = besvar(s), besvar(_blandet(s, tilfaeldig))
    if svar.get("status") == "UGYLDIGE_DATA":
        assert sorted(blandet.pop("valideringsfejl")) == sorted(svar.pop("valideringsfejl"))
    assert blandet == svar


def _blandet(vaerdi: Any, tilfaeldig: Any) -> Any:
    if isinstance(vaerdi, list):
        return [_blandet(v, tilfaeldig) for v in vaerdi]
    if not isinstance(vaerdi, dict):
        return vaerdi
    noegler = list(vaerdi)
    tilfaeldig.shuffle(noegler)
    return {n: _blandet(vaerdi[n], tilfaeldig) for n in noegler}


@given(spoergsmaal(), st.randoms(use_true_random=False))
@FAA
def test_listernes_raekkefoelge_og_gentagelser_er_ligegyldige(s: dict[str, Any], tilfaeldig: Any) -> None:
    """What is there is a set, and what happened happened in whatever order it was written down."""
    fakta = {n: list(v) if isinstance(v, list) else v for n, v in s["fakta"].items()}
    for v in fakta.values():
        if isinstance(v, list):
            v += v[:1]
            tilfaeldig.shuffle(v)
    foer, efter = besvar(s), besvar({**s, "fakta": fakta})
    assert efter.get("status") == foer.get("status")
    if foer.get("status") != "UGYLDIGE_DATA":
        uden_grunde = [{k: v for k, v in svar.items() if k != "grunde"} for svar in (foer, efter)]
        assert uden_grunde[0] == uden_grunde[1]
        assert {g["tekst"] for g in foer["grunde"]} == {g["tekst"] for g in efter["grunde"]}


@given(spoergsmaal())
@FAA
def test_det_korte_det_fulde_og_det_sagte_svar_er_det_samme(s: dict[str, Any]) -> None:
    kort, fuldt = besvar(s), besvar(s, fuldt=True)
    tekst, gyldigt = forklar(s)
    assert kort.get("status", "BESVARET") == fuldt["status"]
    assert koder(kort) == koder(fuldt)
    assert gyldigt == (kort.get("status") != "UGYLDIGE_DATA")
    if gyldigt:
        assert [g["tekst"] for g in kort["grunde"]] == [g["tekst"] for g in fuldt["grunde"]]
        assert all(g["tekst"] in tekst for g in kort["grunde"])


@given(spoergsmaal())
@FAA
def test_det_der_kun_er_for_laeseren_aendrer_intet(s: dict[str, Any]) -> None:
    for_laeseren = {"titel": "x", "forventet": {"status": "x"}, "hjemmel": ["x"], "note": None}
    assert besvar({**for_laeseren, **s}) == besvar(s)
