"""Making a case of any kind in the browser, answering its questions, and what its first page then says."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rehabteam.handlinger.opret_sag import opret_sag
from rehabteam.handlinger.skriv_plandel import Indhold, skriv_plandel
from rehabteam.handlinger.svar_paa_spoergsmaal import svar_paa_spoergsmaal
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Haendelse, Sag, Skoen
from rehabteam.sager.sagsarter import ARTER
from rehabteam.sager.testnumre import testnumre
from tests.handlinger.test_sagens_slags import VEJE
from tests.verden import Verden
from tests.web.sagshjaelp import adresse, indsend, tekst

NY = {"foedselsdato": "", "telefon": "", "bisidder": "", "tolk": "", "egne_ord": ""}


def ny_sag(v: Verden, art: str, **svar: object) -> Sag:
    return v.goer(v.sagsbehandler, opret_sag, art=art, borger_id=v.forloeb().borger_id, svar=svar)


def test_en_sag_med_en_ny_borger_og_svarene_paa_slagsens_spoergsmaal(verden: Verden) -> None:
    v = verden
    klient = v.klient(v.sagsbehandler)
    side = tekst(klient.get(reverse("web:sag_ny")))
    for art in ARTER.values():
        assert (art.navn in side) == art.vaelges or not art.vaelges
    url = reverse("web:sag_ny") + "?art=jaf_foerste"
    assert "§ 13 d" in tekst(klient.get(url))
    data = NY | {"cpr": testnumre()[40], "navn": "Nora Nysag", "svar_indsats_13d": "ja"}
    svar = indsend(klient, url, **data)
    assert svar.status_code == 302
    side = tekst(klient.get(svar["Location"]))
    assert "Sagen er oprettet." in side and "Det er ikke afklaret" in side
    assert "Hvordan ophørte sygedagpengene?" in side and "Svar først" in side
    assert "§ 3, stk. 1" not in side  # nothing is asked before the way is known
    sag_id = svar["Location"].rstrip("/").rsplit("/", 1)[-1]
    svar_url = reverse("web:sag_svar", args=[sag_id])
    svar = indsend(klient, svar_url, spoergsmaal="ophoer", vaerdi="SDL_24_STK_1")
    assert svar.status_code == 302
    side = tekst(klient.get(svar["Location"]))
    assert (
        "Sagen skal ikke for rehabiliteringsteamet" in side and "Rehabiliteringsteam Sundhedskoo" not in side
    )


def test_cpr_der_ikke_kan_laeses_bliver_i_formularen(verden: Verden) -> None:
    klient = verden.klient(verden.sagsbehandler)
    svar = indsend(klient, reverse("web:sag_ny") + "?art=fleksjob", **NY, cpr="12", navn="Niels")
    assert svar.status_code == 422 and "Niels" in svar.content.decode()


@pytest.mark.parametrize("art", VEJE)
def test_overblikket_siger_det_reglerne_siger_i_hver_slags(verden: Verden, art: str) -> None:
    v = verden
    sag = ny_sag(v, art)
    side = tekst(v.klient(v.sagsbehandler).get(adresse("sag", sag)))
    vej = VEJE[art]
    assert ("Frist før mødet: Ikke angivet" in side) == (vej == "team")
    assert ("Kommunen afgør selv" in side) == (vej == "uden_team")
    assert ("Vælg møde" in side or "Se de mulige dage" in side) == (vej == "team")
    assert ("Svar først" in side) == (vej == "uafklaret")
    if art == "ressourceforloeb":
        assert "ting mangler, før sagen er klar" in side and "§ 3, stk. 1, nr. 2" in side
    if art == "samtale_113_stk3":
        assert "Forberedende del" not in side and "Rehabiliteringsteam Sund" not in side


def test_et_svar_gemmes_med_grund_navn_og_dag_og_det_gamle_ses(verden: Verden) -> None:
    v = verden
    sag = ny_sag(v, "ftp_12_team")
    klient = v.klient(v.sagsbehandler)
    url = reverse("web:sag_svar", args=[sag.id])
    data = {"spoergsmaal": "helt_aabenbart", "vaerdi": "ja", "grund": " ", "naeste": ""}
    svar = indsend(klient, url, **data)
    assert svar.status_code == 422 and "Skriv, hvad du lægger vægt på" in tekst(svar)
    indsend(klient, url, **data | {"grund": "Tre specialister siger det samme."})
    indsend(klient, url, **data | {"vaerdi": "nej", "grund": "Ny behandling."})
    side = tekst(klient.get(f"{url}?spoergsmaal=helt_aabenbart"))
    assert "Tre specialister siger det samme." in side and "Gælder nu" in side
    assert side.index("Ny behandling.") < side.index("Tre specialister")
    with kontekst.arbejder_som(v.sagsbehandler):
        assert Skoen.objects.filter(sag=sag, noegle="helt_aabenbart").count() == 2
    alle = tekst(klient.get(url))
    assert "Er det helt åbenbart" in alle and "Nej" in alle
    assert klient.get(f"{url}?spoergsmaal=vrøvl").status_code == 404
    assert v.klient(v.naboen).get(url).status_code == 404


def test_naeste_foerer_kun_til_vores_egne_sider(verden: Verden) -> None:
    v = verden
    sag = ny_sag(v, "fleksjob")
    data = {"spoergsmaal": "sagstype_angivet", "vaerdi": "ja", "grund": ""}
    url = reverse("web:sag_svar", args=[sag.id])
    svar = indsend(v.klient(v.sagsbehandler), url, **data, naeste="https://ond.example/")
    assert svar["Location"] == adresse("sag", sag)


def test_en_kendt_borger_har_sine_aabne_sager_paa_siden(verden: Verden) -> None:
    v = verden
    sag = ny_sag(v, "fleksjob")
    klient = v.klient(v.sagsbehandler)
    url = reverse("web:sag_ny_paa", args=[sag.borger_id])
    assert sag.nummer in tekst(klient.get(url))
    svar = indsend(klient, url + "?art=fleksjob")
    assert svar.status_code == 422 and sag.nummer in tekst(svar)
    assert indsend(klient, url + "?art=revalidering").status_code == 302
    assert v.klient(v.naboen).get(url).status_code == 404


def test_regionen_ser_hvad_der_mangler_og_hvad_kommunen_har_svaret(verden: Verden) -> None:
    v = verden
    sag = ny_sag(v, "fleksjob")
    svar = {"noegle": "udarbejdet_sammen_med_borger", "vaerdi": True, "grund": "Ved to samtaler."}
    v.goer(v.sagsbehandler, svar_paa_spoergsmaal, sag.id, **svar)
    plan = {"noegle": "stk1_nr4", "version": 0, "indhold": Indhold(borgeren="Jeg vil passe køer.")}
    v.goer(v.sagsbehandler, skriv_plandel, sag.id, **plan)
    v.hos_koordinator(v.sendt(sag))
    for hvem in (v.sagsbehandler, v.sekretariat, v.koordinator):
        side = tekst(v.klient(hvem).get(adresse("sag", sag)))
        assert "Ved to samtaler." in side and "§ 4, stk. 1" in side
        assert "Frist" not in side and "rettidigt" not in side.lower()
        papirer = tekst(v.klient(hvem).get(adresse("sag_dokumenter", sag)))
        assert "Rehabiliteringsplanens forberedende del" in papirer  # frozen as it was sent
    with kontekst.arbejder_som(v.sagsbehandler):
        kvittering = Haendelse.objects.get(sag=sag, handling="send_til_region")
        assert [s["regel"] for s in kvittering.data["svar"]] == [
            "bek2408.par01",
            "bek2408.par03",
            "bek2408.par04",
        ]
        assert "rettidigt" not in kvittering.tekst and "Begrundelse" in kvittering.tekst
        assert sag.dokument_raekker.filter(slags="forberedende_del").count() == 1


def test_en_sag_uden_team_kan_hverken_faa_moede_eller_sendes(verden: Verden) -> None:
    v = verden
    sag = ny_sag(v, "revalidering")
    klient = v.klient(v.sagsbehandler)
    for rute in ("send", "vaelg_moede"):
        svar = klient.get(adresse(rute, sag))
        assert svar.status_code == 302 and svar["Location"] == adresse("sag", sag)
    for felter in ({"moede": str(v.moede().id), "grund": ""}, {"grund": "Alligevel."}):
        indsend(klient, adresse("vaelg_moede" if "moede" in felter else "send", sag), **felter)
    with kontekst.arbejder_som(v.sagsbehandler):
        nu = Sag.objects.get(id=sag.id)
    assert nu.moede_id is None and nu.sendt_dag is None


def test_overblikket_koster_det_samme_hvor_meget_der_end_er_skrevet(verden: Verden) -> None:
    v = verden
    sag = ny_sag(v, "fleksjob")
    klient = v.klient(v.sagsbehandler)
    klient.get(adresse("sag", sag))

    def antal() -> int:
        with CaptureQueriesContext(connection) as sql:
            assert klient.get(adresse("sag", sag)).status_code == 200
        return len(sql)

    foer = antal()
    for noegle in ("stk1_nr1", "stk1_nr2", "stk1_nr3", "stk1_nr4"):
        plan = {"noegle": noegle, "version": 0, "indhold": Indhold(kommunen="Noget.")}
        v.goer(v.sagsbehandler, skriv_plandel, sag.id, **plan)
    for noegle in ("sagstype_angivet", "fuldt_oplyst", "udarbejdet_sammen_med_borger"):
        v.goer(v.sagsbehandler, svar_paa_spoergsmaal, sag.id, noegle=noegle, vaerdi=True)
    assert antal() <= foer + 1
