"""A case of the wrong kind goes on as a new one: the papers follow, what was judged stays, and both say why."""

import pytest

from rehabteam.handlinger.afkryds_planbilag import afkryds_planbilag
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.skift_sagsart import skift_sagsart
from rehabteam.handlinger.svar_paa_spoergsmaal import svar_paa_spoergsmaal
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.handlinger.vurder_laegeattest import vurder_laegeattest
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Dokument, Haendelse, Sag, Sagsskifte
from rehabteam.sager.sagsfakta import laege, plan, skoen
from tests.attester.test_vejen import bedt
from tests.forberedende.planen import POST, sag_af, skriv
from tests.verden import DAG, PDF, Verden
from tests.web.sagshjaelp import adresse, indsend, tekst


def test_papirerne_foelger_med_og_det_vurderede_bliver_paa_den_gamle(verden: Verden) -> None:
    v, gammel = verden, sag_af(verden)
    skriv(v, gammel, kommunen="Kok i ti år.")
    skriv(v, gammel, "stk2_beskaeftigelse", poster=[POST])
    felter = {"filnavn": "a.pdf", "data": PDF, "titel": "Plan", "slags": "laegeattest", "dato": DAG}
    papir = v.goer(v.sagsbehandler, tilfoej_dokument, gammel.id, **felter)
    v.goer(v.sagsbehandler, afkryds_planbilag, gammel.id, dokument_id=papir.id, dele=["stk1_nr7"], nr=0)
    v.goer(v.sagsbehandler, vurder_laegeattest, gammel.id, papir.id, kilde="LAE285")
    v.goer(v.sagsbehandler, svar_paa_spoergsmaal, gammel.id, noegle="fuldt_oplyst", vaerdi=True)
    klient = v.klient(v.sagsbehandler)
    assert "Er sagen en anden slags?" in tekst(klient.get(adresse("sag", gammel)))
    side = tekst(klient.get(adresse("skift_sagsart", gammel)))
    assert "Hvilken slags er den?" in side and "Revalidering" in side
    url = adresse("skift_sagsart", gammel) + "?art=jaf_foerste"
    uden = indsend(klient, url, grund=" ", svar_indsats_13d="ja")
    assert uden.status_code == 422 and "Skriv, hvorfor sagen er en anden slags." in tekst(uden)
    svar = indsend(klient, url, grund="Borgeren har ikke søgt fleksjob.", svar_indsats_13d="nej")
    assert svar.status_code == 302 and "Sagen er oprettet." in tekst(klient.get(svar["Location"]))
    with kontekst.arbejder_som(v.sagsbehandler):
        lukket, ny = Sag.objects.get(id=gammel.id), Sag.objects.get(udspringer_af_id=gammel.id)
        assert (lukket.tilstand, ny.tilstand) == ("afsluttet", "forberedes")
        assert (ny.sagstype, ny.sagsbehandler_id) == ("jobafklaringsforloeb", gammel.sagsbehandler_id)
        skifte = Sagsskifte.objects.get(sag=lukket)
        assert skifte.resultat == "fejl" and ny.nummer in skifte.grund
        assert {n: d.forfatter for n, d in plan.seneste(ny).items()} == dict.fromkeys(
            ("stk1_nr1", "stk2_beskaeftigelse"), v.sagsbehandler.navn
        )
        (bilag,) = plan.bilag(ny)
        assert (bilag.dele, bilag.dokument.fulgte_med_id) == (["stk1_nr7"], papir.id)
        assert [f.kilde for f in laege.gaeldende(ny)] == ["LAE285"]
        assert (
            set(skoen.seneste(ny)) == {"indsats_13d"} and skoen.seneste(lukket)["fuldt_oplyst"].vaerdi is True
        )
        linjer = Haendelse.objects.filter(handling="skift_sagsart", sag__in=(lukket, ny))
        assert all("Borgeren har ikke søgt fleksjob." in h.tekst for h in linjer) and linjer.count() == 2
        assert Dokument.objects.filter(sag=lukket).count() == 1


def test_hvad_der_staar_i_vejen(verden: Verden) -> None:
    v, sag = verden, sag_af(verden)
    til = {"art": "revalidering", "grund": "En anden vej."}
    for felter, felt in (({"art": "fleksjob"}, "art"), ({"art": "vrøvl"}, "art"), ({"grund": " "}, "grund")):
        with pytest.raises(KanIkke) as fejl:
            v.goer(v.sagsbehandler, skift_sagsart, sag.id, **til | felter)
        assert set(fejl.value.felter) == {felt}
    for hvem, nej in ((v.naboen, FindesIkke), (v.moedeleder, IngenRet)):
        with pytest.raises(nej):
            v.goer(hvem, skift_sagsart, sag.id, **til)
    with pytest.raises(KanIkke, match="udspringer af en anden sag"):
        v.goer(v.sagsbehandler, skift_sagsart, v.genoptaget().id, **til)
    paa_moede = sag_af(v)
    v.goer(v.sagsbehandler, vaelg_moede, paa_moede.id, moede_id=v.moede().id)
    with pytest.raises(KanIkke, match="Tag den af mødet først"):
        v.goer(v.sagsbehandler, skift_sagsart, paa_moede.id, **til)
    bedt(v, sag)
    with pytest.raises(KanIkke, match="annullér anmodningen først"):
        v.goer(v.sagsbehandler, skift_sagsart, sag.id, **til)
    with pytest.raises(IngenRet):
        v.goer(v.sagsbehandler, skift_sagsart, v.sendt(sag_af(v)).id, **til)
