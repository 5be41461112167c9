"""The pages after the meeting: the decision with its letter, the læge only by consent, the citizen's own page, a package."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.laeg_indsatsplan import laeg_indsatsplan
from rehabteam.handlinger.registrer_beskyttelse import registrer_beskyttelse
from rehabteam.handlinger.registrer_samtykke import registrer_samtykke
from rehabteam.handlinger.skriv_brev import skriv_brev
from rehabteam.handlinger.skriv_indsatsplan import skriv_indsatsplan
from rehabteam.handlinger.tilbagekald_samtykke import tilbagekald_samtykke
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Borger, Dokument, Sag
from tests.borgersiden.borgere import VED, bisidderens_klient, borgerens_klient
from tests.borgersiden.test_min_sag import _fuldmagt
from tests.breve import aflaes
from tests.efter_moedet.sager import ORDENE, igen, plan
from tests.verden import DAG, Verden
from tests.web.sagshjaelp import adresse, indsend, tekst


def _papir(v: Verden, sag: Sag, slags: str) -> str:
    """The words of the newest letter of this kind, as it is fetched."""
    with kontekst.arbejder_som(v.sagsbehandler):
        d = Dokument.objects.filter(sag=sag, slags=slags, fulgte_med=None).latest("tilfoejet_tid")
    return " ".join(
        aflaes.tekst(v.klient(v.sagsbehandler).get(adresse("dokument", sag, d.id)).content).split()
    )


def test_afgoerelsen_brevet_og_borgerens_egen_side(verden: Verden) -> None:
    """A protected citizen: her name is in no letter. What is decided stands on her page, and for her bisidder."""
    v = verden
    sag = v.indstillet()
    v.goer(v.sagsbehandler, registrer_beskyttelse, sag.forloeb_id, fra=DAG)
    klient = v.klient(v.sagsbehandler)
    svar = indsend(klient, adresse("traef_afgoerelse", sag), **ORDENE | {"begrundelse": ""})
    assert svar.status_code == 422
    assert "Sanne ringer på fredag." in svar.content.decode()
    svar = indsend(klient, adresse("traef_afgoerelse", sag), **ORDENE)
    assert svar.url == adresse("afgoerelse", sag)
    assert "navnet står ikke i brevet" in tekst(klient.get(svar.url))
    brev = _papir(v, sag, "afgoerelse")
    assert "Navn beskyttet" in brev
    assert "Birthe Borger" not in brev
    borger = Borger.objects.using(VED).get(id=sag.borger_id)
    hun = borgerens_klient(borger)
    for hvem in (hun, bisidderens_klient(_fuldmagt(v, borger, True))):
        side = tekst(hvem.get("/min-sag/"))
        assert "Det har kommunen bestemt" in side
        assert "Du får indsatser i ressourceforløbet." in side
    assert "Kommunen har bestemt, hvad der skal ske." in tekst(hun.get("/min-sag/"))
    for hvem, kode in ((v.naboen, 404), (v.sekretariat, 403), (v.koordinator, 403)):
        assert v.klient(hvem).get(adresse("afgoerelse", sag)).status_code == kode
    assert v.klient(v.moedeleder).get(adresse("traef_afgoerelse", sag)).status_code == 403


def test_laegen_faar_kun_besked_paa_et_samtykke_der_gaelder(verden: Verden) -> None:
    v = verden
    sag = v.afgjort()
    klient, url = v.klient(v.sagsbehandler), adresse("brev_laege", sag)
    assert "Borgeren har ikke givet samtykke i sagen" in tekst(klient.get(url))
    ja: dict[str, Any] = {
        "oplysninger": "At kommunen har truffet afgørelse",
        "kilde": "Læge Birk",
        "formaal": "Besked til lægen",
        "givet": DAG,
        "maade": "mundtligt",
        "praecist": True,
        "konsekvenser_oplyst": True,
    }
    samtykke, trukket = (v.goer(v.sagsbehandler, registrer_samtykke, sag.id, **ja) for _ in range(2))
    felter: dict[str, Any] = {"samtykke_id": str(samtykke.id), "til": "Lægehuset"}
    v.goer(v.sagsbehandler, tilbagekald_samtykke, trukket.id)
    brev = {"slags": "brev_laege", "til": "Lægehuset", "samtykke_id": trukket.id, "daekker": True}
    with pytest.raises(KanIkke):
        v.goer(v.sagsbehandler, skriv_brev, sag.id, **brev)
    assert "Vurder, om samtykket dækker" in tekst(indsend(klient, url, **felter))
    assert "Vælg det samtykke" in tekst(indsend(klient, url, til="Lægehuset", daekker="on"))
    assert indsend(klient, url, **felter, daekker="on").url == adresse("afgoerelse", sag)
    besked = _papir(v, sag, "brev_laege")
    assert "Lægehuset" in besked
    assert "indsatser" not in besked
    assert ORDENE["begrundelse"] not in besked


def test_min_plan_som_data_og_pakken_gennem_browseren(verden: Verden) -> None:
    v = verden
    sag = v.afgjort()
    v.goer(v.sagsbehandler, skriv_indsatsplan, sag.id, version=0, indhold=plan())
    v.goer(v.sagsbehandler, laeg_indsatsplan, sag.id, version=1)
    klient = v.klient(v.sagsbehandler)
    assert "Min Plan er ikke forbundet." in tekst(klient.get(adresse("min_plan", sag)))
    data = json.loads(klient.get(adresse("min_plan", sag) + "?json").content)
    assert [i["navn"] for i in data["indsatser"]] == ["Virksomhedspraktik"]
    assert (data["periode"], data["indsatser"][0]["begyndt"]) == (
        {"fra": "2026-06-01", "til": "2026-11-30"},
        None,
    )
    svar = indsend(klient, adresse("overdrag_sag", sag), til="Nabo Kommune", grund="Flyttet.")
    assert svar.url == adresse("overdragelse", sag)
    assert "Segl" in tekst(klient.get(svar.url))
    zip_ = klient.get(svar.url + "?hent")
    assert zip_["Content-Disposition"].startswith("attachment")
    assert igen(v, sag).tilstand == "afsluttet"
    naboen, url = v.klient(v.naboen), reverse("web:modtag_overdragelse")
    modtaget = indsend(naboen, url, fil=SimpleUploadedFile("sag.zip", zip_.content))
    assert "Sagen er modtaget" in tekst(naboen.get(modtaget.url))
    igen_ = indsend(naboen, url, fil=SimpleUploadedFile("sag.zip", zip_.content))
    assert igen_.url == modtaget.url
