"""The public calculators: open to all, the law's own answer, nothing kept, and nothing in the address but dates."""

import html
import re
from collections.abc import Callable
from datetime import date

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from rehabteam.sager.testnumre import testnumre
from rehabteam.web import beregning
from rehabteam.web.beregning_adresse import adresse
from rehabteam.web.formularer.beregn import HOEJST
from rehabteam.web.svar import DOMME
from rehabteam.web.views import beregn
from tests.verden import Verden
from tests.web.beregnside import IGANG, INDSATS, MOEDE, NEJ, PR, SEKS, TIMER, direkte, hent, tekst

# --- Open, and without a trace --------------------------------------------------------------------------

SIDER = [
    (SEKS, ()),
    (SEKS, beregning.EKSEMPEL_PAR),
    (SEKS, (("start", "31.02.2025"),)),
    (SEKS, (("tilfoej", "p"), *IGANG)),
    (MOEDE, ()),
    (MOEDE, (("moede", "11.06.2026"),)),
    (MOEDE, (("moede", "x"),)),
]


@pytest.mark.parametrize(("sti", "par"), SIDER)
def test_aaben_for_alle_uden_cookie_og_uden_at_kunne_gemmes(
    verden: Verden, sti: str, par: tuple[tuple[str, str], ...]
) -> None:
    klient = Client()
    svar = hent(sti, *par, klient=klient)
    assert svar.status_code in (200, 422)
    assert not klient.cookies and "Set-Cookie" not in svar.headers
    assert "no-store" in svar["Cache-Control"]
    assert "csrfmiddlewaretoken" not in svar.content.decode()
    assert "Vi gemmer ikke det, du skriver" in tekst(svar)


def test_hovedet_er_beregnernes_og_den_der_er_logget_ind_beholder_sin_menu(verden: Verden) -> None:
    uden = hent(SEKS).content.decode()
    assert re.search(r'<a href="/beregn/seksmaanedersfristen/" aria-current="page">Seksmånedersfristen', uden)
    assert "Mit arbejde" not in uden and 'aria-label="Beregnere"' in uden
    med = hent(SEKS, klient=verden.klient(verden.sagsbehandler)).content.decode()
    for punkt in ("Mit arbejde", "Seksmånedersfristen", "Fristen før mødet", "Reglerne", "Log ud"):
        assert punkt in med


def test_login_siden_viser_vej(verden: Verden) -> None:
    side = Client().get(reverse("web:log_ind")).content.decode()
    assert f'href="{SEKS}"' in side and f'href="{MOEDE}"' in side


def test_kun_til_at_laese(verden: Verden) -> None:
    assert Client().head(SEKS).status_code == 200
    for sti in (SEKS, MOEDE, SEKS + "pdf/", MOEDE + "pdf/"):
        assert Client(enforce_csrf_checks=False).post(sti, {"start": "31.10.2025"}).status_code == 405


@pytest.mark.parametrize(
    ("view", "adressen"),
    [
        (beregn.seks_maaneder, SEKS),
        (beregn.seks_maaneder, adresse(SEKS, beregning.EKSEMPEL_PAR)),
        (beregn.seks_maaneder, SEKS + "?start=x"),
        (beregn.seks_maaneder_pdf, adresse(SEKS, beregning.EKSEMPEL_PAR)),
        (beregn.moedefrist, MOEDE),
        (beregn.moedefrist, MOEDE + "?moede=11.06.2026"),
        (beregn.moedefrist_pdf, MOEDE + "?moede=11.06.2026"),
    ],
)
def test_databasen_bliver_ikke_spurgt(
    database: str, view: Callable[..., HttpResponse], adressen: str
) -> None:
    def nej(*_: object) -> None:
        raise AssertionError("siden spørger databasen")

    with connection.execute_wrapper(nej):
        assert direkte(view, adressen).status_code in (200, 422)


def test_doeren_aabnes_og_intet_andet(
    verden: Verden, django_assert_num_queries: Callable[..., object]
) -> None:
    """Through the whole house: what every open page costs, and no row in the log."""
    klient = Client()
    sql: dict[str, list[str]] = {}
    for navn, sti in (("was", reverse("web:was")), ("beregn", adresse(SEKS, beregning.EKSEMPEL_PAR))):
        klient.get(sti)
        sql[navn] = []
        saet = sql[navn]

        def skriv(udfoer, sql_, params, mange, kontekst, saet=saet):  # type: ignore[no-untyped-def]
            saet.append(sql_)
            return udfoer(sql_, params, mange, kontekst)

        with connection.execute_wrapper(skriv):
            svar = klient.get(sti)
        assert not svar.wsgi_request.spor.rute and not svar.wsgi_request.spor.skrevet
    assert sql["beregn"] == sql["was"]


