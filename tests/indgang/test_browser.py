"""In a real browser: the cookies, the policy of what a page may do, and the way out and back between two sites.

Our site is `localhost` and the provider `127.0.0.1`: to a browser they are two different sites, as in real life.
"""

import os
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from tests.conftest import DATABASE
from tests.forloeb.servering import miljoe
from tests.indgang import noegler
from tests.indgang.openid import ledig_port
from tests.indgang.roller import SYSTEM, attributter, liste
from tests.indgang.simplesaml import ENTITET, KODE, Simplesaml, kraev
from tests.indgang.sted import Sted

pytestmark = pytest.mark.langsom

TOML = """
adresse = "{side}"
system = "{system}"
[[saml]]
id = "proeve"
navn = "Prøve Login"
udsteder = "{entitet}"
metadata = "idp.xml"
noegle = "vores.key"
certifikat = "vores.crt"
cvr = ["{kommune}", "{region}"]
"""


@dataclass
class Opstilling:
    side: str
    idp: Simplesaml
    sted: Sted

    def person(self, *grupper: tuple[str, list[str]], loa: str = "Substantial") -> str:
        navn, hvem = f"p{uuid.uuid4().hex[:8]}", str(uuid.uuid4())
        self.idp.brugere({navn: attributter(hvem, "Sanne Sagsbehandler", liste(*grupper), loa)})
        return navn


@pytest.fixture(params=["http", "https"])
def opstilling(request: pytest.FixtureRequest, sted: Sted, tmp_path: Path) -> Iterator[Opstilling]:
    """The site as gunicorn serves it; "https" is as behind a proxy that ends TLS, with Secure cookies."""
    kraev()
    port = ledig_port()
    # Without TLS a cookie may not come along from another site, so there both parties are on one.
    side = f"http://{'localhost' if request.param == 'https' else '127.0.0.1'}:{port}"
    for navn in ("idp", "vores"):
        noegler.lav(tmp_path, navn)
    idp = Simplesaml(tmp_path, SYSTEM, side)
    fil = tmp_path / "indgange.toml"
    fil.write_text(
        TOML.format(side=side, system=SYSTEM, entitet=ENTITET, kommune=sted.kommune, region=sted.region),
        "utf-8",
    )
    env = miljoe(DATABASE, tmp_path) | {
        "REHABTEAM_HEMMELIG": "hemmelighed-kun-til-proever-paa-egen-maskine",
        "REHABTEAM_DEMO": "0",
        "REHABTEAM_INDGANGE": str(fil),
        "REHABTEAM_HTTPS": "1" if request.param == "https" else "0",
    }
    del env["REHABTEAM_STATISK"]
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "django.core.wsgi:get_wsgi_application()"),
            *(
                "-b",
                f"127.0.0.1:{port}",
                "--worker-class",
                "gthread",
                "--threads",
                "4",
                "--no-control-socket",
            ),
        ],
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=(tmp_path / "server.log").open("w"),
        start_new_session=True,
    )
    for _ in range(150):
        try:
            requests.get(f"{side}/log-ind/", headers={"X-Forwarded-Proto": "https"}, timeout=20)
            break
        except requests.ConnectionError:
            time.sleep(0.1)
    yield Opstilling(side, idp, sted)
    server.terminate()
    server.wait(20)
    idp.stop()


@pytest.fixture
def skaerm(opstilling: Opstilling) -> Iterator[Page]:
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        sikker = "localhost" in opstilling.side
        kontekst = browser.new_context()
        if sikker:  # what the proxy adds, to our site alone
            kontekst.route(
                f"{opstilling.side}/**",
                lambda r: r.continue_(headers=r.request.headers | {"x-forwarded-proto": "https"}),
            )
        side = kontekst.new_page()
        side.set_default_timeout(30_000)
        yield side
        browser.close()


def _ved_idp(skaerm: Page, navn: str) -> None:
    skaerm.fill("input[name=username]", navn)
    skaerm.fill("input[name=password]", KODE)
    skaerm.press("input[name=password]", "Enter")


def _tilgaengelig(skaerm: Page) -> None:
    for bredde in (1280, 320):
        skaerm.set_viewport_size({"width": bredde, "height": 800})
        fund = Axe().run(skaerm).response["violations"]
        assert fund == [], [f["id"] for f in fund]
        assert skaerm.evaluate("document.documentElement.scrollWidth") <= bredde
        if mappe := os.environ.get("REHABTEAM_BILLEDER"):
            navn = skaerm.title().split(" –")[0].replace(" ", "-").lower()
            skaerm.screenshot(path=f"{mappe}/{navn}-{bredde}.png", full_page=True)


def test_ind_og_ud_i_en_rigtig_browser(opstilling: Opstilling, skaerm: Page) -> None:
    o = opstilling
    navn = o.person((o.sted.kommune, ["sagsbehandler"]))
    skaerm.goto(f"{o.side}/log-ind/?next=/hjaelp/")
    _tilgaengelig(skaerm)
    skaerm.click("text=Log ind med Prøve Login")
    _ved_idp(skaerm, navn)
    skaerm.wait_for_url(f"{o.side}/hjaelp/")
    skaerm.goto(f"{o.side}/mit-arbejde/")
    assert skaerm.locator("text=Sanne Sagsbehandler").count()
    if "localhost" in o.side:
        return  # the form of logging out asks where it was sent from, and our stand-in for TLS cannot say https
    skaerm.set_viewport_size({"width": 1280, "height": 800})
    skaerm.click(".brugermenu summary")
    skaerm.click(".brugermenu button:has-text('Log ud')")
    skaerm.wait_for_url(f"{o.side}/log-ind/saml/proeve/log-ud/**")
    assert "Du er logget ud" in skaerm.content()
    _tilgaengelig(skaerm)
    skaerm.goto(f"{o.side}/mit-arbejde/")
    assert "/log-ind/" in skaerm.url
    skaerm.click("text=Log ind med Prøve Login")
    skaerm.wait_for_selector("input[name=username]")
    assert skaerm.locator("input[name=username]").count(), "udbyderen kender hende heller ikke mere"


def test_to_roller_og_en_for_lav(opstilling: Opstilling, skaerm: Page) -> None:
    o = opstilling
    if "localhost" in o.side:
        pytest.skip("formularer prøves uden vores stedfortræder for TLS")
    navn = o.person((o.sted.kommune, ["sagsbehandler", "teamleder"]), (o.sted.region, ["sekretariat"]))
    skaerm.goto(f"{o.side}/log-ind/")
    skaerm.click("text=Log ind med Prøve Login")
    _ved_idp(skaerm, navn)
    skaerm.wait_for_url(f"{o.side}/log-ind/rolle/")
    _tilgaengelig(skaerm)
    skaerm.click("button:has-text('Sekretariat')")
    skaerm.wait_for_url(f"{o.side}/indbakke/")
    skaerm.context.clear_cookies()
    lav = o.person((o.sted.kommune, ["sagsbehandler"]), loa="Low")
    skaerm.goto(f"{o.side}/log-ind/")
    skaerm.click("text=Log ind med Prøve Login")
    _ved_idp(skaerm, lav)
    skaerm.wait_for_selector("text=højere sikringsniveau")
    _tilgaengelig(skaerm)
