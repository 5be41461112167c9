"""Forty files sent to a case in real Chromium, with the worker and a real clamd beside the site.

The connection is lost midway, the scanner stands still for a while; what is on the case at the end is what was sent,
byte for byte, and what may not come in is said to be refused, and why.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.dokumenter.clamd import KRAEVER_CLAMD
from tests.forloeb import filerne
from tests.forloeb.filhuset import BORGER, HVEM, Hus, billede, hus, s, tab_til, tekst, vent
from tests.forloeb.skaerm import Skaerm

__all__ = ["hus", "s"]
pytestmark = [pytest.mark.langsom, KRAEVER_CLAMD]
DATO = re.compile("^Dokumentets dato")


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
    vent(side, lambda: "Afvist: Filen er tom." in tekst(side, "tom.pdf"))
    vent(side, lambda: max(fra, default=0) >= 4 * filerne.MB)
    s.omraade.set_offline(True)
    vent(side, lambda: "Forbindelsen er afbrudt." in tekst(side, "tung scanning"))
    billede(s, "afbrudt")
    side.wait_for_timeout(1500)
    naaet = max(fra)
    s.omraade.set_offline(False)
    vent(side, lambda: not side.locator("[data-tilstand=sendes], [data-tilstand=venter]").count(), 240)
    assert max(fra) > naaet and fra.count(0) >= 39

    for navn, siger in (
        ("smittet.pdf", "skadelig kode"),
        ("mail med virus.eml", "skadelig kode"),
        ("kører noget.pdf", "køre programmer"),
        ("program.pdf", "et program"),
    ):
        assert siger in tekst(side, navn), tekst(side, navn)
    # 40, less the five refused, and three that came in mails
    assert side.locator("[data-tilstand=klar]").count() == 40 - 5 + 3, s.tekst
    s.efterse("send filer, alle kommet")
    billede(s, "kommet")

    s.foelg("Se filerne efter, og læg dem på sagen")
    s.efterse("læg på sagen")
    s.ser("forslag", "kom i Status på praktik.eml")
    assert s.raekke("LÆ 265").get_by_label("Hvad er det for et dokument?").input_value() == "laegeattest"
    assert s.raekke("LÆ 265").get_by_role("textbox", name=DATO).input_value() == "12.03.2026"
    assert s.raekke("CV Poul").get_by_label("Hvad er det for et dokument?").input_value() == "cv"
    s.tryk("Læg på sagen")  # what nothing told of must be said first
    assert s.indhold.get_by_role("alert").count() == 1
    billede(s, "mangler")
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
    vent(side, lambda: "Virusscanneren svarer ikke." in tekst(side, "IMG_0001.jpg"))
    s.efterse("scanneren nede")
    billede(s, "scanneren")
    hus.start_clamd()
    vent(side, lambda: "Klar" in tekst(side, "IMG_0001.jpg"), 90)


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
    expect(side.get_by_role("status").first).to_contain_text("lagt på sagen: 1.", timeout=20_000)
    tab_til(side, videre)
    with side.expect_navigation():
        side.keyboard.press("Enter")
    knap = s.indhold.get_by_role("button", name="Læg på sagen")
    tab_til(side, knap)
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
