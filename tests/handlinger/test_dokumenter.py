"""What may be done with documents, and what may not."""

from datetime import date

import pytest

from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.skriv_notat import skriv_notat
from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.traek_dokument_tilbage import traek_dokument_tilbage
from rehabteam.handlinger.underskriv_notat import underskriv_notat
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Dokument
from tests.verden import PDF, Verden

FIL = {
    "filnavn": "a.pdf",
    "data": PDF,
    "titel": "Opfølgning",
    "slags": "dokumentation",
    "dato": date(2026, 5, 1),
}


def test_et_dokument_der_traekkes_tilbage_bliver_med_sin_grund(verden: Verden) -> None:
    sag = verden.genoptaget()
    dokument = verden.goer(verden.sagsbehandler, tilfoej_dokument, sag.id, **FIL)
    with pytest.raises(KanIkke):
        verden.goer(verden.sagsbehandler, traek_dokument_tilbage, sag.id, dokument.id, grund=" ")
    verden.goer(verden.sagsbehandler, traek_dokument_tilbage, sag.id, dokument.id, grund="Forkert borger.")
    with kontekst.arbejder_som(verden.sagsbehandler):
        assert Dokument.objects.get(id=dokument.id).trukket_tilbage_grund == "Forkert borger."
    with pytest.raises(FindesIkke):
        verden.goer(verden.sagsbehandler, traek_dokument_tilbage, sag.id, dokument.id, grund="Igen.")


def test_et_underskrevet_notat_kan_ikke_traekkes_tilbage(verden: Verden) -> None:
    sag = verden.hos_koordinator()
    felter = dict.fromkeys(
        ("funktionsniveau", "skaanehensyn", "tilbud", "dokumentationsbehov", "vurderingsbehov"), "Tekst"
    )
    verden.goer(verden.koordinator, skriv_notat, sag.id, version=0, **felter)
    notat = verden.goer(verden.koordinator, underskriv_notat, sag.id)
    with pytest.raises(KanIkke):
        verden.goer(verden.sagsbehandler, traek_dokument_tilbage, sag.id, notat.dokument_id, grund="Nej.")


def test_den_afsluttede_sag_tager_ikke_imod_mere(verden: Verden) -> None:
    gammel = verden.genoptaget().udspringer_af
    with pytest.raises(IngenRet):
        verden.goer(verden.sagsbehandler, tilfoej_dokument, gammel.id, **FIL)


def test_et_nyt_faerdigt_resume_afloeser_det_gamle(verden: Verden) -> None:
    sag = verden.genoptaget()
    for version, tekst in enumerate(("Første.", "Anden.")):
        verden.goer(verden.sagsbehandler, skriv_resume, sag.id, tekst=tekst, faerdigt=True, version=version)
    with kontekst.arbejder_som(verden.sagsbehandler):
        alle = Dokument.objects.filter(sag_id=sag.id, slags="resume")
        assert alle.count() == 2
        assert alle.filter(trukket_tilbage_tid=None).count() == 1
