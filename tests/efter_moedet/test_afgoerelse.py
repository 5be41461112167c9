"""The kommune decides: after every indstilling, against it only when the team has spoken twice, alone where no team is."""

from datetime import date

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from rehabteam.handlinger.afslut_sag import afslut_sag
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.genaabn_sag import genaabn_sag
from rehabteam.handlinger.genoptag_uenig import genoptag_uenig
from rehabteam.handlinger.laeg_indsatsplan import laeg_indsatsplan
from rehabteam.handlinger.registrer_start import registrer_start
from rehabteam.handlinger.skriv_indsatsplan import skriv_indsatsplan
from rehabteam.handlinger.traef_afgoerelse import traef_afgoerelse
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Afgoerelse, Dokument, Forloeb, Haendelse, Sag, Sagsskifte
from rehabteam.sager.udtraek.opfoelgning import Slags, opfoelgning
from tests.efter_moedet.sager import ORDENE, igen, indstillet, ny_sag, plan
from tests.verden import DAG, Verden

T = Sag.Tilstand


def _venter(v: Verden) -> list[tuple[Slags, str]]:
    with kontekst.arbejder_som(v.sagsbehandler):
        return [(o.slags, o.sag.nummer) for o in opfoelgning(v.sagsbehandler, DAG)]


def test_et_ressourceforloeb_bevilges_planlaegges_og_seks_maaneder_taelles(verden: Verden) -> None:
    """Granted → the forløb and its watch; the plan; the kommune's own list is empty while § 17 is the watch."""
    v = verden
    sag = indstillet(v, "ressourceforloeb", "ressourceforloeb")
    assert _venter(v) == [(Slags.AFGOERELSE, sag.nummer)]
    with pytest.raises(KanIkke) as fejl:
        v.goer(v.sagsbehandler, traef_afgoerelse, sag.id, foelger=True, **ORDENE | {"naeste": ""})
    assert set(fejl.value.felter) == {"naeste", "forloeb_start"}
    start = date(2026, 6, 1)
    v.goer(v.sagsbehandler, traef_afgoerelse, sag.id, foelger=True, forloeb_start=start, **ORDENE)
    assert _venter(v) == [(Slags.PLAN, sag.nummer)]
    with pytest.raises(IngenRet):
        v.goer(v.sagsbehandler, traef_afgoerelse, sag.id, foelger=True, forloeb_start=start, **ORDENE)
    with kontekst.arbejder_som(v.sagsbehandler):
        sag = Sag.objects.get(id=sag.id)
        forloeb = Forloeb.objects.get(id=sag.forloeb_id)
        assert (sag.tilstand, forloeb.start, forloeb.naeste_frist) == (T.AFGJORT, start, date(2026, 12, 1))
        assert Dokument.objects.filter(sag=sag, slags="afgoerelse").count() == 1
        kvittering = Haendelse.objects.get(sag=sag, handling="traef_afgoerelse")
        assert kvittering.vurdering["regel"] == "bek2408.indstilling"
        with pytest.raises(ProgrammingError), transaction.atomic():
            Afgoerelse.objects.filter(sag=sag).update(bevilget=False)
    v.goer(v.sagsbehandler, skriv_indsatsplan, sag.id, version=0, indhold=plan())
    v.goer(v.sagsbehandler, laeg_indsatsplan, sag.id, version=1)
    assert _venter(v) == []


def test_imod_indstillingen_kun_naar_teamet_er_spurgt_igen(verden: Verden) -> None:
    v = verden
    sag = v.indstillet()
    imod = {"foelger": False, "udfald": "fleksjob", "bevilget": False} | ORDENE
    with pytest.raises(KanIkke) as fejl:
        v.goer(v.sagsbehandler, traef_afgoerelse, sag.id, **imod)
    assert "først teamet se på sagen igen" in fejl.value.felter["foelger"]
    ny = v.goer(v.sagsbehandler, genoptag_uenig, sag.id, grund="Lægen siger noget andet nu.")
    assert _venter(v) == []
    for forsoeg in (imod, ORDENE | {"foelger": True}):
        with pytest.raises(KanIkke) as fejl:
            v.goer(v.sagsbehandler, traef_afgoerelse, sag.id, **forsoeg)
        assert ny.nummer in fejl.value.felter[""]
    v.indstillet(v.sendt(ny))
    v.goer(v.sagsbehandler, traef_afgoerelse, ny.id, **imod)
    assert (igen(v, ny).tilstand, igen(v, sag).tilstand) == (T.AFGJORT, T.AFSLUTTET)
    with kontekst.arbejder_som(v.sagsbehandler):
        assert Sagsskifte.objects.get(sag=sag).resultat == "anden_sag"


