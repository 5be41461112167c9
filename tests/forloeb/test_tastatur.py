"""The keyboard alone: the way to the work, the order of the pages, and a focus that is seen all the way."""

from __future__ import annotations

import pytest

from tests.forloeb.servering import ADGANGSKODE, Site
from tests.forloeb.skaerm import Aabn, Skaerm
from tests.forloeb.tastatur import FOKUS, set_


def gaa_igennem(s: Skaerm, hoejst: int = 120) -> list[str]:
    """Press Tab until the content ends; every stop must be seen. Returns the names in order."""
    navne: list[str] = []
    s.side.keyboard.press("Tab")
    assert s.side.evaluate(FOKUS)["navn"] == "Gå til indholdet"
    s.side.keyboard.press("Enter")
    for _ in range(hoejst):
        s.side.keyboard.press("Tab")
        her = s.side.evaluate(FOKUS)
        if not her["inde"]:
            break
        set_(her)
        assert not her["svg"], "billedet tager fokus"
        navne.append(her["navn"])
    assert navne, "der er intet at komme til i indholdet"
    return navne


def i_den_orden(navne: list[str], *oenskede: str) -> None:
    fra = 0
    for oensket in oenskede:
        rest = [nr for nr, navn in enumerate(navne[fra:], start=fra) if oensket in navn]
        assert rest, f"»{oensket}« kommer ikke efter »{navne[fra - 1] if fra else 'begyndelsen'}« i {navne}"
        fra = rest[0] + 1


def test_fra_login_til_genoptag_sag_uden_mus(aabn: Aabn) -> None:
    s = aabn()
    s.gaa("/log-ind/")
    s.side.keyboard.press("Tab")
    s.side.keyboard.press("Enter")
    for tekst in ("mette.nordby", ADGANGSKODE):
        s.side.keyboard.press("Tab")
        s.side.keyboard.type(tekst)
    with s.side.expect_navigation():
        s.side.keyboard.press("Enter")
    assert s.h1 == "Mit arbejde"
    for _ in range(24):
        s.side.keyboard.press("Tab")
        if s.side.evaluate(FOKUS)["navn"].startswith("Genoptag sag"):
            break
    with s.side.expect_navigation():
        s.side.keyboard.press("Enter")
    assert s.h1 == "Genoptag sag"


def test_mit_arbejdes_orden(aabn: Aabn) -> None:
    navne = gaa_igennem(aabn("mette.nordby"))
    i_den_orden(
        navne,
        *("Birgitte Holm Andresen", "Genoptag sag", "Amira Al-Hassan", "Registrér start: Amira Al-Hassan"),
        *("Yusuf Demir", "Åbn sag: Yusuf Demir"),
    )


def test_forloebets_orden(aabn: Aabn, site: Site) -> None:
    s = aabn("mette.nordby")
    s.gaa(site.forloeb("Birgitte Holm Andresen"))
    i_den_orden(
        gaa_igennem(s),
        *("§ 17, stk. 1", "Genoptag sag", "Registrér oplysning", "Tilføj indsats", "Registrér start"),
    )


def test_sagens_orden(aabn: Aabn, site: Site) -> None:
    s = aabn("mette.nordby")
    s.gaa(site.sag("Søren Aagaard Lund"))
    i_den_orden(gaa_igennem(s), "Åbn alle dokumenter", "Overblik", "Historik", "Skriv resumé", "Flyt mødet")


@pytest.mark.parametrize(
    ("hvem", "sti"),
    [
        ("pia.region", "/indbakke/"),
        pytest.param("lone.region", "/mine-sager/", marks=pytest.mark.langsom),
        pytest.param("karsten.nordby", "/moeder/", marks=pytest.mark.langsom),
    ],
)
def test_fokus_ses_hele_vejen(aabn: Aabn, hvem: str, sti: str) -> None:
    s = aabn(hvem)
    s.gaa(sti)
    gaa_igennem(s)


def test_fokus_ses_i_moedet_paa_en_lille_skaerm(aabn: Aabn, site: Site) -> None:
    """The foot of the meeting stays in sight; it must not cover what has focus."""
    s = aabn("karsten.nordby")
    s.side.set_viewport_size({"width": 320, "height": 640})
    s.gaa(site.sag("Yusuf Demir") + "moede/rum/")
    gaa_igennem(s)


def test_fejl_i_en_formular_faar_fokus(aabn: Aabn, site: Site) -> None:
    s = aabn("mette.nordby")
    s.gaa(site.forloeb("Birgitte Holm Andresen") + "periode/ny/")
    s.tryk("Gem oplysningen")
    assert s.side.evaluate("!!document.activeElement.closest('.alert, .error-summary, [role=alert]')")
