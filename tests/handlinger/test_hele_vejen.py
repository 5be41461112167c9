"""The main flow, Handling by Handling, as the real database roles."""

from datetime import date
from decimal import Decimal

import pytest

from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.genoptag_sag import AlleredeGenoptaget, genoptag_sag
from rehabteam.handlinger.laeg_indsatsplan import laeg_indsatsplan
from rehabteam.handlinger.registrer_deltagere import Fremmoede, registrer_deltagere
from rehabteam.handlinger.registrer_indsats import registrer_indsats
from rehabteam.handlinger.registrer_spaend import registrer_spaend
from rehabteam.handlinger.registrer_timer import registrer_timer
from rehabteam.handlinger.registrer_undtaget_periode import registrer_undtaget_periode
from rehabteam.handlinger.send_til_region import send_til_region
from rehabteam.handlinger.skriv_indsatsplan import Delmaal, Planindhold, Planlagt, skriv_indsatsplan
from rehabteam.handlinger.skriv_indstilling import Indstillet, skriv_indstilling
from rehabteam.handlinger.skriv_notat import skriv_notat
from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.underskriv_notat import underskriv_notat
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.handlinger.vurder_aendringer import vurder_aendringer
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Dokument, Haendelse, Sag, Sundhedsnotat
from tests.verden import PDF, Verden


def test_fra_seks_maaneder_til_indsatsplan(verden: Verden) -> None:
    v = verden
    forloeb = v.forloeb(date(2025, 10, 20))
    skifte = v.goer(
        v.sagsbehandler,
        registrer_undtaget_periode,
        forloeb.id,
        fra=date(2026, 1, 12),
        til=date(2026, 2, 15),
        hjemmel="LAS_13_STK_7",
    )
    assert skifte.efter.frist == date(2026, 5, 25)
    assert "20.04.2026 til 25.05.2026" in skifte.tekst
    gammel = v.gammel_sag(forloeb)
    sag = v.goer(v.sagsbehandler, genoptag_sag, forloeb.id)
    assert sag.udspringer_af_id == gammel.id
    with pytest.raises(AlleredeGenoptaget):
        v.goer(v.sagsbehandler, genoptag_sag, forloeb.id)

    moede = v.moede(date(2026, 6, 11))
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=moede.id)
    v.goer(v.sagsbehandler, skriv_resume, sag.id, tekst="Praktikken blev udskudt.", faerdigt=True, version=0)
    v.goer(
        v.sagsbehandler,
        tilfoej_dokument,
        sag.id,
        filnavn="opfølgning.pdf",
        data=PDF,
        titel="Opfølgning",
        slags="dokumentation",
        dato=date(2026, 5, 1),
    )
    with pytest.raises(KanIkke) as manglede:
        v.goer(v.sagsbehandler, send_til_region, sag.id)
    assert set(manglede.value.felter) == {"grund"}
    v.goer(v.sagsbehandler, vurder_aendringer, sag.id, aendret=False, grund="Helbredet er som før.")
    sendt = v.goer(v.sagsbehandler, send_til_region, sag.id)
    assert (sendt.sendt_for_sent, sendt.sendt_mangler) == (False, 0)

    with pytest.raises(FindesIkke):
        v.goer(
            v.koordinator,
            skriv_notat,
            sag.id,
            version=0,
            funktionsniveau="",
            skaanehensyn="",
            tilbud="",
            dokumentationsbehov="",
        )
    v.hos_koordinator(sendt)
    v.goer(
        v.koordinator,
        skriv_notat,
        sag.id,
        version=0,
        funktionsniveau="Sidder 20 minutter.",
        skaanehensyn="Pauser.",
        tilbud="Genoptræning.",
        dokumentationsbehov="Nej.",
        vurderingsbehov="Nej.",
    )
    with kontekst.arbejder_som(v.sagsbehandler):
        assert not Sundhedsnotat.objects.filter(sag_id=sag.id).exists()
    v.goer(v.koordinator, underskriv_notat, sag.id)
    with kontekst.arbejder_som(v.sagsbehandler):
        assert Sundhedsnotat.objects.filter(sag_id=sag.id).exists()

    v.goer(v.moedeleder, registrer_deltagere, sag.id, fremmoede=[Fremmoede("borger", "Birthe", True)])
    v.goer(
        v.moedeleder,
        skriv_indstilling,
        sag.id,
        version=0,
        aarsag="Praktikken flyttede.",
        indsatser=[Indstillet("Virksomhedspraktik", "Beskæftigelse", "2026-06-15", "Sanne")],
        opfoelgning="Hver fredag.",
        se_igen=None,
    )
    with pytest.raises(KanIkke) as manglede:
        v.goer(v.moedeleder, afgiv_indstilling, sag.id, version=1)
    assert set(manglede.value.felter) == {"se_igen"}
    v.goer(
        v.moedeleder,
        skriv_indstilling,
        sag.id,
        version=1,
        aarsag="Praktikken flyttede.",
        indsatser=[Indstillet("Virksomhedspraktik", "Beskæftigelse", "2026-06-15", "Sanne")],
        opfoelgning="Hver fredag.",
        se_igen=False,
    )
    v.goer(v.moedeleder, afgiv_indstilling, sag.id, version=2)
    plan = Planindhold(
        placering="saerskilt",
        maal_art="KONKRET",
        maal="Arbejde i genbrug.",
        delmaalene=[Delmaal("Sundhed", "Styrke.", "Ryggen skal kunne holde til det.")],
        indsatser=[
            Planlagt(
                "Virksomhedspraktik", "LAB_KAP_11", "Beskæftigelse", "2026-06-15", maal="To timer om dagen"
            )
        ],
        plan_fra=date(2026, 6, 1),
        plan_til=date(2026, 11, 30),
        opfoelgning="Hver fredag.",
        mentor_behov=False,
    )
    v.goer(v.sagsbehandler, skriv_indsatsplan, sag.id, version=0, indhold=plan)
    with pytest.raises(IngenRet):
        v.goer(v.sagsbehandler, laeg_indsatsplan, sag.id, version=1)
    v.afgjort(sag)
    v.goer(v.sagsbehandler, laeg_indsatsplan, sag.id, version=1)
    with kontekst.arbejder_som(v.sagsbehandler):
        faerdig = Sag.objects.get(id=sag.id)
        assert faerdig.tilstand == Sag.Tilstand.PLAN_LAGT
        assert faerdig.forloeb.genbehandlet == date(2026, 5, 27)
        assert Sag.objects.get(id=gammel.id).version == gammel.version
        assert Haendelse.objects.filter(sag_id=sag.id).count() == 16
        slags = set(Dokument.objects.filter(sag_id=sag.id, fulgte_med=None).values_list("slags", flat=True))
        assert slags == {
            "resume",
            "dokumentation",
            "sundhedsnotat",
            "indstilling",
            "afgoerelse",
            "indsatsplan",
        }


