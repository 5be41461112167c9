"""Redaction in the browser: marked with the mouse and by word, made, chosen for a receiver, fetched, and not there."""

import subprocess

import pytest

from tests.dokumenter.tekstpdf import TESSERACT
from tests.forloeb.servering import Site
from tests.forloeb.skaerm import Aabn, Skaerm

pytestmark = [pytest.mark.langsom, TESSERACT]
THI = "Thi Lan Nguyen"
PAPIR = "Forberedende del af rehabiliteringsplanen"


def _ord(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def _aabn_overstregning(s: Skaerm, sag: str) -> None:
    s.gaa(f"{sag}dokumenter/")
    s.foelg("Overstreg", inden_i=s.raekke(PAPIR))
    s.ser("Side 1 af", "Overstregede udgaver", "Der er ingen endnu")


def test_fra_musen_til_modtageren(aabn: Aabn, site: Site) -> None:
    s, sag = aabn("camilla.aastrup"), site.aaben(THI)
    _aabn_overstregning(s, sag)
    s.efterse("overstreg, intet markeret")
    ark = s.side.locator("[data-tegn]")
    ark.scroll_into_view_if_needed()
    kasse = ark.bounding_box()
    assert kasse
    s.side.mouse.move(kasse["x"] + 0.1 * kasse["width"], kasse["y"] + 40)
    s.side.mouse.down()
    s.side.mouse.move(kasse["x"] + 0.4 * kasse["width"], kasse["y"] + 90, steps=3)
    with s.side.expect_navigation():
        s.side.mouse.up()
    s.ser("10 % fra venstre")
    s.tryk("Find det beskyttede navn og adressen")
    s.ser("Der er markeret")
    s.efterse("overstreg, markeret")
    s.skriv("Hvorfor overstreges der?", "Navnet er beskyttet.")
    s.tryk("Lav overstreget udgave")
    s.ser("Udgave 1 er lavet")
    udgave = s.pdf(s.adresse_paa("Udgave 1"))
    assert not {"Nguyen", "Thi"} & set(_ord(udgave).split())

    s.foelg("Vælg dokumenter til en modtager")
    s.saet("Borgerens læge")
    s.skriv("Modtagerens navn", "Lægerne Skolegade")
    s.skriv("Hvorfor må modtageren få dem?", "Borgeren har skriftligt samtykket den 3. maj.")
    s.saet(PAPIR)
    s.efterse("vælg dokumenter")
    s.tryk("Se udvalget igennem")
    s.ser("Dokumenter til Lægerne Skolegade", "Overstreget udgave 1")
    s.efterse("udvalget")
    s.tryk("Lav PDF, og skriv ned, at den er givet")
    s.ser("Givet til Lægerne Skolegade", "SHA-256", "Systemet har ikke sendt den")
    s.efterse("udvalget er givet")
    pdf = s.pdf(s.adresse_paa("Hent PDF"))
    assert not {"Nguyen", "Thi"} & set(_ord(pdf).split())
    assert "hverken" in _ord(pdf) and "Lægerne Skolegade" in _ord(pdf)


def test_uden_mus_og_uden_javascript(aabn: Aabn, site: Site) -> None:
    s, sag = aabn("camilla.aastrup", js=False), site.aaben(THI)
    s.gaa(f"{sag}dokumenter/")
    s.foelg("Overstreg", inden_i=s.raekke(PAPIR))
    for etiket, tal in (("Fra venstre", "10"), ("Fra toppen", "5,5"), ("Bredde", "40"), ("Højde", "3")):
        s.skriv(etiket, tal)
    s.tryk("Markér feltet")
    s.ser("10 % fra venstre, 6 % fra toppen, 40 × 3 %")
    s.skriv("Ord eller navn", "negleklinikker")
    s.tryk("Find og markér i hele dokumentet")
    s.ser("Der er markeret 1 felt, på side 1")
    s.indhold.get_by_role("button", name="Fjern felt 1").click()
    s.ser("Markeret på siden")
    s.pdf(s.adresse_paa("Se siden, som den bliver"))
