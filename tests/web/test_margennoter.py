"""Notes beside the pages: one's own are nobody else's, a shared one is the house's, and none is the citizen's page's."""

import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connections, transaction

from rehabteam.handlinger.afslut_sag import afslut_sag
from rehabteam.handlinger.aktindsigtspapir import noter
from rehabteam.handlinger.del_margennote import del_margennote
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.skriv_margennote import skriv_margennote
from rehabteam.handlinger.slet_margennote import slet_margennote
from rehabteam.handlinger.traek_margennote_tilbage import traek_margennote_tilbage
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Dokument, Margennote, Sag
from rehabteam.sager.udtraek.margennoter import delte
from tests.breve import aflaes
from tests.verden import DAG, Verden
from tests.web.sagshjaelp import adresse, handlinger, indsend, tekst


def _papir(v: Verden, sag: Sag, hvem: Aktoer) -> Dokument:
    with kontekst.arbejder_som(hvem):
        return Dokument.objects.filter(sag=sag, trukket_tilbage_tid=None).order_by("tilfoejet_tid", "id")[0]


def _skriv(v: Verden, hvem: Aktoer, sag: Sag, **mere: Any) -> Margennote:
    papir = _papir(v, sag, hvem)
    return v.goer(hvem, skriv_margennote, sag.id, papir.id, **{"side": 1, "tekst": "Spørg om pauser."} | mere)


def _ser(hvem: Aktoer, sag: Sag) -> set[str]:
    with kontekst.arbejder_som(hvem):
        return set(Margennote.objects.filter(sag_id=sag.id).values_list("tekst", flat=True))


