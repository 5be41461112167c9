"""Where the private things lie, and that nobody else can have put them there."""

import os
from pathlib import Path

import pytest

from vaerksted import sted
from vaerksted.besked import Stop

DYBT = Path("/home/bo/Mine sager på Ærø", *["en lang mappe med æ, ø og å"] * 6)


def test_to_mapper_har_hver_sit_maerke():
    assert sted.maerke(DYBT) == sted.maerke(Path(str(DYBT)))
    assert sted.maerke(DYBT) != sted.maerke(DYBT / "kopi")


def test_almindelig_bruger_har_alt_i_projektet():
    s = sted.sted(DYBT)
    assert s.privat == DYBT / ".pg"
    assert s.venv == DYBT / ".venv"
    assert s.klynge.parent == s.privat


def test_soklen_er_kort_ogsaa_for_en_dyb_mappe(tmp_path):
    klynge = tmp_path.joinpath(*["en lang mappe med æ, ø og å"] * 6, "pg")
    mappe = sted.sokkelmappe(klynge, os.getuid(), os.getgid())
    try:
        assert len(os.fsencode(mappe / sted.SOKKELNAVN)) <= sted.LAENGSTE_SOKKEL
        assert mappe.stat().st_mode & 0o777 == 0o700
    finally:
        mappe.rmdir()


def test_soklens_mappe_maa_ikke_vaere_en_genvej(tmp_path):
    klynge = tmp_path / "pg"
    mappe = sted.sokkelmappe(klynge, os.getuid(), os.getgid())
    mappe.rmdir()
    mappe.symlink_to(tmp_path)
    try:
        with pytest.raises(Stop, match="tilhører en anden"):
            sted.sokkelmappe(klynge, os.getuid(), os.getgid())
    finally:
        mappe.unlink()


def test_en_andens_mappe_bruges_ikke(tmp_path):
    with pytest.raises(Stop, match="tilhører en anden"):
        sted.egen_mappe(tmp_path, uid=os.getuid() + 1)


def test_toem_foelger_ingen_genvej(tmp_path):
    udenfor, mappe = tmp_path / "udenfor", tmp_path / "mappe"
    udenfor.mkdir()
    (udenfor / "vigtig").touch()
    (mappe / "under").mkdir(parents=True)
    (mappe / "under" / "fil").touch()
    (mappe / "genvej").symlink_to(udenfor)
    sted.toem(mappe)
    assert list(mappe.iterdir()) == []
    assert (udenfor / "vigtig").exists()
