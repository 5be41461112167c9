"""`rehabteam vurder` on bad and hostile input: an answer on every line, in order, and never an exception."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehabteam.cli import vurder
from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.kontrakt.svar import besvar
from tests.lov.spurgt import UGYLDIG_LINJE

PAR17 = {"forloeb_start": "2024-02-01", "vurderingsdato": "2024-05-01"}


def svar(linje: bytes | str | dict[str, Any], nummer: int = 7) -> dict[str, Any]:
    if isinstance(linje, dict):
        linje = json.dumps(linje)
    raa = linje.encode() if isinstance(linje, str) else linje
    tekst, gyldigt = vurder.besvar_linje(raa, nummer)
    assert tekst.endswith(b"\n") and tekst.count(b"\n") == 1
    fundet: dict[str, Any] = json.loads(tekst)
    assert gyldigt == (fundet.get("status") != "UGYLDIGE_DATA")
    return fundet


def fejl(regel: str = "bek2408.par17", **fakta: Any) -> list[str]:
    """The paths found invalid in a § 17 question with these facts on top; [] if it was answered."""
    grund = PAR17 if regel == "bek2408.par17" else {}
    fundet = svar({"id": "a", "regel": regel, "fakta": {**grund, **fakta}})
    return fundet["valideringsfejl"] if fundet.get("status") == "UGYLDIGE_DATA" else []


@pytest.mark.parametrize(
    "linje",
    [
        b"", b"   ", b"{", b"}", b"[]", b"null", b"3", b'"x"', b"\xff\xfe", b'{"id": 1', b"{'id': 1}",
        b'{"id": "a", "regel": "bek2408.par17", "fakta": {"a": NaN}}',
        b'{"id": "a", "fakta": {"a": Infinity}}',
        b'{"id": "a", "fakta": -Infinity}',
        b'{"id": "a"} {"id": "b"}',
        b'{"id": "a", "id": "b", "regel": "bek2408.par19", "fakta": {}}',
        b'{"id": "a", "regel": "bek2408.par19", "fakta": {"aarsag_droeftet": true, "aarsag_droeftet": false}}',
        b"[" * 100_000, b'{"a":' * 100_000, b"1" * 6000, b"\x00", b"\xed\xa0\x80", "{\u2028".encode(),
    ],
)  # fmt: skip
def test_en_linje_der_ikke_kan_laeses(linje: bytes) -> None:
    assert svar(linje) == {**UGYLDIG_LINJE, "linje": 7}


@pytest.mark.parametrize(
    ("spoergsmaal", "stier"),
    [
        ({}, ["id", "regel", "fakta"]),
        ({"id": "a"}, ["regel", "fakta"]),
        ({"id": "a", "regel": "bek2408.par99", "fakta": {}}, ["regel"]),
        ({"id": "a", "regel": ["x"], "fakta": {}}, ["regel"]),
        ({"id": "a", "regel": "bek2408.par17", "fakta": None}, ["fakta"]),
        ({"id": "a", "regel": "bek2408.par17", "fakta": []}, ["fakta"]),
        ({"id": {"x": 1}, "regel": "bek2408.par19", "fakta": {}}, ["id"]),
        ({"id": True, "regel": "bek2408.par19", "fakta": {}}, ["id"]),
        ({"id": "a", "regel": "bek2408.par19", "fakta": {}, "svar": 1}, ["svar"]),
        ({"id": "a", "regel": "bek2408.par17", "fakta": {}}, ["forloeb_start", "vurderingsdato"]),
    ],
)
def test_et_spoergsmaal_der_ikke_er_et(spoergsmaal: dict[str, Any], stier: list[str]) -> None:
    fundet = svar(spoergsmaal)
    assert fundet["status"] == "UGYLDIGE_DATA"
    assert fundet["valideringsfejl"] == stier
    assert fundet["id"] == spoergsmaal.get("id")


def test_laeserens_noegler_bliver_sprunget_over() -> None:
    spoergsmaal = {
        "id": 5,
        "regel": "bek2408.par19",
        "fakta": {},
        "titel": 1,
        "forventet": 2,
        "hjemmel": 3,
        "note": 4,
    }
    assert svar(spoergsmaal)["status"] == "FULDSTAENDIG"


@pytest.mark.parametrize(
    "dato",
    [
        "2024-2-1", "20240201", "2024-W05-4", "2024-02-30", "2023-02-29", "2024-13-01", "0000-01-01", "10000-01-01",
        "2024-02-01T00:00", "2024-02-01 ", " 2024-02-01", "-024-02-01", "٢٠٢٤-٠٢-٠١", "２０２４-02-01", "", None, 20240201,
        1_706_745_600, True, False, 1.5, [], {}, ["2024-02-01"],
    ],
)  # fmt: skip
def test_en_dato_er_aar_maaned_dag_og_intet_andet(dato: Any) -> None:
    assert fejl(forloeb_start=dato) == ["forloeb_start"]


@pytest.mark.parametrize(
    ("fakta", "stier"),
    [
        ({"ukendt": 1}, ["ukendt"]),
        ({"": 1}, [""]),
        ({"sagstype": "andet_ukendt"}, ["sagstype"]),
        ({"indsatser": None}, ["indsatser"]),
        ({"indsatser": {}}, ["indsatser"]),
        ({"indsatser": [None]}, ["indsatser[0]"]),
        ({"indsatser": [{}]}, ["indsatser[0].hjemmel", "indsatser[0].paabegyndt", "indsatser[0].i_indsatsdel"]),
        (
            {"indsatser": [
                {"hjemmel": "LAB_KAP_11", "paabegyndt": None, "i_indsatsdel": True},
                {"hjemmel": "LAB_KAP_0", "paabegyndt": "x", "i_indsatsdel": 1, "x": 1},
            ]},
            ["indsatser[1].hjemmel", "indsatser[1].paabegyndt", "indsatser[1].i_indsatsdel", "indsatser[1].x"],
        ),
        ({"indsatser": [{"hjemmel": "LAB_KAP_11\n", "paabegyndt": None, "i_indsatsdel": True}]}, ["indsatser[0].hjemmel"]),
        (
            {"indsatser": [{"hjemmel": "SERVICELOV", "paabegyndt": "2024-03-02", "i_indsatsdel": True,
                            "afsluttet": "2024-03-01"}]},
            ["indsatser[0].afsluttet"],
        ),
        ({"undtagne_perioder": [{"fra": "2024-03-02", "til": "2024-03-01", "hjemmel": "ANDET"}]},
         ["undtagne_perioder[0].til"]),
        ({"undtagne_perioder": [{"fra": "2024-03-02", "til": None, "hjemmel": "LAS_13"}]}, ["undtagne_perioder[0].hjemmel"]),
        (
            {"undtagne_perioder": [{"fra": "2024-03-02", "til": "9999-12-31", "hjemmel": "LAS_13_STK_7"}]},
            ["undtagne_perioder[0].til"],
        ),
        ({"stu": [{"fra": "2024-03-02", "til": "2024-03-01"}]}, ["stu[0].til"]),
        ({"stu": [{"fra": None, "til": None}]}, ["stu[0].fra"]),
        ({"anden_uddannelse": [{"art": "HF", "fra": "2024-03-02", "til": "2024-03-01"}]}, ["anden_uddannelse[0].til"]),
        ({"ordinaere_timer": [{"dato": "2024-03-02", "timer": True, "art": "SELVSTAENDIG"}]}, ["ordinaere_timer[0].timer"]),
        ({"ordinaere_timer": [{"dato": "2024-03-02", "timer": "2", "art": "SELVSTAENDIG"}]}, ["ordinaere_timer[0].timer"]),
        ({"ordinaere_timer": [{"dato": "2024-03-02", "timer": -1, "art": "SELVSTAENDIG"}]}, ["ordinaere_timer[0].timer"]),
        ({"ordinaere_timer": [{"dato": "2024-03-02", "timer": 1, "art": "selvstaendig"}]}, ["ordinaere_timer[0].art"]),
        ({"saerlige_grunde": []}, ["saerlige_grunde"]),
        ({"saerlige_grunde": {"besluttet": 1}}, ["saerlige_grunde.besluttet"]),
        ({"saerlige_grunde": {"begrundelse": "\ud800"}}, ["saerlige_grunde.begrundelse"]),
        ({"saerlige_grunde": {"dato": "i går"}}, ["saerlige_grunde.dato"]),
        ({"afgoerelse": ""}, ["afgoerelse"]),
        ({"afgoerelse": "2024-02-30", "tidligere_teammoede": 3}, ["afgoerelse", "tidligere_teammoede"]),
    ],
)  # fmt: skip
def test_stierne_peger_paa_det_der_er_galt(fakta: dict[str, Any], stier: list[str]) -> None:
    assert fejl(**fakta) == stier


def test_uendelige_tal_er_ikke_timer() -> None:
    linje = '{"id":"a","regel":"bek2408.par17","fakta":{"forloeb_start":"2024-02-01","vurderingsdato":"2024-05-01",'
    linje += '"ordinaere_timer":[{"dato":"2024-03-01","timer":1e400,"art":"ORDINAER_LOENMODTAGER"}]}}'
    assert svar(linje)["valideringsfejl"] == ["ordinaere_timer[0].timer"]
    assert svar(linje.replace("1e400", "1" + "0" * 400))["status"] == "UNDTAGET_STK_4"


@pytest.mark.parametrize(
    ("regel", "fakta", "stier"),
    [
        ("bek2408.par17", {"forloeb_start": "9999-12-31", "vurderingsdato": "9999-12-31"}, ["forloeb_start"]),
        ("procedure.frist", {"moededato": "0001-01-01"}, ["moededato"]),
        ("procedure.frist", {"moededato": "9999-12-31"}, ["moededato"]),
        ("bek2408.par20", {"jaf_start": "9999-12-31"}, ["jaf_start"]),
        ("bek2408.par05", {"sagstype": "ressourceforloeb", "plan_fra": "9999-12-01", "plan_til": "9999-12-31"},
         ["plan_fra"]),
        ("bek2408.par04", {"sagstype": "fleksjob"}, ["laegelig_kilde"]),
        ("bek2408.par04", {"sagstype": "fleksjob", "laegelig_kilde": None, "nr": [1, True, 2.0, "3"]},
         ["nr[1]", "nr[2]", "nr[3]"]),
        ("bek2408.par05", {"sagstype": "jobafklaringsforloeb", "forloeb_varighed_mdr": 5.5}, ["forloeb_varighed_mdr"]),
        ("bek2408.par03", {"sagstype": "fleksjob", "pl_vurdering": {"kilde": "LAE265"}}, ["pl_vurdering.kilde"]),
        ("bek2408.indstilling", {"indstilling": "fleksjob", "indeholder": ["x"]}, ["indeholder[0]"]),
        ("procedure.dokumenter", {"indsatsplan": "ja"}, ["indsatsplan"]),
        ("procedure.dokumenter", {"nye_oplysninger": "nej"}, ["nye_oplysninger"]),
    ],
)  # fmt: skip
def test_ogsaa_i_de_andre_regler(regel: str, fakta: dict[str, Any], stier: list[str]) -> None:
    assert fejl(regel, **fakta) == stier


def test_de_aeldste_datoer_bliver_besvaret() -> None:
    fundet = svar(
        {
            "id": "a",
            "regel": "bek2408.par17",
            "fakta": {"forloeb_start": "0001-01-01", "vurderingsdato": "0001-01-01"},
        }
    )
    assert (fundet["status"], fundet["frist"]) == ("MANUEL_VURDERING", "0001-07-01")


def test_et_halvt_tegn_kommer_helt_igennem() -> None:
    fundet = svar('{"id":"\\ud800","regel":"bek2408.par19","fakta":{"\\udfff":1}}')
    assert (fundet["id"], fundet["valideringsfejl"]) == ("\ud800", ["\udfff"])


def test_en_meget_lang_noegle_bliver_ikke_gentaget() -> None:
    assert len(fejl(**{"x" * 100_000: 1})[0]) == 200


def test_byte_maerket_foran_foerste_linje() -> None:
    linje = b'\xef\xbb\xbf{"id":"a","regel":"bek2408.par19","fakta":{}}'
    assert svar(linje, nummer=1)["status"] == "FULDSTAENDIG"
    assert svar(linje, nummer=2)["valideringsfejl"] == ["$"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.dates().map(str),
    lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=8), x, max_size=3),
    max_leaves=8,
)


@st.composite
def naesten_rigtige(draw: st.DrawFn) -> dict[str, Any]:
    """A real rule with its real keys and anything at all in them."""
    regel = draw(st.sampled_from(sorted(SPOERGSMAAL)))
    noegler = list(SPOERGSMAAL[regel].fakta.__dataclass_fields__)
    return {
        "id": draw(JSON),
        "regel": regel,
        "fakta": draw(st.dictionaries(st.sampled_from(noegler) | st.text(max_size=4), JSON, max_size=6)),
    }


@given(JSON | naesten_rigtige())
@settings(max_examples=800, deadline=None)
def test_hvad_som_helst_faar_et_svar(vaerdi: Any) -> None:
    fundet = besvar(vaerdi)
    assert fundet.get("status") != "UGYLDIGE_DATA" or fundet["valideringsfejl"]
    assert fundet.get("status") == "UGYLDIGE_DATA" or fundet["grunde"]


# --- The command as a whole ----------------------------------------------------------------------------
