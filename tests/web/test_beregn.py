"""The public calculators: open to all, nothing kept, and nothing in the address but dates.

The answers: test_beregn_svar.py. Rows that come and go: test_beregn_raekker.py.
"""

import html
import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from rehabteam.sager.testnumre import testnumre
from rehabteam.web import beregning
from rehabteam.web.beregning_adresse import adresse
from rehabteam.web.views import beregn
from tests.verden import Verden
from tests.web.beregnside import IGANG, MOEDE, NEJ, SEKS, direkte, hent, tekst

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
