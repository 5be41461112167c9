"""A day of the unit in the browser: choose a list, search, write to a colleague, be reminded, hand over."""

from __future__ import annotations

import pytest

from tests.forloeb.servering import Site
from tests.forloeb.skaerm import Aabn

pytestmark = pytest.mark.langsom
NAVN = "Gitte Malling Frandsen-Hjortshøj"
LANGT = "Aftale om at vende tilbage " + "arbejdsevnevurderingsforløbskoordinering" * 3


@pytest.mark.parametrize("js", [True, False], ids=["med_js", "uden_js"])
def test_en_dag_i_enheden(aabn: Aabn, site: Site, js: bool) -> None:
    s = aabn("mette.nordby", js=js)
    s.gaa("/mit-arbejde/")
    s.tryk("Enhedens")
    s.ser("Jonas Tvilling Brandt")
    s.side.locator("details.filtre summary").click()
    s.vaelg("Rækkefølge", "Navn, A til Å")
    s.tryk("Vis")
    assert "orden=navn" in s.side.url
    s.efterse("enhedens liste efter navn")
    s.gaa("/mit-arbejde/")
    s.ser("Filter: A til Å")
    s.tryk("Mine")
    s.gaa(site.sag(NAVN) + "noter/")
    s.tryk("Gem noten")
    s.ser("Skriv noten.")
    s.skriv("Ny note", "@Bodil Hessellund, vil du læse den? " + LANGT)
    s.tryk("Gem noten")
    s.ser("Noten er skrevet.", "vil du læse den?")
    s.efterse("noter med et langt ord")
    s.foelg("Sæt påmindelse")
    s.tryk("Sæt påmindelsen")
    s.ser("Skriv, hvad du vil mindes om.")
    s.efterse("påmindelse med fejl")
    s.skriv("Hvilken dag?", "27.05.2026")
    s.skriv("Hvad vil du mindes om?", LANGT)
    s.tryk("Sæt påmindelsen")
    s.ser("Påmindelsen er sat.")
    s.gaa("/kalender/")
    s.ser("Onsdag 27. maj 2026 · i dag", "Din påmindelse")
    s.efterse("kalender")
    s.foelg("Uge")
    s.ser("Uge 22")
    s.gaa("/paamindelser/")
    s.tryk("Luk")
    s.ser("Påmindelsen er lukket.")
    s.efterse("påmindelser")
    leder = aabn("bodil.nordby", js=js)
    leder.gaa("/mit-arbejde/")
    leder.ser("Mette Overgaard skriver til dig", NAVN)
    leder.foelg("Hvem har hvad")
    leder.efterse("hvem har hvad")
    leder.gaa(leder.adresse_paa("Overdrag fra Samira Nazari Holm"))
    leder.indhold.get_by_role("checkbox").first.check()
    leder.tryk("Overdrag")
    leder.ser("Vælg den kollega, der skal have sagerne.")
    assert leder.indhold.get_by_role("checkbox").first.is_checked()
    leder.efterse("overdrag med fejl")
    leder.vaelg("Hvem skal have det?", "Mette Overgaard")
    leder.skriv("Hvorfor?", "Samira er på kursus.")
    leder.tryk("Overdrag")
    leder.ser("er overdraget til Mette Overgaard.")


def test_soeg_siger_hvor_ordene_staar(aabn: Aabn) -> None:
    s = aabn("mette.nordby")
    s.gaa("/mit-arbejde/")
    s.side.locator("input[name=q]").first.fill("rehabiliteringsteam")
    with s.side.expect_navigation():
        s.side.locator("input[name=q]").first.press("Enter")
    s.ser("Ordene står på", "Dokumentet »")
    assert s.sti == "/soeg/" and "?" not in s.side.url
    s.efterse("søgning i teksterne")


def test_teamets_egen_liste_er_moederne(aabn: Aabn) -> None:
    s = aabn("inger.nordby")
    s.gaa("/mit-arbejde/")
    s.ser("Til møde")
    assert "Nærmer sig seks måneder" not in s.tekst
    s.tryk("Kommunens")
    s.ser("Nærmer sig seks måneder")
    s.efterse("teammedlemmets liste")
