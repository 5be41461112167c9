"""Redaction by hand in a real browser: mouse, pen and finger draw the same area; a finger that scrolls draws nothing."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse
from playwright.sync_api import CDPSession, Page, Route, sync_playwright

from tests.handlinger.test_overstregning import dokument_paa
from tests.verden import Verden

pytestmark = pytest.mark.langsom
STED = "http://127.0.0.1/"
INTET = b'<svg xmlns="http://www.w3.org/2000/svg" width="1100" height="1556"/>'
Punkt = tuple[float, float]


class Ark:
    """The real page with the real script, and what it sends; nothing behind it. Points are fractions of the sheet."""

    def __init__(self, side: Page) -> None:
        self.side, self.sendt = side, list[tuple[float, ...]]()
        self.cdp: CDPSession = side.context.new_cdp_session(side)

    def svar(self, html: str, rute: Route) -> None:
        sti = rute.request.url.removeprefix(STED.rstrip("/"))
        if rute.request.method == "POST":
            felter = parse_qs(rute.request.post_data or "")
            navne = ("venstre", "top", "bredde", "hoejde")
            self.sendt.append(tuple(float(felter[n][0].replace(",", ".")) for n in navne))
        if sti.startswith(settings.STATIC_URL):
            fil = finders.find(sti.removeprefix(settings.STATIC_URL))
            rute.fulfill(body=Path(str(fil)).read_bytes(), content_type=mimetypes.guess_type(sti)[0])
        elif "/side/" in sti:
            rute.fulfill(body=INTET, content_type="image/svg+xml")
        else:
            rute.fulfill(body=html, content_type="text/html; charset=utf-8")

    def paa(self, punkt: Punkt) -> Punkt:
        """On the screen."""
        kasse = self.side.locator("[data-tegn]").bounding_box()
        assert kasse
        return kasse["x"] + punkt[0] * kasse["width"], kasse["y"] + punkt[1] * kasse["height"]

    def finger(self, *vej: Punkt) -> None:
        for nr, (x, y) in enumerate(map(self.paa, vej)):
            self._roer("touchMove" if nr else "touchStart", (x, y))
            self.side.wait_for_timeout(20)
        self._roer("touchEnd")
        self.side.wait_for_timeout(500)

    def fingre(self) -> None:
        """Two, drawn apart."""
        x, y = self.paa((0.4, 0.1))
        self._roer("touchStart", (x, y))
        for nr in range(8):
            self._roer("touchMove" if nr else "touchStart", (x - 5 * nr, y), (x + 60 + 10 * nr, y + 60))
            self.side.wait_for_timeout(20)
        self._roer("touchEnd")
        self.side.wait_for_timeout(500)

    def _roer(self, hvad: str, *punkter: Punkt) -> None:
        fingre: list[dict[str, Any]] = [{"x": x, "y": y, "id": nr} for nr, (x, y) in enumerate(punkter)]
        self.cdp.send("Input.dispatchTouchEvent", {"type": hvad, "touchPoints": fingre})

    def pen(self, *vej: Punkt) -> None:
        punkter = [self.paa(p) for p in vej]
        self._pen("mouseMoved", punkter[0], 0)
        self._pen("mousePressed", punkter[0], 1)
        for p in punkter[1:]:
            self._pen("mouseMoved", p, 1)
        self._pen("mouseReleased", punkter[-1], 0)
        self.side.wait_for_timeout(500)

    def _pen(self, hvad: str, punkt: Punkt, nede: int) -> None:
        knap = "none" if hvad == "mouseMoved" and not nede else "left"
        self.cdp.send(
            "Input.dispatchMouseEvent",
            {
                "type": hvad,
                "x": punkt[0],
                "y": punkt[1],
                "button": knap,
                "buttons": nede,
                "pointerType": "pen",
                "clickCount": 0 if hvad == "mouseMoved" else 1,
            },
        )


@pytest.fixture
def html(verden: Verden) -> str:
    sag, d = dokument_paa(verden)
    svar = verden.klient(verden.sagsbehandler).get(reverse("web:overstreg", args=[sag.id, d.id]))
    return str(svar.content.decode())


@pytest.fixture(params=[1280, 320])
def ark(request: pytest.FixtureRequest, html: str) -> Iterator[Ark]:
    with sync_playwright() as p:
        chromium = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        side = chromium.new_page(viewport={"width": request.param, "height": 700}, has_touch=True)
        ark = Ark(side)
        side.route("**/*", lambda rute: ark.svar(html, rute))
        side.goto(STED)
        side.locator("[data-tegn]").evaluate("e => e.scrollIntoView()")
        yield ark
        chromium.close()


TRAEK = ((0.1, 0.1), (0.3, 0.2), (0.5, 0.3))
OMTRENT = pytest.approx((10, 10, 40, 20), abs=1.5)


def test_finger_pen_og_to_tryk_giver_det_samme_felt(ark: Ark) -> None:
    foer = ark.side.evaluate("scrollY")
    ark.finger((0.5, 0.35), (0.5, 0.25), (0.5, 0.1))
    assert ark.sendt == [] and ark.side.evaluate("scrollY") > foer  # it scrolls, and draws nothing
    knap = ark.side.get_by_role("button", name="Tegn felter med fingeren")
    knap.click()
    assert knap.get_attribute("aria-pressed") == "true"
    ark.side.locator("[data-tegn]").evaluate("e => e.scrollIntoView()")
    ark.finger(*TRAEK)
    assert ark.sendt.pop() == OMTRENT
    # It is remembered over the page that comes after a mark.
    assert knap.get_attribute("aria-pressed") == "true"
    ark.finger(TRAEK[0])
    assert not ark.sendt
    ark.finger(TRAEK[-1])
    assert ark.sendt.pop() == OMTRENT
    ark.fingre()
    assert not ark.sendt and ark.side.evaluate("visualViewport.scale") > 1


def test_pennen_tegner_uden_knap_og_musen_med_to_tryk(ark: Ark) -> None:
    ark.pen(*TRAEK)
    assert ark.sendt.pop() == OMTRENT
    for punkt in (TRAEK[0], TRAEK[-1]):
        ark.side.mouse.click(*ark.paa(punkt))
    ark.side.wait_for_timeout(500)
    assert ark.sendt.pop() == OMTRENT
    ark.side.mouse.click(*ark.paa(TRAEK[0]))
    ark.side.keyboard.press("Escape")
    assert ark.side.input_value("input[name=venstre]") == ""
    ark.side.mouse.click(*ark.paa(TRAEK[-1]))
    assert not ark.sendt
