"""The room for every outcome: chosen without JavaScript, judged with a reason, nothing lost, focus where it lacks."""

import re
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.indstillingsdele import INDSATSER, UDFALD, dele, spoergsmaal, tekstdele
from rehabteam.sager.models import Borger, Indstilling, Sag
from rehabteam.web.formularer.indstillingsfelter import delfelt, flagfelt
from tests.borgersiden.borgere import borgerens_klient
from tests.indstilling.test_udfald import art_for, sag_af
from tests.verden import Verden
from tests.web.sagshjaelp import PLADSER, adresse, handlinger, indsend, tekst


def paa_moedet(v: Verden, art: str) -> Sag:
    sag = sag_af(v, art)
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=v.moede().id)
    return sag


def felter(udfald: str = "", version: int = 0, **andet: Any) -> dict[str, Any]:
    """The room's form for this outcome as the page would send it, with everything there."""
    ud: dict[str, Any] = {"version": version, "for_udfald": udfald, "udfald": udfald, "gem": "gem"}
    ud |= {f"{slags}_{navn}": "" for slags in PLADSER for navn in ("til", "navn", "bem")}
    ud |= {delfelt(d.noegle): f"Skrevet om {d.noegle}." for d in tekstdele(udfald)} if udfald else {}
    if udfald:
        ud |= {flagfelt(s.flag): "ja" for s in spoergsmaal(udfald)}
        navne = {d.noegle for d in dele(udfald)}
        if INDSATSER in navne:
            ud |= {
                f"i{nr}_{navn}": "" for nr in range(3) for navn in ("omraade", "begynder", "ansvarlig", "nr")
            }
            ud |= {"i0_navn": "Mentor", "i0_nr": "2", "i1_navn": "Praktik", "i1_nr": "1", "i2_navn": ""}
            ud |= {"opfoelgning": "Hver fredag.", "se_igen": "ja"}
    return ud | {"borger_til": "ja"} | andet


def _gemt(v: Verden, sag: Sag) -> Indstilling:
    with kontekst.arbejder_som(v.moedeleder):
        return Indstilling.objects.get(sag=sag)


def _med_fokus(svar: HttpResponse) -> str:
    """The name or id of the one thing on the page that has the focus."""
    fundne = re.findall(r"<(\w+)([^>]*)\sautofocus", svar.content.decode())
    assert len(fundne) == 1, fundne
    return (re.search(r'(?:name|id)="([^"]+)"', fundne[0][1]) or [""] * 2)[1]


def test_udfaldet_vaelges_uden_javascript_og_intet_gaar_tabt(verden: Verden) -> None:
    v = verden
    sag = paa_moedet(v, "fleksjob")
    klient, rum = v.klient(v.moedeleder), adresse("moederum", sag)
    side = klient.get(rum)
    assert "Hvad indstiller teamet?" in tekst(side)
    assert "hører til i sager" not in tekst(side) and "hører til sager om jobafklaringsforløb" in tekst(side)
    assert 'value="nyt_jobafklaringsforloeb"' not in side.content.decode()
    assert 'name="del_' not in side.content.decode(), "dele, før noget er valgt"
    svar = indsend(klient, rum, **felter() | {"udfald": "fleksjob", "gem": "vaelg"})
    assert svar.url == rum + "#udfaldet"
    side = klient.get(rum)
    for d in dele("fleksjob"):
        assert d.overskrift in tekst(side) and d.hjaelp in tekst(side) and d.hjemmel.kort in tekst(side)
    # Another outcome is chosen with text typed: the text is saved first, what they share goes along.
    nyt = felter("fleksjob", 1) | {"udfald": "foertidspension", "gem": "gem"}
    assert indsend(klient, rum, **nyt).url == rum + "#udfaldet"
    html = klient.get(rum).content.decode()
    assert "Skrevet om helbred." in html and "Den faglige forklaring" in html
    assert "Skrevet om fleksjob_nr1." not in html
    indsend(klient, rum, **felter("foertidspension", 2) | {"udfald": "fleksjob", "gem": "vaelg"})
    html = klient.get(rum).content.decode()
    assert "Skrevet om fleksjob_nr1." in html and "Skrevet om helbred." in html
    assert _gemt(v, sag).indhold["faglig_forklaring"] == "Skrevet om faglig_forklaring."


HVER_GANG = ("fleksjob", "nyt_jobafklaringsforloeb")  # the one without rows, the one with most parts


@pytest.mark.parametrize(
    "udfald", [u if u in HVER_GANG else pytest.param(u, marks=pytest.mark.langsom) for u in UDFALD]
)
def test_mangler_en_del_er_der_fokus_paa_den_foerste(verden: Verden, udfald: str) -> None:
    v = verden
    sag = paa_moedet(v, art_for(udfald))
    klient, rum = v.klient(v.moedeleder), adresse("moederum", sag)
    assert indsend(klient, rum, **felter() | {"udfald": udfald, "gem": "vaelg"}).status_code == 302
    tekster = [delfelt(d.noegle) for d in dele(udfald) if d in tekstdele(udfald)]
    svar = indsend(klient, rum, **felter(udfald, 1, gem="afgiv", **{tekster[-1]: " ", "borger_til": ""}))
    assert svar.status_code == 422
    assert _med_fokus(svar) == tekster[-1]
    assert "To svar mangler" in tekst(svar)
    for andet in tekster[:-1]:
        assert f"Skrevet om {andet.removeprefix('del_')}." in svar.content.decode()
    svar = indsend(klient, rum, **felter(udfald, 1, gem="afgiv"))
    assert svar.url == adresse("indstilling_afgiv", sag), tekst(svar)[:400]
    side = tekst(klient.get(svar.url))
    assert "Teamet indstiller" in side
    assert all(d.overskrift in side for d in dele(udfald))


