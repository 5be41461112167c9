"""What was written stays written: receipts, the log, signed notes, given recommendations, old cases."""

import uuid

import pytest
from django.db import DatabaseError, connection, connections

from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.models import Adgangspost, Haendelse, Sag
from tests.verden import Verden


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE sager_haendelse SET tekst = 'andet'",
        "UPDATE sager_haendelse SET vurdering = NULL",
        "DELETE FROM sager_haendelse",
        "TRUNCATE sager_haendelse",
        "UPDATE sager_dokument SET sha256 = 'andet'",
        "UPDATE sager_dokument SET titel = 'andet'",
        "DELETE FROM sager_dokument",
        "UPDATE sager_sag SET nummer = 'andet' WHERE tilstand = 'afsluttet'",
        "DELETE FROM sager_sag",
        "UPDATE sager_adgangspost SET rute = 'andet'",
        "DELETE FROM sager_adgangspost",
    ],
)
@pytest.mark.parametrize("som_ejer", [False, True])
def test_det_laaste_kan_ikke_rettes(verden: Verden, sql: str, som_ejer: bool) -> None:
    """Neither by the kommune itself, nor by the maintenance role that owns the tables and passes all policies."""
    verden.genoptaget()
    with kontekst.arbejder_som(verden.sagsbehandler):
        log.skriv(verden.sagsbehandler, log.Art.LAES, "sag.se", 200, uuid.uuid4())
    with pytest.raises(DatabaseError):
        if som_ejer:
            _som_vedligehold(sql)
        else:
            with kontekst.arbejder_som(verden.sagsbehandler), connection.cursor() as cursor:
                cursor.execute(sql)


def _som_vedligehold(sql: str) -> None:
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute(sql)


def test_loggen_kan_ikke_skrives_i_en_andens_navn(verden: Verden) -> None:
    with pytest.raises(DatabaseError), kontekst.arbejder_som(verden.sagsbehandler):
        log.skriv(verden.naboen, log.Art.LAES, "sag.se", 200, uuid.uuid4())


def test_loggen_ses_kun_af_ens_egen_organisation(verden: Verden) -> None:
    for hvem in (verden.sagsbehandler, verden.naboen):
        with kontekst.arbejder_som(hvem):
            log.skriv(hvem, log.Art.LAES, "sag.se", 200, uuid.uuid4(), borgere=[uuid.uuid4()])
    with kontekst.arbejder_som(verden.leder):
        fundne = set(Adgangspost.objects.values_list("organisation_id", flat=True))
    assert fundne == {verden.kommune.id}


def test_deling_er_det_eneste_der_flytter_sig_paa_en_haendelse(verden: Verden) -> None:
    sag = verden.genoptaget()
    with kontekst.arbejder_som(verden.sagsbehandler):
        foer = list(Haendelse.objects.filter(sag_id=sag.id).values("id", "tekst", "region_id"))
    verden.hos_koordinator(verden.sendt(sag))
    with kontekst.arbejder_som(verden.sagsbehandler):
        efter = {
            h["id"]: h for h in Haendelse.objects.filter(sag_id=sag.id).values("id", "tekst", "region_id")
        }
        koordinatorer = set(Sag.objects.get(id=sag.id).haendelser.values_list("koordinator_id", flat=True))
    assert foer and all(h["region_id"] is None for h in foer)
    assert all(efter[h["id"]] == {**h, "region_id": verden.region.id} for h in foer)
    assert koordinatorer == {verden.koordinator.medarbejder_id}
