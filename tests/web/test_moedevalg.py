"""Choosing the meeting: every day with its last day, too late allowed with a reason."""

import uuid
from datetime import date

from tests.verden import Verden
from tests.web.sagshjaelp import adresse, frisk, handlinger, indsend, tekst


def test_dagene_staar_med_deres_sidste_dag(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    v.moede(date(2026, 6, 11)), v.moede(date(2026, 6, 2))
    side = tekst(v.klient(v.sagsbehandler).get(adresse("vaelg_moede", sag)))
    assert "Torsdag 11. juni 2026" in side and "Send senest onsdag 3. juni 2026 · 5 hverdage" in side
    assert "For sent Sidste dag var tirsdag 26. maj 2026." in side
    assert "Strengere læsning:" in side and "Lempeligere læsning:" in side
    assert "Hvorfor vælges et møde" in side


def test_uden_noget_for_sent_spoerges_der_ikke_om_en_grund(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    moede = v.moede(date(2026, 6, 11))
    klient, url = v.klient(v.sagsbehandler), adresse("vaelg_moede", sag)
    assert "Hvorfor vælges et møde" not in tekst(klient.get(url))
    svar = indsend(klient, url, moede=str(moede.id))
    assert svar["Location"] == adresse("sag", sag)
    assert "senest onsdag 3. juni 2026" in tekst(klient.get(adresse("sag", sag)))
    assert frisk(sag, v.sagsbehandler).moede_id == moede.id
    assert "Valgt nu" in tekst(klient.get(url))


def test_for_sent_kraever_en_grund_og_er_tilladt(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    moede = v.moede(date(2026, 6, 2))
    klient, url = v.klient(v.sagsbehandler), adresse("vaelg_moede", sag)
    svar = indsend(klient, url, moede=str(moede.id), grund=" ")
    html = svar.content.decode()
    assert svar.status_code == 422 and "under fem hverdage" in tekst(svar)
    assert f'value="{moede.id}" checked' in html
    assert frisk(sag, v.sagsbehandler).moede_id is None
    assert indsend(klient, url, moede=str(moede.id), grund="Borgeren rejser.").status_code == 302
    assert frisk(sag, v.sagsbehandler).moede_sent_grund == "Borgeren rejser."
    assert "Sidste dag at sende sagen var tirsdag 26. maj 2026." in tekst(klient.get(adresse("sag", sag)))


def test_forkerte_valg(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    v.moede(date(2026, 6, 11))
    klient, url = v.klient(v.sagsbehandler), adresse("vaelg_moede", sag)
    assert "Vælg et møde." in tekst(indsend(klient, url))
    assert "Vælg et af møderne" in tekst(indsend(klient, url, moede="ikke-et-id"))
    svar = indsend(klient, url, moede=str(uuid.uuid4()))
    assert svar.status_code == 422 and "Mødet findes ikke længere." in tekst(svar)
    assert "vaelg_moede" not in handlinger(sag, v.sagsbehandler)


def test_ingen_moeder(verden: Verden) -> None:
    v = verden
    side = tekst(v.klient(v.sagsbehandler).get(adresse("vaelg_moede", v.genoptaget())))
    assert "Der er ingen kommende møder" in side and "Opret et møde" in side


def test_moedet_flyttes_efter_at_sagen_er_sendt(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    nyt = v.moede(date(2026, 6, 1))
    klient, url = v.klient(v.moedeleder), adresse("vaelg_moede", sag)
    assert "Flyt mødet" in tekst(klient.get(url))
    svar = indsend(klient, url, moede=str(nyt.id))
    assert svar.status_code == 422 and "Skriv, hvorfor mødet flyttes" in tekst(svar)
    assert indsend(klient, url, moede=str(nyt.id), grund="Lokalet er optaget.").status_code == 302
    assert frisk(sag, v.sagsbehandler).moede_id == nyt.id
