"""Each one's own meetings: the days that are hers, what she has read, and notes that nobody else ever sees."""

import uuid
from datetime import date, time
from typing import Any

import pytest
from django.db import connections
from django.urls import reverse

from rehabteam.handlinger.aflys_moede import aflys_moede
from rehabteam.handlinger.afslut_sag import afslut_sag
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.skriv_laesenote import skriv_laesenote
from rehabteam.handlinger.slet_laesenote import slet_laesenote
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Haendelse, Laesenote, Rolle, Sag
from rehabteam.sager.udtraek.mine_moeder import mine_dage
from tests.verden import DAG, PDF, Verden

VED = "vedligehold"


def _sag(v: Verden, navn: str, dato: date = date(2026, 6, 11)) -> Sag:
    sag = v.genoptaget(v.forloeb(navn=navn))
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=v.moede(dato).id)
    with kontekst.arbejder_som(v.moedeleder):
        return Sag.objects.select_related("moede", "borger").get(id=sag.id)


def _dage(hvem: Aktoer) -> dict[date, list[str]]:
    with kontekst.arbejder_som(hvem):
        return {d.moede.dato: [s.sag.nummer for s in d.sager] for d in mine_dage(hvem, DAG)}


def _side(v: Verden, hvem: Aktoer, adresse: str = "/mine-moeder/") -> str:
    return v.klient(hvem).get(adresse).content.decode()


def _skriv(v: Verden, hvem: Aktoer, sag: Sag, tekst: str, version: int = 0) -> Laesenote:
    return v.goer(hvem, skriv_laesenote, sag.id, tekst=tekst, version=version)


def test_hver_ser_sine_egne_dage(verden: Verden) -> None:
    v = verden
    sag = _sag(v, "Dagmar Dag")
    kollega = v.person(Rolle.SAGSBEHANDLER, v.kommune, "Kaj Kollega")
    tom = v.moede(date(2026, 6, 18))
    assert _dage(v.sagsbehandler) == {date(2026, 6, 11): [sag.nummer]}
    assert _dage(v.moedeleder) == _dage(v.teammedlem) == {date(2026, 6, 11): [sag.nummer], tom.dato: []}
    assert _dage(kollega) == {} and _dage(v.naboen) == {}
    with connections[VED].cursor() as cursor:  # a day that names its own team is not everybody's
        cursor.execute(
            "INSERT INTO sager_moedemedlem (id, kommune_id, region_id, moede_id, fagomraade, organisation_id, "
            "medarbejder_id, navn, stedfortraeder_navn) VALUES (%s, %s, %s, %s, 'social', %s, %s, 'K', '')",
            [uuid.uuid4(), v.kommune.id, v.region.id, tom.id, v.kommune.id, kollega.medarbejder_id],
        )
    assert _dage(kollega) == {tom.dato: []} and tom.dato not in _dage(v.teammedlem)


def test_koordinatoren_ser_dagene_med_sine_sager(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    assert _dage(v.koordinator) == {date(2026, 6, 11): [sag.nummer]}
    assert _dage(v.anden_koordinator) == {}
    side = _side(v, v.koordinator)
    assert "Dine noter" not in side and "Næste ulæste" in side
    assert "Dine egne noter</label>" not in _side(v, v.koordinator, f"/mine-moeder/{sag.id}/")


@pytest.mark.usefixtures("med_kontekst")
def test_laest_taelles_og_naeste_ulaeste_peger_paa_et_dokument(verden: Verden) -> None:
    v = verden
    sag = _sag(v, "Lise Læst")  # what followed along has the same bytes: read once, read everywhere
    papir = {
        "filnavn": "a.pdf",
        "data": PDF.replace(b"842", b"840"),
        "titel": "Nyt papir",
        "slags": "dokumentation",
    }
    v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, **papir, dato=date(2026, 5, 1))
    klient = v.klient(v.teammedlem)
    assert "6 af 6 ulæst" in klient.get("/mine-moeder/").content.decode()
    foer = klient.get(f"/mine-moeder/{sag.id}/").context
    assert foer["ulaeste"] == 6 and foer["naeste"].dokument.titel == "Nyt papir"
    klient.get(reverse("web:alle_dokumenter", args=[sag.id]), {"dokument": foer["naeste"].dokument.id})
    efter = klient.get(f"/mine-moeder/{sag.id}/").context
    assert efter["ulaeste"] == 5 and efter["naeste"].dokument.titel != "Nyt papir"
    klient.get(reverse("web:alle_dokumenter", args=[sag.id]), {"dokument": efter["naeste"].dokument.id})
    assert "Alt er læst" in klient.get("/mine-moeder/").content.decode()
    assert v.klient(v.moedeleder).get(f"/mine-moeder/{sag.id}/").context["ulaeste"] == 6


def test_ingen_andre_ser_ens_noter(verden: Verden) -> None:
    v = verden
    sag = _sag(v, "Nanna Note")
    _skriv(v, v.teammedlem, sag, "Spørg om transporten")
    assert "Spørg om transporten" in _side(v, v.teammedlem, f"/mine-moeder/{sag.id}/")
    for anden in (v.moedeleder, v.sagsbehandler, v.person(Rolle.TEAMMEDLEM, v.kommune, "Tove To")):
        assert "transporten" not in _side(v, anden, f"/mine-moeder/{sag.id}/")
        with kontekst.arbejder_som(anden):
            assert not Laesenote.objects.exists()
        with pytest.raises(FindesIkke):
            v.goer(anden, slet_laesenote, sag.id)
    with kontekst.arbejder_som(v.leder):  # that there is a note on this case is nobody else's either
        assert Haendelse.objects.get(handling="skriv_laesenote").sag_id is None
    for hvem, fejl in ((v.leder, IngenRet), (v.koordinator, IngenRet), (v.naboen, FindesIkke)):
        with pytest.raises(fejl):
            _skriv(v, hvem, sag, "x")
    assert v.klient(v.naboen).get(f"/mine-moeder/{sag.id}/").status_code == 404


