"""The page with every block in a real browser: accessible, within 320 px, and whole without JavaScript."""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Page, sync_playwright

from tests.web.byggesten.test_smaa_blokke import side

KRAV = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}}
CSP = "default-src 'self'; img-src 'self' data:"


@pytest.fixture(scope="module")
def adresse() -> Iterator[str]:
    """Serves the page and its static files, and nothing else, under the site's own content policy."""
    html = side().encode()

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            fil = finders.find(self.path.removeprefix(settings.STATIC_URL)) if self.path != "/" else None
            indhold = html if self.path == "/" else Path(fil).read_bytes() if fil else None
            self.send_response(200 if indhold is not None else 404)
            slags = "text/html; charset=utf-8" if self.path == "/" else mimetypes.guess_type(self.path)[0]
            self.send_header("Content-Type", slags or "application/octet-stream")
            self.send_header("Content-Security-Policy", CSP)
            self.end_headers()
            self.wfile.write(indhold or b"")

        def log_message(self, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as p:
        chromium = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield chromium
        chromium.close()


def aabn(browser: Browser, adresse: str, bredde: int, *, js: bool = True) -> tuple[Page, list[str]]:
    kontekst = browser.new_context(
        viewport={"width": bredde, "height": 900}, java_script_enabled=js, locale="da-DK"
    )
    side = kontekst.new_page()
    klager: list[str] = []
    side.on("console", lambda m: klager.append(m.text) if m.type in ("error", "warning") else None)
    side.on("pageerror", lambda e: klager.append(str(e)))
    side.goto(adresse)
    side.wait_for_load_state("networkidle")
    return side, klager


@pytest.mark.parametrize("bredde", [320, 768, 1280])
def test_tilgaengelig_og_uden_vandret_rul(browser: Browser, adresse: str, bredde: int) -> None:
    side, klager = aabn(browser, adresse, bredde)
    svar = Axe().run(side, options=KRAV)
    assert svar.violations_count == 0, svar.generate_report()
    assert side.evaluate("document.documentElement.scrollWidth") <= bredde
    assert klager == [], "siden klager i konsollen (CSP, manglende fil, scriptfejl)"
    side.context.close()


def test_menuen_aabnes_og_lukkes_med_tastaturet(browser: Browser, adresse: str) -> None:
    side, _ = aabn(browser, adresse, 320)
    menu = side.locator("details.top__smal")
    menu.locator("> summary").focus()
    side.keyboard.press("Enter")
    assert menu.get_by_role("button", name="Log ud").is_visible()
    assert Axe().run(side, options=KRAV).violations_count == 0
    side.keyboard.press("Escape")
    assert not menu.get_by_role("button", name="Log ud").is_visible()
    assert side.evaluate("document.activeElement.tagName") == "SUMMARY"
    side.context.close()


def test_springlinket_er_foerst_og_foerer_til_indholdet(browser: Browser, adresse: str) -> None:
    side, _ = aabn(browser, adresse, 1280, js=False)
    side.keyboard.press("Tab")
    link = side.locator("a.skipnav")
    assert link.evaluate("e => e === document.activeElement && e.getBoundingClientRect().top >= 0")
    side.keyboard.press("Enter")
    side.keyboard.press("Tab")
    assert side.evaluate("document.querySelector('#indhold').contains(document.activeElement)")
    side.context.close()


@pytest.mark.parametrize(("bredde", "udgave"), [(320, "smal"), (768, "mellem"), (1280, "bred")])
def test_en_udgave_af_tidslinjen_ad_gangen_og_laeselig(
    browser: Browser, adresse: str, bredde: int, udgave: str
) -> None:
    side, _ = aabn(browser, adresse, bredde, js=False)
    foerste = side.locator(".tidslinje").first
    synlige = [s for s in foerste.locator("svg").all() if s.is_visible()]
    assert [s.get_attribute("class") for s in synlige] == [f"tl--{udgave}"]
    ramme = synlige[0].bounding_box()
    assert ramme is not None
    # The smallest type is 13.4 units; on the screen it must not fall below 13 px.
    enhed = ramme["width"] / float((synlige[0].get_attribute("viewBox") or "").split()[2])
    assert 13.4 * enhed >= 13
    side.context.close()


def test_teksterne_fylder_ikke_mere_end_beregnet(browser: Browser, adresse: str) -> None:
    """The labels' places rest on estimated widths, so the estimate must hold in the real typeface."""
    side, _ = aabn(browser, adresse, 1280)
    side.evaluate("document.fonts.ready")
    for svg in side.locator(".tidslinje svg.tl--bred").all():
        kasser = svg.evaluate(
            """s => [...s.querySelectorAll("text")].map(t => {
                const b = t.getBBox();
                return [t.textContent, b.x, b.y, b.width, b.height];
            })"""
        )
        for nr, (tekst, x, y, b, h) in enumerate(kasser):
            for anden, x2, y2, b2, h2 in kasser[nr + 1 :]:
                # The box is as high as the line; the letters take up the middle of it.
                oven_i = (
                    x < x2 + b2
                    and x2 < x + b
                    and y + h * 0.25 < y2 + h2 * 0.75
                    and y2 + h2 * 0.25 < y + h * 0.75
                )
                assert not oven_i, (tekst, anden)
    side.context.close()
