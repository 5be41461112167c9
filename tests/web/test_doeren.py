"""The door from outside: forged forms, borrowed cookies, files that are not files, and papers of other cases."""

import re
import uuid
from datetime import date

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from rehabteam.handlinger.skriv_notat import FELTER, skriv_notat
from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.traek_dokument_tilbage import traek_dokument_tilbage
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Dokument, Sag
from rehabteam.web.models import Konto
from tests.verden import PDF, Verden
from tests.web.sagshjaelp import adresse, indsend

KODE = "en lang og hemmelig kode"
LOGIN = settings.SESSION_COOKIE_NAME


def _konto(v: Verden, hvem: Aktoer | None = None) -> str:
    konto = Konto.objects.using("vedligehold").get(medarbejder_id=(hvem or v.sagsbehandler).medarbejder_id)
    konto.brugernavn = f"bruger-{uuid.uuid4().hex[:8]}"
    konto.set_password(KODE)
    konto.save(using="vedligehold")
    return konto.brugernavn


def _log_ind(klient: Client, navn: str) -> HttpResponse:
    return klient.post("/log-ind/", {"username": navn, "password": KODE}, REMOTE_ADDR="10.7.7.7")


def test_en_login_kage_man_har_faaet_stukket_ud_bliver_ikke_til_et_login(verden: Verden) -> None:
    """Session fixation: the cookie after the login is never the one that came before it."""
    navn, klient = _konto(verden), Client()
    klient.cookies[LOGIN] = plantet = "a" * 32
    assert _log_ind(klient, navn).status_code == 302
    assert klient.cookies[LOGIN].value != plantet
    foerste = klient.cookies[LOGIN].value
    tyv = Client()
    tyv.cookies[LOGIN] = plantet
    assert tyv.get("/mit-arbejde/").status_code == 302
    assert _log_ind(klient, _konto(verden, verden.leder)).status_code == 302
    assert klient.cookies[LOGIN].value != foerste, "den næste ved samme skærm får sin egen"
    kopi = Client()
    kopi.cookies[LOGIN] = foerste
    assert kopi.get("/mit-arbejde/").status_code == 302


def test_log_ud_lukker_ogsaa_en_kopi_af_kagen(verden: Verden) -> None:
    navn, klient, kopi = _konto(verden), Client(), Client()
    _log_ind(klient, navn)
    kopi.cookies[LOGIN] = klient.cookies[LOGIN].value
    assert kopi.get("/mit-arbejde/").status_code == 200
    klient.post("/log-ud/")
    assert kopi.get("/mit-arbejde/").status_code == 302


def test_kagerne_kan_ikke_laeses_af_scripts_og_foelger_ikke_med_udefra(verden: Verden) -> None:
    klient = Client()
    _log_ind(klient, _konto(verden))
    kage = klient.cookies[LOGIN]
    assert kage["httponly"] and kage["samesite"] == "Lax"


@pytest.mark.parametrize("sti", ["/log-ind/", "/log-ud/", "/sprog/", "/soeg/", "/moeder/nyt/"])
def test_en_formular_fra_et_andet_sted_afvises_paa_dansk(verden: Verden, sti: str) -> None:
    klient = Client(enforce_csrf_checks=True)
    klient.cookies = verden.klient(verden.sagsbehandler).cookies
    svar = klient.post(sti, {"q": "Birthe", "noegle": str(uuid.uuid4())})
    assert svar.status_code == 403
    assert "Siden var for gammel til at blive sendt" in svar.content.decode()
    assert "Birthe" not in svar.content.decode()


@pytest.mark.parametrize(
    "ude",
    [
        "//ond.example",
        "https://ond.example",
        "javascript:alert(1)",
        "/\\ond.example",
        "\x00//ond",
        "///ond.example",
    ],
)
def test_sproget_foerer_ikke_ud_af_huset(ude: str, verden: Verden) -> None:
    svar = Client().post("/sprog/", {"language": "da", "next": ude})
    assert svar["Location"] == "/"
    side = Client().get("/log-ind/", {"next": ude}).content.decode()
    assert not re.search(r'name="next" value="[^"]*ond', side)


@pytest.mark.parametrize(
    "sti",
    [
        "../../etc/passwd",
        "%2e%2e/%2e%2e/etc/passwd",
        "..%2f..%2fopsaetning/base.py",
        "%00",
        "web/",
        "/etc/passwd",
    ],
)
def test_static_giver_kun_sine_egne_filer(verden: Verden, sti: str) -> None:
    klient = Client(raise_request_exception=False)
    assert klient.get(f"/static/{sti}").status_code == 404


def test_et_dokument_aabnes_kun_paa_sin_egen_sag(verden: Verden) -> None:
    v = verden
    min_, anden = v.genoptaget(), v.genoptaget()
    fremmed = Dokument.objects.using("vedligehold").filter(sag=anden).first()
    assert fremmed
    klient = v.klient(v.sagsbehandler)
    for side in ("dokument", "dokument_tilbage"):
        assert klient.get(adresse(side, min_, fremmed.id)).status_code == 404
    assert indsend(klient, adresse("dokument_tilbage", min_, fremmed.id), grund="x").status_code == 404
    assert klient.get(adresse("alle_dokumenter", min_) + f"?dokument={fremmed.id}").status_code == 404
    assert klient.get(adresse("dokument", anden, fremmed.id)).status_code == 200


