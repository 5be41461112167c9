"""The site with two workers and a real clamd beside it, and a window for the one who sends files."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.dokumenter.clamd import SIGNATUR, koerende
from tests.forloeb import filerne, servering
from tests.forloeb.conftest import ARBEJDER
from tests.forloeb.servering import Site
from tests.forloeb.skaerm import Skaerm

HVEM, BORGER = "camilla.aastrup", "Poul Erik Stampe"
BILLEDER = os.environ.get("REHABTEAM_BILLEDER_UD", "")


@dataclass
class Hus:
    """The site, its worker, and a clamd that can be stopped and started again at the same address."""

    site: Site
    adresse: Path
    clamd: ExitStack = field(default_factory=ExitStack)

    def start_clamd(self) -> None:
        sokkel = self.clamd.enter_context(koerende(SIGNATUR + filerne.kendetegn(filerne.smitsom())))
        self.adresse.unlink(missing_ok=True)
        self.adresse.symlink_to(sokkel)

    def stop_clamd(self) -> None:
        self.clamd.close()


@contextmanager
def _program(env: dict[str, str], log: Path, *kommando: str, stik: tuple[int, ...] = ()) -> Iterator[None]:
    with log.open("wb") as skriver:
        program = subprocess.Popen(
            list(kommando),
            env=env,
            cwd=servering.ROD,
            pass_fds=stik,
            stdout=skriver,
            stderr=subprocess.STDOUT,
        )
        try:
            yield
        finally:
            program.send_signal(signal.SIGTERM)
            try:
                program.wait(timeout=20)
            except subprocess.TimeoutExpired:
                program.kill()


@pytest.fixture(scope="module")
def hus(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hus]:
    mappe, adresse = tmp_path_factory.mktemp("filer_ind"), tmp_path_factory.mktemp("clamd") / "sok"
    database = f"rehabteam_test_browser_ind_{ARBEJDER}"
    with servering.kopi(demo, database), ExitStack() as stak:
        servering.filer(demo, mappe)
        env = servering.miljoe(database, mappe) | {
            "REHABTEAM_CLAMD": str(adresse),
            "REHABTEAM_SLAAET_FRA": "",
        }
        stik = stak.enter_context(socket.create_server(("127.0.0.1", 0)))
        gunicorn = (
            *(sys.executable, "-m", "gunicorn", "rehabteam.opsaetning.wsgi:application"),
            *("--bind", f"fd://{stik.fileno()}", "--workers", "2", "--timeout", "60", "--no-control-socket"),
        )
        hus_ = Hus(Site(f"http://127.0.0.1:{stik.getsockname()[1]}", database, mappe / "log"), adresse)
        stak.callback(hus_.stop_clamd)
        hus_.start_clamd()
        stak.enter_context(_program(env, mappe / "web.log", *gunicorn, stik=(stik.fileno(),)))
        arbejd = (str(servering.REHABTEAM), "dokumenter", "arbejd")
        for nr in (1, 2):  # two workers: each takes its own
            stak.enter_context(_program(env, mappe / f"arbejde{nr}.log", *arbejd))
        with urllib.request.urlopen(f"{hus_.site.adresse}/log-ind/", timeout=120) as svar:  # until it is up
            assert svar.status == 200
        yield hus_


@pytest.fixture
def s(chromium: Browser, hus: Hus) -> Iterator[Skaerm]:
    # What another story left on its way is not this one's.
    hus.site.sql(
        "UPDATE sager_modtagetfil SET tilstand = 'opgivet' WHERE tilstand NOT IN ('lagt', 'opgivet')"
    )
    vindue = Skaerm(chromium, hus.site.adresse)
    vindue.log_ind(HVEM)
    yield vindue
    klager = [k for k in vindue.klager if "ERR_INTERNET_DISCONNECTED" not in k]
    vindue.omraade.close()
    assert not klager, "\n".join(klager)


def vent(side: Page, hvad: Callable[[], object], sekunder: float = 60.0) -> None:
    slut = time.monotonic() + sekunder
    while not hvad():
        assert time.monotonic() < slut, side.locator("main").inner_text()[:4000]
        side.wait_for_timeout(200)


def tekst(side: Page, navn: str) -> str:
    return side.locator(".filliste li", has_text=navn).first.locator(".filliste__tekst").inner_text()


def tab_til(side: Page, maal: Locator) -> None:
    for _ in range(60):
        side.keyboard.press("Tab")
        if maal.evaluate("e => e === document.activeElement"):
            return
    pytest.fail("Tabulatoren kommer aldrig dertil.")


def billede(s: Skaerm, navn: str) -> None:
    """For the one who wants to look: pictures at both widths."""
    if BILLEDER:
        for bredde in (1280, 320):
            s.side.set_viewport_size({"width": bredde, "height": 900})
            s.side.screenshot(path=f"{BILLEDER}/{navn}_{bredde}.png", full_page=True)
        s.side.set_viewport_size({"width": 1280, "height": 900})
