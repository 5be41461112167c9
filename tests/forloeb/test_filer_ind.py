"""Forty files sent to a case in real Chromium, with the worker and a real clamd beside the site.

The connection is lost midway, the page is loaded anew, the scanner stands still for a while; what is on the case at
the end is what was sent, byte for byte, and what may not come in is said to be refused, and why.
"""

from __future__ import annotations

import os
import re
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
from playwright.sync_api import Browser, Locator, Page, expect

from tests.dokumenter.clamd import KRAEVER_CLAMD, SIGNATUR, koerende
from tests.forloeb import filerne, servering
from tests.forloeb.conftest import ARBEJDER
from tests.forloeb.servering import Site
from tests.forloeb.skaerm import Skaerm

pytestmark = [pytest.mark.langsom, KRAEVER_CLAMD]
HVEM, BORGER = "camilla.aastrup", "Poul Erik Stampe"
DATO = re.compile("^Dokumentets dato")
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


def _vent(side: Page, hvad: Callable[[], object], sekunder: float = 60.0) -> None:
    slut = time.monotonic() + sekunder
    while not hvad():
        assert time.monotonic() < slut, side.locator("main").inner_text()[:4000]
        side.wait_for_timeout(200)


def _tekst(side: Page, navn: str) -> str:
    return side.locator(".filliste li", has_text=navn).first.locator(".filliste__tekst").inner_text()


def _tab_til(side: Page, maal: Locator) -> None:
    for _ in range(60):
        side.keyboard.press("Tab")
        if maal.evaluate("e => e === document.activeElement"):
            return
    pytest.fail("Tabulatoren kommer aldrig dertil.")


def _billede(s: Skaerm, navn: str) -> None:
    """For the one who wants to look: pictures at both widths."""
    if BILLEDER:
        for bredde in (1280, 320):
            s.side.set_viewport_size({"width": bredde, "height": 900})
            s.side.screenshot(path=f"{BILLEDER}/{navn}_{bredde}.png", full_page=True)
        s.side.set_viewport_size({"width": 1280, "height": 900})


def test_fyrre_filer(s: Skaerm, hus: Hus, tmp_path: Path) -> None:
    side, sag = s.side, hus.site.aaben(BORGER)
    filer = filerne.skriv(tmp_path)
    s.gaa(f"{sag}dokumenter/")
    s.foelg("Send flere filer")
    s.efterse("send filer, tom")

    # The line is slow, and breaks while the heavy one is on its way.
    fra: list[int] = []

    def langsomt(rute: object) -> None:
        fra.append(int(re.search(r"fra=(\d+)", rute.request.url)[1]))  # type: ignore[attr-defined,index]
        time.sleep(0.05)
        rute.continue_()  # type: ignore[attr-defined]

    side.route("**/stykke/**", langsomt)
    side.get_by_label("Filer", exact=True).set_input_files(filer)
    _vent(side, lambda: "Afvist: Filen er tom." in _tekst(side, "tom.pdf"))
    _vent(side, lambda: max(fra, default=0) >= 4 * filerne.MB)
    s.omraade.set_offline(True)
    _vent(side, lambda: "Forbindelsen er afbrudt." in _tekst(side, "tung scanning"))
    _billede(s, "afbrudt")
    side.wait_for_timeout(1500)
    naaet = max(fra)
    s.omraade.set_offline(False)
    _vent(side, lambda: not side.locator("[data-tilstand=sendes], [data-tilstand=venter]").count(), 240)
    assert max(fra) > naaet and fra.count(0) >= 39

    for navn, siger in (
        ("smittet.pdf", "skadelig kode"),
        ("mail med virus.eml", "skadelig kode"),
        ("kører noget.pdf", "køre programmer"),
        ("program.pdf", "et program"),
    ):
        assert siger in _tekst(side, navn), _tekst(side, navn)
    # 40, less the five refused, and three that came in mails
    assert side.locator("[data-tilstand=klar]").count() == 40 - 5 + 3, s.tekst
    s.efterse("send filer, alle kommet")
    _billede(s, "kommet")

    s.foelg("Se filerne efter, og læg dem på sagen")
    s.efterse("læg på sagen")
    s.ser("forslag", "kom i Status på praktik.eml")
    assert s.raekke("LÆ 265").get_by_label("Hvad er det for et dokument?").input_value() == "laegeattest"
    assert s.raekke("LÆ 265").get_by_role("textbox", name=DATO).input_value() == "12.03.2026"
    assert s.raekke("CV Poul").get_by_label("Hvad er det for et dokument?").input_value() == "cv"
    s.tryk("Læg på sagen")  # what nothing told of must be said first
    assert s.indhold.get_by_role("alert").count() == 1
    _billede(s, "mangler")
    for felt in s.indhold.locator("select.form-select").all():
        if not felt.input_value():
            felt.select_option("andet")
    for felt in s.indhold.get_by_role("textbox", name=DATO).all():
        if not felt.input_value():
            felt.fill("04.03.2026")
    s.tryk("Læg på sagen")
    s.ser("38 filer er lagt på sagen.")
    s.gaa(f"{sag}dokumenter/?alle=1")
    s.ser("Svar fra lægen", "praktikrapport", "Hent originalen")
    s.efterse("dokumenter")

    # What was sent is what is kept.
    docx = next(f for f in filer if f.name.startswith("Epikrise_"))
    rod = s.indhold.get_by_role("rowheader").filter(has_text="Epikrise med et langt navn")
    link = str(rod.get_by_role("link", name=re.compile("Hent originalen")).get_attribute("href"))
    svar = s.omraade.request.get(link)
    assert svar.body() == docx.read_bytes()
    assert svar.headers["content-disposition"].startswith("attachment")
    assert svar.headers["x-content-type-options"] == "nosniff"


