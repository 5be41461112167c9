"""Inhabilitet in PostgreSQL alone: who is kept out sees no row about the citizen, in no role and in no table."""

import threading
from datetime import date

import pytest
from django.apps import apps
from django.db import connection

from rehabteam.handlinger.erklaer_inhabil import erklaer_inhabil
from rehabteam.handlinger.ophaev_inhabilitet import ophaev_inhabilitet
from rehabteam.handlinger.registrer_spaend import registrer_spaend
from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.udelukkelse import OM_BORGEREN, PERSONER
from rehabteam.sager.adgang.vaegge import TABELLER
from rehabteam.sager.models import Inhabilitet, Rolle, Sag
from rehabteam.sager.models.grundlag import OmBorgeren
from tests.inhabilitet.udelukket import GRUND, kolonnen, luk_ude, ser
from tests.verden import PDF, Verden


@pytest.mark.parametrize("rolle", ["sagsbehandler", "moedeleder", "teammedlem", "koordinator"])
def test_den_udelukkede_ser_intet_om_borgeren(verden: Verden, sag: Sag, rolle: str) -> None:
    v = verden
    hvem, kollega = getattr(v, rolle), v.sekretariat if rolle == "koordinator" else v.leder
    foer = ser(hvem, sag.borger_id)
    assert {"sager_borger", "sager_sag", "sager_dokument", "sager_haendelse"} <= {
        t for t, n in foer.items() if n
    }
    andre = v.genoptaget(v.forloeb(navn="En Anden")) if rolle != "koordinator" else v.hos_koordinator()
    luk_ude(v, hvem, sag)
    assert not any(ser(hvem, sag.borger_id).values())
    assert ser(hvem, andre.borger_id)["sager_sag"]  # the others' cases stay
    assert ser(kollega, sag.borger_id)["sager_sag"]  # and so do the colleagues'


def test_hele_sekretariatet_undtagen_en(verden: Verden, sag: Sag) -> None:
    v = verden
    anden = v.person(Rolle.SEKRETARIAT, v.region, "Sofie Sekretær")
    luk_ude(v, anden, sag)
    assert not any(ser(anden, sag.borger_id).values())
    assert ser(v.sekretariat, sag.borger_id)["sager_sag"]


def test_logkontrolloeren_ser_ikke_navnet_paa_den_hun_er_i_familie_med(verden: Verden, sag: Sag) -> None:
    v = verden
    sql = "SELECT count(*) FROM (SELECT id FROM sager_borger WHERE id = %s) b"
    svar = []
    for luk in (False, True):
        if luk:
            luk_ude(v, v.auditor, sag)
        with kontekst.arbejder_som(v.auditor), connection.cursor() as cursor:
            cursor.execute(sql, [sag.borger_id])
            svar.append(cursor.fetchone()[0])
    assert svar == [1, 0]


def test_det_der_skrives_bagefter_er_ogsaa_lukket(verden: Verden, sag: Sag) -> None:
    v = verden
    luk_ude(v, v.teammedlem, sag)
    ny = v.person(Rolle.LEDER, v.kommune)
    v.goer(ny, skriv_resume, sag.id, tekst="Nyt resumé", faerdigt=True, version=1)
    papir = {
        "filnavn": "a.pdf",
        "data": PDF,
        "titel": "Ny",
        "slags": "dokumentation",
        "dato": date(2026, 5, 1),
    }
    v.goer(ny, tilfoej_dokument, sag.id, **papir)
    v.goer(ny, registrer_spaend, sag.forloeb_id, slags="stu", fra=date(2026, 3, 1), til=None)
    assert not any(ser(v.teammedlem, sag.borger_id).values())
    assert {udelukkede for _, udelukkede in kolonnen(sag.borger_id)} == {(v.teammedlem.medarbejder_id,)}


def test_kolonnen_er_ens_paa_alt_om_borgeren_og_kun_der(verden: Verden, sag: Sag) -> None:
    v = verden
    andre = v.genoptaget(v.forloeb(navn="En Anden"))
    luk_ude(v, v.teammedlem, sag)
    raekker = kolonnen(sag.borger_id)
    assert {tabel for tabel, _ in raekker} >= {
        "sager_borger",
        "sager_forloeb",
        "sager_spaend",
        "sager_inhabilitet",
    }
    assert {u for _, u in raekker} == {(v.teammedlem.medarbejder_id,)}
    assert {u for _, u in kolonnen(andre.borger_id)} == {()}


