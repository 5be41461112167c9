"""The quick way of reading a line and the strict one: the same value or the same refusal, whatever the line."""

from __future__ import annotations

import json
import math
from typing import Any

import orjson
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rehabteam.cli.jsonlinje import afkod, afkod_strengt, indkod

AFVIST = "afvist"


def _med(laes: Any, linje: bytes) -> Any:
    try:
        return laes(linje)
    except (ValueError, RecursionError):
        return AFVIST


def _ens(a: Any, b: Any) -> bool:
    """Equal in value and in kind: 1, 1.0 and true are three things, and so are 0.0 and -0.0."""
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return list(a) == list(b) and all(_ens(a[k], b[k]) for k in a)
    if isinstance(a, list):
        return len(a) == len(b) and all(map(_ens, a, b))
    if isinstance(a, float):
        return a == b and math.copysign(1, a) == math.copysign(1, b)
    return bool(a == b)


def enige(linje: bytes) -> None:
    """The property itself."""
    assert _ens(_med(afkod, linje), _med(afkod_strengt, linje))


TAL = st.one_of(
    st.integers(-3, 3).map(str),
    st.integers(-(10**25), 10**25).map(str),
    st.sampled_from([2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1, 2**64, 10**400]).map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.sampled_from(
        [
            "-0",
            "0.0",
            "-0.0",
            "1e5",
            "1E5",
            "1e400",
            "1e-400",
            "100000000000000000000.0",
            "0.1",
            "1.10",
            "01",
            "1.",
            ".5",
            "+",
            "NaN",
            "Infinity",
        ]
    ),
    st.from_regex(r"-?[0-9]{1,25}(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?", fullmatch=True),
)
STREGE = st.one_of(
    st.sampled_from(["a", "b", "a ", " a", ":", '\\"', "\\u0061", "\\u003a", "\\/", "\\n", "\\u0000", "\\ud83d\\ude00"]),
    st.sampled_from(["\\ud800", "\\udc00x", "æ", "\\u00e6", "\\u00E6", "\t", "\x7f", "\u2028", "😀", ",", "}{", "\\\\"]),
)  # fmt: skip
TEKST = st.lists(STREGE, max_size=3).map(lambda dele: '"' + "".join(dele) + '"')
NOEGLE = st.sampled_from(['"a"', '"\\u0061"', '"a "', '" a"', '"b"', '"b:"', '""', '"id"']) | TEKST
LUFT = st.sampled_from(["", "", " ", "  ", "\t", "\r", "\u00a0"])


@st.composite
def _liste(draw: st.DrawFn, element: st.SearchStrategy[str]) -> str:
    return "[" + ",".join(draw(LUFT) + e + draw(LUFT) for e in draw(st.lists(element, max_size=3))) + "]"


@st.composite
def _objekt(draw: st.DrawFn, element: st.SearchStrategy[str]) -> str:
    """Members with few keys to choose from, so that many come twice, under one spelling or two."""
    par = draw(st.lists(st.tuples(NOEGLE, element), max_size=4))
    return "{" + ",".join(f"{draw(LUFT)}{k}{draw(LUFT)}:{draw(LUFT)}{v}" for k, v in par) + "}"


LINJE = st.recursive(
    st.sampled_from(["null", "true", "false", "tru", ""]) | TAL | TEKST,
    lambda x: _liste(x) | _objekt(x),
    max_leaves=10,
).map(lambda s: s.encode("utf-8", "surrogatepass"))


@given(LINJE)
@settings(max_examples=500, deadline=None)
@example(b'{"a":1,"a":2}')
@example(b'{"a":1,"\\u0061":2}')
@example(b'{"a":1,"a":"\\u003a"}')
@example(b'{"a":":","a" : ":" }')
@example(b'{"a":12,"a":1e5}')
@example(b'{"a":100000000000000000000}')
@example(b'{"a":-0}')
@example(b'{"a":{"b":1,"b":1}}')
@example(b'\xef\xbb\xbf{"a":1}')
def test_tilfaeldige_og_onde_linjer(linje: bytes) -> None:
    enige(linje)


@given(st.binary(max_size=40))
@settings(max_examples=300, deadline=None)
def test_tilfaeldige_bytes(linje: bytes) -> None:
    enige(linje)


@given(LINJE, st.data())
@settings(max_examples=500, deadline=None)
def test_en_linje_med_en_byte_byttet_fjernet_eller_gentaget(linje: bytes, data: st.DataObject) -> None:
    if linje:
        fra = data.draw(st.integers(0, len(linje) - 1))
        til = data.draw(st.integers(fra, len(linje)))
        nyt = data.draw(
            st.sampled_from([b"", linje[fra:til] * 2, b'"', b":", b",", b"}", b" ", b"\\", b"\xff"])
        )
        enige(linje[:fra] + nyt + linje[til:])


@pytest.mark.parametrize("dybde", [1, 200, 253, 254, 255, 256, 900, *range(960, 1030, 3), 5000])
@pytest.mark.parametrize("form", [b"[%s]", b'{"a":%s}'])
def test_dyb_indlejring(dybde: int, form: bytes) -> None:
    foran, bagefter = form.split(b"%s")
    linje = foran * dybde + b"1" + bagefter * dybde
    hurtigt, strengt = _med(afkod, linje), _med(afkod_strengt, linje)
    assert (hurtigt is AFVIST) == (strengt is AFVIST)
    if dybde < 300:
        assert _ens(hurtigt, strengt)


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(),
        lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=5), x, max_size=3),
        max_leaves=8,
    )
)
@settings(max_examples=500, deadline=None)
def test_det_skrevne_kan_laeses_igen(vaerdi: Any) -> None:
    linje = indkod(vaerdi)
    assert linje.endswith(b"\n") and linje.count(b"\n") == 1
    assert _ens(json.loads(linje), vaerdi)


def test_halve_tegn_og_store_tal_kan_skrives() -> None:
    assert indkod({"id": "\ud800"}) == b'{"id":"\\ud800"}\n'
    assert indkod({"id": 10**30}) == b'{"id":1' + b"0" * 30 + b"}\n"


def test_almindelige_linjer_gaar_den_hurtige_vej(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both as json.dumps writes them and without spaces."""
    monkeypatch.setattr("rehabteam.cli.jsonlinje.afkod_strengt", None)
    vaerdi = {"id": "æ: 1", "regel": "bek2408.par17", "fakta": {"timer": 1.5, "indsatser": [{"til": None}]}}
    for linje in (json.dumps(vaerdi, ensure_ascii=False).encode(), orjson.dumps(vaerdi)):
        assert afkod(linje) == vaerdi
