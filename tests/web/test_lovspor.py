"""The law as pages, open to all: each § can be read, with its edition and its doubts, and its rules can be tried.

The answers: test_lovspor_svar.py. What the form refuses and forgets: test_lovspor_fejl.py.
"""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rehabteam.lovspor import i_ord
from rehabteam.lovspor.paragraffer import PARAGRAFFER
from rehabteam.lovspor.spor import alle
from rehabteam.web.views import lovspor as views
from tests.verden import Verden
from tests.web.lovsporside import PROEVER, adresse
from tests.web.sagshjaelp import tekst


def test_listen_har_hver_paragraf_og_siger_hvad_den_handler_om(klient: Client) -> None:
    side = klient.get(reverse("web:lovspor"))
    assert side.status_code == 200
    for p in PARAGRAFFER.values():
        assert reverse("web:lovspor_paragraf", args=[p.slug]) in side.content.decode()
        assert p.emne in tekst(side)


@pytest.mark.parametrize("slug", PARAGRAFFER)
def test_hver_paragraf_kan_laeses(klient: Client, verden: Verden, slug: str) -> None:
    svar = klient.get(reverse("web:lovspor_paragraf", args=[slug]))
    assert svar.status_code == 200
    side, html = tekst(svar), svar.content.decode()
    spor = alle()[slug]
    if spor.paragraf.url:
        assert f'href="{spor.paragraf.url}"' in html
    for led in spor.led:
        assert led.hjemmel.kort in side
        for d in led.dele:
            assert d.stykke.tekst in side
            assert (d.kode.fil if d.kode else d.stykke.hvorfor) in side
        for e in led.eksempler:
            assert e.titel in side and f'id="{e.id}"' in html
    for t in spor.paragraf.tvivl:
        assert t.spoergsmaal in side and t.vores in side and t.anden in side
    for regel in spor.paragraf.regler:
        assert adresse(slug, regel) in html
    for udgave in spor.udgaver:
        assert udgave.navn in side and all(f in side for f in udgave.forbehold)
    identer = re.findall(r' id="([^"]+)"', html)
    assert len(identer) == len(set(identer))
    assert verden.klient(verden.koordinator).get(svar.request["PATH_INFO"]).status_code == 200


@pytest.mark.parametrize("slug", ["22", "0", "lab-1", "17a", "x" * 200])
def test_en_paragraf_der_ikke_er_der(klient: Client, slug: str) -> None:
    assert klient.get(f"/loven/{slug}/").status_code == 404
    assert klient.get("/loven/17/proev/par03/").status_code == 404
    assert klient.get("/loven/6/proev/par17/").status_code == 404


@pytest.mark.parametrize(("slug", "regel"), PROEVER)
def test_hver_formular_kan_aabnes_tom(klient: Client, slug: str, regel: str) -> None:
    svar = klient.get(adresse(slug, regel))
    assert svar.status_code == 200
    assert "Skriv ikke navn eller CPR-nummer" in tekst(svar)
    assert 'class="regellinje"' in svar.content.decode()


def test_siderne_spoerger_ikke_databasen_mere_for_en_lang_paragraf(klient: Client) -> None:
    antal = set()
    for slug in PARAGRAFFER:
        with CaptureQueriesContext(connection) as sql:
            klient.get(reverse("web:lovspor_paragraf", args=[slug]))
        antal.add(len(sql))
    assert len(antal) == 1


def test_reglerne_og_laesningerne_henviser_til_hinanden(klient: Client) -> None:
    regler = klient.get(reverse("web:regler")).content.decode()
    assert reverse("web:lovspor") in regler
    assert reverse("web:regler") in klient.get(reverse("web:lovspor")).content.decode()
    for navn in ("log_ind", "hjaelp", "was"):
        assert f'href="{reverse("web:lovspor")}"' in klient.get(reverse(f"web:{navn}")).content.decode()


def test_paa_engelsk_er_loven_stadig_dansk(klient: Client) -> None:
    klient.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    side = klient.get(reverse("web:lovspor_paragraf", args=["17"])).content.decode()
    assert '<html lang="en">' in side and "The law, section by section" in side
    assert "Stykke for stykke" not in side
    assert re.search(r'<h1 lang="da">', side)


def test_viewet_kender_alle_paragraffer() -> None:
    assert views.PARAGRAFFER is PARAGRAFFER and i_ord.fakta("bek2408.par17", {}) == []
