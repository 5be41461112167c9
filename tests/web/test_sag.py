"""The case and its tabs: what is missing, who sees what, and what the page says in each state."""

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rehabteam.handlinger.genoptag_sag import genoptag_sag
from rehabteam.handlinger.indlaes_sag import GammeltDokument, indlaes_sag
from rehabteam.handlinger.skriv_notat import skriv_notat
from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.underskriv_notat import underskriv_notat
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.handlinger.vurder_aendringer import vurder_aendringer
from rehabteam.sager.models import Sag
from tests.verden import PDF, Verden
from tests.web.sagshjaelp import adresse, frisk, indsend, lograekker, tekst

FANER = ("sag", "sag_forberedende", "sag_dokumenter", "sag_team", "sag_koordinator", "sag_historik")


def test_sagen_siger_hvad_der_mangler_og_hvad_der_fulgte_med(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    side = tekst(v.klient(v.sagsbehandler).get(adresse("sag", sag)))
    assert "Tre ting mangler, før sagen er klar" in side
    assert "Genforelæggelsessag" in side and "udspringer af" in side
    for overskrift in ("Skriv resumé", "Tilføj dokument", "Vurdér", "Åbn alle dokumenter"):
        assert overskrift in side
    assert "5 dokumenter fra den oprindelige sag" in side
    assert "skal derfor ikke tilføjes" in side
    assert "Indstillingen eller indsatsplanen fra sidste møde Mangler" not in side
    assert "Se de mulige dage" in side  # no meeting yet
    for fane in (
        "Overblik",
        "Forberedende del",
        "Dokumenter",
        "Rehabiliteringsteam",
        "Sundhedskoordinator",
        "Historik",
    ):
        assert fane in side


def test_den_tidligere_indstilling_bedes_der_kun_om_naar_den_ikke_er_i_systemet(verden: Verden) -> None:
    v = verden
    forloeb = v.forloeb()
    v.gammel_sag(forloeb, ("forberedende_del", "indsatsplan", "sundhedsnotat"))
    sag = v.goer(v.sagsbehandler, genoptag_sag, forloeb.id, grund="Prøve")
    klient = v.klient(v.sagsbehandler)
    svar = klient.get(adresse("sag", sag))
    assert "Indstillingen eller indsatsplanen fra sidste møde" in tekst(svar)
    assert f"{adresse('dokument_nyt', sag)}?slags=forrige_indstilling" in svar.content.decode()
    v.goer(
        v.sagsbehandler,
        tilfoej_dokument,
        sag.id,
        filnavn="i.pdf",
        data=PDF,
        titel="Den gamle indstilling",
        slags="forrige_indstilling",
        dato=date(2025, 10, 2),
    )
    side = tekst(klient.get(adresse("sag", sag)))
    assert "Tre ting mangler" in side and "Den gamle indstilling" in side


def test_fristen_med_dage_og_laesninger(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=v.moede(date(2026, 6, 11)).id)
    side = tekst(v.klient(v.sagsbehandler).get(adresse("sag", sag)))
    assert "Onsdag 3. juni 2026" in side and "5 hverdage" in side
    assert "Grundlovsdag" in side
    assert "tirsdag 2. juni 2026" in side  # stricter
    assert "fredag 5. juni 2026" in side  # more lenient
    assert "3 punkter mangler." in side
    assert "Reform for fleksjob og førtidspension" in side and "Som sygedagpengereformen" in side
    assert "Pris Ikke angivet" in side


def test_sidste_dag_advares_der_og_for_sent_siges_foerst(verden: Verden) -> None:
    v = verden
    sidste, sen = v.genoptaget(), v.genoptaget()
    klient = v.klient(v.sagsbehandler)
    v.goer(v.sagsbehandler, vaelg_moede, sidste.id, moede_id=v.moede(date(2026, 6, 3)).id)
    side = tekst(klient.get(adresse("sag", sidste)))
    assert "I dag" in side and "Mangler der noget, er der ingen tid til at rette det." in side
    v.goer(
        v.sagsbehandler,
        vaelg_moede,
        sen.id,
        moede_id=v.moede(date(2026, 6, 1)).id,
        grund="Vi nåede det ikke.",
    )
    side = tekst(klient.get(adresse("sag", sen)))
    assert "Skulle være sendt senest" in side and "Send alligevel" in side and "over" in side
    assert "Vi nåede det ikke." in side


def test_alle_faner_for_hver_rolle(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    roller = (v.sagsbehandler, v.moedeleder, v.teammedlem, v.leder, v.sekretariat, v.koordinator)
    for hvem in roller:
        klient = v.klient(hvem)
        for fane in FANER:
            assert klient.get(adresse(fane, sag)).status_code == 200, (hvem.rolle, fane)
    for hvem in (v.naboen, v.fjernt_sekretariat, v.anden_koordinator):
        klient = v.klient(hvem)
        for fane in FANER:
            svar = klient.get(adresse(fane, sag))
            assert svar.status_code == 404
            assert sag.nummer not in svar.content.decode()


def test_en_sag_der_ikke_er_sendt_findes_ikke_for_regionen(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    findes_ikke = Sag(id=uuid.uuid4())
    for hvem in (v.sekretariat, v.koordinator, v.naboen):
        klient = v.klient(hvem)
        ukendt = klient.get(adresse("sag", findes_ikke))
        skjult = klient.get(adresse("sag", sag))
        assert (skjult.status_code, tekst(skjult)) == (404, tekst(ukendt))


def test_regionen_ser_sagen_uden_kommunens_handlinger(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    svar = v.klient(v.sekretariat).get(adresse("sag", sag))
    side, html = tekst(svar), svar.content.decode()
    assert "Sendt til Klinisk Funktion" in side and "Papirerne kommer i morgen." in side
    assert "Prøve Kommune" in side
    for navn in ("send", "resume", "vaelg_moede", "dokument_nyt", "aendringer"):
        assert adresse(navn, sag) not in html
    # the old case stays in the kommune
    assert "udspringer af en tidligere sag i kommunen" in side


@pytest.mark.parametrize("navn", ["resume", "vaelg_moede", "dokument_nyt", "aendringer", "send"])
def test_kun_de_rette_roller_kan_handle(verden: Verden, navn: str) -> None:
    v = verden
    sag = v.sendt()
    for hvem in (v.sekretariat, v.teammedlem):
        assert v.klient(hvem).get(adresse(navn, sag)).status_code == 403, hvem.rolle
    assert v.klient(v.naboen).get(adresse(navn, sag)).status_code == 404


def test_opslag_og_afslag_staar_i_loggen(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    v.klient(v.sagsbehandler).get(adresse("sag", sag))
    v.klient(v.naboen).get(adresse("sag", sag))
    assert lograekker(sag, v.sagsbehandler) == [("laes", "sag.se", 200, True)]
    assert lograekker(sag, v.naboen) == [("afvist", "sag.se", 404, False)]


def test_lederen_ser_hvem_der_har_set_sagen(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    v.klient(v.sagsbehandler).get(adresse("sag_dokumenter", sag))
    assert "Hvem har set sagen" not in tekst(v.klient(v.sagsbehandler).get(adresse("sag_historik", sag)))
    side = tekst(v.klient(v.leder).get(adresse("sag_historik", sag)))
    assert "Hvem har set sagen" in side and "Sanne Sagsbehandler" in side and "Se en sag" in side
    assert "Sagen blev genoptaget" in side and "Lovens svar dengang" in side


def test_den_oprindelige_sag_er_uroert_og_kan_kun_laeses(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    gammel = frisk(sag, v.sagsbehandler).udspringer_af_id
    klient = v.klient(v.sagsbehandler)
    foer = Sag(id=gammel)
    svar = klient.get(adresse("sag", foer))
    assert "Den er genoptaget som" in tekst(svar) and sag.nummer in tekst(svar)
    assert "Send til Klinisk Funktion" not in tekst(svar)
    for fane in FANER:
        assert klient.get(adresse(fane, foer)).status_code == 200
    for navn in ("resume", "vaelg_moede", "dokument_nyt", "aendringer", "send"):
        assert klient.get(adresse(navn, foer)).status_code == 403, navn


def test_en_gammel_sag_uden_genforelaeggelse(verden: Verden) -> None:
    v = verden
    gammel = v.gammel_sag(v.forloeb())
    side = tekst(v.klient(v.leder).get(adresse("sag", gammel)))
    assert "Skal borgeren for teamet igen" in side and "Genforelæggelsessag" not in side


def test_efter_afsendelsen_staar_det_nye_foerst(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    v.goer(v.sagsbehandler, skriv_resume, sag.id, tekst="Praktikken blev udskudt.", faerdigt=True, version=0)
    v.hos_koordinator(v.sendt(sag))
    side = tekst(v.klient(v.koordinator).get(adresse("sag", sag)))
    assert "Dit notat til mødet mangler." in side and "Skriv notat" in side
    assert "Nyt til dette møde" in side and "Resumé siden sidste møde" in side and "Ulæst" in side
    side = tekst(v.klient(v.moedeleder).get(adresse("sag", sag)))
    assert "Sagen venter på mødet." in side and "Åbn mødet" in side
    side = tekst(v.klient(v.sekretariat).get(adresse("sag", sag)))
    assert "Sagen er hos Karen Koordinator." in side and "Åbn indbakken" in side


def test_notatet_ses_foerst_naar_det_er_underskrevet(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    felter = {
        "funktionsniveau": "Sidder 20 minutter.",
        "skaanehensyn": "Pauser.",
        "tilbud": "Ingen.",
        "dokumentationsbehov": "Nej.",
        "vurderingsbehov": "Nej.",
    }
    v.goer(v.koordinator, skriv_notat, sag.id, version=0, **felter)
    for hvem in (v.sagsbehandler, v.koordinator):
        assert "Sidder 20 minutter." not in tekst(v.klient(hvem).get(adresse("sag_koordinator", sag)))
    v.goer(v.koordinator, underskriv_notat, sag.id)
    side = tekst(v.klient(v.sagsbehandler).get(adresse("sag_koordinator", sag)))
    assert "Sidder 20 minutter." in side and "Underskrevet af Karen Koordinator" in side


def test_vurdering_af_aendringer(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient, url = v.klient(v.sagsbehandler), adresse("aendringer", sag)
    svar = indsend(klient, url, grund="Som før.")
    assert (
        svar.status_code == 422
        and "Vælg ja eller nej." in tekst(svar)
        and "Som før." in svar.content.decode()
    )
    assert indsend(klient, url, aendret="nej", grund="   ").status_code == 422
    assert indsend(klient, url, aendret="ja", grund="Ny diagnose.")["Location"] == adresse("sag", sag)
    side = tekst(klient.get(adresse("sag", sag)))
    assert "ændret væsentligt? Ja" in side and "Nye oplysninger om ændringen" in side
    assert (
        f"{adresse('dokument_nyt', sag)}?slags=nye_oplysninger"
        in klient.get(adresse("sag", sag)).content.decode()
    )


def test_alt_klar(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=v.moede().id)
    v.goer(v.sagsbehandler, skriv_resume, sag.id, tekst="Praktikken blev udskudt.", faerdigt=True, version=0)
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
    svar = v.klient(v.sagsbehandler).get(adresse("sag", sag))
    side = tekst(svar)
    assert "Sagen er klar til at blive sendt" in side and "Alt er med, og det er i tide." in side
    assert f'action="{adresse("send", sag)}"' in svar.content.decode()


def test_samme_antal_opslag_hvor_mange_dokumenter_der_end_er(verden: Verden) -> None:
    v = verden
    faa, mange = v.genoptaget(), v.forloeb()
    v.goer(
        v.sagsbehandler,
        indlaes_sag,
        mange.id,
        oprettet=date(2025, 9, 1),
        afsluttet=date(2025, 10, 20),
        dokumenter=[
            GammeltDokument(PDF, f"Brev {n}", "brev", date(2025, 10, 2), "Kommunen", 1) for n in range(40)
        ],
    )
    stor = v.goer(v.sagsbehandler, genoptag_sag, mange.id, grund="Prøve")
    klient = v.klient(v.sagsbehandler)
    klient.get(adresse("sag", faa))  # the session's first page notes when somebody was last here
    for navn in ("sag", "sag_dokumenter", "alle_dokumenter"):
        antal = []
        for sag in (faa, stor):
            with CaptureQueriesContext(connection) as opslag:
                assert klient.get(adresse(navn, sag)).status_code == 200
            antal.append(len(opslag))
        assert antal[0] == antal[1], navn
    assert "Vis alle 40" in tekst(klient.get(adresse("sag_dokumenter", stor)))