def test_det_der_er_trukket_tilbage_vises_ingen_steder(verden: Verden) -> None:
    v, sag = verden, verden.hos_koordinator()
    papir = {"filnavn": "a.pdf", "data": PDF + b"\n", "titel": "Hemmelig titel", "slags": "dokumentation"}
    d = v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, **papir, dato=date(2026, 5, 1))
    assert "Hemmelig titel" in v.klient(v.koordinator).get(adresse("sag_dokumenter", sag)).content.decode()
    v.goer(v.sagsbehandler, traek_dokument_tilbage, sag.id, d.id, grund="Det hører til en anden borger.")
    for hvem in (v.sagsbehandler, v.sekretariat, v.koordinator):
        klient = v.klient(hvem)
        assert klient.get(adresse("dokument", sag, d.id)).status_code == 410
        assert klient.get(adresse("alle_dokumenter", sag) + f"?dokument={d.id}").status_code == 404
        assert "Hemmelig titel" not in klient.get(adresse("alle_dokumenter", sag)).content.decode()
    for hvem, ser in ((v.sagsbehandler, True), (v.sekretariat, False), (v.koordinator, False)):
        assert _findes(v, hvem, sag, "Det hører til en anden borger.") is ser, hvem.rolle


def test_kladder_ses_kun_hjemme(verden: Verden) -> None:
    """A draft note is its author's; a draft resumé the kommune's; a case not sent is nobody else's."""
    v = verden
    kun_hjemme = v.genoptaget()
    v.goer(v.sagsbehandler, skriv_resume, kun_hjemme.id, tekst="Kladdens ord", faerdigt=False, version=0)
    for hvem in (v.sekretariat, v.koordinator, v.naboen, v.fjernt_sekretariat):
        assert v.klient(hvem).get(adresse("sag", kun_hjemme)).status_code == 404
    sag = v.hos_koordinator(v.sendt(kun_hjemme))
    v.goer(v.koordinator, skriv_notat, sag.id, version=0, **dict.fromkeys(FELTER, "Notatets kladde"))
    for hvem in (v.sagsbehandler, v.leder, v.moedeleder, v.sekretariat):
        assert not _findes(v, hvem, sag, "Notatets kladde")
    for hvem in (v.sekretariat, v.koordinator):
        assert not _findes(v, hvem, sag, "Kladdens ord")
    assert v.klient(v.anden_koordinator).get(adresse("sag", sag)).status_code == 404


def _findes(v: Verden, hvem: Aktoer, sag: Sag, tekst: str) -> bool:
    klient = v.klient(hvem)
    faner = (
        "sag",
        "sag_forberedende",
        "sag_dokumenter",
        "sag_team",
        "sag_koordinator",
        "sag_historik",
        "resume",
        "notat",
    )
    return any(tekst in klient.get(adresse(fane, sag)).content.decode() for fane in faner)


def test_den_gamle_sag_er_urort(verden: Verden) -> None:
    """Nothing can be written on the closed case that the re-submission springs from."""
    v = verden
    gammel = Sag.objects.using("vedligehold").get(id=v.genoptaget().udspringer_af_id)
    klient = v.klient(v.sagsbehandler)
    for side in ("resume", "aendringer", "dokument_nyt", "vaelg_moede", "send", "indsatsplan"):
        svar = indsend(klient, adresse(side, gammel), grund="x", tekst="x", version="0", aendret="nej")
        assert svar.status_code == 403, side
    leder = v.klient(v.moedeleder)
    for side in ("moederum", "indstilling_afgiv"):
        svar = indsend(leder, adresse(side, gammel), version="0")
        assert svar.status_code in (302, 403), side
    efter = Sag.objects.using("vedligehold").get(id=gammel.id)
    assert (efter.version, efter.tilstand) == (gammel.version, gammel.tilstand)


def test_en_forkert_adresse_beholder_ens_menu(verden: Verden) -> None:
    svar = verden.klient(verden.sagsbehandler).get("/findes-ikke/")
    assert svar.status_code == 404 and "no-store" in svar["Cache-Control"]
    assert "Sanne Sagsbehandler" in svar.content.decode()


def test_et_uuid_i_store_bogstaver_er_ikke_en_adresse(verden: Verden) -> None:
    sag = verden.genoptaget()
    klient = verden.klient(verden.sagsbehandler)
    for skrevet in (str(sag.id).upper(), f"{{{sag.id}}}", sag.id.hex, f"urn:uuid:{sag.id}"):
        assert klient.get(f"/sag/{skrevet}/").status_code == 404
    assert klient.get(reverse("web:sag", args=[sag.id])).status_code == 200