def test_genindlaest_midt_i_det_hele(s: Skaerm, hus: Hus, tmp_path: Path) -> None:
    side, sag = s.side, hus.site.aaben(BORGER)
    fil = tmp_path / "stor plan.pdf"
    fil.write_bytes(filerne.pdf(1, filerne._tung(10 * filerne.MB)))
    fra: list[int] = []

    def langsomt(rute: object) -> None:
        fra.append(int(re.search(r"fra=(\d+)", rute.request.url)[1]))  # type: ignore[attr-defined,index]
        time.sleep(0.4)
        rute.continue_()  # type: ignore[attr-defined]

    side.on("dialog", lambda d: d.accept())
    side.route("**/stykke/**", langsomt)
    s.gaa(f"{sag}dokumenter/ind/")
    side.get_by_label("Filer", exact=True).set_input_files(fil)
    _vent(side, lambda: max(fra, default=0) >= 4 * filerne.MB)
    side.reload()
    assert re.match(r"Standset ved [1-9]\d? %\.", _tekst(side, "stor plan.pdf"))
    _billede(s, "standset")
    fra.clear()
    side.get_by_label("Filer", exact=True).set_input_files(fil)
    _vent(side, lambda: side.locator("[data-tilstand=klar]").count() == 1, 90)
    assert min(fra) >= 2 * filerne.MB  # it went on where it stopped
    assert side.locator(".filliste li").count() == 1


def test_scanneren_staar_stille_og_kameraet(s: Skaerm, hus: Hus, tmp_path: Path) -> None:
    side, sag = s.side, hus.site.aaben(BORGER)
    foto = tmp_path / "IMG_0001.jpg"
    foto.write_bytes(filerne.billede("JPEG", (900, 1200)))
    hus.stop_clamd()
    s.gaa(f"{sag}dokumenter/ind/")
    expect(s.indhold.get_by_role("button", name="Tag et billede")).to_be_visible()
    with side.expect_file_chooser() as vaelger:
        s.indhold.get_by_role("button", name="Tag et billede").click()
    assert vaelger.value.element.get_attribute("capture") == "environment"
    vaelger.value.set_files(foto)
    _vent(side, lambda: "Virusscanneren svarer ikke." in _tekst(side, "IMG_0001.jpg"))
    s.efterse("scanneren nede")
    _billede(s, "scanneren")
    hus.start_clamd()
    _vent(side, lambda: "Klar" in _tekst(side, "IMG_0001.jpg"), 90)


def test_med_tastaturet(s: Skaerm, hus: Hus, tmp_path: Path) -> None:
    """Choose, go on, say what it is, lay it on the case: without a mouse."""
    side, sag = s.side, hus.site.aaben(BORGER)
    fil = tmp_path / "Brev til lægen 05.03.2026.pdf"
    fil.write_bytes(filerne.pdf(7))
    s.gaa(f"{sag}dokumenter/ind/")
    for gammel in range(side.locator(".filliste li").count()):
        side.locator(".filliste button").first.focus()
        with side.expect_navigation():
            side.keyboard.press("Enter")
        assert gammel < 10
    side.get_by_label("Filer", exact=True).focus()
    with side.expect_file_chooser() as vaelger:
        side.keyboard.press("Enter")
    vaelger.value.set_files(fil)
    videre = s.indhold.get_by_role("link", name="Se filerne efter, og læg dem på sagen")
    expect(videre).to_be_visible(timeout=60_000)
    expect(side.get_by_role("status").first).to_contain_text("1 filer er klar", timeout=20_000)
    _tab_til(side, videre)
    with side.expect_navigation():
        side.keyboard.press("Enter")
    knap = s.indhold.get_by_role("button", name="Læg på sagen")
    _tab_til(side, knap)
    with side.expect_navigation():
        side.keyboard.press("Enter")
    s.ser("1 fil er lagt på sagen.")


def test_uden_javascript(chromium: Browser, hus: Hus, tmp_path: Path) -> None:
    hus.site.sql(
        "UPDATE sager_modtagetfil SET tilstand = 'opgivet' WHERE tilstand NOT IN ('lagt', 'opgivet')"
    )
    filer = [tmp_path / "a 01.02.2026.pdf", tmp_path / "b 02.02.2026.pdf"]
    for nr, fil in enumerate(filer):
        fil.write_bytes(filerne.pdf(8 + nr))
    s = Skaerm(chromium, hus.site.adresse, js=False)
    s.log_ind(HVEM)
    s.gaa(f"{hus.site.aaben(BORGER)}dokumenter/ind/")
    s.indhold.get_by_label("Filer", exact=True).set_input_files(filer)
    s.tryk("Send filerne")
    s.ser("a 01.02.2026", "b 02.02.2026")
    for felt in s.indhold.locator("select.form-select").all():
        felt.select_option("andet")
    s.tryk("Læg på sagen")
    s.ser("2 filer er lagt på sagen.")
    s.omraade.close()
