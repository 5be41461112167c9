"""Random questions to every rule, drawn from the published schema: what it allows, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

SKEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "docs" / "vurder-skema.json").read_text(encoding="utf-8")
)
FAKTA: dict[str, dict[str, Any]] = {
    s["properties"]["regel"]["const"]: s["properties"]["fakta"]
    for s in SKEMA["$defs"]["spoergsmaal"]["oneOf"]
}
"""The schema of each rule's facts."""
FAA = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
"""As many cases as the profile says (see conftest)."""
DATOER = (
    "2021-06-30", "2021-07-01", "2022-01-01", "2022-02-28", "2022-03-31", "2023-08-31", "2024-05-06", "2026-02-01",
)  # fmt: skip


def vaerdier(s: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that the schema allows."""
    if "anyOf" in s:
        return st.one_of(*(vaerdier(x) for x in s["anyOf"]))
    if "enum" in s:
        return st.sampled_from(s["enum"])
    if s.get("format") == "date":
        return st.sampled_from(DATOER)
    if "LAB_KAP" in s.get("pattern", ""):
        return st.sampled_from(
            ["LAB_KAP_11", "LAB_KAP_26", "SERVICELOV", "BARNETS_LOV", "SUNDHEDSLOV_REGIONAL"]
        )
    if "\\s" in s.get("pattern", ""):
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
def spoergsmaal(draw: st.DrawFn, *regler: str) -> dict[str, Any]:
    """A valid question to one of the rules (all of them when none is named)."""
    regel = draw(st.sampled_from(regler or sorted(FAKTA)))
    return {"id": "a", "regel": regel, "fakta": draw(vaerdier(FAKTA[regel]))}


def koder(svar: dict[str, Any], liste: str = "mangler") -> set[str]:
    """The codes of one of the answer's lists."""
    return {m["kode"] for m in svar.get(liste, [])}


def _dage(s: dict[str, Any]) -> Iterator[str]:
    """The names of the keys in a schema that hold a day."""
    for del_ in (*s.get("anyOf", ()), *([s["items"]] if "items" in s else ())):
        yield from _dage(del_)
    for navn, felt in s.get("properties", {}).items():
        if any(x.get("format") == "date" for x in (felt, *felt.get("anyOf", ()))):
            yield navn
        yield from _dage(felt)


def kun_dage(regel: str, stier: Iterable[str]) -> bool:
    """Is what is wrong only days? What two days are to each other, and where the calendar ends, no schema can say."""
    dage = set(_dage(FAKTA[regel]))
    return all(sti.rpartition(".")[2] in dage for sti in stier)


def med(s: dict[str, Any], **fakta: Any) -> dict[str, Any]:
    """The question with other facts on top."""
    return {**s, "fakta": {**s["fakta"], **fakta}}


def uden(s: dict[str, Any], noegle: str) -> dict[str, Any]:
    """The question with one fact left out."""
    return {**s, "fakta": {n: v for n, v in s["fakta"].items() if n != noegle}}
