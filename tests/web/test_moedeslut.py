"""Before a case is left: the next task is asked for, the minutes are frozen, and nobody else comes in."""

from typing import Any

import pytest
from django.conf import settings

from rehabteam.dokumenter.lager import Lager
from rehabteam.handlinger.registrer_beskyttelse import registrer_beskyttelse
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Borger, Dokument, Paamindelse, Referat, Rolle, Sag
from rehabteam.sager.testnumre import testnumre
from tests.breve import aflaes
from tests.verden import DAG, Verden
from tests.web.sagshjaelp import adresse, handlinger, indsend, tekst
from tests.web.test_moederum import _felter

SLUT = "moedeslut"
CPR = testnumre()[42]


def _slut(**andet: Any) -> dict[str, Any]:
    felter = dict.fromkeys(
        ("hvad", "hvem", "inden", "ingen_opgave", "begyndt", "sluttet", "ingen_indstilling", "bemaerkninger"),
        "",
    )
    return felter | {"version": 0, "gem": "naeste"} | andet


def _to_sager(v: Verden) -> tuple[Sag, Sag]:
    sag = v.sendt(v.genoptaget(v.forloeb(navn="Birthe Hemmeligsen")))
    anden = v.genoptaget(v.forloeb(navn="Otto Udenfor"))
    v.goer(v.sagsbehandler, vaelg_moede, anden.id, moede_id=sag.moede_id)
    return sag, anden


def test_naeste_sag_spoerger_foerst_hvem_der_goer_hvad(verden: Verden) -> None:
    v = verden
    sag, anden = _to_sager(v)
    klient = v.klient(v.moedeleder)
    svar = indsend(klient, adresse("moederum", sag), **_felter(gem="naeste"))
    slut = f"{adresse(SLUT, sag)}?til={anden.id}"
    assert svar.url == slut
    side = klient.get(slut)
    html = side.content.decode()
    assert slut in klient.get(adresse("moederum", sag)).content.decode()
    for skjult in ("Hemmeligsen", "Otto", "Udenfor"):
        assert skjult not in html
    with kontekst.arbejder_som(v.moedeleder):
        cpr = Borger.objects.get(id=sag.borger_id).cpr
    assert cpr not in html and cpr[:6] not in html
    afvist = indsend(klient, slut, **_slut(bemaerkninger="Bisidderen ringer selv."))
    assert afvist.status_code == 422
    assert "Aftal, hvem der gør hvad, før I går videre." in tekst(afvist)
    assert "Bisidderen ringer selv." in afvist.content.decode()
    mulig = str(v.sagsbehandler.medarbejder_id)
    videre = indsend(klient, slut, **_slut(hvad="Ring til Nordby Genbrug", hvem=mulig, inden="30.06.2026"))
    assert videre.url == adresse("moederum", anden)
    with kontekst.arbejder_som(v.sagsbehandler):
        opgave = Paamindelse.objects.get(sag=sag)
    assert (opgave.medarbejder_id, opgave.moede_id) == (v.sagsbehandler.medarbejder_id, sag.moede_id)
    assert "Ring til Nordby Genbrug" in tekst(v.klient(v.sagsbehandler).get("/paamindelser/"))
    # Now it is one step.
    rummet = klient.get(adresse("moederum", sag))
    assert slut.split("?")[0] + "?til=moede" not in rummet.content.decode()
    assert "Ring til Nordby Genbrug" in tekst(rummet)


def test_ingen_opgave_siges_med_en_grund(verden: Verden) -> None:
    v = verden
    sag, anden = _to_sager(v)
    klient = v.klient(v.moedeleder)
    slut = adresse(SLUT, sag)
    assert indsend(klient, slut, **_slut(ingen_opgave="Sagen er trukket.")).url == adresse("moederum", anden)
    with kontekst.arbejder_som(v.moedeleder):
        assert Referat.objects.get(sag=sag).ingen_opgave == "Sagen er trukket."


@pytest.mark.parametrize(
    ("felter", "ventet"),
    [
        ({"hvad": "Ring"}, "Vælg, hvem der gør det."),
        ({"hvad": "Ring", "inden": "01.01.2020"}, "Dagen er gået."),
        ({"hvad": f"Ring om {CPR[:6]}-{CPR[6:]}"}, "Der står et CPR-nummer."),
        ({"begyndt": "10.00", "sluttet": "09.30", "gem": "gem"}, "sluttede ikke, før det begyndte"),
        ({"gem": "godkend"}, "Skriv, hvornår I begyndte på sagen."),
    ],
)
def test_hvad_der_ikke_kan_bruges_siges_ved_feltet(
    verden: Verden, felter: dict[str, str], ventet: str
) -> None:
    v = verden
    sag, _ = _to_sager(v)
    svar = indsend(v.klient(v.moedeleder), adresse(SLUT, sag), **_slut(**felter))
    assert svar.status_code == 422
    assert ventet in tekst(svar)
    assert handlinger(sag, v.moedeleder)[-1] not in ("aftal_opgave", "skriv_referat", "godkend_referat")


