"""What a file from the other system may be: its letters, its signs, the order of its lines; and what it may not."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.modtag_import import modtag_import
from rehabteam.sager.models import (
    Borger,
    Indsats,
)
from tests.indlaesning.filer import csv
from tests.indlaesning.koersel import CPR, indlaest, rows
from tests.verden import Verden


@pytest.mark.parametrize(
    ("kodning", "tegnsaet"), [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8 med BOM"), ("cp1252", "Latin-1")]
)
@pytest.mark.parametrize(("tegn", "ord_"), [(";", "semikolon"), (",", "komma"), ("\t", "tabulator")])
def test_tegnsaet_og_skilletegn_kendes_og_siges(
    verden: Verden, kodning: str, tegnsaet: str, tegn: str, ord_: str
) -> None:
    v = verden
    linje = tegn.join([CPR, "Søren Ærø", "Åse"])
    job = indlaest(v, [csv("borger", [linje], tegn.join(["CPR", "Navn", "Bisidder"]), kodning)])
    assert job.filer == [{"slags": "borger", "hvad": f"CSV med {ord_}, {tegnsaet}"}]
    assert (rows(v, Borger).get().navn, rows(v, Borger).get().bisidder) == ("Søren Ærø", "Åse")


def test_json_linjer_maa_staa_i_enhver_raekkefoelge(verden: Verden) -> None:
    v = verden
    poster: list[dict[str, Any]] = [
        {
            "slags": "timer",
            "kilde_id": "T1",
            "forloeb": "F1",
            "dato": "2026-01-02",
            "timer": 7.4,
            "art": "SELVSTAENDIG",
        },
        {
            "slags": "indsats",
            "kilde_id": 7,
            "forloeb": "F1",
            "navn": "P",
            "hjemmel": "LAB_KAP_11",
            "i_indsatsdel": True,
        },
        {"slags": "forloeb", "kilde_id": "F1", "cpr": CPR, "start": "2025-10-20", "slut": None},
        {"slags": "borger", "cpr": CPR, "navn": "Bo"},
    ]
    linjer = [json.dumps(p, ensure_ascii=False) for p in poster]
    linjer += [
        '{"slags": "andet"}',
        '{"slags": "borger", "cpr": 1, "cpr": 2}',
        "nej",
        '{"slags":"borger","x":1}',
    ]
    job = indlaest(v, [io.BytesIO("\n".join(linjer).encode())])
    assert job.tal.pop("") == {"fejl": 4} and {f["linje"] for f in job.fejl} == {5, 6, 7, 8}
    assert set(job.tal) == {"timer", "indsats", "forloeb", "borger"}
    assert all(deres == {"ny": 1} for deres in job.tal.values())
    assert rows(v, Indsats).get().i_indsatsdel


@pytest.mark.parametrize(
    ("data", "siger"),
    [
        (b"", "tom"),
        (b"PK\x03\x04", "regneark"),
        ("navn;cpr\nBo;1".encode("utf-16"), "UTF-16"),
        (b'[{"slags": "borger"}]', "JSON Lines"),
        (f"{CPR};Bo\n".encode(), "kolonnenavne"),
        (b"cpr;navn;cpr\n", "to gange"),
        (b"cpr;navn\n", "ingen rækker"),
        (b"cpr;navn\n\0", "tekstfil"),
    ],
)
def test_en_fil_der_ikke_kan_bruges_siger_hvorfor(verden: Verden, data: bytes, siger: str) -> None:
    v = verden
    with pytest.raises(KanIkke) as nej:
        v.goer(v.leder, modtag_import, filer=[io.BytesIO(data)], system="Momentum")
    assert siger in nej.value.felter["filer"] and CPR[6:] not in nej.value.felter["filer"]
    mappe = Path(settings.DATA) / "import"
    assert not mappe.exists() or not [f for f in mappe.iterdir() if f.stat().st_size == 0]
