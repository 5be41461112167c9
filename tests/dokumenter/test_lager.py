"""What was answered "saved" is there and is whole; what could not be saved leaves nothing behind."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rehabteam.dokumenter import lager
from rehabteam.dokumenter.lager import Blob, BlobBeskadiget, BlobMangler, Lager, LagerFejl, LagerFuldt

DATA = os.urandom(3 * lager.STYKKE + 17)
SHA = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def rod(tmp_path: Path) -> Path:
    return tmp_path / "a" / "lager"


@pytest.fixture
def hylde(rod: Path) -> Lager:
    return Lager(rod, mindst_fri=0)


def filer(rod: Path) -> list[str]:
    return sorted(str(p.relative_to(rod)) for p in rod.rglob("*") if p.is_file())


class Sporing:
    """The real calls, written down in order; one of them may be made to fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kald: list[str] = []
        self.fejl: dict[tuple[str, int], Callable[[], Any]] = {}
        self._antal: dict[str, int] = {}
        self._navne: dict[int, str] = {}
        for navn in ("open", "write", "fsync", "close", "link", "replace"):
            monkeypatch.setattr(lager.os, navn, self._spor(navn, getattr(os, navn)))
        laes_efter = lager._laes_efter
        monkeypatch.setattr(lager, "_laes_efter", self._spor("laes_efter", laes_efter))

    def _spor(self, navn: str, aegte: Callable[..., Any]) -> Callable[..., Any]:
        def kald(*a: Any, **k: Any) -> Any:
            nr = self._antal[navn] = self._antal.get(navn, 0) + 1
            self.kald.append(f"{navn} {self._navne[a[0]]}" if a[0] in self._navne else navn)
            if (goer := self.fejl.get((navn, nr))) is not None:
                return goer()
            svar = aegte(*a, **k)
            if navn == "open":
                self._navne[svar] = "mappe" if a[1] & os.O_DIRECTORY else "fil"
            return svar

        return kald


def oserror(nummer: int) -> Callable[[], Any]:
    def rejs() -> Any:
        raise OSError(nummer, os.strerror(nummer))

    return rejs


def test_gem_og_laes(hylde: Lager) -> None:
    assert hylde.gem(DATA) == Blob(SHA, len(DATA))
    assert hylde.laes(SHA) == DATA
    assert hylde.findes(SHA) and list(hylde.alle()) == [SHA]
    with hylde.aaben(SHA) as fil:
        assert fil.read(5) == DATA[:5]


def test_en_fil_kan_gemmes_uden_at_staa_i_hukommelsen(hylde: Lager) -> None:
    assert hylde.gem(io.BytesIO(DATA)).sha256 == SHA
    assert hylde.gem(b"") == Blob(hashlib.sha256().hexdigest(), 0)


def test_samme_indhold_to_gange_er_en_blob(hylde: Lager, rod: Path) -> None:
    assert hylde.gem(DATA) == hylde.gem(DATA)
    assert filer(rod) == [f"{SHA[:2]}/{SHA}"]


def test_trinene_kommer_i_den_lovede_orden(hylde: Lager, monkeypatch: pytest.MonkeyPatch) -> None:
    hylde.gem(b"foerst, saa mapperne er der")
    spor = Sporing(monkeypatch)
    hylde.gem(DATA)
    mappe = ["open", "fsync mappe", "close mappe"]
    assert spor.kald == [
        *("open", *["write fil"] * 4, "fsync fil", "close fil", "laes_efter"),
        *mappe,  # the new folder's name in the root
        "link",
        *mappe,  # the document's name in its folder
        *mappe,  # and the root once more
    ]


def test_det_foreloebige_ligger_i_samme_filsystem(hylde: Lager, rod: Path) -> None:
    hylde.gem(DATA)
    assert (rod / "foreloebige").stat().st_dev == (rod / SHA[:2]).stat().st_dev


