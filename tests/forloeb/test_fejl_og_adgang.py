"""What is refused: pages that are not there, pages of others, forms with faults, two at once on one text."""

from __future__ import annotations

import re
import uuid

import pytest
from playwright.sync_api import expect

from tests.forloeb.servering import Site
from tests.forloeb.skaerm import Aabn, Skaerm

langsom = pytest.mark.langsom
BIRGITTE = "Birgitte Holm Andresen"


def brugerens_syn(s: Skaerm) -> str:
    """All that a page shows, without what is new each time."""
    html = s.side.content()
    return re.sub(r'(nonce|value|name="csrf[^"]*")="[^"]*"', "", html)


@pytest.mark.parametrize(
    "hale", ["", *(pytest.param(h, marks=langsom) for h in ("historik/", "periode/ny/", "genoptag/"))]
)
def test_naboens_forloeb_ligner_et_der_ikke_findes(aabn: Aabn, site: Site, hale: str) -> None:
    nabo = aabn("camilla.aastrup")
    assert nabo.gaa(site.forloeb(BIRGITTE) + hale) == 404
    naboens = brugerens_syn(nabo).replace(site.forloeb(BIRGITTE), "")
    nabo.efterse("404 for naboen")
    tom = f"/forloeb/{uuid.uuid4()}/"
    assert nabo.gaa(tom + hale) == 404
    assert brugerens_syn(nabo).replace(tom, "") == naboens


def test_regionen_ser_foerst_sagen_naar_den_er_sendt(aabn: Aabn, site: Site) -> None:
    for hvem in ("pia.region", "lone.region"):
        s = aabn(hvem)
        assert s.gaa(site.sag("Søren Aagaard Lund")) == 404
    assert aabn("pia.region").gaa(site.sag("Marianne Ørum Falkenberg")) == 200
    assert aabn("lone.region").gaa(site.sag("Marianne Ørum Falkenberg")) == 404


@pytest.mark.parametrize(
    ("hvem", "sti"),
    [
        ("pia.region", "/mit-arbejde/"),
        pytest.param("mette.nordby", "/indbakke/", marks=langsom),
        pytest.param("inger.nordby", "/forloeb/nyt/", marks=langsom),
    ],
)
def test_en_anden_rolles_side(aabn: Aabn, hvem: str, sti: str) -> None:
    s = aabn(hvem)
    assert s.gaa(sti) == 403
    s.ser("Det har du ikke adgang til")
    s.efterse(f"403, {hvem}")


def test_uden_login_foerer_alt_til_login_og_tilbage(aabn: Aabn, site: Site) -> None:
    s = aabn()
    s.gaa(site.forloeb(BIRGITTE))
    assert s.sti == "/log-ind/"
    s.efterse("log ind")
    s.tryk("Log ind")
    s.efterse("log ind med fejl")
    s.skriv("Brugernavn", "mette.nordby")
    s.skriv("Adgangskode", "forkert")
    s.tryk("Log ind")
    s.ser("passer ikke sammen")
    s.efterse("log ind, forkert")
    s.skriv("Adgangskode", "fjordlandet-2026")
    s.tryk("Log ind")
    assert s.sti == site.forloeb(BIRGITTE)


FORMULARER = [
    ("mette.nordby", "forloeb", "indsats/ny/", "Gem oplysningen"),
    ("mette.nordby", "forloeb", "timer/ny/", "Gem oplysningen"),
    ("mette.nordby", "forloeb", "spaend/ny/", "Gem oplysningen"),
    ("bodil.nordby", "forloeb", "saerlige-grunde/", "Gem"),
]


@pytest.mark.parametrize(
    ("hvem", "hvad", "hale", "knap"),
    [FORMULARER[0], *(pytest.param(*f, marks=langsom) for f in FORMULARER[1:])],
    ids=[f[2] for f in FORMULARER],
)
def test_formularen_foer_og_efter_en_fejl(
    aabn: Aabn, site: Site, hvem: str, hvad: str, hale: str, knap: str
) -> None:
    s = aabn(hvem)
    s.gaa(site.forloeb(BIRGITTE) + hale)
    s.efterse(f"{hale} tom")
    with s.side.expect_navigation():
        s.indhold.locator("form button.button-primary").first.click()
    s.ser("Ret")
    s.efterse(f"{hale} med fejl")


def test_et_umuligt_cpr_og_datoer_i_forkert_orden(aabn: Aabn, site: Site) -> None:
    s = aabn("mette.nordby")
    s.gaa("/forloeb/nyt/")
    s.efterse("nyt forløb")
    s.skriv("CPR-nummer", "12")
    s.skriv("Navn", "Prøve Person")
    s.skriv("Ressourceforløbet begyndte", "32.13.2025")
    with s.side.expect_navigation():
        s.indhold.locator("form button.button-primary").first.click()
    s.ser("CPR-nummeret skal have ti tegn")
    assert s.indhold.get_by_label("Navn").input_value() == "Prøve Person"
    s.efterse("nyt forløb med fejl")
    s.gaa(site.forloeb(BIRGITTE) + "periode/ny/")
    s.vaelg("Grundlag", "Fritaget for at stå til rådighed · LAS § 13, stk. 7")
    s.skriv("Fra og med", "10.03.2026")
    s.skriv("Til og med", "01.03.2026")
    s.tryk("Gem oplysningen")
    assert s.indhold.get_by_label("Fra og med").input_value() == "10.03.2026"
    s.efterse("periode i forkert orden")


def test_to_paa_samme_resume_ser_begge_tekster(aabn: Aabn, site: Site) -> None:
    foerst, sidst = aabn("mette.nordby"), aabn("bodil.nordby")
    felt = "Hvad er der sket siden sidste møde?"
    for s in (foerst, sidst):
        assert s.gaa(site.sag("Søren Aagaard Lund") + "resume/") == 200
    foerst.skriv(felt, "Praktikken er udskudt til juni.")
    foerst.tryk("Gem kladde")
    sidst.skriv(felt, "Søren har ringet: han glæder sig.")
    sidst.tryk("Gem kladde")
    sidst.ser("Praktikken er udskudt til juni.", "Mette Overgaard")
    assert sidst.indhold.get_by_label(felt).input_value() == "Søren har ringet: han glæder sig."
    sidst.efterse("409: to på samme resumé")
    sidst.skriv(felt, "Praktikken er udskudt til juni. Søren har ringet: han glæder sig.")
    sidst.tryk("Gem kladde")
    sidst.ser("Kladden er gemt.")


def test_et_dobbeltklik_har_en_virkning(aabn: Aabn, site: Site) -> None:
    """Without scripts, so that nothing but the server keeps the second one out."""
    s = aabn("mette.nordby", js=False)
    s.gaa(site.forloeb("Amira Al-Hassan") + "periode/ny/")
    s.vaelg("Grundlag", "Fritaget for at stå til rådighed · LAS § 13, stk. 7")
    s.skriv("Fra og med", "02.03.2026")
    s.skriv("Til og med", "03.03.2026")
    s.indhold.get_by_role("button", name="Gem oplysningen").dblclick()
    expect(s.side).to_have_url(site.adresse + site.forloeb("Amira Al-Hassan"), timeout=20_000)
    assert s.raekke("02.03.2026 – 03.03.2026").filter(has_text="Tag tilbage").count() == 1