@pytest.mark.parametrize("angreb", ["UPDATE {t} SET udelukkede = '{{}}'", "UPDATE {t} SET udelukkede = NULL"])
@pytest.mark.parametrize("tabel", ["sager_borger", "sager_sag", "sager_forloeb", "sager_spaend"])
def test_ingen_kan_skrive_kolonnen_selv(verden: Verden, sag: Sag, tabel: str, angreb: str) -> None:
    """A kommune may change these rows; what it puts in the column is not what stands there."""
    v = verden
    luk_ude(v, v.teammedlem, sag)
    with kontekst.arbejder_som(v.leder), connection.cursor() as cursor:
        cursor.execute(angreb.format(t=tabel))
        assert cursor.rowcount  # the positive control: the rows were there to be changed
    assert {u for _, u in kolonnen(sag.borger_id)} == {(v.teammedlem.medarbejder_id,)}
    assert not any(ser(v.teammedlem, sag.borger_id).values())


def test_naar_udelukkelsen_ophaeves_ses_alt_igen(verden: Verden, sag: Sag) -> None:
    v = verden
    foer = ser(v.teammedlem, sag.borger_id)
    luk_ude(v, v.teammedlem, sag)
    with kontekst.arbejder_som(v.leder):
        raekke = Inhabilitet.objects.get(borger_id=sag.borger_id)
    v.goer(v.leder, ophaev_inhabilitet, sag.borger_id, raekke.id, grund="Det var en anden med samme navn.")
    efter = ser(v.teammedlem, sag.borger_id)
    assert all(efter[tabel] >= antal for tabel, antal in foer.items())
    assert {u for _, u in kolonnen(sag.borger_id)} == {()}


def test_en_raekke_der_skrives_samtidig_bliver_lukket(verden: Verden, sag: Sag) -> None:
    """One writes about the citizen while another keeps a third out: whoever commits first, the row is shut."""
    v = verden
    skriveren = v.leder
    skrevet, luk = threading.Event(), threading.Event()

    def skriver() -> None:
        with kontekst.arbejder_som(skriveren), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO sager_spaend (id, kommune_id, forloeb_id, slags, fra, registreret_tid, registreret_af, "
                "tilbagekaldt_grund, udelukkede) "
                "VALUES (gen_random_uuid(), %s, %s, 'stu', '2026-02-01', now(), '', '', '{}')",
                [v.kommune.id, sag.forloeb_id],
            )
            skrevet.set()
            luk.wait(timeout=1)
        connection.close()

    traad = threading.Thread(target=skriver)
    traad.start()
    assert skrevet.wait(timeout=10)
    luk_ude(v, v.teammedlem, sag)  # waits for the other to be done
    luk.set()
    traad.join()
    assert {u for _, u in kolonnen(sag.borger_id)} == {(v.teammedlem.medarbejder_id,)}


def test_hver_tabel_om_en_borger_staar_paa_listen() -> None:
    """Every model about a citizen has the column, and every table that leads to one of them is such a model."""
    modeller = {m._meta.db_table: m for m in apps.get_models()}
    om = {t for t, m in modeller.items() if issubclass(m, OmBorgeren)}
    assert om == OM_BORGEREN.keys()
    peger = {
        t
        for t, m in modeller.items()
        if t.startswith("sager_")
        and any(f.is_relation and f.related_model._meta.db_table in om for f in m._meta.concrete_fields)
    }
    assert peger - om == {"sager_noedkvittering"}  # that an alarm was seen; it names no citizen
    for tabel in OM_BORGEREN:
        assert {d.vaeg for d in TABELLER[tabel]} & set(PERSONER)


def test_listerne_beholder_deres_plan(verden: Verden, sag: Sag) -> None:
    """The wall is a comparison on the row: nothing is asked per row, and the index is still used."""
    v = verden
    with kontekst.arbejder_som(v.sagsbehandler), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        for sql in (
            "SELECT * FROM sager_forloeb WHERE naeste_frist < '2027-01-01' ORDER BY naeste_frist LIMIT 50",
            "SELECT * FROM sager_sag WHERE tilstand = 'forberedes'",
            "SELECT count(*) FROM sager_borger",
        ):
            cursor.execute(f"EXPLAIN (COSTS OFF) {sql}")
            plan = "\n".join(r[0] for r in cursor.fetchall())
            assert "InitPlan" in plan and "SubPlan" not in plan and "Index" in plan, plan


def test_den_der_melder_sig_selv_er_ude_i_samme_oejeblik(verden: Verden, sag: Sag) -> None:
    v = verden
    v.goer(v.teammedlem, erklaer_inhabil, sag.borger_id, **GRUND)
    assert not any(ser(v.teammedlem, sag.borger_id).values())
    assert any(ser(v.leder, sag.borger_id).values())
