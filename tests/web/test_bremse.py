"""The brake on searches, files and sheets: a plain page, a line in the log, and nobody else is stopped."""

import uuid

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse

from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.log import Art
from rehabteam.sager.models import Adgangspost, Dokument
from rehabteam.web import bremse
from rehabteam.web.klientip import klient_ip
from tests.verden import Verden


@pytest.fixture
def faa(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bremse, "HOEJST", {Art.SOEG: 3, Art.EKSPORT: 2})
    monkeypatch.setattr(bremse, "ARK_HOEJST", 2)
    cache.clear()


def _udfald(hvem: Aktoer, art: Art) -> list[int]:
    poster = Adgangspost.objects.using("vedligehold").filter(medarbejder_id=hvem.medarbejder_id, art=art)
    return list(poster.order_by("id").values_list("udfald", flat=True))


def test_den_fjerde_soegning_maa_vente(verden: Verden, faa: None) -> None:
    v = verden
    v.forloeb(navn="Birthe Borger")
    klient = v.klient(v.sagsbehandler)
    for _ in range(3):
        assert klient.post(reverse("web:soeg"), {"q": "Birthe"}).status_code == 200
    svar = klient.post(reverse("web:soeg"), {"q": "Birthe"})
    assert svar.status_code == 429 and svar["Retry-After"] == "600"
    tekst = svar.content.decode()
    assert "Vent op til 10 minutter" in tekst and "Birthe" not in tekst
    assert _udfald(v.sagsbehandler, Art.SOEG) == [200, 200, 200, 429]
    assert v.klient(v.leder).post(reverse("web:soeg"), {"q": "Birthe"}).status_code == 200, "en anden må"
    assert klient.get(reverse("web:mit_arbejde")).status_code == 200, "hun kan stadig arbejde"


def test_ogsaa_filer(verden: Verden, faa: None) -> None:
    v = verden
    sag = v.genoptaget()
    klient = v.klient(v.sagsbehandler)
    dokument = reverse(
        "web:dokument", args=[sag.id, Dokument.objects.using("vedligehold").filter(sag_id=sag.id).first().id]
    )
    svar = [klient.get(dokument, {"hent": "1"}) for _ in range(3)]
    assert [s.status_code for s in svar] == [200, 200, 429]
    assert svar[0]["Content-Disposition"].startswith("attachment")
    assert b"%PDF" not in svar[2].content
    assert _udfald(v.sagsbehandler, Art.EKSPORT) == [200, 200, 429]


def test_ark_taelles_pr_adresse(verden: Verden, faa: None) -> None:
    en, anden = Client(REMOTE_ADDR="10.1.1.1"), Client(REMOTE_ADDR="10.1.1.2")
    ark, felter = reverse("web:beregn_moedefrist_pdf"), {"moede": "11.06.2026"}
    assert [en.get(ark, felter).status_code for _ in range(3)] == [200, 200, 429]
    assert anden.get(ark, felter).status_code == 200
    assert en.get(reverse("web:beregn_moedefrist"), felter).status_code in (200, 302), "siden selv er åben"


@pytest.mark.parametrize(
    ("mellemled", "skrevet", "adresse"),
    [
        (0, "6.6.6.6", "10.0.0.1"),
        (1, "6.6.6.6", "6.6.6.6"),
        (1, "1.2.3.4, 6.6.6.6", "6.6.6.6"),
        (2, "1.2.3.4, 6.6.6.6, 7.7.7.7", "6.6.6.6"),
        (2, "6.6.6.6", "10.0.0.1"),
        (1, "", "10.0.0.1"),
    ],
)
def test_kun_vores_egne_mellemled_tros(settings: object, mellemled: int, skrevet: str, adresse: str) -> None:
    settings.MELLEMLED = mellemled  # type: ignore[attr-defined]
    hoveder = {"HTTP_X_FORWARDED_FOR": skrevet} if skrevet else {}
    assert klient_ip(RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", **hoveder)) == adresse


def test_login_taelles_ved_den_adresse_mellemleddet_saa(verden: Verden, settings: object) -> None:
    """Without it one stranger behind the proxy could shut a known name for everybody."""
    settings.MELLEMLED, settings.AXES_FAILURE_LIMIT = 1, 2  # type: ignore[attr-defined]
    navn = f"ukendt-{uuid.uuid4().hex[:8]}"

    def forsoeg(fra: str) -> int:
        hoveder = {"HTTP_X_FORWARDED_FOR": f"9.9.9.9, {fra}"}
        return Client().post("/log-ind/", {"username": navn, "password": "x"}, **hoveder).status_code

    assert [forsoeg("10.5.0.1"), forsoeg("10.5.0.1"), forsoeg("10.5.0.2")] == [422, 429, 422]


def test_afviste_filer_og_felter_staar_i_loggen(verden: Verden) -> None:
    """Someone who tries what the forms refuse is seen by whoever reviews the log."""
    v = verden
    sag = v.genoptaget()
    klient = v.klient(v.sagsbehandler)
    felter = {"slags": "dokumentation", "titel": "Prøve", "dato": "03.03.2026"}
    fil = SimpleUploadedFile("prøve.pdf", b"MZ" + b"\0" * 100)
    nyt = reverse("web:dokument_nyt", args=[sag.id])
    assert klient.post(nyt, {**felter, "fil": fil, "noegle": str(uuid.uuid4())}).status_code == 422
    dato = {**felter, "dato": "31.02.2026", "noegle": str(uuid.uuid4())}
    assert klient.post(nyt, dato).status_code == 422
    poster = Adgangspost.objects.using("vedligehold").filter(udfald=422, objekt=sag.id)
    assert [(p.art, p.rute, p.medarbejder_id) for p in poster] == [
        ("skriv", "tilfoej_dokument", v.sagsbehandler.medarbejder_id)
    ] * 2


def test_trace_giver_intet_tilbage(verden: Verden) -> None:
    for sti in ("/", "/log-ind/", "/mit-arbejde/", "/findes-ikke/"):
        svar = Client().trace(sti, HTTP_X_HEMMELIG="kom-igen", HTTP_COOKIE="a=kom-igen")
        assert svar.status_code >= 300 and b"kom-igen" not in svar.content + str(svar.headers).encode()
