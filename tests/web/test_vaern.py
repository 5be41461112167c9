"""The guard at the door: one effect, one log row, no carry-over, and nothing shown that is not logged."""

import threading
import uuid
from datetime import date

import pytest
from django.conf import settings as django_settings
from django.db import DatabaseError, connection, connections
from django.urls import reverse

from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.dagen import dagen
from rehabteam.sager.models import Adgangspost, Haendelse, Medarbejder, Sag
from rehabteam.web.models import Konto
from tests.verden import Verden


def _poster(v: Verden) -> list[Adgangspost]:
    with kontekst.arbejder_som(v.leder):
        return list(Adgangspost.objects.filter(organisation_id=v.kommune.id).order_by("id"))


def _vurdering(noegle: object, grund: str = "Helbredet er som før.") -> dict[str, str]:
    return {"noegle": str(noegle), "aendret": "nej", "grund": grund}


def test_en_laesning_efterlader_en_linje_med_dem_der_blev_vist(verden: Verden) -> None:
    sag = verden.genoptaget()
    svar = verden.klient(verden.sagsbehandler).get(reverse("web:sag", args=[sag.id]))
    assert svar.status_code == 200 and "no-store" in svar["Cache-Control"]
    post = _poster(verden)[-1]
    assert (post.art, post.rute, post.objekt, post.udfald) == ("laes", "sag.se", sag.id, 200)
    assert post.borgere == [sag.borger_id]


def test_en_afvisning_staar_i_loggen_selv_om_alt_andet_rulles_tilbage(verden: Verden) -> None:
    fremmed = uuid.uuid4()
    svar = verden.klient(verden.sagsbehandler).get(reverse("web:sag", args=[fremmed]))
    assert svar.status_code == 404
    post = _poster(verden)[-1]
    assert (post.art, post.objekt, post.udfald) == ("afvist", fremmed, 404)


