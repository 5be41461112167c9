"""`make run` itself, in a copy of the project whose path has spaces, true letters and over 100 characters."""

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import psycopg
import pytest

from rehabteam.dokumenter import omdan
from vaerksted import kopi, miljoe
from vaerksted.sted import ROD

DYBT = Path(
    "Sager på Ærø - prøver og udkast", "en mappe med et navn så langt at stien bliver over hundrede tegn lang"
)
SVARER = "Rehabteam kører på"

pytestmark = pytest.mark.langsom


class Koersel:
    """A `make run` that has come so far that it serves."""

    def __init__(self, projekt: Path, port: int) -> None:
        # The packages are the ones these tests run on; everything else is made there from the start.
        pakker = Path(importlib.util.find_spec("django").origin).parents[1]
        self.url = f"http://127.0.0.1:{port}/"
        self.proces = subprocess.Popen(
            ["make", "run"],
            cwd=projekt,
            env={**os.environ, miljoe.GRUNDLAG: str(pakker), "PORT": str(port), "DATABASE_URL": ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            # As from a terminal, also when these tests run in the background, where Ctrl-C is ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self.sagt = ""

    def __enter__(self):
        begyndt = time.monotonic()
        for linje in self.proces.stdout:
            self.sagt += linje
            if SVARER in linje:
                self.sekunder = time.monotonic() - begyndt
                return self
        raise AssertionError(f"make run kom ikke i gang:\n{self.sagt}")

    def __exit__(self, *_):
        """Ctrl-C: the terminal sends it to the whole group at once."""
        if self.proces.poll() is None:
            os.killpg(self.proces.pid, signal.SIGINT)
        self.sagt += self.proces.stdout.read()
        self.proces.stdout.close()
        self.proces.wait(60)


@pytest.fixture(scope="module")
def projekt(tmp_path_factory):
    rod = tmp_path_factory.mktemp("make-run") / DYBT / "rehabteam"
    rod.mkdir(parents=True)
    pak_ud = subprocess.Popen(["tar", "-xf", "-"], cwd=rod, stdin=subprocess.PIPE)
    with pak_ud.stdin as ud:
        kopi.pak(ROD, ud)
    assert pak_ud.wait() == 0
    assert len(str(rod)) > 100
    yield rod
    shutil.rmtree(rod)


@pytest.fixture(scope="module")
def port():
    with socket.socket() as ledig:
        ledig.bind(("127.0.0.1", 0))
        return ledig.getsockname()[1]


def hent(url: str) -> str:
    with urllib.request.urlopen(url) as svar:
        assert svar.status == 200
        return svar.read().decode()


def sokkel(projekt: Path) -> str:
    return (projekt / ".pg" / "pg" / "postmaster.pid").read_text().splitlines()[4]


def dokumenterne_bliver_laest(adgang: dict[str, str], sekunder: float = 180) -> None:
    """The worker beside the site reads the demo's documents with the powers it is given, and by itself."""
    slut = time.monotonic() + sekunder
    with psycopg.connect(**adgang, autocommit=True) as forbindelse:
        while not forbindelse.execute("select 1 from sager_gennemgang where tilstand = 'faerdig'").fetchone():
            assert time.monotonic() < slut, "ingen af demoens dokumenter er læst"
            time.sleep(0.5)


def test_fra_bar_kopi_til_side_og_tilbage_til_intet(projekt, port):
    with Koersel(projekt, port) as foerste:
        assert "Log ind" in hent(foerste.url)
        super_ = {"host": sokkel(projekt), "user": "postgres", "dbname": "rehabteam"}
        with psycopg.connect(**super_) as forbindelse:
            forbindelse.execute("create schema mit")
            forbindelse.execute("create table mit.eget as select 'bliver' as ord")
        if not omdan.mangler():
            dokumenterne_bliver_laest(super_)
        # A second one says so, and leaves the first alone.
        anden = subprocess.run(["make", "run"], cwd=projekt, capture_output=True, text=True, check=False)
        assert anden.returncode != 0
        assert "kører allerede" in anden.stderr
        assert "Log ind" in hent(foerste.url)
    assert foerste.proces.returncode != 1
    assert "Traceback" not in foerste.sagt
    assert not (projekt / ".pg" / "pg" / "postmaster.pid").exists()
    assert not Path(super_["host"]).exists()
    with pytest.raises(OSError), urllib.request.urlopen(foerste.url):
        pass

    with Koersel(projekt, port) as igen:
        assert igen.sekunder <= 8, f"anden gang tog {igen.sekunder:.1f} s"
        with psycopg.connect(**super_ | {"host": sokkel(projekt)}) as forbindelse:
            assert forbindelse.execute("select ord from mit.eget").fetchall() == [("bliver",)]

    reset = subprocess.run(["make", "demo-reset"], cwd=projekt, capture_output=True, text=True, check=False)
    assert reset.returncode == 0, reset.stderr
    assert not (projekt / ".pg" / "pg").exists()
    assert list((projekt / ".pg" / "dokumenter").iterdir()) == []


def test_hemmeligheden_er_kun_ejerens(projekt):
    assert (projekt / ".pg" / "hemmelig.json").stat().st_mode & 0o777 == 0o600
    assert (projekt / ".pg").stat().st_mode & 0o777 == 0o700
