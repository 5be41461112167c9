"""Every example is answered as it says, by the program as a whole; and every rule has the examples it needs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rehabteam.cli.vurder import besvar_linje, forklar, fuldt
from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.regel import REGLER

MAPPE = Path(__file__).parent
EKSEMPLER = [
    json.loads(linje)
    for fil in sorted(MAPPE.glob("*.jsonl"))
    for linje in fil.read_text(encoding="utf-8").splitlines()
]


def koder(vaerdi: Any) -> Any:
    """Lists are compared as sets of codes: an entry is a code, or an object with one."""
    if not isinstance(vaerdi, list):
        return vaerdi
    return sorted(x["kode"] if isinstance(x, dict) else x for x in vaerdi)


@pytest.mark.parametrize("eksempel", EKSEMPLER, ids=lambda e: e["id"])
def test_eksemplet_besvares_som_der_staar(eksempel: dict[str, Any]) -> None:
    linje = json.dumps(eksempel, ensure_ascii=False).encode()
    svar = json.loads(besvar_linje(linje, 1)[0])
    assert svar["id"] == eksempel["id"]
    for noegle, forventet in eksempel["forventet"].items():
        assert koder(svar.get(noegle, [] if isinstance(forventet, list) else None)) == koder(forventet), (
            noegle
        )
    if svar.get("status") == "UGYLDIGE_DATA":
        assert svar["valideringsfejl"]
        return
    assert svar["udgave"]["navn"] and svar["udgave"]["hvorfor"]
    assert svar["grunde"]
    for grund in svar["grunde"]:
        assert "§" in grund["hjemmel"] or grund["hjemmel"].startswith("Procedure")
        assert grund["tekst"]
    for liste in ("mangler", "fejl", "advarsler"):
        fundne = [m["kode"] for m in svar.get(liste, [])]
        assert len(fundne) == len(set(fundne))


def test_hvert_nummer_er_brugt_en_gang() -> None:
    numre = [e["id"] for e in EKSEMPLER]
    assert len(numre) == len(set(numre))


def test_hver_regel_kan_der_spoerges_om() -> None:
    assert set(REGLER) == set(SPOERGSMAAL)


@pytest.mark.parametrize("regel", sorted(SPOERGSMAAL))
def test_hver_regel_har_eksempler_til_begge_sider(regel: str) -> None:
    """A yes, a no, and something that is missing, invalid or not assessed."""
    svar = []
    for e in EKSEMPLER:
        if e["regel"] == regel:
            svar.append(json.loads(besvar_linje(json.dumps(e).encode(), 1)[0]))
    assert len(svar) >= 3
    assert len({json.dumps({k: v for k, v in s.items() if k not in ("id", "grunde")}) for s in svar}) >= 3


@pytest.mark.parametrize("eksempel", EKSEMPLER, ids=lambda e: e["id"])
def test_det_fulde_svar_kan_laves(eksempel: dict[str, Any]) -> None:
    svar = json.loads(besvar_linje(json.dumps(eksempel).encode(), 1, fuldt)[0])
    assert svar["id"] == eksempel["id"]
    for laesning in svar.get("laesninger", []):
        assert laesning["nr"].startswith("T") and laesning["vores"] and laesning["anden"]


@pytest.mark.parametrize("eksempel", EKSEMPLER, ids=lambda e: e["id"])
def test_svaret_kan_siges_paa_dansk(eksempel: dict[str, Any]) -> None:
    """Every sentence ends, and no code, null or English boolean slips through."""
    tekst, gyldigt = besvar_linje(json.dumps(eksempel).encode(), 1, forklar)
    ord = tekst.decode()
    assert ord.startswith(eksempel["id"] + ": ")
    assert not any(x in ord for x in ("None", "True", "False", "_STK_", "LAB_", "null"))
    if gyldigt:
        assert "\nDerfor:\n- " in ord and "\nRegler: " in ord
    else:
        assert "Kan ikke besvares" in ord