def test_kan_loggen_ikke_skrives_vises_intet(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    sag = verden.genoptaget()
    klient = verden.klient(verden.sagsbehandler)

    def i_stykker(*args: object, **kwargs: object) -> None:
        raise DatabaseError("loggen er væk")

    monkeypatch.setattr(log, "skriv", i_stykker)
    svar = klient.get(reverse("web:sag", args=[sag.id]))
    assert svar.status_code == 503
    assert b"Birthe" not in svar.content and svar["Retry-After"]


def test_den_samme_formular_to_gange_har_en_virkning(verden: Verden) -> None:
    sag = verden.genoptaget()
    klient = verden.klient(verden.sagsbehandler)
    adresse, data = reverse("web:aendringer", args=[sag.id]), _vurdering(uuid.uuid4())
    foerste, anden = klient.post(adresse, data), klient.post(adresse, data)
    assert foerste.status_code == anden.status_code == 302
    assert foerste.url == anden.url
    with kontekst.arbejder_som(verden.sagsbehandler):
        assert Haendelse.objects.filter(sag_id=sag.id, handling="vurder_aendringer").count() == 1


def test_samme_noegle_med_andet_indhold_siges_fra(verden: Verden) -> None:
    sag = verden.genoptaget()
    klient = verden.klient(verden.sagsbehandler)
    adresse, noegle = reverse("web:aendringer", args=[sag.id]), uuid.uuid4()
    klient.post(adresse, _vurdering(noegle))
    svar = klient.post(adresse, _vurdering(noegle, "En anden begrundelse."))
    assert svar.status_code == 409
    with kontekst.arbejder_som(verden.sagsbehandler):
        assert Sag.objects.get(id=sag.id).vaesentlige_aendringer_grund == "Helbredet er som før."


def test_fem_paa_en_gang_har_en_virkning(verden: Verden) -> None:
    sag = verden.genoptaget()
    adresse, data = reverse("web:aendringer", args=[sag.id]), _vurdering(uuid.uuid4())
    klienter = [verden.klient(verden.sagsbehandler) for _ in range(5)]
    svar: list[int] = []

    def send(klient: object) -> None:
        svar.append(klient.post(adresse, data).status_code)  # type: ignore[attr-defined]
        connections.close_all()

    traade = [threading.Thread(target=send, args=[k]) for k in klienter]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join(timeout=30)
    assert svar == [302] * 5
    with kontekst.arbejder_som(verden.sagsbehandler):
        assert Haendelse.objects.filter(sag_id=sag.id, handling="vurder_aendringer").count() == 1


def test_uden_noegle_sker_intet(verden: Verden) -> None:
    sag = verden.genoptaget()
    svar = verden.klient(verden.sagsbehandler).post(
        reverse("web:aendringer", args=[sag.id]), {"aendret": "nej"}
    )
    assert svar.status_code == 400


def test_fejl_i_formularen_gemmer_intet_og_beholder_det_skrevne(verden: Verden) -> None:
    sag = verden.genoptaget()
    klient = verden.klient(verden.sagsbehandler)
    adresse = reverse("web:aendringer", args=[sag.id])
    noegle = uuid.uuid4()
    svar = klient.post(adresse, {"noegle": str(noegle), "grund": "Det skrevne bliver stående."})
    assert svar.status_code == 422
    assert "Det skrevne bliver stående." in svar.content.decode()
    # The key was rolled back too: the mended form may be sent.
    assert klient.post(adresse, _vurdering(noegle)).status_code == 302


def test_en_ret_der_tages_fra_en_er_vaek_ved_naeste_klik(verden: Verden) -> None:
    klient = verden.klient(verden.sagsbehandler)
    forside = reverse("web:mit_arbejde")
    assert klient.get(forside).status_code == 200
    Medarbejder.objects.using("vedligehold").filter(id=verden.sagsbehandler.medarbejder_id).update(
        aktiv=False
    )
    assert klient.get(forside).status_code == 302


def test_demokonti_virker_kun_i_en_demo(verden: Verden, settings: object) -> None:
    klient = verden.klient(verden.sagsbehandler)
    settings.DEMO = False  # type: ignore[attr-defined]
    assert klient.get(reverse("web:mit_arbejde")).status_code == 302
    Konto.objects.using("vedligehold").filter(medarbejder_id=verden.sagsbehandler.medarbejder_id).update(
        demo=False
    )
    assert klient.get(reverse("web:mit_arbejde")).status_code == 302, (
        "en rigtig konto skal være kommet gennem en dør"
    )


def test_uden_demodag_er_dagen_den_rigtige(verden: Verden, settings: object) -> None:
    settings.DEMODAG = None  # type: ignore[attr-defined]
    assert abs((dagen() - date.today()).days) <= 1


def test_konteksten_er_vaek_efter_anmodningen(verden: Verden) -> None:
    verden.klient(verden.sagsbehandler).get(reverse("web:mit_arbejde"))
    kontekst.efterproev_ren_forbindelse()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == (f"{django_settings.ROLLEPRAEFIKS}_web",)


def test_skiftende_anmodninger_paa_samme_forbindelse_blandes_ikke(verden: Verden) -> None:
    """Two kommuner take turns on one connection, with refusals in between; nobody sees the other's citizen."""
    egen, naboens = (
        verden.forloeb(navn="Egen Borger"),
        verden.forloeb(navn="Naboens Borger", hvem=verden.naboen),
    )
    a, b = verden.klient(verden.sagsbehandler), verden.klient(verden.naboen)
    for _ in range(20):
        assert "Egen Borger" in a.get(reverse("web:forloeb", args=[egen.id])).content.decode()
        assert a.get(reverse("web:forloeb", args=[naboens.id])).status_code == 404
        assert "Naboens Borger" in b.get(reverse("web:forloeb", args=[naboens.id])).content.decode()
        assert b.get(reverse("web:forloeb", args=[egen.id])).status_code == 404
