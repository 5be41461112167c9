"""The forberedende del in the browser: saved as one writes, never over another's words, by keyboard, and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.forloeb.servering import Site
from tests.forloeb.skaerm import Aabn, Skaerm

LANGT = (
    "Rehabiliteringsforløbsbeskrivelsesdokumentationen " * 4 + "https://" + "x" * 180 + " og så videre." * 60
)


def _gemt(s: Skaerm) -> None:
    expect(s.side.locator("[data-autogem-status]")).to_contain_text("Gemt kl.", timeout=15_000)


@pytest.mark.langsom
def test_to_skriver_paa_den_samme_del(aabn: Aabn, site: Site) -> None:
    plan = site.aaben("Freja Lindskov Palle") + "forberedende-del/"
    mette, jonas = aabn("mette.nordby"), aabn("jonas.nordby")
    mette.gaa(plan)
    mette.efterse("planen")
    mette.foelg("Skriv", inden_i=mette.side.locator("#stk1_nr1_cv"))
    jonas.gaa(mette.sti)
    # By keyboard: into the field, write, and out of it again.
    mette.indhold.get_by_label("Kommunens beskrivelse").focus()
    mette.side.keyboard.type("2014-2023: frisør med egen stol.")
    mette.side.keyboard.press("Tab")
    _gemt(mette)
    mette.efterse("en del, gemt")
    jonas.skriv("Kommunens beskrivelse", LANGT)
    jonas.side.keyboard.press("Tab")
    expect(jonas.side.locator("[data-autogem-konflikt]")).to_contain_text("Intet er overskrevet")
    jonas.efterse("en del, en anden har gemt")
    jonas.tryk("Se begge tekster")
    jonas.ser("Mette Overgaard gemte »CV«", "2014-2023: frisør med egen stol.")
    assert jonas.indhold.get_by_label("Kommunens beskrivelse").first.input_value() == LANGT
    jonas.efterse("begge tekster")
    jonas.tryk("Gem min tekst som den nyeste")
    jonas.foelg("Se de 2 versioner")
    jonas.efterse("versioner, sammenlignet")
    jonas.foelg("Version 1")
    jonas.tryk("Hent version 1 frem igen")
    jonas.ser("Version 3", "hentet frem fra version 1")
    assert mette.pdf(plan + "udskrift.pdf").startswith(b"%PDF")
    assert mette.side.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.langsom
def test_en_indsats_mere_og_hak_ved_spoergsmaalene(aabn: Aabn, site: Site) -> None:
    plan = site.aaben("Freja Lindskov Palle") + "forberedende-del/"
    s = aabn("mette.nordby")
    s.gaa(plan + "stk2_social/")
    s.side.set_viewport_size({"width": 640, "height": 450})  # 1280 x 900 at 200 %
    s.side.locator("#id_ingen").uncheck(force=True)
    s.skriv("Hvad hed indsatsen?", "Bostøtte " + LANGT[:200])
    s.skriv("Borgerens erfaring med den", LANGT)
    _gemt(s)
    assert s.side.evaluate("document.scrollingElement.scrollWidth") <= 640
    s.tryk("Gem, og tilføj en indsats mere")
    assert s.indhold.get_by_role("group", name="Indsats 2").count() == 1
    s.efterse("indsatser")
    s.gaa(plan)
    spoergsmaalet = s.side.locator("#udarbejdet_sammen_med_borger")
    if spoergsmaalet.locator("summary").count():
        spoergsmaalet.locator("summary").click()
    s.tryk("Ja", inden_i=spoergsmaalet)
    s.ser("Dit svar er gemt med dit navn og datoen.")
    s.efterse("planen, besvaret")


@pytest.mark.langsom
def test_uden_javascript(aabn: Aabn, site: Site) -> None:
    plan = site.aaben("Freja Lindskov Palle") + "forberedende-del/"
    s = aabn("samira.nordby", js=False)
    s.gaa(plan + "stk1_nr2/")
    s.skriv("Borgerens egne ord", "Min søster ringer hver dag.")
    s.tryk("Gem, og gå til næste del")
    s.ser("er gemt (version")
    s.gaa(plan)
    s.ser("Min søster ringer hver dag.")
