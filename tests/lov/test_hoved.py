"""The `rehabteam` command itself: what it offers, and what it does with a word it does not know."""

from __future__ import annotations

import importlib.util

import pytest

from rehabteam.cli import hoved


def test_hjaelpen_naevner_hver_kommando(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as slut:
        hoved.main(["--help"])
    assert slut.value.code == 0
    hjaelp = capsys.readouterr().out
    assert all(navn in hjaelp for navn in hoved.KOMMANDOER)


@pytest.mark.parametrize("navn", sorted(hoved.KOMMANDOER))
def test_hver_kommando_findes(navn: str) -> None:
    assert importlib.util.find_spec(f"rehabteam.cli.{hoved.MODULER.get(navn, navn)}") is not None


@pytest.mark.parametrize(
    "argumenter", [[], ["findesikke"], ["--findesikke"], ["vurder"], ["vurder", "--fuldt", "--forklar", "-"]]
)
def test_et_ukendt_ord_er_kode_2(argumenter: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as slut:
        hoved.main(argumenter)
    assert slut.value.code == 2
    assert "rehabteam" in capsys.readouterr().err
