"""Inhabilitet in PostgreSQL alone: who is kept out sees no row about the citizen, in no role and in no table."""

import threading
from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, connections, transaction

from rehabteam.handlinger.erklaer_inhabil import erklaer_inhabil
from rehabteam.handlinger.ophaev_inhabilitet import ophaev_inhabilitet
from rehabteam.handlinger.registrer_spaend import registrer_spaend
from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.udeluk_medarbejder import udeluk_medarbejder
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.udelukkelse import OM_BORGEREN, PERSONER
from rehabteam.sager.adgang.vaegge import TABELLER
from rehabteam.sager.models import Inhabilitet, Rolle, Sag
from rehabteam.sager.models.grundlag import OmBorgeren
from tests.verden import PDF, Verden

GRUND = {"grund": "slaegt", "begrundelse": "Fætter."}


def _ser(hvem: Aktoer, borger_id: object) -> dict[str, int]:
    """Rows about one citizen by table, as this person's database role sees them; tables she has no way to left out."""
    fundne = {}
    for tabel, vej in OM_BORGEREN.items():
        led = {
            "id": "id = %s",
            "borger_id": "borger_id = %s",
            "forloeb_id": "forloeb_id IN (SELECT f.id FROM sager_forloeb f WHERE f.borger_id = %s)",
            "sag_id": "sag_id IN (SELECT s.id FROM sager_sag s WHERE s.borger_id = %s)",
        }[vej]
        if not any(dor.vaeg == hvem.vaeg and dor.laeser and not dor.sete_kolonner for dor in TABELLER[tabel]):
            continue
        with kontekst.arbejder_som(hvem), connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {tabel} WHERE {led}", [borger_id])
            fundne[tabel] = cursor.fetchone()[0]
    return fundne


def _kolonnen(borger_id: object) -> set[tuple[str, tuple[object, ...]]]:
    """What stands in the column on every row about the citizen, read past all walls."""
    fundet = set()
    with transaction.atomic("vedligehold"), connections["vedligehold"].cursor() as cursor:
        for tabel, vej in OM_BORGEREN.items():
            led = {
                "id": "id = %s",
                "borger_id": "borger_id = %s",
                "forloeb_id": "forloeb_id IN (SELECT f.id FROM sager_forloeb f WHERE f.borger_id = %s)",
                "sag_id": "sag_id IN (SELECT s.id FROM sager_sag s WHERE s.borger_id = %s)",
            }[vej]
            cursor.execute(f"SELECT DISTINCT udelukkede FROM {tabel} WHERE {led}", [borger_id])
            fundet |= {(tabel, tuple(r[0])) for r in cursor.fetchall()}
    return fundet


@pytest.fixture
def sag(verden: Verden) -> Sag:
    v = verden
    sag = v.genoptaget()
    v.goer(v.sagsbehandler, registrer_spaend, sag.forloeb_id, slags="stu", fra=date(2026, 1, 1), til=None)
    v.goer(v.sagsbehandler, skriv_resume, sag.id, tekst="Resumé", faerdigt=True, version=0)
    return v.hos_koordinator(v.sendt(sag))


def _luk_ude(v: Verden, hvem: Aktoer, sag: Sag) -> None:
    """Whoever decides in her house keeps this person out."""
    beslutter = v.leder if hvem.organisation_id == v.kommune.id else v.sekretariat
    ny = v.person(Rolle.SAGSBEHANDLER, v.kommune, "Nina Ny").medarbejder_id
    v.goer(
        beslutter,
        udeluk_medarbejder,
        sag.borger_id,
        medarbejder_id=hvem.medarbejder_id,
        ny_sagsbehandler_id=ny,
        **GRUND,
    )


@pytest.mark.parametrize("rolle", ["sagsbehandler", "moedeleder", "teammedlem", "koordinator"])
def test_den_udelukkede_ser_intet_om_borgeren(verden: Verden, sag: Sag, rolle: str) -> None:
    v = verden
    hvem, kollega = getattr(v, rolle), v.sekretariat if rolle == "koordinator" else v.leder
    foer = _ser(hvem, sag.borger_id)
    assert {"sager_borger", "sager_sag", "sager_dokument", "sager_haendelse"} <= {
        t for t, n in foer.items() if n
    }
    andre = v.genoptaget(v.forloeb(navn="En Anden")) if rolle != "koordinator" else v.hos_koordinator()
    _luk_ude(v, hvem, sag)
    assert not any(_ser(hvem, sag.borger_id).values())
    assert _ser(hvem, andre.borger_id)["sager_sag"]  # the others' cases stay
    assert _ser(kollega, sag.borger_id)["sager_sag"]  # and so do the colleagues'


