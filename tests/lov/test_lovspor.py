"""The page from § to code is the code's own, and every rule and sentence can be traced to a source."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from pathlib import Path

import pytest

import rehabteam.lov
from rehabteam.cli import hoved
from rehabteam.lov.regel import REGLER
from rehabteam.lov.vurdering import Grund, Grundslag, Mangel, SkalVurderes

ROD = Path(__file__).parents[2]
MODULER = [
    importlib.import_module(m.name) for m in pkgutil.walk_packages(rehabteam.lov.__path__, "rehabteam.lov.")
]


def test_siden_er_den_programmet_laver(capsys: pytest.CaptureFixture[str]) -> None:
    """Made anew with: rehabteam lovspor > docs/lovspor.md"""
    assert hoved.main(["lovspor"]) == 0
    assert capsys.readouterr().out == (ROD / "docs" / "lovspor.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("modul", MODULER, ids=lambda m: m.__name__)
def test_hver_offentlig_funktion_og_klasse_siger_hvad_den_er(modul: object) -> None:
    for del_ in ast.parse(inspect.getsource(modul)).body:  # type: ignore[arg-type]
        if isinstance(del_, ast.FunctionDef | ast.ClassDef) and not del_.name.startswith("_"):
            assert ast.get_docstring(del_), del_.name


def tekster() -> list[tuple[str, str, str]]:
    """Every kind of ground, requirement and judgement in the law: code, source, and its sentence where it has one."""
    fundne = []
    for modul in MODULER:
        for vaerdi in vars(modul).values():
            for x in vaerdi.values() if isinstance(vaerdi, dict) else [vaerdi]:
                if isinstance(x, Mangel):
                    fundne.append((x.kode, str(x.hjemmel), x.tekst))
                elif isinstance(x, SkalVurderes):
                    fundne.append((x.noegle, str(x.hjemmel), x.spoergsmaal))
                elif isinstance(x, Grund):
                    fundne.append((x.kode, str(x.hjemmel), x.tekst))
                elif isinstance(x, Grundslag):
                    fundne.append((x.kode, str(x.hjemmel), "."))
    return sorted(set(fundne))


@pytest.mark.parametrize(("kode", "hjemmel", "tekst"), tekster())
def test_hver_saetning_har_en_kilde_og_et_punktum(kode: str, hjemmel: str, tekst: str) -> None:
    assert kode
    assert "§" in hjemmel or hjemmel.startswith("Procedure")
    assert tekst[-1] in ".?" and "!" not in tekst


def test_hver_paragraf_i_bekendtgoerelsen_har_sit_afsnit() -> None:
    side = (ROD / "docs" / "lovspor.md").read_text(encoding="utf-8")
    for nr in range(1, 22):
        assert f"### § {nr}:" in side, nr


def test_reglerne_har_navn_efter_deres_udgave() -> None:
    assert all(navn.split(".")[0] in ("bek2408", "procedure", "rsl", "ofl", "cpr") for navn in REGLER)
