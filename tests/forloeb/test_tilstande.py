"""Every state a forløb and a case can be in, as the demo has them, inspected at 1280 and 320 px."""

from __future__ import annotations

import pytest

from tests.forloeb.servering import Site
from tests.forloeb.skaerm import CPR, Aabn

langsom = pytest.mark.langsom  # one of each sort in make test; every one in make test-all
FORLOEB = [
    ("mette.nordby", "Amira Al-Hassan", ["5 dage", "mandag 1. juni 2026"]),
    pytest.param("mette.nordby", "Lærke Sommer Nygaard", ["46 dage"], marks=langsom),
    ("mette.nordby", "Poul-Erik Bruun Thomsen", ["Står stille", "62", "120"]),
    pytest.param("mette.nordby", "Torben Krogh Iversen", ["19 dage"], marks=langsom),
    pytest.param("jonas.nordby", "Lars-Bo Thygesen Rix", ["I dag"], marks=langsom),
    pytest.param("jonas.nordby", "Ole Damgaard Friis", ["Tæller"], marks=langsom),
    pytest.param("samira.nordby", "Emil Vestergaard Thorup", ["§ 17, stk. 6"], marks=langsom),
    pytest.param("jonas.nordby", "Susanne Degn Olrik", ["§ 17, stk. 4"], marks=langsom),
    pytest.param("jonas.nordby", "Jan Overby Kramer", ["§ 17, stk. 5"], marks=langsom),
    pytest.param("samira.nordby", "Charlotte Winding Aagesen", ["LAB § 113, stk. 2, 2. pkt."], marks=langsom),
    pytest.param("jonas.nordby", "Bjørn Egholm Isaksen", ["14 dage over"], marks=langsom),
    pytest.param("samira.nordby", "Mogens Frydenlund", ["29.02.2024"], marks=langsom),
    ("jonas.nordby", "Preben Quistgaard", ["Du skal vurdere"]),
    pytest.param("mette.nordby", "Sofie Amalie Hedegaard-Juul", ["31. juli 2026"], marks=langsom),
    pytest.param("katrine.soendervang", "Niels-Erik Bloch", ["Du skal vurdere"], marks=langsom),
    pytest.param("camilla.aastrup", "Thea Nørskov Lunde", ["Vurdér"], marks=langsom),
    pytest.param("zeynep.soendervang", "Leyla Şahin", ["42 dage over"], marks=langsom),
]
SAGER = [
    ("mette.nordby", "Søren Aagaard Lund", ["mangler, før sagen er klar"]),
    ("mette.nordby", "Gitte Malling Frandsen-Hjortshøj", ["Dokumentation til resuméet"]),
    pytest.param("mette.nordby", "Yusuf Demir", ["Sendt"], marks=langsom),
    ("camilla.aastrup", "Ejnar Kvistgaard", ["Nye oplysninger"]),
    pytest.param("camilla.aastrup", "Bent Lauritz Mikkelsen", ["For sent"], marks=langsom),
    pytest.param("bjarke.aastrup", "Hamid Ebrahimi", ["Sendt"], marks=langsom),
    pytest.param("bjarke.aastrup", "Rikke Damsgård Bruhn", ["indstilling"], marks=langsom),
    ("bjarke.aastrup", "Per Hviid Storgaard", ["Indsats begyndt"]),
]
FANER = ("forberedende-del/", "dokumenter/", "rehabiliteringsteam/", "sundhedskoordinator/", "historik/")


@pytest.mark.parametrize(("hvem", "navn", "ser"), FORLOEB)
def test_forloeb(aabn: Aabn, site: Site, hvem: str, navn: str, ser: list[str]) -> None:
    s = aabn(hvem)
    assert s.gaa(site.forloeb(navn)) == 200
    s.ser("Sådan er der talt", "Hvad ville ændre svaret?", "BEK 2408", navn, *ser)
    s.efterse(f"forløb, {navn}")


def test_beskyttet_navn(aabn: Aabn, site: Site) -> None:
    """The name stands nowhere on the page; what stands in its place, and the way to be shown it, do."""
    s = aabn("camilla.aastrup")
    s.gaa(site.forloeb("Thi Lan Nguyen"))
    s.ser("Navn beskyttet", "Navn og adresse er beskyttet", "Sådan er der talt")
    assert "Nguyen" not in s.indhold.inner_text()
    s.efterse("forløb, beskyttet navn")


@pytest.mark.parametrize(("hvem", "navn", "ser"), SAGER)
def test_sag(aabn: Aabn, site: Site, hvem: str, navn: str, ser: list[str]) -> None:
    s = aabn(hvem)
    assert s.gaa(site.sag(navn)) == 200
    s.ser(navn, *ser)
    s.efterse(f"sag, {navn}")