def test_hele_sekretariatet_undtagen_en(verden: Verden, sag: Sag) -> None:
    v = verden
    anden = v.person(Rolle.SEKRETARIAT, v.region, "Sofie Sekretær")
    _luk_ude(v, anden, sag)
    assert not any(_ser(anden, sag.borger_id).values())
    assert _ser(v.sekretariat, sag.borger_id)["sager_sag"]


def test_logkontrolloeren_ser_ikke_navnet_paa_den_hun_er_i_familie_med(verden: Verden, sag: Sag) -> None:
    v = verden
    sql = "SELECT count(*) FROM (SELECT id FROM sager_borger WHERE id = %s) b"
    svar = []
    for luk in (False, True):
        if luk:
            _luk_ude(v, v.auditor, sag)
        with kontekst.arbejder_som(v.auditor), connection.cursor() as cursor:
            cursor.execute(sql, [sag.borger_id])
            svar.append(cursor.fetchone()[0])
    assert svar == [1, 0]


def test_det_der_skrives_bagefter_er_ogsaa_lukket(verden: Verden, sag: Sag) -> None:
    v = verden
    _luk_ude(v, v.teammedlem, sag)
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
    assert not any(_ser(v.teammedlem, sag.borger_id).values())
    assert {udelukkede for _, udelukkede in _kolonnen(sag.borger_id)} == {(v.teammedlem.medarbejder_id,)}


def test_kolonnen_er_ens_paa_alt_om_borgeren_og_kun_der(verden: Verden, sag: Sag) -> None:
    v = verden
    andre = v.genoptaget(v.forloeb(navn="En Anden"))
    _luk_ude(v, v.teammedlem, sag)
    raekker = _kolonnen(sag.borger_id)
    assert {tabel for tabel, _ in raekker} >= {
        "sager_borger",
        "sager_forloeb",
        "sager_spaend",
        "sager_inhabilitet",
    }
    assert {u for _, u in raekker} == {(v.teammedlem.medarbejder_id,)}
    assert {u for _, u in _kolonnen(andre.borger_id)} == {()}


@pytest.mark.parametrize("angreb", ["UPDATE {t} SET udelukkede = '{{}}'", "UPDATE {t} SET udelukkede = NULL"])
@pytest.mark.parametrize("tabel", ["sager_borger", "sager_sag", "sager_forloeb", "sager_spaend"])
def test_ingen_kan_skrive_kolonnen_selv(verden: Verden, sag: Sag, tabel: str, angreb: str) -> None:
    """A kommune may change these rows; what it puts in the column is not what stands there."""
    v = verden
    _luk_ude(v, v.teammedlem, sag)
    with kontekst.arbejder_som(v.leder), connection.cursor() as cursor:
        cursor.execute(angreb.format(t=tabel))
        assert cursor.rowcount  # the positive control: the rows were there to be changed
    assert {u for _, u in _kolonnen(sag.borger_id)} == {(v.teammedlem.medarbejder_id,)}
    assert not any(_ser(v.teammedlem, sag.borger_id).values())


OPHAEV = "UPDATE sager_inhabilitet SET ophaevet_tid = now() WHERE borger_id = %s"


def test_ingen_ophaever_sin_egen_udelukkelse_heller_ikke_i_sql(verden: Verden, sag: Sag) -> None:
    v = verden
    anden_leder = v.person(Rolle.LEDER, v.kommune, "Lone Leder")
    _luk_ude(v, anden_leder, sag)
    for hvem, ramte in ((anden_leder, 0), (v.naboen, 0), (v.leder, 1)):
        with kontekst.arbejder_som(hvem), connection.cursor() as cursor:
            cursor.execute(OPHAEV, [sag.borger_id])
            assert cursor.rowcount == ramte, hvem.navn
    assert any(_ser(anden_leder, sag.borger_id).values())