def test_et_lukket_udfald_kan_ikke_sendes_ind(verden: Verden) -> None:
    v = verden
    sag = paa_moedet(v, "sygedagpenge_kat3")
    klient, rum = v.klient(v.moedeleder), adresse("moederum", sag)
    svar = indsend(klient, rum, **felter() | {"udfald": "fleksjob", "gem": "vaelg"})
    assert svar.status_code == 422
    assert "Det udfald kan ikke vælges i denne sag." in tekst(svar)
    assert "I skal vurdere." in tekst(svar) and "§ 7, stk. 3" in tekst(svar)
    noegle = "skoen_andet_udfald_i_kategori_3"
    svar = indsend(klient, rum, **felter() | {noegle: "ja", "gem": "vurder"})
    assert svar.status_code == 422
    assert "Skriv, hvad du lægger vægt på" in tekst(svar)
    assert "svar_paa_spoergsmaal" not in handlinger(sag, v.moedeleder)
    vurderet = felter() | {noegle: "ja", f"{noegle}_grund": "Alt er beskrevet."}
    assert indsend(klient, rum, **vurderet | {"gem": "vurder"}).status_code == 302
    assert "Åbnet ved en vurdering" in tekst(klient.get(rum))
    assert indsend(klient, rum, **vurderet | {"version": 1, "udfald": "fleksjob"}).status_code == 302
    assert _gemt(v, sag).udfald == "fleksjob"
    assert handlinger(sag, v.moedeleder).count("svar_paa_spoergsmaal") == 1, "samme svar to gange"
    # Judged the other way: the text stands, the outcome is closed, and that is what lacks.
    lukket = felter("fleksjob", 2) | {noegle: "nej", f"{noegle}_grund": "Noget mangler."}
    svar = indsend(klient, rum, **lukket | {"gem": "vurder", "udfald": ""})
    assert svar.status_code == 302
    side = klient.get(rum)
    assert "Kan ikke vælges: ressourceforløb, fleksjob" in tekst(side)
    svar = indsend(klient, rum, **felter("fleksjob", 3) | {"gem": "afgiv", "udfald": ""})
    assert svar.status_code == 422 and _med_fokus(svar) == "udfald"


def test_begge_tekster_bevares_del_for_del(verden: Verden) -> None:
    v = verden
    sag = paa_moedet(v, "fleksjob")
    klient, rum = v.klient(v.moedeleder), adresse("moederum", sag)
    indsend(klient, rum, **felter() | {"udfald": "fleksjob", "gem": "vaelg"})
    indsend(klient, rum, **felter("fleksjob", 1))
    mine = felter("fleksjob", 1, del_helbred="Mit syn på helbredet.", flag_meget_begraenset_arbejdsevne="nej")
    svar = indsend(klient, rum, **mine)
    assert svar.status_code == 409
    side = tekst(svar)
    assert "Mit syn på helbredet." in side and "Skrevet om helbred." in side
    assert side.count("har gemt:") == 2, "kun det, der er forskel på"
    assert indsend(klient, rum, **mine | {"version": 2}).status_code == 302
    assert _gemt(v, sag).indhold["helbred"] == "Mit syn på helbredet."
    assert _gemt(v, sag).indhold["social"] == "Skrevet om social."


def test_stillingtagen_til_begrundelsen_er_et_kryds_for_sig(verden: Verden) -> None:
    v = verden
    sag = paa_moedet(v, "tilskud_selvstaendig")
    klient, rum = v.klient(v.moedeleder), adresse("moederum", sag)
    indsend(klient, rum, **felter() | {"udfald": "tilskud_selvstaendig", "gem": "vaelg"})
    faerdig = felter("tilskud_selvstaendig", 1, gem="afgiv", uenighed="Rasmus ville vente.")
    afgiv = indsend(klient, rum, **faerdig).url
    svar = indsend(klient, afgiv, version=2)
    assert svar.status_code == 422 and _med_fokus(svar) in ("godnok", "begrundelse_tilstraekkelig")
    svar = indsend(klient, afgiv, version=2, begrundelse_tilstraekkelig="on")
    assert svar.url == rum
    assert "Træf kommunens afgørelse" in tekst(v.klient(v.sagsbehandler).get(rum))
    for hvem in (v.sagsbehandler, v.teammedlem):
        team = tekst(v.klient(hvem).get(adresse("sag_team", sag)))
        assert "Teamet indstiller tilskud til selvstændige." in team
        assert "Arbejdsevnen i egen virksomhed" in team and "Rasmus ville vente." in team
    borger = Borger.objects.using("vedligehold").get(id=sag.borger_id)
    assert "Teamet foreslår tilskud til selvstændige." in tekst(borgerens_klient(borger).get("/min-sag/"))
    # Somebody still had the page open: what was typed is given back.
    sent = indsend(
        klient, rum, **felter("tilskud_selvstaendig", 2, del_varigt_vaesentligt_nedsat="For sent.")
    )
    assert sent.status_code == 409 and "For sent." in tekst(sent)


def test_udfaldene_koster_ikke_opslag_hver(verden: Verden) -> None:
    v = verden
    klient = v.klient(v.moedeleder)
    antal = set()
    for art, udfald in (("fleksjob", "fleksjob"), ("sygedagpenge_kat3", "indsats_sygedagpenge_kat3")):
        sag = paa_moedet(v, art)
        indsend(klient, adresse("moederum", sag), **felter() | {"udfald": udfald, "gem": "vaelg"})
        klient.get(adresse("moederum", sag))
        with CaptureQueriesContext(connection) as spurgt:
            klient.get(adresse("moederum", sag))
        antal.add(len(spurgt))
    assert len(antal) == 1
