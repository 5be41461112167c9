"""The examples the program carries are those of the files, and each stands with the provision it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from rehabteam.cli import hoved
from rehabteam.lov.vurdering import Hjemmel
from rehabteam.lovspor import eksempler, spor
from tests.eksempler.laes import EKSEMPLER, VISER

MAPPE = Path(__file__).parents[1] / "eksempler"


def test_eksemplerne_er_dem_der_staar_i_filerne(capsys: pytest.CaptureFixture[str]) -> None:
    """Made anew with: rehabteam lovspor --eksempler tests/eksempler > src/rehabteam/lovspor/eksempler.json"""
    assert hoved.main(["lovspor", "--eksempler", str(MAPPE)]) == 0
    assert capsys.readouterr().out == eksempler.FIL.read_text(encoding="utf-8")


def test_de_laeses_ens_her_og_ved_proeverne() -> None:
    assert [e.id for e in EKSEMPLER] == list(eksempler.alle())
    for e in EKSEMPLER:
        her = eksempler.alle()[e.id]
        assert (her.titel, her.hjemmel, her.viser, her.om, her.note) == (
            e.titel, e.hjemmel, e.viser, e.om, e.note,
        )  # fmt: skip
        assert her.spoergsmaal == e.spoergsmaal and her.forventet == e.forventet


def test_hver_slags_eksempel_har_ord() -> None:
    assert set(eksempler.VISER) == set(VISER)


def test_hvert_eksempel_staar_ved_et_stykke() -> None:
    vist = {e.id for s in spor.alle().values() for led in s.led for e in led.eksempler}
    assert vist == set(eksempler.alle())


def test_hvert_stykke_har_en_side() -> None:
    fra_registeret = {
        str(s.hjemmel)
        for s in spor.i_lovens_orden()
        if s.funktion is None or s.funktion.__module__.startswith("rehabteam.")  # not the tests' own edition
    }
    assert fra_registeret == {str(led.hjemmel) for s in spor.alle().values() for led in s.led}
    for s in spor.alle().values():
        assert s.led, s.paragraf.navn
        for led in s.led:
            for d in led.dele:
                assert d.stykke.tekst[-1] == "." and bool(d.kode) != bool(d.stykke.hvorfor)


def test_et_nummer_paa_en_liste_staar_ved_listens_saetning() -> None:
    par03 = spor.alle()["3"]
    nr7 = next(e for e in eksempler.alle().values() if e.hjemmel == ("BEK 2408/2021 § 3, stk. 1, nr. 7",))
    hos = [led.hjemmel for led in par03.led if nr7 in led.eksempler]
    assert hos == [Hjemmel("BEK 2408/2021", "3", 1, pkt=3)]


def test_koden_er_funktionens_egen() -> None:
    for s in spor.alle().values():
        for led in s.led:
            for d in led.dele:
                if d.kode:
                    assert d.kode.tekst.startswith(f"def {d.kode.navn}(")
                    assert (MAPPE.parents[1] / d.kode.fil).is_file()


def test_uden_mappe_eller_yaml_siges_det(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "yaml", None)
    assert hoved.main(["lovspor", "--eksempler", str(tmp_path)]) == 2
    assert "PyYAML" in capsys.readouterr().err