def test_raekken_kan_ikke_slettes_eller_skrives_om(verden: Verden, sag: Sag) -> None:
    v = verden
    _luk_ude(v, v.teammedlem, sag)
    for sql in (
        "DELETE FROM sager_inhabilitet",
        "UPDATE sager_inhabilitet SET begrundelse = ''",
        "UPDATE sager_inhabilitet SET medarbejder_id = gen_random_uuid()",
    ):
        with pytest.raises(DatabaseError), kontekst.arbejder_som(v.leder), connection.cursor() as cursor:
            cursor.execute(sql)
        with pytest.raises(DatabaseError), connections["vedligehold"].cursor() as cursor:
            cursor.execute(sql)


def test_en_koordinator_kan_ikke_udelukke_en_anden(verden: Verden, sag: Sag) -> None:
    v = verden
    felter = {
        "kommune_id": v.kommune.id,
        "borger_id": sag.borger_id,
        "organisation_id": v.region.id,
        "dag": date(2026, 5, 27),
        "tid": datetime.now(UTC),
        "erklaeret_af": "Karen",
        **GRUND,
    }
    with pytest.raises(DatabaseError), kontekst.arbejder_som(v.koordinator):
        Inhabilitet.objects.create(medarbejder_id=v.anden_koordinator.medarbejder_id, **felter)
    with kontekst.arbejder_som(v.koordinator):
        Inhabilitet.objects.create(medarbejder_id=v.koordinator.medarbejder_id, **felter)
    assert not any(_ser(v.koordinator, sag.borger_id).values())


def test_ingen_kan_udelukkes_fra_en_borger_man_ikke_ser(verden: Verden, sag: Sag) -> None:
    """Or an answer would tell whether the id is a citizen's."""
    v = verden
    beskeder = []
    for borger_id in (sag.borger_id, v.kommune.id):
        with pytest.raises(DatabaseError) as fejl, kontekst.arbejder_som(v.naboen):
            Inhabilitet.objects.create(
                kommune_id=v.kommune.id,
                borger_id=borger_id,
                organisation_id=v.nabokommune.id,
                medarbejder_id=v.naboen.medarbejder_id,
                dag=date(2026, 5, 27),
                tid=datetime.now(UTC),
                erklaeret_af="Nanna",
                **GRUND,
            )
        beskeder.append(str(fejl.value))
    assert beskeder[0] == beskeder[1] and "row-level security" in beskeder[0]


def test_en_anden_kommune_faar_ikke_at_vide_hvem_der_er_udelukket(verden: Verden, sag: Sag) -> None:
    """The column is filled in with the owner's powers: never from another kommune's list."""
    v = verden
    _luk_ude(v, v.teammedlem, sag)
    with pytest.raises(DatabaseError), kontekst.arbejder_som(v.naboen), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO sager_forloeb (id, kommune_id, borger_id, sagsbehandler_id, start, frist_status, version) "
            "VALUES (gen_random_uuid(), %s, %s, %s, '2026-01-01', '', 1) RETURNING udelukkede",
            [v.nabokommune.id, sag.borger_id, v.naboen.medarbejder_id],
        )
        assert cursor.fetchone()[0] == []
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # and the row cannot stay


def test_naar_udelukkelsen_ophaeves_ses_alt_igen(verden: Verden, sag: Sag) -> None:
    v = verden
    foer = _ser(v.teammedlem, sag.borger_id)
    _luk_ude(v, v.teammedlem, sag)
    with kontekst.arbejder_som(v.leder):
        raekke = Inhabilitet.objects.get(borger_id=sag.borger_id)
    v.goer(v.leder, ophaev_inhabilitet, sag.borger_id, raekke.id, grund="Det var en anden med samme navn.")
    efter = _ser(v.teammedlem, sag.borger_id)
    assert all(efter[tabel] >= antal for tabel, antal in foer.items())
    assert {u for _, u in _kolonnen(sag.borger_id)} == {()}


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
    _luk_ude(v, v.teammedlem, sag)  # waits for the other to be done
    luk.set()
    traad.join()
    assert {u for _, u in _kolonnen(sag.borger_id)} == {(v.teammedlem.medarbejder_id,)}


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
    assert not any(_ser(v.teammedlem, sag.borger_id).values())
    assert any(_ser(v.leder, sag.borger_id).values())
