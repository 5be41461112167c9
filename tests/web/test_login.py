"""Coming in and going out: who may, what it says when it fails, and the rows in the access log."""

import uuid

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.test import Client
from django.urls import reverse

from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Adgangspost, Medarbejder
from rehabteam.web.models import Konto
from tests.verden import Verden

KODE = "en lang og hemmelig kode"
URL = "/log-ind/"


def _konto(v: Verden, hvem: Aktoer, demo: bool = True) -> str:
    """Give the person a username and a password."""
    konto = Konto.objects.using("vedligehold").get(medarbejder_id=hvem.medarbejder_id)
    konto.brugernavn = f"bruger-{uuid.uuid4().hex[:8]}"
    konto.demo = demo
    konto.set_password(KODE)
    konto.save(using="vedligehold")
    return konto.brugernavn


def _loginposter(hvem: Aktoer | None) -> list[int]:
    poster = Adgangspost.objects.using("vedligehold").filter(
        art="login", rute="log_ind", medarbejder_id=hvem.medarbejder_id if hvem else None
    )
    return list(poster.order_by("id").values_list("udfald", flat=True))


def test_ind_til_sin_forside_og_ud_igen(verden: Verden) -> None:
    v = verden
    navn = _konto(v, v.sagsbehandler)
    klient = Client()
    assert klient.get(URL).status_code == 200
    svar = klient.post(URL, {"username": navn.upper(), "password": KODE})
    assert (svar.status_code, svar["Location"]) == (302, "/")
    assert klient.get("/")["Location"] == reverse("web:mit_arbejde")
    assert klient.get(URL)["Location"] == "/"
    assert _loginposter(v.sagsbehandler) == [302]
    assert klient.get("/log-ud/").status_code == 405
    assert klient.post("/log-ud/")["Location"] == URL
    assert klient.get("/")["Location"] == URL


def test_hver_rolle_har_sin_forside(verden: Verden) -> None:
    v = verden
    for hvem, adresse in (
        (v.moedeleder, "mit_arbejde"),
        (v.sekretariat, "indbakke"),
        (v.koordinator, "mine_sager"),
    ):
        assert v.klient(hvem).get("/")["Location"] == reverse(f"web:{adresse}")


@pytest.mark.parametrize("forkert", ["navn", "kode"])
def test_det_samme_svar_hvad_der_end_er_forkert(verden: Verden, forkert: str) -> None:
    navn = _konto(verden, verden.sagsbehandler)
    foer = len(_loginposter(None))
    klient = Client(REMOTE_ADDR=f"10.1.1.{1 if forkert == 'navn' else 2}")
    svar = klient.post(
        URL,
        {
            "username": "findes-ikke" if forkert == "navn" else navn,
            "password": KODE if forkert == "navn" else "forkert kode",
        },
    )
    assert svar.status_code == 422
    assert "Brugernavnet og adgangskoden passer ikke sammen" in svar.content.decode()
    assert _loginposter(None)[foer:] == [422]
    assert _loginposter(verden.sagsbehandler) == []


def test_tomme_felter_siges_ved_feltet_og_navnet_bliver_staaende(verden: Verden) -> None:
    svar = Client().post(URL, {"username": "mette", "password": ""})
    side = svar.content.decode()
    assert svar.status_code == 422
    assert "Skriv din adgangskode." in side and 'value="mette"' in side


def test_for_mange_forsoeg_laaser(verden: Verden) -> None:
    navn = _konto(verden, verden.leder)
    klient = Client(REMOTE_ADDR="10.2.3.4")
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        assert klient.post(URL, {"username": navn, "password": "forkert"}).status_code == 422
    svar = klient.post(URL, {"username": navn, "password": "forkert"})
    assert svar.status_code == 429
    assert "Vent et kvarter" in svar.content.decode()
    assert _loginposter(None)[-1] == 429
    forsoeg = AccessAttempt.objects.using("vedligehold").get(username=navn)
    assert forsoeg.failures_since_start == settings.AXES_FAILURE_LIMIT
    assert "forkert" not in forsoeg.post_data, "en tastet adgangskode gemmes ikke"
    svar = klient.post(URL, {"username": navn, "password": KODE})
    assert svar.status_code == 429, "den rigtige kode hjælper ikke, så længe der er låst"


def test_en_stoppet_medarbejder_og_en_demokonto_uden_demo(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    v = verden
    navn = _konto(v, v.teammedlem)
    monkeypatch.setattr(settings, "DEMO", False)
    side = Client(REMOTE_ADDR="10.3.3.1").post(URL, {"username": navn, "password": KODE})
    assert side.status_code == 422
    monkeypatch.setattr(settings, "DEMO", True)
    Medarbejder.objects.using("vedligehold").filter(id=v.teammedlem.medarbejder_id).update(aktiv=False)
    side = Client(REMOTE_ADDR="10.3.3.2").post(URL, {"username": navn, "password": KODE})
    assert side.status_code == 422


@pytest.mark.parametrize(
    "next_", ["https://ond.example/", "//ond.example/", "javascript:alert(1)", "/\\ond.example"]
)
def test_next_fører_kun_hjem(verden: Verden, next_: str) -> None:
    navn = _konto(verden, verden.sagsbehandler)
    svar = Client().post(URL, {"username": navn, "password": KODE, "next": next_})
    assert svar["Location"] == "/"


def test_den_der_ikke_er_inde_kommer_tilbage_til_siden(verden: Verden) -> None:
    navn = _konto(verden, verden.sagsbehandler)
    klient = Client()
    til_login = klient.get("/mit-arbejde/")
    assert til_login["Location"] == "/log-ind/?next=%2Fmit-arbejde%2F"
    side = klient.get(til_login["Location"]).content.decode()
    assert '<input type="hidden" name="next" value="/mit-arbejde/">' in side
    svar = klient.post(URL, {"username": navn, "password": KODE, "next": "/mit-arbejde/"})
    assert svar["Location"] == "/mit-arbejde/"


def test_demoens_brugere_staar_kun_i_demoen(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    navn = _konto(verden, verden.sagsbehandler)
    side = Client().get(URL).content.decode()
    assert navn in side
    assert f'value="{navn}"' in Client().get(URL, {"som": navn}).content.decode()
    monkeypatch.setattr(settings, "DEMO", False)
    assert navn not in Client().get(URL).content.decode()


def test_sproget_huskes_og_fører_tilbage(verden: Verden) -> None:
    svar = Client().post("/sprog/", {"language": "en", "next": "/log-ind/"})
    assert svar["Location"] == "/log-ind/"
    assert svar.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"
    svar = Client().post("/sprog/", {"language": "xx", "next": "https://ond.example/"})
    assert svar["Location"] == "/"
    assert settings.LANGUAGE_COOKIE_NAME not in svar.cookies
