"""The typesetter reads nothing but templates and fonts, and says so when they are missing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from rehabteam import breve
from rehabteam.breve import trykkeri
from tests.breve import aflaes
from tests.breve.eksempler import DOKUMENT

SKABELONER = sorted(trykkeri.SKABELONER.glob("*"))


def test_skabelonerne_henter_og_fortolker_intet() -> None:
    assert {s.suffix for s in SKABELONER} == {".typ"}
    for sti in SKABELONER:
        kilde = re.sub(r"//.*", "", sti.read_text())
        assert not re.search(r"@preview|@local|\beval\(|\bread\(|\bimage\(|\bplugin\(|https?:", kilde), (
            sti.name
        )
        assert set(re.findall(r'#import "([^"]+)"', kilde)) <= {"faelles.typ"}
        assert re.findall(r"json\(([^)]*\))\)", kilde) in ([], ["bytes(sys.inputs.data)"]), sti.name


def test_uden_skrifter_siges_det_hvad_der_mangler(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REHABTEAM_NPM", str(tmp_path))
    with pytest.raises(breve.SkrifterMangler, match=r"IBM Plex Sans mangler .*npm ci"):
        breve.dokument(DOKUMENT)


def test_mappen_kan_gives_med() -> None:
    assert breve.skriftmappe(breve.skriftmappe().parents[5]) == breve.skriftmappe()


def test_en_ukendt_skabelon_er_en_fejl_og_ikke_en_tom_fil() -> None:
    with pytest.raises(breve.BrevFejl, match=r"findes-ikke\.typ"):
        trykkeri.tryk("findes-ikke.typ", {}, date(2026, 1, 1))


def test_en_advarsel_standser_brevet(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "brev.typ").write_text(
        '#set document(title: "x")\n#set text(lang: "da", font: "Findes Ikke", fallback: true)\nx'
    )
    monkeypatch.setattr(trykkeri, "SKABELONER", tmp_path)
    with pytest.raises(breve.BrevFejl, match=r"findes ikke"):
        trykkeri._saet("brev.typ", {}, date(2026, 1, 1), breve.skriftmappe())


def test_en_for_lang_raekke_siges_med_det_samme() -> None:
    data = {**DOKUMENT, "afsnit": [{"tabel": {"hoveder": ["a"], "raekker": [["1", "2"]]}}]}
    with pytest.raises(ValueError, match="1 hoveder, men en række med 2"):
        breve.dokument(data)


def test_et_oversprunget_overskriftsniveau_rettes() -> None:
    data = {**DOKUMENT, "afsnit": [{"overskrift": "Dybt", "niveau": 2, "tekst": "x"}]}
    assert breve.dokument(data)


def test_kolonner_faar_plads_efter_deres_tekst() -> None:
    lang = "Rengøring, personlig pleje og aktiviteter for beboerne på to afdelinger"
    data = {**DOKUMENT, "afsnit": [{"tabel": {"hoveder": ["År", "Opgaver"], "raekker": [["2011", lang]]}}]}
    venstre = {ord_: x for x, _, ord_ in aflaes.kasser(breve.dokument(data))}
    assert venstre["Opgaver"] - venstre["År"] < 160
    fast = {"hoveder": ["År", "Opgaver"], "raekker": [["2011", lang]], "bredder": [3, 1]}
    venstre = {ord_: x for x, _, ord_ in aflaes.kasser(breve.dokument({**data, "afsnit": [{"tabel": fast}]}))}
    assert venstre["Opgaver"] - venstre["År"] > 300