def test_uden_team_afgoer_kommunen_selv_og_siger_hvorfor_naar_noget_mangler(verden: Verden) -> None:
    """Revalidering: from preparing to decided, closed, opened again by a row that says why – and frozen otherwise."""
    v = verden
    sag = ny_sag(v, "revalidering")
    with pytest.raises(KanIkke) as fejl:
        v.goer(v.sagsbehandler, traef_afgoerelse, sag.id, bevilget=True, **ORDENE)
    assert set(fejl.value.felter) == {"mangler_grund"}
    v.goer(v.sagsbehandler, traef_afgoerelse, sag.id, bevilget=True, mangler_grund="Alt er kendt.", **ORDENE)
    with kontekst.arbejder_som(v.sagsbehandler):
        a = Afgoerelse.objects.get(sag=sag)
        assert (a.foelger, a.udfald, a.mangler_grund) == (None, "revalidering", "Alt er kendt.")
        kvittering = Haendelse.objects.get(sag=sag, handling="traef_afgoerelse")
        assert kvittering.vurdering["regel"] == "bek2408.par14"
    with pytest.raises(KanIkke):
        v.goer(v.sagsbehandler, laeg_indsatsplan, sag.id, version=0)
    v.goer(v.sagsbehandler, afslut_sag, sag.id, resultat="gennemfoert", grund="Borgeren er begyndt.")
    lukket = igen(v, sag)
    assert (lukket.tilstand, lukket.afsluttet) == (T.AFSLUTTET, DAG)
    with kontekst.arbejder_som(v.sagsbehandler), pytest.raises(IntegrityError), transaction.atomic():
        Sag.objects.filter(id=sag.id).update(tilstand=T.AFGJORT)
    with pytest.raises(KanIkke):
        v.goer(v.sagsbehandler, genaabn_sag, sag.id, grund=" ")
    v.goer(v.sagsbehandler, genaabn_sag, sag.id, grund="Lukket ved en fejl.")
    assert (igen(v, sag).tilstand, igen(v, sag).afsluttet) == (T.AFGJORT, None)
    v.goer(v.sagsbehandler, afslut_sag, sag.id, resultat="gennemfoert", grund="Nu er den slut.")
    # The row that opened it once does not open it again, and opens no other column.
    with kontekst.arbejder_som(v.sagsbehandler), pytest.raises(IntegrityError), transaction.atomic():
        Sag.objects.filter(id=sag.id).update(tilstand=T.AFGJORT)
    with pytest.raises(FindesIkke):
        v.goer(v.naboen, genaabn_sag, sag.id, grund="Nysgerrig.")


def test_en_sag_for_teamet_afgoeres_ikke_foer_det_har_talt_og_lukkes_ikke_som_gennemfoert(
    verden: Verden,
) -> None:
    v = verden
    sag = ny_sag(v, "fleksjob")
    with pytest.raises(KanIkke):
        v.goer(v.sagsbehandler, traef_afgoerelse, sag.id, bevilget=True, **ORDENE)
    with pytest.raises(KanIkke) as fejl:
        v.goer(v.sagsbehandler, afslut_sag, sag.id, resultat="gennemfoert", grund="Slut.")
    assert set(fejl.value.felter) == {"resultat"}
    v.goer(v.sagsbehandler, afslut_sag, sag.id, resultat="trukket", grund="Borgeren vil ikke.")
    assert igen(v, sag).tilstand == T.AFSLUTTET


def test_uden_ressourceforloeb_foelger_kommunen_selv_op_til_noget_er_begyndt(verden: Verden) -> None:
    """A jobafklaringsforløb has no § 17: a start is registered on the case, and taken back with a reason."""
    v = verden
    sag = indstillet(v, "jaf_nyt", "nyt_jobafklaringsforloeb")
    v.goer(v.sagsbehandler, traef_afgoerelse, sag.id, foelger=True, **ORDENE)
    v.goer(v.sagsbehandler, skriv_indsatsplan, sag.id, version=0, indhold=plan())
    v.goer(v.sagsbehandler, laeg_indsatsplan, sag.id, version=1)
    assert igen(v, sag).forloeb_id is None
    assert _venter(v) == [(Slags.START, sag.nummer)]
    v.goer(v.sagsbehandler, registrer_start, sag.id, nr=0, begyndt=DAG)
    assert _venter(v) == []
    with pytest.raises(KanIkke):
        v.goer(v.sagsbehandler, registrer_start, sag.id, nr=0, begyndt=DAG)
    v.goer(v.sagsbehandler, registrer_start, sag.id, nr=0, begyndt=None, fortryd_grund="Kom ikke.")
    assert _venter(v) == [(Slags.START, sag.nummer)]


def test_efter_genbehandlingen_aldrig_en_ny_frist_men_kommunens_egen_opfoelgning(verden: Verden) -> None:
    """T11: the team has treated the case again; the plan waits for its first effort, without a second § 17 date."""
    v = verden
    sag = v.afgjort()
    v.goer(v.sagsbehandler, skriv_indsatsplan, sag.id, version=0, indhold=plan())
    v.goer(v.sagsbehandler, laeg_indsatsplan, sag.id, version=1)
    with kontekst.arbejder_som(v.sagsbehandler):
        [o] = opfoelgning(v.sagsbehandler, DAG)
        assert (o.slags, o.siden, o.aftalt) == (Slags.START, DAG, date(2026, 6, 15))
        assert o.sag.forloeb.genbehandlet == DAG
    with kontekst.arbejder_som(v.naboen):
        assert opfoelgning(v.naboen, DAG) == []
