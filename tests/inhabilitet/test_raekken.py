"""The row that keeps somebody out: nobody writes it, lifts it or reads it who should not, in SQL either."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, connection, connections

from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Inhabilitet, Rolle, Sag
from tests.inhabilitet.udelukket import GRUND, luk_ude, ser
from tests.verden import Verden

OPHAEV = "UPDATE sager_inhabilitet SET ophaevet_tid = now() WHERE borger_id = %s"


def test_ingen_ophaever_sin_egen_udelukkelse_heller_ikke_i_sql(verden: Verden, sag: Sag) -> None:
    v = verden
    anden_leder = v.person(Rolle.LEDER, v.kommune, "Lone Leder")
    luk_ude(v, anden_leder, sag)
    for hvem, ramte in ((anden_leder, 0), (v.naboen, 0), (v.leder, 1)):
        with kontekst.arbejder_som(hvem), connection.cursor() as cursor:
            cursor.execute(OPHAEV, [sag.borger_id])
            assert cursor.rowcount == ramte, hvem.navn
    assert any(ser(anden_leder, sag.borger_id).values())


def test_raekken_kan_ikke_slettes_eller_skrives_om(verden: Verden, sag: Sag) -> None:
    v = verden
    luk_ude(v, v.teammedlem, sag)
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
    assert not any(ser(v.koordinator, sag.borger_id).values())


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
    luk_ude(v, v.teammedlem, sag)
    with pytest.raises(DatabaseError), kontekst.arbejder_som(v.naboen), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO sager_forloeb (id, kommune_id, borger_id, sagsbehandler_id, start, frist_status, version) "
            "VALUES (gen_random_uuid(), %s, %s, %s, '2026-01-01', '', 1) RETURNING udelukkede",
            [v.nabokommune.id, sag.borger_id, v.naboen.medarbejder_id],
        )
        assert cursor.fetchone()[0] == []
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # and the row cannot stay
