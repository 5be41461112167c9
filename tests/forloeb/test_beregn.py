"""The public calculators in a browser: with and without JavaScript, by keyboard, on paper, and nothing to find."""

from __future__ import annotations

import pytest

from tests.forloeb.skaerm import SMAL, Aabn, Skaerm
from tests.forloeb.test_tastatur import gaa_igennem, i_den_orden

langsom = pytest.mark.langsom
UDEN_JS = pytest.param(False, marks=langsom)
SEKS, MOEDE = "/beregn/seksmaanedersfristen/", "/beregn/fristen-foer-moedet/"
EKSEMPEL = (
    f"{SEKS}?start=31.10.2025&p1-hjemmel=LAS_13_STK_7&p1-fra=01.12.2025&p1-til=31.12.2025"
    "&indsats=nej&undtaget=nej&pr=27.05.2026"
)
FRITAGET = "Fritaget for at stå til rådighed · LAS § 13, stk. 7"
HAR_FOKUS = "document.activeElement.id"


def svar(s: Skaerm, navn: str, ja_nej: str) -> None:
    """Choose yes or no, as the mouse does: the words lie over the real button."""
    s.indhold.locator(f'[name="{navn}"][value="{ja_nej}"]').check(force=True)


@pytest.mark.parametrize("js", [True, UDEN_JS], ids=["med", "uden"])
def test_fra_tom_side_til_svar_og_link(aabn: Aabn, js: bool) -> None:
    s = aabn(js=js)
    assert s.gaa(SEKS) == 200
    s.ser("Eksempel", "Vi gemmer ikke det, du skriver")
    s.efterse("beregner, tom")
    s.skriv("Hvornår begyndte ressourceforløbet?", "31.10.2025")
    s.tryk("Tilføj en periode")
    assert s.side.evaluate(HAR_FOKUS) == "id_p1-hjemmel"
    s.vaelg("Grundlag", FRITAGET)
    s.skriv("Fra", "01.12.2025")
    s.skriv("Til", "31.12.2025")
    s.tryk("Tilføj en periode")
    assert s.indhold.get_by_label("Fra").first.input_value() == "01.12.2025"
    s.tryk("Fjern", nr=1)
    s.efterse("beregner, på vej")
    for navn in ("indsats", "undtaget"):
        svar(s, navn, "nej")
    s.tryk("Beregn fristen")
    assert s.side.url.removeprefix(s.adresse) == EKSEMPEL + "#svar"
    assert s.side.evaluate(HAR_FOKUS) == "svar"
    s.ser("De seks måneder er ikke gået endnu", "søn. 31.05.2026", "181 af 181", "Se reglen i vores ord")
    s.efterse("beregner, svar")
    link = s.indhold.locator("#del-link")
    assert link.is_visible() != js
    assert str(link.locator("a").get_attribute("href")).endswith(EKSEMPEL)
    if js:
        s.omraade.grant_permissions(["clipboard-read", "clipboard-write"])
        s.indhold.get_by_role("button", name="Kopiér link med datoerne").click()
        s.indhold.get_by_text("Linket er kopieret").wait_for()
        assert s.side.evaluate("navigator.clipboard.readText()") == s.adresse + EKSEMPEL
    knapper = s.indhold.get_by_role("button")
    assert knapper.filter(has_text="Udskriv").count() == (1 if js else 0)
    assert s.pdf(s.adresse_paa("Hent PDF")) == s.pdf(s.adresse_paa("Hent PDF"))


@pytest.mark.parametrize("js", [pytest.param(True, marks=langsom), False], ids=["med", "uden"])
def test_ja_aabner_kun_det_der_skal_bruges(aabn: Aabn, js: bool) -> None:
    s = aabn(js=js)
    s.gaa(f"{SEKS}?start=20.10.2025&indsats=nej&undtaget=nej&pr=27.05.2026")
    hjemmel, hvad = s.indhold.get_by_label("Hjemmel"), s.indhold.get_by_label("Hvad", exact=True)
    assert not hjemmel.is_visible() and not hvad.is_visible()
    svar(s, "indsats", "ja")
    assert hjemmel.is_visible() and not s.indhold.get_by_label("Skrevet ind den").first.is_visible()
    s.vaelg("Hjemmel", "LAB kap. 11 · virksomhedspraktik")
    s.indhold.get_by_label("Begyndt", exact=True).fill("02.02.2026")
    svar(s, "i1-indsatsdel", "ja")
    assert s.indhold.get_by_label("Skrevet ind den").first.is_visible()
    svar(s, "undtaget", "ja")
    assert hvad.is_visible() and not s.indhold.get_by_label("Timer", exact=True).is_visible()
    s.indhold.get_by_label("Hvad", exact=True).select_option("STU")
    assert not s.indhold.get_by_label("Timer", exact=True).is_visible()
    s.indhold.get_by_label("Hvad", exact=True).select_option("ORDINAER_LOENMODTAGER")
    assert s.indhold.get_by_label("Timer", exact=True).is_visible()
    s.tryk("Beregn fristen")
    s.ser("Ret et felt", "Oplysning 1: Skriv den dag, timerne lå.")
    s.efterse("beregner, fejl")
    s.indhold.get_by_label("Dag", exact=True).fill("05.11.2025")
    s.tryk("Beregn fristen")
    s.ser("En indsats er begyndt i tide", "timer ikke oplyst")
    s.efterse("beregner, i tide")


