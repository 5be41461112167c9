"""The meeting room without a line, in real Chromium: nothing typed is lost, and nothing is left for the next person."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.forloeb import servering
from tests.forloeb.conftest import ARBEJDER

pytestmark = pytest.mark.langsom
VAEK = "Forbindelsen er væk. Luk ikke siden: din tekst sendes, når forbindelsen er tilbage."
NAVN = "Søren Aagaard Lund"
AARSAG = "textarea[name=aarsag]"
INTET_ANDET_STED = """async () => [
    Object.keys(localStorage).length, (await indexedDB.databases()).length, (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length]"""
LAGER = "Object.entries(sessionStorage).filter(x => x[0].startsWith('rehabteam-rum:')).map(x => x[1])"


@dataclass
class Server:
    """A site that can be killed and started again on the same port."""

    database: str
    mappe: Path
    port: int
    program: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def adresse(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.program = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "rehabteam.opsaetning.wsgi:application"),
                *("--bind", f"127.0.0.1:{self.port}", "--workers", "1", "--log-level", "warning"),
                "--no-control-socket",
            ],
            env=servering.miljoe(self.database, self.mappe),
            cwd=servering.ROD,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(120):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.5)
        pytest.fail("Serveren kom ikke op.")

    def draeb(self) -> None:
        if self.program:
            self.program.terminate()
            self.program.wait(timeout=30)
            self.program = None


@pytest.fixture(scope="module")
def egen(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    mappe = tmp_path_factory.mktemp("linjen")
    (mappe / "dokumenter").symlink_to(demo / "dokumenter")
    (mappe / "statisk").symlink_to(demo / "statisk")
    with socket.create_server(("127.0.0.1", 0)) as stik:
        port = stik.getsockname()[1]
    with servering.kopi(demo, f"rehabteam_test_linjen_{ARBEJDER}") as database:
        server = Server(database, mappe, port)
        server.start()
        try:
            yield server
        finally:
            server.draeb()


@pytest.fixture
def fane(chromium: Browser, egen: Server) -> Iterator[Page]:
    omraade = chromium.new_context(base_url=egen.adresse, locale="da-DK")
    omraade.set_default_timeout(40_000)
    side = omraade.new_page()
    side.on("dialog", lambda d: d.accept())
    yield side
    omraade.close()


def log_ind(side: Page, brugernavn: str) -> None:
    side.goto("/log-ind/")
    side.fill("input[name=username]", brugernavn)
    side.fill("input[name=password]", servering.ADGANGSKODE)
    side.press("input[name=password]", "Enter")
    side.wait_for_url(lambda url: "/log-ind/" not in url)


def i_rummet(side: Page) -> str:
    side.goto("/moeder/")
    side.click("text=Torsdag 11. juni 2026")
    side.locator("tr", has_text=NAVN).get_by_text("Hold mødet").click()
    expect(side.locator("h1")).to_have_text("Søren")
    return side.url


def er_vaek(side: Page) -> None:
    expect(side.locator("[data-forbindelse]")).to_be_visible(timeout=30_000)
    assert side.locator("[data-forbindelse]").inner_text() == VAEK


def er_sendt(side: Page) -> None:
    expect(side.locator("[data-rum-besked]")).to_have_text(
        "Det, du skrev, er nu sendt og gemt.", timeout=60_000
    )
    assert side.evaluate(LAGER) == []


def linje(side: Page) -> BrowserContext:
    return side.context


def test_uden_net_beholdes_det_skrevne_og_sendes_naar_linjen_er_tilbage(fane: Page) -> None:
    log_ind(fane, "karsten.nordby")
    rum = i_rummet(fane)
    linje(fane).set_offline(True)
    fane.fill(AARSAG, "Skrevet uden linje.")
    fane.get_by_label("Begynder").first.fill("15.06.2026")
    fane.get_by_label("Indsats 1").first.fill("Praktik")
    er_vaek(fane)
    fane.locator(".moedefod button[value=gem]").click()
    er_vaek(fane)
    assert fane.url == rum and fane.input_value(AARSAG) == "Skrevet uden linje."
    linje(fane).set_offline(False)
    er_sendt(fane)
    fane.reload()
    assert fane.input_value(AARSAG) == "Skrevet uden linje."
    assert fane.get_by_label("Begynder").first.input_value() == "15.06.2026"
    assert fane.evaluate(f"({INTET_ANDET_STED})()") == [0, 0, 0, 0]


def test_serveren_doer_og_kommer_igen(fane: Page, egen: Server) -> None:
    log_ind(fane, "karsten.nordby")
    i_rummet(fane)
    egen.draeb()
    fane.fill(AARSAG, "Skrevet, mens serveren var nede.")
    fane.locator(".moedefod button[value=gem]").click()
    er_vaek(fane)
    assert len(fane.evaluate(LAGER)) == 1
    egen.start()
    er_sendt(fane)
    fane.reload()
    assert fane.input_value(AARSAG) == "Skrevet, mens serveren var nede."


def test_en_genindlaesning_henter_teksten_frem(fane: Page) -> None:
    log_ind(fane, "karsten.nordby")
    i_rummet(fane)
    fane.fill(AARSAG, "Ikke gemt endnu.")
    fane.get_by_label("Begynder").nth(1).fill("22.06.2026")
    fane.get_by_label("Indsats 2").first.fill("Genoptræning")
    fane.reload()
    er_sendt(fane)
    assert fane.input_value(AARSAG) == "Ikke gemt endnu."
    assert fane.get_by_label("Begynder").nth(1).input_value() == "22.06.2026"
    fane.reload()
    assert fane.get_by_label("Begynder").nth(1).input_value() == "22.06.2026"


def test_sent_sendt_moeder_den_andens_tekst(fane: Page, chromium: Browser, egen: Server) -> None:
    log_ind(fane, "karsten.nordby")
    rum = i_rummet(fane)
    anden = chromium.new_context(base_url=egen.adresse)
    kollega = anden.new_page()
    log_ind(kollega, "karsten.nordby")
    linje(fane).set_offline(True)
    fane.fill(AARSAG, "Min tekst.")
    er_vaek(fane)
    kollega.goto(rum)
    kollega.fill(AARSAG, "Den andens tekst.")
    with kollega.expect_navigation():
        kollega.locator(".moedefod button[value=gem]").click()
    anden.close()
    linje(fane).set_offline(False)
    expect(fane.locator(".deres").first).to_contain_text("Den andens tekst.", timeout=60_000)
    assert fane.input_value(AARSAG) == "Min tekst."
    with fane.expect_navigation():
        fane.locator(".moedefod button[value=gem]").click()
    assert fane.input_value(AARSAG) == "Min tekst."
    assert fane.evaluate(LAGER) == []


def test_log_ud_og_den_naeste_ser_intet(fane: Page) -> None:
    log_ind(fane, "karsten.nordby")
    rum = i_rummet(fane)
    fane.fill(AARSAG, "Kladde, som ingen må se.")
    assert "Kladde, som ingen må se." in fane.evaluate(LAGER)[0]
    fane.locator("details.brugermenu summary").click()
    fane.locator("details.brugermenu button", has_text="Log ud").click()
    fane.wait_for_url("**/log-ind/**")
    assert fane.evaluate(LAGER) == []
    assert fane.evaluate(f"({INTET_ANDET_STED})()") == [0, 0, 0, 0]
    # Without logging out: the cookie is gone, and another person logs in in the same tab.
    log_ind(fane, "karsten.nordby")
    fane.goto(rum)
    fane.fill(AARSAG, "Efterladt i fanen.")
    linje(fane).clear_cookies()
    log_ind(fane, "mette.nordby")
    assert fane.evaluate(LAGER) == []
    fane.goto(rum)
    assert "Efterladt i fanen." not in fane.content()
    # And back again: she who left it does not find it either, for it was another's turn in between.
    linje(fane).clear_cookies()
    log_ind(fane, "karsten.nordby")
    fane.goto(rum)
    assert "Efterladt i fanen." not in fane.content() and fane.input_value(AARSAG) != "Efterladt i fanen."


def test_det_gemte_bliver_ikke_i_fanen(fane: Page) -> None:
    """Saved and left for another page: the tab keeps nothing of it."""
    log_ind(fane, "karsten.nordby")
    i_rummet(fane)
    fane.fill(AARSAG, "Gemt, og væk fra fanen.")
    with fane.expect_navigation():
        fane.locator(".moedefod button[value=gem]").click()
    fane.goto("/moeder/")
    assert fane.evaluate(LAGER) == []