def test_en_halv_skrivning_gentages(hylde: Lager, monkeypatch: pytest.MonkeyPatch) -> None:
    aegte = os.write
    monkeypatch.setattr(lager.os, "write", lambda fd, data: aegte(fd, data[: max(1, len(data) // 3)]))
    assert hylde.gem(DATA).stoerrelse == len(DATA)
    assert hylde.laes(SHA) == DATA


def test_en_skrivning_paa_nul_bytes_er_en_fejl_og_ikke_en_evig_loekke(
    hylde: Lager, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lager.os, "write", lambda fd, data: 0)
    with pytest.raises(LagerFejl):
        hylde.gem(DATA)


@pytest.mark.parametrize("nummer", [errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
@pytest.mark.parametrize(
    "trin",
    [("open", 1), ("write", 1), ("write", 3), ("fsync", 1), ("laes_efter", 1), ("link", 1), ("fsync", 2)],
)
def test_en_fejl_i_hvert_trin_er_ren(
    hylde: Lager, rod: Path, monkeypatch: pytest.MonkeyPatch, trin: tuple[str, int], nummer: int
) -> None:
    anden = hylde.gem(b"var her i forvejen")
    spor = Sporing(monkeypatch)
    spor.fejl[trin] = oserror(nummer)
    forventet = LagerFejl if nummer == errno.EIO else LagerFuldt
    with pytest.raises(forventet) as fejl:
        hylde.gem(DATA)
    assert "Prøv igen" in str(fejl.value)
    monkeypatch.undo()
    assert not list((rod / "foreloebige").iterdir())
    assert hylde.laes(anden.sha256) == b"var her i forvejen"
    if hylde.findes(
        SHA
    ):  # only where the name was made and the last fsync failed: nobody was told it was saved
        assert trin == ("fsync", 2) and hylde.laes(SHA) == DATA
    assert hylde.gem(DATA).sha256 == SHA and hylde.laes(SHA) == DATA


def test_en_skrivning_disken_ikke_kan_laese_igen_bliver_ikke_til_en_blob(
    hylde: Lager, monkeypatch: pytest.MonkeyPatch
) -> None:
    aegte = os.write
    monkeypatch.setattr(lager.os, "write", lambda fd, d: aegte(fd, bytes(b ^ 1 for b in d)))
    with pytest.raises(LagerFejl):
        hylde.gem(b"indhold")
    assert list(hylde.alle()) == []


def test_et_oedelagt_dokument_vises_ikke_og_heles_af_samme_indhold(hylde: Lager, rod: Path) -> None:
    hylde.gem(DATA)
    sti = rod / SHA[:2] / SHA
    sti.chmod(0o600)
    sti.write_bytes(DATA[:-1] + bytes([DATA[-1] ^ 1]))
    with pytest.raises(BlobBeskadiget, match="ændret, siden det blev gemt"):
        hylde.laes(SHA)
    with pytest.raises(BlobBeskadiget):
        hylde.aaben(SHA)
    hylde.gem(DATA)
    assert hylde.laes(SHA) == DATA


def test_afkortet_til_nul(hylde: Lager, rod: Path) -> None:
    hylde.gem(DATA)
    (rod / SHA[:2] / SHA).chmod(0o600)
    (rod / SHA[:2] / SHA).write_bytes(b"")
    with pytest.raises(BlobBeskadiget):
        hylde.laes(SHA)


def test_et_dokument_der_ikke_er_der(hylde: Lager) -> None:
    with pytest.raises(BlobMangler):
        hylde.laes("0" * 64)
    assert not hylde.findes("0" * 64)


@pytest.mark.parametrize(
    "navn", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "\n", "/" + "0" * 63]
)
def test_kun_et_navn_er_et_navn(hylde: Lager, navn: str) -> None:
    with pytest.raises(ValueError, match="64 hexcifre"):
        hylde.laes(navn)


def test_naesten_fuld_disk_siger_nej_i_god_tid_men_laeser_stadig(rod: Path) -> None:
    sha = Lager(rod, mindst_fri=0).gem(DATA).sha256
    naesten_fuld = Lager(rod, mindst_fri=1.1)
    with pytest.raises(LagerFuldt, match="ikke plads"):
        naesten_fuld.gem(b"nyt")
    assert naesten_fuld.laes(sha) == DATA


def test_styresystemets_egen_graense_er_en_ren_fejl(rod: Path) -> None:
    """A real limit in a real process: RLIMIT_FSIZE makes the kernel refuse in the middle of a write."""
    program = (
        "import sys, resource\n"
        "from rehabteam.dokumenter.lager import Lager, LagerFuldt\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))\n"
        "hylde = Lager(sys.argv[1], mindst_fri=0)\n"
        "hylde.gem(b'lille')\n"
        "try:\n    hylde.gem(b'x' * 3_000_000)\n"
        "except LagerFuldt:\n    print('fuldt')\n"
    )
    svar = subprocess.run(
        [sys.executable, "-c", program, str(rod)], capture_output=True, text=True, check=True
    )
    assert svar.stdout == "fuldt\n"
    assert len(filer(rod)) == 1


def test_draebt_midt_i_det_hele_efterlader_hverken_halve_eller_forkerte(rod: Path) -> None:
    """SIGKILL at each step in a real process; every name in the store holds its own content."""
    program = (
        "import os, sys, signal\n"
        "from rehabteam.dokumenter import lager\n"
        "trin = int(sys.argv[2]); nr = 0\n"
        "def spor(aegte):\n"
        "    def kald(*a, **k):\n"
        "        global nr\n"
        "        nr += 1\n"
        "        if nr == trin: os.kill(os.getpid(), signal.SIGKILL)\n"
        "        return aegte(*a, **k)\n"
        "    return kald\n"
        "for n in ('open', 'write', 'fsync', 'close', 'link'): setattr(lager.os, n, spor(getattr(os, n)))\n"
        "print(lager.Lager(sys.argv[1], mindst_fri=0).gem(b'dokument' * 300_000).sha256, flush=True)\n"
    )
    svaret = 0
    for trin in range(1, 40):
        svar = subprocess.run(
            [sys.executable, "-c", program, str(rod), str(trin)], capture_output=True, text=True, check=False
        )
        hylde = Lager(rod, mindst_fri=0)
        for sha in hylde.alle():
            assert hylde.laes(sha) == b"dokument" * 300_000
        if svar.stdout.strip():
            svaret += 1
            assert hylde.findes(svar.stdout.strip())
            break
    assert svaret == 1


def test_mange_paa_en_gang(hylde: Lager, rod: Path) -> None:
    indhold = [bytes([n % 5]) * 200_000 for n in range(40)]
    traade = [threading.Thread(target=hylde.gem, args=(d,)) for d in indhold]
    for t in traade:
        t.start()
    for t in traade:
        t.join()
    assert len(list(hylde.alle())) == 5 == len(filer(rod))
    assert all(hylde.laes(hashlib.sha256(d).hexdigest()) == d for d in indhold)


def test_kun_ejeren_kan_laese(hylde: Lager, rod: Path) -> None:
    hylde.gem(DATA)
    assert (rod / SHA[:2] / SHA).stat().st_mode & 0o777 == 0o400
    assert (rod / SHA[:2]).stat().st_mode & 0o077 == 0


def test_hukommelsen_vokser_ikke_med_filen(rod: Path, tmp_path: Path) -> None:
    stor = tmp_path / "stor"
    with stor.open("wb") as fil:
        for _ in range(40):
            fil.write(os.urandom(lager.STYKKE))
    foer = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with stor.open("rb") as fil:
        Lager(rod, mindst_fri=0).gem(fil)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - foer < 15_000
