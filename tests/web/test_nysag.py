"""Making a case of any kind in the browser, answering its questions, and what its first page then says."""

import pytest
from django.urls import reverse

from rehabteam.handlinger.opret_sag import opret_sag
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Sag, Skoen
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