def test_ens_egen_er_ingen_andens(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    _skriv(v, v.teammedlem, sag, tekst="Teamets note")
    _skriv(v, v.koordinator, sag, tekst="Koordinatorens note")
    _skriv(v, v.sekretariat, sag, tekst="Sekretariatets note")
    assert _ser(v.teammedlem, sag) == {"Teamets note"} and _ser(v.koordinator, sag) == {"Koordinatorens note"}
    assert _ser(v.sekretariat, sag) == {"Sekretariatets note"}
    for hvem in (v.sagsbehandler, v.leder, v.naboen, v.anden_koordinator):
        assert _ser(hvem, sag) == set(), hvem.rolle
    assert "skriv_margennote" not in handlinger(sag, v.sagsbehandler)  # that she wrote one is hers alone too
    assert "Teamets note" in tekst(v.klient(v.teammedlem).get(adresse("alle_dokumenter", sag)))
    assert "Teamets note" not in tekst(v.klient(v.leder).get(adresse("alle_dokumenter", sag)))


def test_delt_i_huset_og_ikke_laengere(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    kommunens = _skriv(v, v.teammedlem, sag, tekst="Kommunens note")
    _skriv(v, v.koordinator, sag, tekst="Regionens note", delt=True)
    v.goer(v.teammedlem, del_margennote, sag.id, kommunens.id)
    assert _ser(v.leder, sag) == {"Kommunens note"} and _ser(v.sekretariat, sag) == {"Regionens note"}
    assert _ser(v.anden_koordinator, sag) == set()  # not her case
    assert handlinger(sag, v.sagsbehandler).count("del_margennote") == 2  # the act, never the words
    side = tekst(v.klient(v.leder).get(adresse("alle_dokumenter", sag)))
    assert (
        "Kommunens note" in side
        and f"Delt af {v.teammedlem.navn}" in side
        and "Træk noten tilbage" not in side
    )
    with pytest.raises(FindesIkke):
        v.goer(v.leder, traek_margennote_tilbage, sag.id, kommunens.id)  # not hers to take back
    with pytest.raises(KanIkke):
        v.goer(v.teammedlem, slet_margennote, sag.id, kommunens.id)
    with pytest.raises(KanIkke):
        _skriv(v, v.teammedlem, sag, note_id=kommunens.id, version=1)
    v.goer(v.teammedlem, traek_margennote_tilbage, sag.id, kommunens.id)
    side = tekst(v.klient(v.leder).get(adresse("alle_dokumenter", sag)))
    assert "Kommunens note" not in side and "har trukket en note tilbage" in side
    with pytest.raises(FindesIkke):
        v.goer(v.teammedlem, traek_margennote_tilbage, sag.id, kommunens.id)


def test_deles_kun_foer_indstillingen_og_egne_gaar_med_sagen(verden: Verden) -> None:
    v = verden
    sag = v.indstillet()
    egen = _skriv(v, v.moedeleder, sag, tekst="Kun min")
    with pytest.raises(IngenRet):
        v.goer(v.moedeleder, del_margennote, sag.id, egen.id)
    with pytest.raises(IngenRet):
        _skriv(v, v.moedeleder, sag, delt=True)
    v.goer(v.sagsbehandler, afslut_sag, sag.id, resultat="trukket", grund="Prøve")
    assert _ser(v.moedeleder, sag) == set()
    with pytest.raises(IngenRet):
        _skriv(v, v.moedeleder, sag)


def test_noterne_foelger_sagens_deling_uden_at_nogen_ser_dem(verden: Verden) -> None:
    """Written before the case is shared; whoever shares it cannot see that it is there. Taken from her, it is gone."""
    v = verden
    sag = v.hos_koordinator()
    _skriv(v, v.koordinator, sag, tekst="Hendes note")
    kommunens = _skriv(v, v.teammedlem, sag, tekst="Teamets note")
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute("SELECT region_id, koordinator_id FROM sager_margennote WHERE id = %s", [kommunens.id])
        assert cursor.fetchone() == (v.region.id, v.koordinator.medarbejder_id)
        cursor.execute(
            "UPDATE sager_sag SET koordinator_id = %s WHERE id = %s",
            [v.anden_koordinator.medarbejder_id, sag.id],
        )
    assert _ser(v.koordinator, sag) == set() and _ser(v.anden_koordinator, sag) == set()
    assert _ser(v.teammedlem, sag) == {"Teamets note"}


def test_databasen_holder_paa_det_delte(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    note = _skriv(v, v.sagsbehandler, sag, delt=True)
    for sql in (
        "UPDATE sager_margennote SET tekst = 'andet' WHERE id = %s",
        "DELETE FROM sager_margennote WHERE id = %s",
    ):
        with pytest.raises(IntegrityError), transaction.atomic(using="vedligehold"):
            connections["vedligehold"].cursor().execute(sql, [note.id])


def test_delte_noter_er_en_del_af_aktindsigten_og_egne_er_ikke(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    _skriv(v, v.sagsbehandler, sag, tekst="Kun til mig selv")
    with kontekst.arbejder_som(v.sagsbehandler):
        assert not delte(sag.id).exists()
    delt = _skriv(v, v.teammedlem, sag, tekst="Spørg lægen om knæet", delt=True)
    v.goer(v.teammedlem, traek_margennote_tilbage, sag.id, delt.id)
    with kontekst.arbejder_som(v.sagsbehandler):
        hele = Sag.objects.select_related("borger", "kommune").get(id=sag.id)
        papir = aflaes.tekst(noter(Anledning(v.sagsbehandler, DAG, datetime.now(UTC)), hele))
    assert "Spørg lægen om knæet (trukket tilbage)" in " ".join(papir.split())
    assert "Kun til mig selv" not in papir


def test_siderne(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    papir, klient = _papir(v, sag, v.sagsbehandler), v.klient(v.sagsbehandler)
    url = adresse("margennote_ny", sag, papir.id)
    assert 'value="1"' in klient.get(f"{url}?side=1").content.decode()
    tom = indsend(klient, url, side="99", tekst=" ", sted="loftet", hvem="alle")
    assert tom.status_code == 422
    for ord_ in ("Skriv et tal fra 1 til", "Skriv noten.", "Vælg et sted", "Vælg, hvem der må læse"):
        assert ord_ in tekst(tom), ord_
    assert indsend(klient, url, side="1", tekst="Ring til 010203-7762", hvem="mig").status_code == 422
    gemt = indsend(klient, url, side="1", tekst="Spørg om pauser.", sted="midt", hvem="mig")
    assert gemt.status_code == 302 and gemt.url.endswith(f"?dokument={papir.id}&side=1#visning")
    with kontekst.arbejder_som(v.sagsbehandler):
        note = Margennote.objects.get(sag=sag)
    rettet = indsend(
        klient,
        adresse("margennote_ret", sag, note.id),
        side="1",
        tekst="Spørg to gange.",
        version="1",
        hvem="mig",
    )
    assert rettet.status_code == 302
    gammel = indsend(
        klient, adresse("margennote_ret", sag, note.id), side="1", tekst="x", version="1", hvem="mig"
    )
    assert gammel.status_code == 422 and "andet vindue" in tekst(gammel)
    fremmed = v.klient(v.leder)
    for navn in ("margennote_del", "margennote_slet", "margennote_tilbage"):
        assert indsend(fremmed, adresse(navn, sag, note.id)).status_code == 404, navn
    assert fremmed.get(adresse("margennote_ret", sag, note.id)).status_code == 404
    assert indsend(klient, adresse("margennote_slet", sag, note.id)).status_code == 302
    assert _ser(v.sagsbehandler, sag) == set()
    assert (
        indsend(klient, adresse("margennote_ny", sag, uuid.uuid4()), side="1", tekst="x").status_code == 404
    )