def test_serverens_linjer_naevner_ikke_datoerne(verden: Verden, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        hent(SEKS, ("start", "31.02.2019"))
        hent(SEKS, *beregning.EKSEMPEL_PAR)
    assert "2019" not in caplog.text and "31.10.2025" not in caplog.text


# --- The answer of the six months --------------------------------------------------------------------------


def test_billedets_eksempel(verden: Verden) -> None:
    svar = hent(SEKS, *beregning.EKSEMPEL_PAR)
    assert svar.status_code == 200
    side = tekst(svar)
    for ventet in (
        "Svar pr. onsdag 27. maj 2026",
        "De seks måneder er ikke gået endnu",
        "til og med søndag 31. maj 2026",
        "opstår pligten mandag 1. juni 2026",
        "4 dage",
        "søn. 31.05.2026",
        "01.12.2025 – 31.12.2025",
        "181 af 181",
        "Hvor loven kan læses på flere måder",
        "01.06.2026",
        "Alle grunde bag svaret",
        "Hvad ville ændre svaret?",
        "BEK 2408/2021",
        "Lov 1750 af 29. december 2025",
        "Særlige grunde og den konkrete vurdering er kommunens",
    ):
        assert ventet in side, ventet
    raa = svar.content.decode()
    assert raa.count("<h1") == 1 and 'id="svar" tabindex="-1"' in raa and 'role="img"' in raa


def test_uden_datoer_vises_et_eksempel_der_er_maerket(verden: Verden) -> None:
    svar = hent(SEKS)
    side = tekst(svar)
    assert "Eksempel" in side and "Datoerne er opdigtede" in side and "181 af 181" in side
    assert "Hent PDF" not in side
    link = re.search(r'href="([^"]+)">Udfyld med eksemplets datoer', svar.content.decode())
    assert link and Client().get(html.unescape(link[1])).status_code == 200
    assert 'value="27.05.2026"' in svar.content.decode(), "Vurdér pr. er dagen i dag"
    assert "checked" not in svar.content.decode(), "intet er gættet på forhånd"


SVAR = [
    ("IKKE_UDLOEBET", (*IGANG, *NEJ, ("pr", "01.03.2026")), "50 dage"),
    ("SKAL_GENBEHANDLES", (*IGANG, *NEJ, *PR), "37 dage over"),
    (
        "SUSPENDERET",
        (*IGANG, ("p1-hjemmel", "LAS_13_STK_8"), ("p1-fra", "01.03.2026"), ("p1-loeber", "ja"), *NEJ, *PR),
        "Står stille",
    ),
    ("INDSATS_RETTIDIG", (*IGANG, *INDSATS, ("undtaget", "nej"), *PR), "I tide"),
    ("UNDTAGET_STK_4", (*IGANG, ("indsats", "nej"), *TIMER, *PR), "Undtaget"),
    (
        "UNDTAGET_STK_5",
        (
            *(*IGANG, ("indsats", "nej"), ("undtaget", "ja"), ("u1-hvad", "LOENTILSKUD_15")),
            *(("u1-fra", "01.12.2025"), ("u1-til", "31.12.2025"), *PR),
        ),
        "Undtaget",
    ),
    (
        "UNDTAGET_STK_6",
        (
            *(*IGANG, ("indsats", "nej"), ("undtaget", "ja"), ("u1-hvad", "STU")),
            *(("u1-fra", "01.12.2025"), ("u1-loeber", "ja"), *PR),
        ),
        "Undtaget",
    ),
    (
        "MANUEL_VURDERING",
        (
            *(*IGANG, ("indsats", "nej"), ("undtaget", "ja"), ("u1-hvad", "BETALT_FRAVAER")),
            *(("u1-dato", "01.12.2025"), ("u1-timer", "7,4"), *PR),
        ),
        "Du skal vurdere",
    ),
    ("MANUEL_VURDERING", (("start", "20.10.2021"), *NEJ, *PR), "hvilke regler gælder?"),
]


@pytest.mark.parametrize(("status", "par", "maerke"), SVAR)
def test_hvert_svar_har_sin_overskrift_og_sit_maerke(
    verden: Verden, status: str, par: tuple[tuple[str, str], ...], maerke: str
) -> None:
    svar = hent(SEKS, *par)
    assert svar.status_code == 200
    side = tekst(svar)
    assert DOMME[status] in side and maerke in side
    assert "§ 17, stk. 1" in side and "Regler:" in side


def test_det_mennesker_skal_vurdere_siges(verden: Verden) -> None:
    side = tekst(hent(SEKS, *SVAR[7][1]))
    assert "Er løn under sygdom eller ferie timer i ordinær ansættelse i denne sag?" in side
    side = tekst(hent(SEKS, *SVAR[8][1]))
    assert "De er ikke et svar, før du har vurderet, om den gælder" in side
    side = tekst(hent(SEKS, *SVAR[1][1]))
    assert "Det kan kun kommunen vurdere:" in side and "særlige grunde" in side


def test_hver_oplysning_staar_med_sit_svar(verden: Verden) -> None:
    par = (
        *IGANG,
        *(("p1-hjemmel", "SYGDOM_UDEN_FRITAGELSE"), ("p1-fra", "01.11.2025"), ("p1-til", "30.11.2025")),
        *(("p2-hjemmel", "LAS_13_STK_7"), ("p2-fra", "01.12.2025"), ("p2-til", "10.12.2025")),
        *(
            ("indsats", "ja"),
            ("i1-hjemmel", "LAB_KAP_26"),
            ("i1-begyndt", "02.02.2026"),
            ("i1-indsatsdel", "ja"),
        ),
        *(("i2-hjemmel", "LAB_KAP_11"), ("i2-begyndt", "03.02.2026"), ("i2-indsatsdel", "nej")),
        *(("undtaget", "ja"), ("u1-hvad", "ORDINAER_LOENMODTAGER"), ("u1-dato", "05.11.2025")),
        *PR,
    )
    side = tekst(hent(SEKS, *par))
    for ventet in (
        "Tæller med",
        "Holdt ude",
        "ikke en af de indsatser",
        "står ikke i indsatsdelen",
        "timer ikke oplyst",
    ):
        assert ventet in side, ventet


def test_perioder_der_overlapper_traekkes_fra_en_gang(verden: Verden) -> None:
    def perioder(antal: int) -> list[tuple[str, str]]:
        return [
            par
            for n in range(1, antal + 1)
            for par in (
                (f"p{n}-hjemmel", "LAS_13_STK_7"),
                (f"p{n}-fra", f"{n:02}.12.2025"),
                (f"p{n}-til", f"{n + 1:02}.12.2025"),
            )
        ]

    side = tekst(hent(SEKS, *IGANG, *perioder(2), *NEJ, *PR))
    assert "De 2 perioder er 2 og 2 dage, men 1 dag overlapper" in side
    side = tekst(hent(SEKS, *IGANG, *perioder(12), *NEJ, *PR))
    assert "De 12 perioder er tilsammen 24 dage, men 11 dage overlapper" in side


def test_linket_viser_det_samme_en_anden_dag(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DEMODAG", date(2027, 3, 1))
    svar = hent(SEKS, *beregning.EKSEMPEL_PAR)
    assert "4 dage" in tekst(svar) and "Svar pr. onsdag 27. maj 2026" in tekst(svar)
    assert ">I dag<" not in svar.content.decode() and ">Vurderet pr.<" in svar.content.decode()


def test_paa_engelsk(verden: Verden) -> None:
    klient = Client()
    klient.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    side = tekst(hent(SEKS, *beregning.EKSEMPEL_PAR, klient=klient))
    assert "Calculate the six-month limit" in side and "We do not keep what you write" in side
    assert "De seks måneder er ikke gået endnu" in side, "lovens svar er dansk"
    assert "Calculate the deadline before the meeting" in tekst(hent(MOEDE, klient=klient))


# --- Rows without JavaScript -------------------------------------------------------------------------------


def test_en_raekke_mere_beholder_alt_det_skrevne(verden: Verden) -> None:
    par = (
        *(("start", "31.02.2025"), ("p3-hjemmel", "LAS_13_STK_8"), ("p3-fra", "noget"), ("p3-loeber", "ja")),
        *(
            ("indsats", "ja"),
            ("i1-begyndt", "1/2-26"),
            ("undtaget", ""),
            ("pr", "27.05.2026"),
            ("tilfoej", "p"),
        ),
    )
    svar = hent(SEKS, *par)
    side = svar.content.decode()
    assert svar.status_code == 200 and "form-error" not in side
    for skrevet in (
        'value="31.02.2025"',
        'value="noget"',
        'value="1/2-26"',
        "Periode 2",
        'name="p4-hjemmel"',
    ):
        assert skrevet in side, skrevet
    assert '<option value="LAS_13_STK_8" selected>' in side
    assert re.search(r'<input[^>]*name="p3-loeber"[^>]*checked', side)
    assert 'value="ja" value=' not in side
    assert re.search(r'<select name="p4-hjemmel"[^>]*autofocus', side)


def test_en_raekke_mindre(verden: Verden) -> None:
    par = (("p1-fra", "01.12.2025"), ("p2-fra", "01.01.2026"), ("start", "31.10.2025"), ("fjern", "p1"))
    side = hent(SEKS, *par).content.decode()
    assert "01.12.2025" not in re.sub(r"<p.*?</p>", "", side) and 'value="01.01.2026"' in side
    assert re.search(r'<button[^>]*value="p"[^>]*autofocus', side)


def test_der_er_plads_til_fyrre(verden: Verden) -> None:
    mange = [(f"p{n}-fra", "01.12.2025") for n in range(1, HOEJST + 1)]
    side = hent(SEKS, *mange, ("tilfoej", "p"))
    assert side.status_code == 200 and f"Der er plads til {HOEJST}" in tekst(side)
    assert side.content.decode().count('class="raekke"') == HOEJST + 1  # and the effort's own
    svar = hent(SEKS, *mange, ("p999-fra", "01.12.2025"))
    assert svar.status_code == 422 and f"Der er plads til {HOEJST} af hver slags" in tekst(svar)


def test_enter_beregner_og_tilfoejer_ikke(verden: Verden) -> None:
    """The first button of a form is the one that Enter presses."""
    side = hent(SEKS).content.decode()
    formular = side[side.index('class="beregner__form') :]
    foerste = re.search(r"<button[^>]*>", formular)
    assert foerste and "name=" not in foerste[0]


def test_tomme_perioder_er_der_ikke(verden: Verden) -> None:
    svar = hent(SEKS, *IGANG, ("p1-hjemmel", ""), ("p1-fra", ""), *NEJ, *PR)
    assert svar.status_code == 302 and "p1" not in svar["Location"]


def test_nej_lukker_og_glemmer(verden: Verden) -> None:
    svar = hent(SEKS, *IGANG, ("i1-begyndt", "sludder"), ("u1-timer", "99"), *NEJ, *PR)
    assert svar.status_code == 302 and "i1" not in svar["Location"] and "u1" not in svar["Location"]


# --- The address ----------------------------------------------------------------------------------------


def test_det_skrevne_flytter_til_sin_korte_adresse(verden: Verden) -> None:
    svar = hent(
        SEKS,
        *(
            ("start", "31-10-2025"),
            ("p7-hjemmel", "LAS_13_STK_7"),
            ("p7-fra", "01122025"),
            ("p7-til", "2025-12-31"),
        ),
        *(("p7-loeber", ""), ("i1-hjemmel", ""), *NEJ, ("pr", ""), ("navn", "Et navn hører ikke til her")),
    )
    assert svar.status_code == 302
    assert svar["Location"] == adresse(SEKS, beregning.EKSEMPEL_PAR) + "#svar"
    videre = Client().get(svar["Location"])
    assert videre.status_code == 200
    link = re.search(r'data-kopier="([^"]+)"', videre.content.decode())
    assert link and html.unescape(link[1]) == "http://testserver" + adresse(SEKS, beregning.EKSEMPEL_PAR)


@pytest.mark.parametrize("sti", [SEKS, MOEDE, SEKS + "pdf/", MOEDE + "pdf/"])
def test_et_cpr_nummer_tages_ud_af_adressen(verden: Verden, sti: str) -> None:
    cpr = str(next(iter(testnumre())))
    for skrevet in (cpr, f"{cpr[:6]}-{cpr[-4:]}"):
        for felt in ("start", "moede", "p1-fra", "andet", skrevet):
            svar = hent(sti, (felt, skrevet), *NEJ)
            assert svar.status_code == 302 and cpr[-4:] not in svar["Location"]
            videre = Client().get(svar["Location"])
            assert videre.status_code == 422 and cpr[-4:] not in videre.content.decode()
    felt = "moede" if "moedet" in sti else "start"
    videre = hent(sti, (felt, cpr), *NEJ, foelg=True)
    assert "Det ligner et CPR-nummer, og vi har fjernet det" in tekst(videre)
