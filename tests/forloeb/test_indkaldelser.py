"""Invitations and one's own meetings in the browser: asked, moved, told anew; read, and a note nobody else sees."""

from __future__ import annotations

import pytest

from tests.forloeb.servering import Site
from tests.forloeb.skaerm import Aabn
from tests.indkaldelse import ical

pytestmark = pytest.mark.langsom
NAVN = "Gitte Malling Frandsen-Hjortshøj"


@pytest.mark.parametrize("js", [True, False], ids=["med_js", "uden_js"])
def test_et_moede_indkaldes_og_laeses_til(aabn: Aabn, site: Site, js: bool) -> None:
    s = aabn("mette.nordby", js=js)
    sagen = site.sag(NAVN)
    s.gaa(sagen)
    s.foelg("Indkaldelser")
    s.ser("Digital Post er ikke koblet på", "Ikke indkaldt")
    raekke = s.side.locator("tr", has_text="Sagsbehandleren")
    if raekke.locator("button", has_text="Lav kalenderfilen").count():  # the story runs twice on one demo
        s.klik(raekke.locator("button", has_text="Lav kalenderfilen"))
        s.ser("Kalenderfilen er lavet")
    s.efterse("indkaldelser på en sag")
    fil = s.side.locator("tr", has_text="Sagsbehandleren").get_by_role("link").get_attribute("href")
    assert fil is not None
    kalender = ical.laes(s.omraade.request.get(fil).body())
    assert kalender["METHOD"] == "REQUEST" and "Gitte" not in str(kalender)
    s.gaa(sagen + "indkaldelser/bisidder/")
    s.skriv("Bisidderens navn", "")
    s.tryk("Lav brevet")
    s.ser("Skriv bisidderens navn.")
    s.efterse("bisidder uden navn")

    m = aabn("inger.nordby", js=js)
    m.gaa("/mine-moeder/")
    m.ser("Mine møder", NAVN)
    m.efterse("mine møder")
    m.klik(m.side.locator("tr", has_text=NAVN).get_by_role("link", name="Læs til mødet"))
    m.skriv("Dine egne noter", "Spørg om transporten.")
    m.tryk("Gem noten")
    m.ser("Noten er gemt. Kun du kan se den.")
    m.efterse("læs til mødet")
    s.gaa(m.side.url.removeprefix(s.adresse))
    assert "transporten" not in s.side.content()
    m.tryk("Slet noten")
    m.ser("Noten er slettet.")
