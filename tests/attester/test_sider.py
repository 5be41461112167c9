"""The pages: a step is noted, the letter says who pays and no more than is needed, and the citizen sees her appointment."""

from datetime import date, time

import pytest
from django.db import DatabaseError, connection

from rehabteam.handlinger.registrer_beskyttelse import registrer_beskyttelse
from rehabteam.sager.adgang import kontekst
from tests.attester.test_vejen import bedt, skridt
from tests.borgersiden.borgere import borgerens_klient, som_borger
from tests.borgersiden.test_samtykke import _borger
from tests.breve import aflaes
from tests.verden import DAG, Verden
from tests.web.sagshjaelp import adresse, indsend, tekst


def test_fra_listen_til_det_noterede_og_brevet(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    anmodning, klient = bedt(v, sag), v.klient(v.sagsbehandler)
    side = tekst(klient.get(adresse("attester", sag)))
    assert "ikke indhentes en ny vurdering fra lægen" in side and "MedCom" in side and "§ 4, stk. 4" in side
    ingen = "Ingen har noteret, at borgeren har fået anmodningen"
    assert f"{ingen}. Se efter senest 04.05.2026 (egen opfølgning, ikke en lovfrist)." in side
    kalender = tekst(klient.get("/kalender/", {"fra": "2026-05-27"}))
    assert f"LÆ 265. {ingen}" in kalender and "Egen opfølgning, ikke en lovfrist" in kalender
    assert ingen in tekst(klient.get("/paamindelser/"))
    vej = adresse("attestskridt", sag, anmodning.id)
    svar = indsend(klient, vej, slags="hos_laegen", dato="01.04.2026")
    assert svar.status_code == 422 and "ligger før 20.04.2026" in tekst(svar)
    assert indsend(klient, vej, slags="hos_laegen", dato="22.04.2026").status_code == 302
    assert ingen not in tekst(klient.get("/paamindelser/"))
    side = tekst(klient.get(adresse("attest", sag, anmodning.id)))
    assert "22.05.2026" in side and "5 dage over" in side and "Ryk lægen" in side
    v.goer(v.sagsbehandler, registrer_beskyttelse, sag.forloeb_id, fra=date(2026, 5, 1))
    brev = klient.get(adresse("attest_brev", sag, anmodning.id))
    assert brev["Content-Type"] == "application/pdf"
    ord_ = aflaes.tekst(brev.content)
    assert "Kommunen betaler for attesten" in ord_ and "BEK 2408/2021 § 4, stk. 4" in ord_
    assert "Navn beskyttet" in ord_ and "Birthe" not in ord_


def test_borgeren_ser_hvad_der_er_bedt_om_og_sin_tid(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    anmodning = bedt(v, sag)
    hun, borger = borgerens_klient(_borger(sag)), som_borger(_borger(sag))
    assert "Kommunen giver dig et brev" in tekst(hun.get("/min-sag/"))
    skridt(v, anmodning, "udleveret")
    skridt(v, anmodning, "tid_bestilt", date(2026, 6, 3), kl=time(9, 30))
    side = tekst(hun.get("/min-sag/"))
    assert "Attest til rehabiliteringsteamet hos Lægehuset Nordby" in side
    assert "Du har tid onsdag 3. juni 2026 kl. 09.30." in side
    skridt(v, anmodning, "modtaget", DAG)
    assert "Kommunen har fået den." in tekst(hun.get("/min-sag/"))
    with kontekst.arbejder_som(borger), connection.cursor() as cursor:
        cursor.execute("SELECT slags FROM sager_attestskridt")
        assert len(cursor.fetchall()) == 3
    for kolonne in ("af", "grund", "dokument_id"):
        with (
            pytest.raises(DatabaseError, match="permission denied"),
            kontekst.arbejder_som(borger),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"SELECT {kolonne} FROM sager_attestskridt")
