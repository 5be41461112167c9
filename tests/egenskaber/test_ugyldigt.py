"""An unknown key, an unknown value or a wrong type anywhere is refused with its path, and never repaired."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from rehabteam.lov.kontrakt.svar import besvar
from tests.egenskaber.spoergsmaal import FAA, FAKTA, spoergsmaal

FORKERTE = ({"x": 1}, 3.5, "noget andet", ["noget andet"], True, -1, "2024-02-30", "2024-2-3", None)


def steder(vaerdi: Any, skema: dict[str, Any], sti: str = "") -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Every value with its path and the schema of its place; the facts themselves first, with an empty path."""
    yield sti, vaerdi, skema
    for gren in skema.get("anyOf", [skema]):
        if isinstance(vaerdi, dict) and gren.get("type") == "object":
            for noegle, v in vaerdi.items():
                yield from steder(v, gren["properties"][noegle], f"{sti}.{noegle}" if sti else noegle)
        if isinstance(vaerdi, list) and gren.get("type") == "array":
            for nr, v in enumerate(vaerdi):
                yield from steder(v, gren["items"], f"{sti}[{nr}]")


def tilladt(vaerdi: Any, skema: dict[str, Any]) -> bool:
    """Could this wrong value be right in this place after all?"""
    if "anyOf" in skema:
        return any(tilladt(vaerdi, gren) for gren in skema["anyOf"])
    if "enum" in skema:
        return vaerdi in skema["enum"] and not isinstance(vaerdi, bool)
    match skema["type"]:
        case "string":
            return isinstance(vaerdi, str) and "pattern" not in skema
        case "boolean":
            return isinstance(vaerdi, bool)
        case "null":
            return vaerdi is None
        case "number":
            return isinstance(vaerdi, float)
        case "array":
            return isinstance(vaerdi, list) and all(tilladt(v, skema["items"]) for v in vaerdi)
    return False


def med_paa(fakta: dict[str, Any], sti: str, vaerdi: Any) -> dict[str, Any]:
    """The facts with another value at the path; "" is the facts themselves."""
    kopi = json.loads(json.dumps(fakta))
    if not sti:
        return vaerdi  # type: ignore[no-any-return]
    *foran, sidste = [int(x) if x.isdigit() else x for x in sti.replace("]", "").replace("[", ".").split(".")]
    her = kopi
    for led in foran:
        her = her[led]
    her[sidste] = vaerdi
    return kopi  # type: ignore[no-any-return]


@given(spoergsmaal(), st.data())
@FAA
def test_en_ukendt_noegle_bliver_naevnt_med_sin_sti(s: dict[str, Any], data: st.DataObject) -> None:
    objekter = [(sti, v) for sti, v, _ in steder(s["fakta"], FAKTA[s["regel"]]) if isinstance(v, dict)]
    sti, v = data.draw(st.sampled_from(objekter))
    fakta = med_paa(s["fakta"], sti, {**v, "ukendt": data.draw(st.sampled_from([None, True, "x", []]))})
    svar = besvar({**s, "fakta": fakta})
    assert svar["status"] == "UGYLDIGE_DATA"
    assert (f"{sti}.ukendt" if sti else "ukendt") in svar["valideringsfejl"]
    assert set(svar) == {"id", "status", "valideringsfejl"}


@given(spoergsmaal(), st.data())
@FAA
def test_en_forkert_vaerdi_bliver_naevnt_med_sin_sti(s: dict[str, Any], data: st.DataObject) -> None:
    sti, _, skema = data.draw(st.sampled_from(list(steder(s["fakta"], FAKTA[s["regel"]]))))
    forkert = data.draw(st.sampled_from(FORKERTE))
    assume(sti and not tilladt(forkert, skema) and not (isinstance(forkert, list) and "items" in str(skema)))
    svar = besvar({**s, "fakta": med_paa(s["fakta"], sti, forkert)})
    assert svar["status"] == "UGYLDIGE_DATA", (sti, forkert)
    assert any(x == sti or x.startswith(f"{sti}.") for x in svar["valideringsfejl"])


@given(spoergsmaal(), st.data())
@FAA
def test_en_noegle_der_skal_vaere_der_bliver_savnet(s: dict[str, Any], data: st.DataObject) -> None:
    objekter = [
        (sti, v, gren["required"])
        for sti, v, skema in steder(s["fakta"], FAKTA[s["regel"]])
        for gren in skema.get("anyOf", [skema])
        if isinstance(v, dict) and gren.get("required")
    ]
    assume(objekter)
    sti, v, kraevede = data.draw(st.sampled_from(objekter))
    noegle = data.draw(st.sampled_from(kraevede))
    svar = besvar({**s, "fakta": med_paa(s["fakta"], sti, {n: x for n, x in v.items() if n != noegle})})
    assert svar["status"] == "UGYLDIGE_DATA"
    assert (f"{sti}.{noegle}" if sti else noegle) in svar["valideringsfejl"]


@given(spoergsmaal(), st.text(max_size=8))
@FAA
def test_en_ukendt_noegle_uden_for_fakta_bliver_ogsaa_naevnt(s: dict[str, Any], noegle: str) -> None:
    assume(noegle not in (*s, "titel", "forventet", "hjemmel", "note"))
    svar = besvar({**s, noegle: 1})
    assert (svar["status"], svar["valideringsfejl"]) == ("UGYLDIGE_DATA", [noegle])
