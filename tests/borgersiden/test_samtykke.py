"""The citizen sees what she has said yes to, and takes it back herself: it stops at once, and her caseworker is told."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.urls import reverse

from rehabteam.handlinger.anmod_om_oplysninger import anmod_om_oplysninger
from rehabteam.handlinger.fejl import FindesIkke
from rehabteam.handlinger.giv_fuldmagt import giv_fuldmagt
from rehabteam.handlinger.registrer_samtykke import registrer_samtykke
from rehabteam.handlinger.tilbagekald_samtykke import tilbagekald_samtykke
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Anmodning, Borger, Haendelse, Sag, Samtykke
from tests.borgersiden.borgere import VED, borgerens_klient, som_bisidder, som_borger
from tests.verden import Verden
from tests.web.sagshjaelp import tekst


def _sagt_ja(v: Verden, sag: Sag, bedt: bool = True) -> Samtykke:
    ja: dict[str, Any] = {
        "oplysninger": "Statusattest om knæet",
        "kilde": "Lægehuset i Prøve",
        "formaal": "Til mødet.",
        "givet": date(2026, 5, 20),
        "maade": "underskrift",
        "praecist": True,
        "konsekvenser_oplyst": True,
    }
    samtykke = v.goer(v.sagsbehandler, registrer_samtykke, sag.id, **ja)
    if bedt:
        felter = {"attest": "LAE_125", "til": samtykke.kilde, "oplysninger": "Knæet", "daekker": True}
        v.goer(v.sagsbehandler, anmod_om_oplysninger, sag.id, samtykke_id=samtykke.id, **felter)
    return samtykke


def _borger(sag: Sag) -> Borger:
    return Borger.objects.using(VED).get(id=sag.borger_id)


def test_hun_traekker_det_selv_tilbage(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    samtykke = _sagt_ja(v, sag)
    klient = borgerens_klient(_borger(sag))
    side = tekst(klient.get("/min-sag/"))
    assert "Lægehuset i Prøve" in side and "Kommunen venter på svar." in side
    url = reverse("web:mit_samtykke_tilbage", args=[samtykke.id])
    assert "Du skal ikke sige hvorfor" in tekst(klient.get(url))
    assert klient.post(url, {"noegle": str(uuid.uuid4())})["Location"] == "/min-sag/"
    side = tekst(klient.get("/min-sag/"))
    assert (
        "Kommunen spørger ikke længere hos Lægehuset i Prøve" in side
        and "Trukket tilbage 27. maj 2026" in side
    )
    with kontekst.arbejder_som(v.sagsbehandler):
        assert Anmodning.objects.get(sag_id=sag.id).tilstand == "standset"
        tekster = Haendelse.objects.filter(sag_id=sag.id, handling="tilbagekald_samtykke").values_list(
            "tekst", "aktoer_rolle"
        )
        assert len(tekster) == 2 and {rolle for _, rolle in tekster} == {"borger"}
        assert any(t.startswith("Borgeren trak selv samtykket") for t, _ in tekster)
    arbejde = tekst(v.klient(v.sagsbehandler).get(reverse("web:mit_arbejde")))
    assert "Borgeren trak selv samtykket til at spørge Lægehuset i Prøve tilbage" in arbejde
    assert klient.post(url, {"noegle": str(uuid.uuid4())})["Location"] == "/min-sag/"


def test_en_anden_borgers_samtykke_findes_ikke(verden: Verden) -> None:
    v = verden
    sag, anden = v.genoptaget(), v.genoptaget()
    samtykke = _sagt_ja(v, sag)
    klient = borgerens_klient(_borger(anden))
    assert "Lægehuset i Prøve" not in tekst(klient.get("/min-sag/"))
    assert klient.get(reverse("web:mit_samtykke_tilbage", args=[samtykke.id])).status_code == 404
    with pytest.raises(FindesIkke):
        v.goer(som_borger(_borger(anden)), tilbagekald_samtykke, samtykke.id)
    with kontekst.arbejder_som(v.sagsbehandler):
        assert Samtykke.objects.get(id=samtykke.id).tilbagekaldt_tid is None


def test_bisidderen_roerer_ikke_ved_det(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    samtykke, borger = _sagt_ja(v, sag), _borger(sag)
    fuldmagt = v.goer(
        som_borger(borger), giv_fuldmagt, borger.id, navn="Bente", til=date(2026, 9, 1), dokumenter=True
    )
    with pytest.raises((FindesIkke, IngenRet)):
        v.goer(som_bisidder(fuldmagt), tilbagekald_samtykke, samtykke.id)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT registreret_af FROM sager_samtykke",
        "SELECT udelukkede FROM sager_samtykke",
        "UPDATE sager_samtykke SET oplysninger = 'andet'",
        "INSERT INTO sager_samtykke (id) VALUES (gen_random_uuid())",
        "SELECT registreret_af FROM sager_anmodning",
        "UPDATE sager_anmodning SET til = 'en anden'",
        "DELETE FROM sager_samtykke",
    ],
)
def test_hun_ser_ikke_hvem_der_skrev_det_og_skriver_ikke_om(verden: Verden, sql: str) -> None:
    sag = verden.genoptaget()
    _sagt_ja(verden, sag)
    hun = som_borger(_borger(sag))
    with kontekst.arbejder_som(hun), connection.cursor() as cursor:
        cursor.execute("SELECT kilde FROM sager_samtykke")
        assert cursor.fetchall() == [("Lægehuset i Prøve",)]
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        kontekst.arbejder_som(hun),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
