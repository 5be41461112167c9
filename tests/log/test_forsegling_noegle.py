"""The key the log is signed with: its own file, read by one, and changed without a break in the chain."""

from pathlib import Path

import pytest

from rehabteam.sager.adgang import forsegling_noegle, forsegling_skift
from rehabteam.sager.adgang.forsegling_noegle import Noegle, NoegleFejl
from tests.log.kaede import Log


@pytest.fixture
def noeglefil(loggen: Log, tmp_path: Path) -> Path:
    """The log is begun again and sealed once, with a key that stands in this file."""
    sti, fro = tmp_path / "noegle", b"a" * 32
    sti.write_text(fro.hex())
    sti.chmod(0o600)
    loggen.forfra()
    loggen.noegle = Noegle(fro)
    loggen.skriv()
    loggen.forsegl()
    return sti


def test_en_anden_noegle_staar_af(loggen: Log) -> None:
    loggen.skriv()
    loggen.noegle = Noegle(b"x" * 32)
    with pytest.raises(NoegleFejl):
        loggen.forsegl()


def test_noeglen_kan_skiftes(loggen: Log, noeglefil: Path) -> None:
    foerste = loggen.noegle
    ny = forsegling_skift.ny_noegle(loggen.vidne, noeglefil)
    assert forsegling_noegle.laes(noeglefil).offentlig == ny.offentlig != foerste.offentlig
    loggen.skriv()
    with pytest.raises(NoegleFejl):
        loggen.forsegl()  # the old key is out
    loggen.noegle = ny
    assert loggen.forsegl() == 1
    loggen.noegle = foerste  # … and is still what the log is verified with
    svar = loggen.proev()
    assert svar.fund == [] and len(svar.bemaerkninger) == 1 and "skiftet" in svar.bemaerkninger[0]


def test_et_nedbrud_midt_i_et_noegleskift(
    loggen: Log, noeglefil: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as nedbrud:
        nedbrud.setattr(forsegling_skift, "mangler", lambda vidne: (_ for _ in ()).throw(SystemExit))
        with pytest.raises(SystemExit):
            forsegling_skift.ny_noegle(loggen.vidne, noeglefil)
    foerste, ny = loggen.noegle, forsegling_skift.ny_noegle(loggen.vidne, noeglefil)
    loggen.noegle = ny
    loggen.skriv()
    assert loggen.forsegl() == 1
    loggen.noegle = foerste
    assert loggen.fund() == [] and len(loggen.proev().bemaerkninger) == 1


def test_noeglen_skal_vaere_ens_egen(tmp_path: Path) -> None:
    sti = tmp_path / "mappe" / "noegle"
    noegle = forsegling_noegle.lav(sti)
    assert forsegling_noegle.laes(sti).offentlig == noegle.offentlig and sti.stat().st_mode & 0o777 == 0o600
    with pytest.raises(NoegleFejl, match="allerede"):
        forsegling_noegle.lav(sti)
    sti.chmod(0o640)
    with pytest.raises(NoegleFejl, match="0600"):
        forsegling_noegle.laes(sti)
    with pytest.raises(NoegleFejl, match="findes ikke"):
        forsegling_noegle.laes(tmp_path / "ingen")
