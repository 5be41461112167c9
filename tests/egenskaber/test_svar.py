"""What holds of every answer to every valid question, over random facts drawn from the published schema."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rehabteam.lov.kontrakt.skema import TOM, skema
from rehabteam.lov.kontrakt.svar import besvar

SPOERGSMAAL = {s["properties"]["regel"]["const"]: s for s in skema()["$defs"]["spoergsmaal"]["oneOf"]}
FAA = settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
DELE = ("forberedende_del", "indeholder", "par15", "nr")
"""Lists of what is there: having more can only mean missing less."""


def vaerdier(s: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that the schema allows."""
    if "anyOf" in s:
        return st.one_of(*(vaerdier(x) for x in s["anyOf"]))
    if "enum" in s:
        return st.sampled_from(s["enum"])
    if s.get("format") == "date":
        return st.sampled_from(
            ["2021-06-30", "2021-07-01", "2022-01-01", "2022-02-28", "2022-03-31", "2023-08-31", "2024-05-06"]
        )
    if "LAB_KAP" in s.get("pattern", ""):
        return st.sampled_from(
            ["LAB_KAP_11", "LAB_KAP_26", "SERVICELOV", "BARNETS_LOV", "SUNDHEDSLOV_REGIONAL"]
        )
    if s.get("pattern") == TOM["pattern"]:
        return st.sampled_from(["", " "])
    match s["type"]:
        case "object":
            return objekter(s)
        case "array":
            return st.lists(vaerdier(s["items"]), max_size=4)
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(s["minimum"], s.get("maximum", 30))
        case "number":
            return st.floats(s["minimum"], 200)
        case "null":
            return st.none()
        case _:
            return st.sampled_from(["", "x", "Genforelæggelsessag"])


@st.composite
def objekter(draw: st.DrawFn, s: dict[str, Any]) -> dict[str, Any]:
    """The required keys, and some of the others."""
    noegler = [n for n in s["properties"] if n in s["required"] or draw(st.booleans())]
    return {n: draw(vaerdier(s["properties"][n])) for n in noegler}


@st.composite
def spoergsmaal(draw: st.DrawFn) -> dict[str, Any]:
    regel = draw(st.sampled_from(sorted(SPOERGSMAAL)))
    return {"id": "a", "regel": regel, "fakta": draw(vaerdier(SPOERGSMAAL[regel]["properties"]["fakta"]))}


def koder(svar: dict[str, Any], liste: str = "mangler") -> list[str]:
    return [m["kode"] for m in svar.get(liste, [])]


@given(spoergsmaal())
@FAA
def test_status_foelger_af_det_der_er_fundet(s: dict[str, Any]) -> None:
    """A valid question is answered; the status is the first that fits what was found; no code stands twice."""
    svar = besvar(s)
    if svar.get("status") == "UGYLDIGE_DATA":
        assert all(sti.endswith(("til", "afsluttet")) for sti in svar["valideringsfejl"])
        return
    assert svar["grunde"] and svar["udgave"]["navn"]
    for liste in ("mangler", "fejl", "advarsler"):
        assert len(koder(svar, liste)) == len(set(koder(svar, liste)))
    if svar.get("status") in ("FEJL", "MANGELFULD", "FULDSTAENDIG") or svar.get("mangler"):
        fundet = "FEJL" if svar["fejl"] else "MANGELFULD" if svar["mangler"] else ""
        fundet = fundet or ("MANUEL_VURDERING" if svar.get("skal_vurderes") else "FULDSTAENDIG")
        assert svar["status"] == fundet
    if svar.get("status") == "MANUEL_VURDERING":
        assert svar["skal_vurderes"]


@given(spoergsmaal(), st.randoms(use_true_random=False))
@FAA
def test_noeglernes_raekkefoelge_er_ligegyldig(s: dict[str, Any], tilfaeldig: Any) -> None:
    blandet = list(s["fakta"].items())
    tilfaeldig.shuffle(blandet)
    assert besvar({**s, "fakta": dict(blandet)}) == besvar(s) or besvar(s)["status"] == "UGYLDIGE_DATA"


@given(spoergsmaal(), st.data())
@FAA
def test_mere_indhold_giver_aldrig_flere_mangler(s: dict[str, Any], data: st.DataObject) -> None:
    """Only efforts in a new jobafklaringsforløb bring a demand of their own (§ 8, stk. 4)."""
    fakta = s["fakta"]
    noegle = next((n for n in DELE if isinstance(fakta.get(n), list)), None)
    assume(noegle is not None and fakta.get("indstilling") != "nyt_jobafklaringsforloeb")
    element = SPOERGSMAAL[s["regel"]]["properties"]["fakta"]["properties"][noegle]["anyOf"][0]["items"]
    mere = fakta[noegle] + data.draw(st.lists(vaerdier(element), min_size=1, max_size=3))
    assert set(koder(besvar({**s, "fakta": {**fakta, noegle: mere}}))) <= set(koder(besvar(s)))


@given(spoergsmaal())
@FAA
def test_det_korte_og_det_fulde_svar_siger_det_samme(s: dict[str, Any]) -> None:
    kort, fuldt = besvar(s), besvar(s, fuldt=True)
    assert kort.get("status", "BESVARET") == fuldt["status"]
    assert koder(kort) == koder(fuldt)
    if kort.get("status") != "UGYLDIGE_DATA":
        assert [g["tekst"] for g in kort["grunde"]] == [g["tekst"] for g in fuldt["grunde"]]
    json.dumps(fuldt)