@pytest.mark.parametrize("js", [True, UDEN_JS], ids=["med", "uden"])
def test_fristen_foer_moedet(aabn: Aabn, js: bool) -> None:
    s = aabn(js=js)
    s.gaa(MOEDE)
    s.efterse("mødefrist, tom")
    s.skriv("Hvornår er mødet?", "31.06.2026")
    s.tryk("Beregn fristen")
    s.ser("Mente du 30.06.2026?")
    s.efterse("mødefrist, fejl")
    s.skriv("Hvornår er mødet?", "11.06.2026")
    s.skriv("Hvornår er sagen oprettet?", "03.06.2026")
    s.tryk("Beregn fristen")
    assert s.side.evaluate(HAR_FOKUS) == "svar"
    s.ser("Sagen er oprettet i tide", "Ingen tid til at rette.", "Grundlovsdag", "T14")
    s.efterse("mødefrist, svar")
    assert s.pdf(s.adresse_paa("Hent PDF"))


MANGE = "".join(
    f"&p{n}-hjemmel=LAS_13_STK_8&p{n}-fra={n:02}.12.2025&p{n}-til={n:02}.12.2025" for n in range(1, 31)
)


@pytest.mark.parametrize(
    ("navn", "forespoergsel", "ser"),
    [
        ("står stille", "&p1-hjemmel=LAS_13_STK_8&p1-fra=01.03.2026&p1-loeber=ja", "Tiden står stille"),
        pytest.param("tredive perioder", MANGE, "Sagen skal for rehabiliteringsteamet igen", marks=langsom),
        pytest.param(
            *("anden dag", "&p1-hjemmel=ANDET&p1-fra=01.12.2025&p1-til=01.12.2025", "Tæller med"),
            marks=langsom,
        ),
    ],
)
def test_de_svaere_svar_kan_ses(aabn: Aabn, navn: str, forespoergsel: str, ser: str) -> None:
    s = aabn()
    s.gaa(f"{SEKS}?start=20.10.2025{forespoergsel}&indsats=nej&undtaget=nej&pr=20.07.2026")
    s.ser(ser)
    s.efterse(navn)


def test_den_der_er_logget_ind_kommer_derhen_og_tilbage(aabn: Aabn) -> None:
    s = aabn("mette.nordby")
    s.foelg("Beregnere")
    assert s.h1 == "Beregn seksmånedersfristen"
    s.ser("Mit arbejde", "Reglerne")
    s.efterse("beregner, logget ind")
    s.foelg("Fristen før mødet")
    assert s.h1 == "Beregn fristen før mødet"


def test_paa_papir_staar_svaret_og_linket_men_ikke_formen(aabn: Aabn) -> None:
    s = aabn()
    s.gaa(EKSEMPEL)
    s.side.emulate_media(media="print")
    assert not s.indhold.locator("form").is_visible()
    assert not s.indhold.get_by_role("link", name="Hent PDF").is_visible()
    assert s.indhold.locator("#del-link").is_visible()
    s.ser("De seks måneder er ikke gået endnu", "Lov 1750")


def test_med_tastaturet_alene(aabn: Aabn) -> None:
    s = aabn()
    s.gaa(SEKS)
    navne = gaa_igennem(s)
    i_den_orden(
        navne,
        *(
            "Hvornår begyndte ressourceforløbet?",
            "Tilføj en periode",
            "Ja",
            "Ja",
            "Vurdér pr.",
            "Beregn fristen",
        ),
        "Udfyld med eksemplets datoer",
    )
    s.skriv("Hvornår begyndte ressourceforløbet?", "31.10.2025")
    s.indhold.locator("#id_indsats-option1").focus()
    s.side.keyboard.press("ArrowRight")
    s.side.keyboard.press("Tab")
    s.side.keyboard.press("ArrowRight")
    for valg in ("#id_indsats-option2", "#id_undtaget-option2"):
        assert s.indhold.locator(valg).is_checked()
    with s.side.expect_navigation():
        s.indhold.get_by_label("Hvornår begyndte ressourceforløbet?").press("Enter")
    assert s.side.evaluate(HAR_FOKUS) == "svar", "Enter beregner og tilføjer ikke en periode"


def test_fokus_ses_hele_vejen_ogsaa_paa_en_lille_skaerm(aabn: Aabn) -> None:
    s = aabn()
    s.side.set_viewport_size({"width": SMAL, "height": 640})
    s.gaa(EKSEMPEL)
    i_den_orden(
        gaa_igennem(s), "Fjern", "Beregn fristen", "Begynd forfra", "Kopiér link", "Udskriv", "Hent PDF"
    )
