"""What is said when the machine lacks something; the machine itself is the real one, its PATH is not."""

import os
import shutil

import pytest

from vaerksted import system
from vaerksted.besked import Stop
from vaerksted.bruger import laesbar_for_alle

ALT = {"database": True, "proever": True}


def test_denne_maskine_har_alt():
    assert system.mangler(**ALT) == []


def test_uden_noget_i_stien_naevnes_hver_del(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(system, "STEDER_MED_POSTGRES", (f"{tmp_path}/*/bin",))
    fund = system.mangler(**ALT)
    assert {d.pakke for d in fund} == {"postgresql", "chromium", "poppler-utils", "git"}
    # The site itself needs the database only.
    assert {d.pakke for d in system.mangler(database=True, proever=False)} == {"postgresql"}
    assert system.mangler(database=False, proever=False) == []


def test_en_for_gammel_postgresql_taeller_ikke(tmp_path, monkeypatch):
    mappe = tmp_path / "14" / "bin"
    mappe.mkdir(parents=True)
    for navn in ("postgres", "initdb"):
        (mappe / navn).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 14.9'\n")
        (mappe / navn).chmod(0o755)
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    monkeypatch.setattr(system, "STEDER_MED_POSTGRES", (f"{tmp_path}/*/bin",))
    assert system.postgres_mapper() == [(14, mappe)]
    assert [d.pakke for d in system.mangler(database=True, proever=False)] == ["postgresql"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root får det installeret")
@pytest.mark.skipif(not system.er_debian(), reason="linjen er Debians")
def test_almindelig_bruger_faar_en_hel_linje(monkeypatch):
    monkeypatch.setattr(system, "mangler", lambda **_: [system.VENV, system.POSTGRES, system.CHROMIUM])
    with pytest.raises(Stop) as stop:
        system.kraev(**ALT)
    linjer = [linje for linje in str(stop.value).splitlines() if linje.startswith("sudo")]
    assert linjer == ["sudo apt-get install --no-install-recommends python3-venv postgresql chromium"]
    assert stop.value.kode != 0


def test_det_undvaerlige_standser_ingenting(monkeypatch, capsys):
    monkeypatch.setattr(system, "er_root", lambda: False)
    monkeypatch.setattr(system, "er_debian", lambda: True)
    monkeypatch.setattr(system.shutil, "which", lambda _: None)
    system.skaf_det_undvaerlige()
    sagt = "".join(capsys.readouterr())
    office = "libreoffice-writer-nogui fonts-liberation fonts-crosextra-carlito"
    pakker = f"{office} tesseract-ocr tesseract-ocr-dan bubblewrap"
    assert f"sudo apt-get install --no-install-recommends {pakker}\n" in sagt
    assert "clamav-daemon" not in sagt  # the site asks for its own scanner; only the tests start one
    monkeypatch.setattr(system.shutil, "which", lambda navn: f"/usr/bin/{navn}")
    assert system.kan_undvaeres(proever=True) == []


def test_paa_andre_systemer_naevnes_det_der_mangler(monkeypatch):
    monkeypatch.setattr(system, "er_debian", lambda: False)
    monkeypatch.setattr(system, "mangler", lambda **_: [system.POPPLER])
    with pytest.raises(Stop, match="pdftotext og pdftoppm") as stop:
        system.kraev(**ALT)
    assert "apt-get" not in str(stop.value)


def test_en_python_bag_en_lukket_doer_er_ikke_for_alle(tmp_path):
    assert laesbar_for_alle(system.Path(shutil.which("sh")))
    lukket = tmp_path / "lukket"
    lukket.mkdir(mode=0o700)
    fil = lukket / "python3"
    fil.touch(mode=0o755)
    assert not laesbar_for_alle(fil)
    genvej = tmp_path / "python3"
    genvej.symlink_to(fil)
    assert not laesbar_for_alle(genvej)