def test_noten_rettes_slettes_og_gaar_med_sagen(verden: Verden) -> None:
    v = verden
    sag = _sag(v, "Gerda Gået")
    _skriv(v, v.teammedlem, sag, "En")
    with pytest.raises(KanIkke, match="andet vindue"):
        _skriv(v, v.teammedlem, sag, "To")
    assert _skriv(v, v.teammedlem, sag, "To", version=1).version == 2
    v.goer(v.teammedlem, slet_laesenote, sag.id)
    _skriv(v, v.teammedlem, sag, "Tre")
    _skriv(v, v.moedeleder, sag, "Min")
    v.goer(v.sagsbehandler, afslut_sag, sag.id, resultat="trukket", grund="Borgeren ringede.")
    with connections[VED].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sager_laesenote WHERE sag_id = %s", [sag.id])
        assert cursor.fetchone() == (0,)
    with pytest.raises(IngenRet):
        _skriv(v, v.teammedlem, sag, "Fire")


def test_formularen_gemmer_og_siger_fra(verden: Verden) -> None:
    v = verden
    sag = _sag(v, "Frida Formular")
    klient = v.klient(v.teammedlem)
    adresse = f"/mine-moeder/{sag.id}/"

    def send(sti: str = adresse, **felter: Any) -> Any:
        return klient.post(sti, {"noegle": str(uuid.uuid4())} | felter)

    assert send(tekst="Husk pausen", version="0").status_code == 302
    forkert = send(tekst="Uden version", version="0")
    assert forkert.status_code == 422 and "Uden version" in forkert.content.decode()
    assert 'name="version" value="1"' in forkert.content.decode()
    assert (
        send(tekst=f"Borgeren er {sag.borger.cpr[:6]}-{sag.borger.cpr[6:]}", version="1").status_code == 422
    )
    assert send(f"{adresse}slet-note/").status_code == 302
    assert send(f"{adresse}slet-note/").status_code == 404


@pytest.mark.usefixtures("med_kontekst")
def test_siden_med_indkaldelser_siger_til_og_giver_en_fil(verden: Verden) -> None:
    v = verden
    sag = _sag(v, "Inga Indkaldt")
    klient = v.klient(v.sagsbehandler)
    adresse = f"/sag/{sag.id}/indkaldelser/"

    def tryk(navn: str, **mere: str) -> Any:
        raekker = klient.get(adresse).context["raekker"]
        uid = next(r["p"].uid for r in raekker if r["p"].modtager == navn)
        return klient.post(adresse, {"noegle": str(uuid.uuid4()), "uid": uid} | mere)

    assert "Digital Post er ikke koblet på" in klient.get(adresse).content.decode()
    assert tryk("borger").status_code == tryk("sagsbehandler").status_code == 302
    assert tryk("borger").status_code == 422
    fil = next(
        r["p"].seneste for r in klient.get(adresse).context["raekker"] if r["p"].modtager == "sagsbehandler"
    )
    svar = klient.get(f"/indkaldelse/{fil.id}/kalender/")
    assert svar["Content-Type"] == "text/calendar; charset=utf-8; method=REQUEST"
    assert svar["Content-Disposition"] == 'attachment; filename="moede-2026-06-11.ics"'
    assert "Inga" not in svar.content.decode() and sag.nummer in svar.content.decode()
    assert v.klient(v.naboen).get(f"/indkaldelse/{fil.id}/kalender/").status_code == 404
    v.goer(v.moedeleder, aflys_moede, sag.moede_id, grund="Sygdom i teamet.")
    side = klient.get(adresse).content.decode()
    assert "Indkaldelsen er ikke længere rigtig" in side and "Lav aflysningen" in side
    assert "Indkaldelsen er ikke længere rigtig" in klient.get(f"/sag/{sag.id}/").content.decode()
    assert tryk("sagsbehandler").status_code == 302
    ny = next(
        r["p"].seneste for r in klient.get(adresse).context["raekker"] if r["p"].modtager == "sagsbehandler"
    )
    assert "METHOD:CANCEL" in klient.get(f"/indkaldelse/{ny.id}/kalender/").content.decode()


def test_dagens_side_laver_teamets_filer(verden: Verden) -> None:
    v = verden
    sag = _sag(v, "Didde Dagens")
    medlem = v.teammedlem
    klient = v.klient(v.moedeleder)
    adresse = f"/moeder/{sag.moede_id}/indkaldelser/"
    assert "Lav 2 kalenderfiler" in klient.get(adresse).content.decode()
    assert klient.post(adresse, {"noegle": str(uuid.uuid4())}).status_code == 302
    assert klient.post(adresse, {"noegle": str(uuid.uuid4())}).status_code == 422
    assert "Hent til kalenderen" in _side(v, medlem)
    assert v.klient(medlem).post(adresse, {"noegle": str(uuid.uuid4())}).status_code == 403
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=sag.moede_id, kl=time(11))
    assert "Indkaldelsen er ikke længere rigtig" in klient.get(adresse).content.decode()