def test_en_indsats_foer_foedslen_afvises(verden: Verden) -> None:
    forloeb = verden.forloeb()
    with pytest.raises(KanIkke) as fejl:
        verden.goer(
            verden.sagsbehandler,
            registrer_indsats,
            forloeb.id,
            navn="Praktik",
            hjemmel="LAB_KAP_11",
            paabegyndt=date(1899, 1, 1),
        )
    assert "fødsel" in fejl.value.felter["paabegyndt"]


def test_en_ukendt_art_afvises_ogsaa_uden_om_formularen(verden: Verden) -> None:
    """A command or an API has no list to choose from: the Handling knows the law's own words."""
    forloeb = verden.forloeb()
    fra, til = date(2026, 1, 1), date(2026, 1, 2)
    for handling, felter, felt in (
        (registrer_timer, {"dato": fra, "timer": Decimal(2), "art": "ANDET"}, "art"),
        (registrer_undtaget_periode, {"fra": fra, "til": til, "hjemmel": "FERIE"}, "hjemmel"),
        (registrer_spaend, {"fra": fra, "til": til, "slags": "fgu"}, "slags"),
    ):
        with pytest.raises(KanIkke) as fejl:
            verden.goer(verden.sagsbehandler, handling, forloeb.id, **felter)
        assert set(fejl.value.felter) == {felt}
