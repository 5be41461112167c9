"""The list of parts: every locked package is on it, it holds against the schema, and it is the same each time."""

import json
import re
import subprocess
import sys

import pytest

from vaerksted.sbom import laase
from vaerksted.sbom.byg import byg, fejl
from vaerksted.sted import ROD

LAASTE = re.findall(r"^([\w.-]+)==([^\s;]+)", (ROD / "requirements" / "run.txt").read_text(), re.M)


@pytest.fixture(scope="module")
def tekst():
    return byg(ROD)


def test_hver_laast_pakke_er_med_sit_aftryk(tekst):
    dele = {(d["purl"].split("/")[0], d["name"]): d for d in json.loads(tekst)["components"]}
    npm = json.loads((ROD / "package-lock.json").read_text())["packages"]
    oensket = {("pkg:pypi", navn) for navn, _ in LAASTE} | {("pkg:npm", sti[13:]) for sti in npm if sti}
    assert set(dele) == oensket and len(LAASTE) > 30
    assert all(d["hashes"] and d["purl"].endswith(f"@{d['version']}") for d in dele.values())
    assert len(dele["pkg:npm", "dkfds"]["hashes"][0]["content"]) == 128
    assert dele["pkg:pypi", "django"]["licenses"][0]["license"]["id"] == "BSD-3-Clause"


def test_hvem_der_bruger_hvem(tekst):
    bruger = {n["ref"]: n.get("dependsOn", []) for n in json.loads(tekst)["dependencies"]}
    django, sqlparse = (next(r for r in bruger if f"/{n}@" in r) for n in ("django", "sqlparse"))
    assert django in bruger["rehabteam"] and sqlparse in bruger[django]
    assert sqlparse not in bruger["rehabteam"]
    brugte = {del_ for dele in bruger.values() for del_ in dele}
    assert set(bruger) - {"rehabteam"} == brugte, "ingen pakke er der uden grund"


def test_den_holder_mod_skemaet_og_skemaet_ser_en_fejl(tekst):
    assert fejl(tekst) == []
    galt = json.loads(tekst)
    galt["components"][0]["hashes"][0]["content"] = "ikke et aftryk"
    assert fejl(json.dumps(galt))


def test_samme_bytes_i_en_anden_proces_uden_tid_og_steder(tekst):
    kode = (
        "import sys; from vaerksted.sbom.byg import byg; from vaerksted.sted import ROD; "
        "sys.stdout.buffer.write(byg(ROD).encode())"
    )
    svar = subprocess.run([sys.executable, "-c", kode], cwd=ROD, capture_output=True, check=True)
    assert svar.stdout.decode() == tekst
    assert "timestamp" not in tekst and str(ROD) not in tekst
    assert re.findall(r"\w+://[^\"]*", tekst) == ["http://cyclonedx.org/schema/bom-1.6.schema.json"]


@pytest.mark.parametrize(
    "linje",
    ["django==5.2\n", "git+ssh://x\n    --hash=sha256:" + "a" * 64, "django>=5 \\\n    --hash=sha256:x"],
)
def test_en_laas_uden_version_eller_aftryk_er_en_fejl(tmp_path, linje):
    (tmp_path / "run.txt").write_text(linje)
    with pytest.raises(laase.Laasefejl, match=r"run\.txt:1"):
        laase.krav(tmp_path / "run.txt")


def test_en_npm_laas_uden_aftryk_er_en_fejl(tmp_path):
    (tmp_path / "l.json").write_text('{"packages": {"": {}, "node_modules/@x/y": {"version": "1"}}}')
    with pytest.raises(laase.Laasefejl, match="@x/y"):
        laase.npm(tmp_path / "l.json")
