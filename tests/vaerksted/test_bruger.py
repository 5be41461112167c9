"""The powers the site keeps when root starts it: enough to read hostile files behind the wall, and no more."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rehabteam.dokumenter.omdan import OmdanNede, barn, maader, mur
from vaerksted import bruger
from vaerksted.sted import ROD

BAG_MUREN = """
import ctypes, os, sys, time
from rehabteam.dokumenter.omdan import OmdanFejl, barn, maader, mur
from rehabteam.dokumenter.omdan.graenser import Graenser
assert mur.holder(maader.bwrap, barn.det_der_laeses()), "ingen mur"
hvem = mur.koer(["/usr/bin/id", "-u"], b"", Graenser())
begyndt = time.monotonic()
try:
    mur.koer(["/bin/sleep", "60"], b"", Graenser(sekunder=1))
except OmdanFejl as fejl:
    print(hvem.ud.strip().decode() != "0", fejl.kode, time.monotonic() - begyndt < 20)
# What it does not need it has not.
print(ctypes.CDLL(None).unshare(0x00020000), ctypes.CDLL(None).mount(b"x", b"/mnt", b"tmpfs", 0, None))
"""


def _root_kan() -> bool:
    if os.geteuid() or shutil.which("setpriv") is None or shutil.which("bwrap") is None:
        return False
    try:
        return mur.maade(barn.det_der_laeses()) is maader.bwrap
    except OmdanNede:
        return False


@pytest.mark.skipif(not _root_kan(), reason="kun som root, hvor en mur kan bygges (make run som root)")
def test_siden_kan_bygge_muren_naar_root_starter_den():
    svar = subprocess.run(
        bruger.uden_magt([sys.executable, "-c", BAG_MUREN]),
        cwd=ROD,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert svar.stdout.split() == ["True", "for_langsom", "True", "-1", "-1"], svar.stderr


def test_der_er_magt_nok_til_at_blive_nobody_og_til_at_standse_den():
    """`maader` makes nobody of the child (setuid, setgid), and `mur` ends it (kill): said where nobody is root too."""
    assert {"--reuid=65534", "--regid=65534"} <= set(maader._som_nobody())
    assert set(bruger.MAGT) == {"dac_override", "setuid", "setgid", "kill"}


def test_hvad_barnet_laeser_kan_laeses_af_enhver(tmp_path, monkeypatch):
    """A project in a folder of root's own: the child gets a copy of our programs, nothing else is copied."""
    lukket = tmp_path / "root" / "dokumenter"
    vaerk = lukket / "vaerk"
    (vaerk / "inde").mkdir(parents=True)
    (vaerk / "inde" / "tekst.py").write_text("hej")
    (tmp_path / "root").chmod(0o700)
    monkeypatch.setattr(maader, "VORES", lukket)
    monkeypatch.setattr(maader.tempfile, "tempdir", "/tmp")
    maader._for_enhver.cache_clear()
    kopi = maader._for_enhver(vaerk)
    try:
        assert (kopi / "inde" / "tekst.py").read_text() == "hej"
        veje = [kopi / "inde" / "tekst.py", kopi / "inde", kopi, *kopi.parents]
        assert all(vej.stat().st_mode & 0o005 for vej in veje)
        assert maader._for_enhver(vaerk) == kopi and maader._for_enhver(Path("/usr")) == Path("/usr")
    finally:
        maader._for_enhver.cache_clear()
        shutil.rmtree(kopi.parent)