@pytest.mark.parametrize(
    ("hvem", "navn"),
    [
        pytest.param("bjarke.aastrup", "Per Hviid Storgaard", marks=langsom),
        ("mette.nordby", "Søren Aagaard Lund"),
        pytest.param("mette.nordby", "Gitte Malling Frandsen-Hjortshøj", marks=langsom),
        pytest.param("mette.nordby", "Yusuf Demir", marks=langsom),
        pytest.param("camilla.aastrup", "Ejnar Kvistgaard", marks=langsom),
        pytest.param("camilla.aastrup", "Bent Lauritz Mikkelsen", marks=langsom),
        pytest.param("bjarke.aastrup", "Rikke Damsgård Bruhn", marks=langsom),
    ],
)
def test_sagens_faner(aabn: Aabn, site: Site, hvem: str, navn: str) -> None:
    s = aabn(hvem)
    for fane in FANER:
        assert s.gaa(site.sag(navn) + fane) == 200
        s.efterse(f"sag, {navn}, {fane}")


def test_den_gamle_sag_ligger_uroert(aabn: Aabn, site: Site) -> None:
    s = aabn("mette.nordby")
    s.gaa(site.sag("Birgitte Holm Andresen", gammel=True))
    s.ser("Afsluttet")
    assert s.indhold.get_by_role("button").count() == 0
    s.efterse("den gamle sag")
    s.gaa(site.sag("Birgitte Holm Andresen", gammel=True) + "dokumenter/")
    s.efterse("den gamle sags dokumenter")


@pytest.mark.parametrize(
    ("hvem", "sti", "ser"),
    [
        ("bodil.nordby", "/mit-arbejde/?hvem=enhed", "Jonas Tvilling Brandt"),
        pytest.param("inger.nordby", "/mit-arbejde/", "Mit arbejde", marks=langsom),
        ("henrik.region", "/mine-sager/", "Hamid Ebrahimi"),
        pytest.param("vagn.soendervang", "/moeder/", "Opret mødedag", marks=langsom),
        pytest.param("", "/hjaelp/", "Hjælp", marks=langsom),
        ("", "/regler-og-laesninger/", "T1"),
        pytest.param("", "/oplysninger/", "logge", marks=langsom),
        pytest.param("", "/tilgaengelighed/", "Tilgængelighed", marks=langsom),
        ("", "/findes/ikke/", "Siden findes ikke"),
    ],
)
def test_side(aabn: Aabn, hvem: str, sti: str, ser: str) -> None:
    s = aabn(hvem)
    s.gaa(sti)
    s.ser(ser)
    s.efterse(sti)


@pytest.mark.parametrize(
    ("hvem", "ser"),
    [
        ("samira.nordby", ["Intet forløb venter"]),
        pytest.param("zeynep.soendervang", ["Ingen forløb nærmer sig seks måneder"], marks=langsom),
    ],
)
def test_en_tom_gruppe_siger_hvad_der_er_godt(aabn: Aabn, hvem: str, ser: list[str]) -> None:
    s = aabn(hvem)
    s.ser(*ser)
    s.efterse(f"tomme grupper, {hvem}")


def test_soeg_og_vis_cpr(aabn: Aabn) -> None:
    s = aabn("mette.nordby")
    for ord_, ser in (("Amira", "Amira Al-Hassan"), ("Xyzzy", "Ingen borger passer"), ("", "Søg")):
        felt = s.side.locator("header input[type=search], header input[name=q]").first
        felt.fill(ord_)
        with s.side.expect_navigation():
            felt.press("Enter")
        s.ser(ser)
        assert ord_ == "" or ord_ not in s.side.url
        s.efterse(f"søg »{ord_}«")
    s.gaa("/mit-arbejde/")
    s.foelg("Amira Al-Hassan")
    with s.side.expect_navigation():
        s.side.get_by_role("button", name="Vis CPR").click()
    assert CPR.search(s.side.locator("body").inner_text())
    s.efterse("hele CPR-nummeret er vist")


@langsom
def test_hver_side_i_haandbogen(aabn: Aabn) -> None:
    s = aabn()
    s.gaa("/hjaelp/")
    links = s.indhold.get_by_role("link").evaluate_all("alle => alle.map(a => a.getAttribute('href'))")
    sider = sorted({link for link in links if link.startswith("/hjaelp/")})
    assert sider
    for sti in sider:
        assert s.gaa(sti) == 200
        s.efterse(sti)


@langsom
def test_naar_alt_er_gjort(aabn: Aabn, site: Site) -> None:
    """Last in this file: it empties the lists of all."""
    site.sql("UPDATE sager_sag SET tilstand = 'plan_lagt' WHERE tilstand IN ('sendt', 'hos_koordinator')")
    site.sql("UPDATE sager_forloeb SET slut = start WHERE slut IS NULL")
    site.sql(
        "UPDATE sager_sag SET sagsbehandler_id = jonas.id FROM sager_medarbejder jonas, sager_medarbejder samira "
        "WHERE sagsbehandler_id = samira.id AND samira.navn LIKE 'Samira %' AND jonas.navn LIKE 'Jonas %' "
        "AND tilstand <> 'afsluttet'"
    )
    for hvem, ser in (
        ("pia.region", "Alt er sendt"),
        ("henrik.region", "Ingen sager venter på dig"),
        ("samira.nordby", "Intet haster"),
    ):
        s = aabn(hvem)
        s.ser(ser)
        s.efterse(f"alt er gjort, {hvem}")
