"""Sending: at once when all is there in time; else with a reason; once, whoever presses."""

import uuid
from datetime import date

from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.handlinger.vurder_aendringer import vurder_aendringer
from rehabteam.sager.models import Sag
from tests.verden import PDF, Verden
from tests.web.sagshjaelp import adresse, frisk, handlinger, indsend, tekst


def _klar(v: Verden, moede: date = date(2026, 6, 11)) -> Sag:
    sag = v.genoptaget()
    for_sent = "Sent." if moede < date(2026, 6, 3) else ""
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=v.moede(moede).id, grund=for_sent)
    v.goer(v.sagsbehandler, skriv_resume, sag.id, tekst="Tekst.", faerdigt=True, version=0)
    v.goer(
        v.sagsbehandler,
        tilfoej_dokument,
        sag.id,
        filnavn="a.pdf",
        data=PDF,
        titel="Opfølgning",
        slags="dokumentation",
        dato=date(2026, 5, 1),
    )
    v.goer(v.sagsbehandler, vurder_aendringer, sag.id, aendret=False, grund="Som før.")
    return sag


def test_klar_og_rettidig_sendes_straks(verden: Verden) -> None:
    v = verden
    sag = _klar(v)
    klient, url = v.klient(v.sagsbehandler), adresse("send", sag)
    assert "Hvorfor sendes sagen alligevel?" not in tekst(klient.get(url))
    assert indsend(klient, url)["Location"] == adresse("sag", sag)
    efter = frisk(sag, v.sagsbehandler)
    assert (efter.tilstand, efter.sendt_for_sent, efter.sendt_mangler) == ("sendt", False, 0)
    assert (efter.sendt_aarsag, efter.sendt_krav) == ("", 7)
    side = tekst(klient.get(adresse("sag", sag)))
    assert "Sagen er sendt til Klinisk Funktion i Region Prøve." in side and "Rettidig" in side
    assert v.klient(v.sekretariat).get(adresse("sag", sag)).status_code == 200


def test_mangler_kraever_en_grund(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=v.moede().id)
    klient, url = v.klient(v.sagsbehandler), adresse("send", sag)
    side = tekst(klient.get(url))
    assert "Send sagen, selv om noget mangler" in side and "Tre ting mangler" in side
    svar = indsend(klient, url, grund="")
    assert svar.status_code == 422 and "Noget mangler. Skriv hvorfor" in tekst(svar)
    assert frisk(sag, v.sagsbehandler).sendt_dag is None
    assert indsend(klient, url, grund="Resuméet kommer i morgen.").status_code == 302
    efter = frisk(sag, v.sagsbehandler)
    assert (efter.sendt_grund, efter.sendt_mangler) == ("Resuméet kommer i morgen.", 3)
    assert (efter.sendt_aarsag, efter.sendt_krav, efter.sendt_til_stede) == ("", 7, 4)
    side = tekst(klient.get(adresse("sag", sag)))
    assert "»Resuméet kommer i morgen.«" in side and "3 punkter manglede" in side


def test_for_sent_er_tilladt_med_en_grund(verden: Verden) -> None:
    v = verden
    sag = _klar(v, date(2026, 6, 2))
    klient, url = v.klient(v.sagsbehandler), adresse("send", sag)
    assert "Sagen skulle være sendt senest tirsdag 26. maj 2026" in tekst(klient.get(url))
    assert indsend(klient, url).status_code == 422
    uden_aarsag = indsend(klient, url, grund="Bisidderen var syg.")
    assert uden_aarsag.status_code == 422 and "Vælg, hvorfor sagen sendes for sent." in tekst(uden_aarsag)
    assert indsend(klient, url, grund="Bisidderen var syg.", aarsag="helt_andet").status_code == 422
    assert indsend(klient, url, grund="Bisidderen var syg.", aarsag="borgeren").status_code == 302
    efter = frisk(sag, v.sagsbehandler)
    assert efter.sendt_for_sent and efter.sendt_aarsag == "borgeren"
    side = tekst(v.klient(v.sekretariat).get("/indbakke/"))
    assert "Der blev ventet på borgeren" in side
    side = tekst(v.klient(v.sekretariat).get(adresse("sag", sag)))
    assert "For sent, begrundet" in side and "Bisidderen var syg." in side


def test_uden_moede_siges_det_foerst(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient, url = v.klient(v.sagsbehandler), adresse("send", sag)
    assert "Vælg et møde først." in tekst(klient.get(url))
    assert indsend(klient, url, grund="Prøve").status_code == 422
    assert frisk(sag, v.sagsbehandler).sendt_dag is None


def test_to_gange_og_to_sagsbehandlere_sender_een_gang(verden: Verden) -> None:
    v = verden
    sag = _klar(v)
    klient, url, noegle = v.klient(v.sagsbehandler), adresse("send", sag), str(uuid.uuid4())
    for _ in range(2):
        assert indsend(klient, url, noegle)["Location"] == adresse("sag", sag)
    anden = v.klient(v.leder)
    assert indsend(anden, url)["Location"] == adresse("sag", sag)
    assert "Sagen blev allerede sendt onsdag 27. maj 2026." in tekst(anden.get(adresse("sag", sag)))
    assert handlinger(sag, v.sagsbehandler).count("send_til_region") == 1


def test_kun_myndigheden_sender(verden: Verden) -> None:
    v = verden
    sag = _klar(v)
    for hvem in (v.moedeleder, v.teammedlem, v.sekretariat, v.koordinator):
        assert indsend(v.klient(hvem), adresse("send", sag)).status_code in (403, 404), hvem.rolle
    assert indsend(v.klient(v.naboen), adresse("send", sag)).status_code == 404
    assert frisk(sag, v.sagsbehandler).sendt_dag is None
