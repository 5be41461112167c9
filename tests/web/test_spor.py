"""Every page of every role: who is shown is logged, nothing may be kept or framed, and no address leads astray."""

import re
from collections.abc import Iterator

import pytest
from django.http import HttpResponse

from rehabteam.dokumenter.omdan import tilstand
from tests.web.scene import Scene


def galt_med_hovederne(svar: HttpResponse) -> Iterator[str]:
    csp = svar.get("Content-Security-Policy", "")
    if "default-src" not in csp or "frame-ancestors" not in csp:
        yield "CSP mangler"
    if re.search(r"script-src[^;]*unsafe|unsafe-eval|default-src[^;]*unsafe", csp):
        yield f"CSP tillader for meget: {csp}"
    if svar.get("X-Content-Type-Options") != "nosniff":
        yield "nosniff mangler"
    if svar.get("X-Frame-Options") not in ("DENY", "SAMEORIGIN"):
        yield "X-Frame-Options mangler"
    if svar.get("Referrer-Policy") != "same-origin":
        yield "Referrer-Policy mangler"
    if "no-store" not in svar.get("Cache-Control", ""):
        yield f"kan gemmes af browseren: {svar.get('Cache-Control')}"


def test_hver_side_har_sine_hoveder(scene: Scene) -> None:
    galt = set()
    for side in scene.sider:
        galt |= {f"{side.rute.name} {side.svar.status_code}: {g}" for g in galt_med_hovederne(side.svar)}
    assert not galt, "\n".join(sorted(galt))


def test_den_der_vises_staar_i_loggen(scene: Scene) -> None:
    """Where a citizen's name stands on a page, the row of the access log names that citizen."""
    galt = set()
    for side in scene.sider:
        if side.svar.status_code >= 400:
            continue
        spor, krop = side.svar.wsgi_request.spor, side.html
        for navn, borger_id in scene.borgere.items():
            if navn.split()[0] in krop and borger_id not in spor.borgere:
                galt.add(f"{side.rute.name} ({side.hvem.rolle}) viser {navn} uden spor")
        if side.rute.callback.ret and not spor.skrevet:
            galt.add(f"{side.rute.name}: intet spor")
    assert not galt, "\n".join(sorted(galt))


def test_ingen_side_er_en_serverfejl(scene: Scene) -> None:
    fejl = {(s.rute.name, s.svar.status_code) for s in scene.sider if s.svar.status_code >= 500}
    # Where no wall can be built, no page is drawn: it says so, and keeps its place.
    assert fejl <= ({("sidebillede", 503)} if tilstand.mangler() else set())


def test_ingen_scripts_eller_stil_i_siden(scene: Scene) -> None:
    """The CSP would stop them; a page that has them is broken."""
    galt = set()
    for side in scene.sider:
        if fund := re.search(
            r"<script(?![^>]* src=)[^>]*>|\son\w+=\"|<[^>]+\sstyle=\"|javascript:", side.html
        ):
            galt.add(f"{side.rute.name}: {side.html[fund.start() : fund.end() + 40]}")
    assert not galt, "\n".join(sorted(galt))


NAVNE = (
    *("hvem", "alle", "vis", "dokument", "pr", "raekker", "tillaeg", "slags", "hent", "next", "som"),
    *("flere", "mangler", "alle_opslag"),
)
VAERDIER = {
    "nul": "%00",
    "html": "%22%3E%3Cimg+src=x%3E",
    "ude": "//ond.example",
    "script": "javascript:alert(1)",
    "tal": "99999999999999999999",
    "hævet to": "%C2%B2",
    "ikke utf-8": "%ff%fe",
    "år 1": "0001-01-01",
    "år 9999": "9999-12-31",
    "ingen dag": "31.02.2026",
}


@pytest.mark.parametrize(
    "navn", [n if n == "html" else pytest.param(n, marks=pytest.mark.langsom) for n in VAERDIER]
)
def test_det_der_staar_efter_spoergsmaalstegnet(scene: Scene, navn: str) -> None:
    galt = set()
    led = "&".join(f"{n}={VAERDIER[navn]}" for n in NAVNE)
    for side in {s.rute.name: s for s in scene.sider if s.svar.status_code == 200}.values():
        svar = scene.hent(side.hvem, f"{side.adresse}?{led}")
        krop = svar.content.decode("utf-8", "replace") if "html" in svar["Content-Type"] else ""
        if svar.status_code >= 500 or re.search(r"<img src=x|(href|action)=\"(//ond|javascript)", krop):
            galt.add(f"{side.rute.name}: {svar.status_code}")
    assert not galt, sorted(galt)


def test_tre_tusind_led_er_for_mange(scene: Scene) -> None:
    svar = scene.hent(scene.v.sagsbehandler, "/mit-arbejde/?" + "&".join(f"a{n}=1" for n in range(3000)))
    assert svar.status_code == 400
    assert "Vi kunne ikke læse det, du sendte" in svar.content.decode()