def test_referatet_fryses_som_pdf_og_kan_ikke_rettes(verden: Verden) -> None:
    v = verden
    sag, _ = _to_sager(v)
    klient = v.klient(v.moedeleder)
    indsend(klient, adresse("moederum", sag), **_felter())
    felter = _slut(gem="godkend", begyndt="9.30", sluttet="10.05", bemaerkninger="Tolken kom til tiden.")
    felter |= {"ingen_indstilling": "Borgeren bad om en ny dag.", "ingen_opgave": "Mødet tages om."}
    assert indsend(klient, adresse(SLUT, sag), **felter).status_code == 302
    with kontekst.arbejder_som(v.moedeleder):
        referat = Referat.objects.get(sag=sag)
        papir = Dokument.objects.get(id=referat.dokument_id)
    assert (papir.slags, papir.filnavn) == ("referat", "referat.pdf")
    laest = aflaes.tekst(Lager(settings.DATA).laes(papir.sha256))
    for ventet in ("Behandlet", "09.30-10.05", "Tolken kom til tiden.", "Borgeren bad om en ny dag."):
        assert ventet in laest
    side = klient.get(adresse(SLUT, sag))
    assert "Åbn referatet som PDF" in tekst(side)
    assert 'name="bemaerkninger"' not in side.content.decode()
    igen = indsend(klient, adresse(SLUT, sag), **_slut(gem="godkend"))
    assert igen.status_code == 422
    assert "Referatet er godkendt og låst." in tekst(igen)
    assert handlinger(sag, v.moedeleder).count("godkend_referat") == 1


def test_kun_moedelederen_og_kun_i_sin_egen_kommune(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    naboleder = v.person(Rolle.MOEDELEDER, v.nabokommune)
    assert v.klient(naboleder).get(adresse(SLUT, sag)).status_code == 404
    for hvem in (v.sagsbehandler, v.teammedlem, v.koordinator):
        assert v.klient(hvem).get(adresse(SLUT, sag)).status_code == 403


def test_to_paa_en_gang_viser_begge_tekster(verden: Verden) -> None:
    v = verden
    sag, _ = _to_sager(v)
    klient = v.klient(v.moedeleder)
    indsend(klient, adresse(SLUT, sag), **_slut(gem="gem", bemaerkninger="Den første."))
    svar = indsend(klient, adresse(SLUT, sag), **_slut(gem="gem", bemaerkninger="Den anden."))
    assert svar.status_code == 409
    assert "Den første." in tekst(svar) and "Den anden." in svar.content.decode()
    assert 'name="version" value="1"' in svar.content.decode()


def test_et_beskyttet_navn_staar_hverken_paa_siden_eller_i_referatet(verden: Verden) -> None:
    """Her name is noted at her seat in the room; it is masked from the day her protection is registered."""
    v = verden
    sag, _ = _to_sager(v)
    klient = v.klient(v.moedeleder)
    indsend(klient, adresse("moederum", sag), **_felter())
    assert "Birthe (Borger)" in tekst(klient.get(adresse(SLUT, sag)))
    v.goer(v.sagsbehandler, registrer_beskyttelse, sag.forloeb_id, fra=DAG)
    side = klient.get(adresse(SLUT, sag))
    assert "Til stede: Borger" in tekst(side)
    felter = _slut(gem="godkend", begyndt="9.30", sluttet="10.05", ingen_opgave="Mødet tages om.")
    indsend(klient, adresse(SLUT, sag), **felter | {"ingen_indstilling": "Borgeren bad om en ny dag."})
    with kontekst.arbejder_som(v.moedeleder):
        papir = Dokument.objects.get(id=Referat.objects.get(sag=sag).dokument_id)
    laest = aflaes.tekst(Lager(settings.DATA).laes(papir.sha256))
    assert "Navn beskyttet" in laest
    for navn in ("Birthe", "Hemmeligsen"):
        for vist in (side.content.decode(), laest, papir.titel, papir.filnavn):
            assert navn not in vist
