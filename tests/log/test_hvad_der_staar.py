"""Every kind of use leaves its row: search, file, export, refusal, the closed door – and nothing that can be read."""

import hashlib
import re
import uuid

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from rehabteam.sager.adgang import log
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Adgangspost, Dokument
from rehabteam.sager.testnumre import testnumre
from tests.verden import Verden

CPR = next(iter(testnumre()))


def _seneste(**felter: object) -> Adgangspost:
    return Adgangspost.objects.using("vedligehold").filter(**felter).latest("id")


def test_en_soegning_staar_med_et_noegleaftryk_og_antal(verden: Verden) -> None:
    f = verden.forloeb(navn="Sofus Søgt")
    klient, hvem = verden.klient(verden.sagsbehandler), verden.sagsbehandler.medarbejder_id
    klient.post(reverse("web:soeg"), {"q": "Sofus Søgt"})
    post = _seneste(medarbejder_id=hvem, art="soeg")
    assert (post.antal, post.borgere, post.soegning) == (1, [f.borger_id], log.soegeord(" sofus  SØGT"))
    assert re.fullmatch("[0-9a-f]{32}", post.soegning) and post.soegning != log.soegeord("sofus søg")


def test_et_cpr_nummer_giver_samme_aftryk_med_og_uden_streg() -> None:
    assert log.soegeord(f"{CPR[:6]}-{CPR[6:]}") == log.soegeord(CPR)


def test_en_fil_staar_med_sit_aftryk_og_en_hentet_fil_er_en_eksport(verden: Verden) -> None:
    sag = verden.genoptaget()
    klient = verden.klient(verden.sagsbehandler)
    dokument = Dokument.objects.using("vedligehold").filter(sag_id=sag.id).first()
    assert dokument is not None
    adresse = reverse("web:dokument", args=[sag.id, dokument.id])
    for led, art in (("", "laes"), ("?hent", "eksport")):
        svar = klient.get(adresse + led)
        post = _seneste(objekt=sag.id, rute="dokumenter.se")
        assert (post.art, post.aftryk) == (art, hashlib.sha256(svar.content).hexdigest())
        assert post.borgere == [sag.borger_id]


def test_et_opslag_uden_login_er_en_afvisning(verden: Verden) -> None:
    sag = verden.genoptaget()
    assert Client().get(reverse("web:sag", args=[sag.id])).status_code == 302
    post = _seneste(objekt=sag.id, medarbejder_id=None)
    assert (post.art, post.rute, post.borgere) == ("afvist", "sag.se", [])


def test_en_formular_uden_vores_maerke_er_en_afvisning(verden: Verden) -> None:
    fremmed = Client(enforce_csrf_checks=True)
    fremmed.cookies = verden.klient(verden.sagsbehandler).cookies
    assert fremmed.post(reverse("web:soeg"), {"q": "Birthe"}).status_code == 403
    post = _seneste(medarbejder_id=verden.sagsbehandler.medarbejder_id)
    assert (post.art, post.rute, post.udfald) == ("afvist", "borger.soeg", 403)


def test_at_gaa_ud_staar_der_ogsaa(verden: Verden) -> None:
    verden.klient(verden.sagsbehandler).post(reverse("web:log_ud"))
    post = _seneste(medarbejder_id=verden.sagsbehandler.medarbejder_id)
    assert (post.art, post.rute) == ("login", "log_ud")


def test_en_rolle_uden_retten_staar_som_afvist(verden: Verden) -> None:
    verden.klient(verden.teammedlem).get(reverse("web:indbakke"))
    post = _seneste(medarbejder_id=verden.teammedlem.medarbejder_id)
    assert (post.art, post.rute, post.udfald) == ("afvist", "indbakke.se", 403)


@pytest.mark.parametrize(
    "felter",
    [
        {"rute": CPR},
        {"rute": "Birthe Borger"},
        {"rute": "/sag/12"},
        {"soegning": "Birthe"},
        {"soegning": CPR},
        {"aftryk": CPR},
    ],
    ids=["cpr", "navn", "adresse", "søgeord", "søgt cpr", "cpr som aftryk"],
)
def test_hverken_cpr_eller_fri_tekst_kan_staa_i_loggen(verden: Verden, felter: dict[str, str]) -> None:
    """The table itself says no, whoever writes."""
    raekke = {"anmodning": uuid.uuid4(), "rolle": "", "art": "laes", "rute": "sag.se", "udfald": 200}
    raekke |= {"borgere": []} | felter
    saetning = (
        f"INSERT INTO sager_adgangspost ({', '.join(raekke)}) VALUES ({', '.join(['%s'] * len(raekke))})"
    )
    with connections["vedligehold"].cursor() as cursor, pytest.raises(Exception, match="check constraint"):
        cursor.execute(saetning, list(raekke.values()))


def test_tiden_er_databasens_og_numrene_ens_egne(verden: Verden) -> None:
    hvem: Aktoer = verden.sagsbehandler
    verden.klient(hvem).get(reverse("web:mit_arbejde"))
    post = _seneste(medarbejder_id=hvem.medarbejder_id)
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute("SELECT now() - %s BETWEEN interval '0' AND interval '1 minute'", [post.tid])
        assert cursor.fetchone()[0]
    assert post.transaktion > 0
