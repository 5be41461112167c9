"""The signed context: what it takes to be believed, and what happens at the edges."""

import time

import pytest
from django.db import DatabaseError, connection, transaction

from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.models import Sag
from tests.verden import Verden


def _ser(rolle: Vaeg, ctx: str) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('role', %s, true), set_config('app.ctx', %s, true)",
            [kontekst.rollenavn(rolle), ctx],
        )
        cursor.execute("SELECT count(*) FROM sager_sag")
        return int(cursor.fetchone()[0])


def _ctx(hvem: Aktoer, vaeg: Vaeg | None = None, udloeber: int | None = None) -> str:
    udloeber = int(time.time()) + 60 if udloeber is None else udloeber
    return kontekst.underskrevet(vaeg or hvem.vaeg, hvem.organisation_id, hvem.medarbejder_id, udloeber)


def test_den_rette_kontekst_ser_sine_sager(verden: Verden) -> None:
    verden.genoptaget()
    assert _ser(Vaeg.KOMMUNE, _ctx(verden.sagsbehandler)) == 2


def test_uden_kontekst_ses_intet(verden: Verden) -> None:
    verden.genoptaget()
    assert _ser(Vaeg.KOMMUNE, "") == 0


@pytest.mark.parametrize(
    "art", ["udloebet", "forkert_underskrift", "andens_organisation", "skidt", "for_kort"]
)
def test_en_kontekst_der_ikke_holder_ser_intet(verden: Verden, art: str) -> None:
    verden.genoptaget()
    god = _ctx(verden.sagsbehandler)
    daarlig = {
        "udloebet": _ctx(verden.sagsbehandler, udloeber=int(time.time()) - 1),
        "forkert_underskrift": god[:-1] + ("0" if god[-1] != "0" else "1"),
        "andens_organisation": god.replace(
            str(verden.sagsbehandler.organisation_id), str(verden.naboen.organisation_id)
        ),
        "skidt": "a|b|c|d|e",
        "for_kort": "kommune|x",
    }[art]
    assert _ser(Vaeg.KOMMUNE, daarlig) == 0


@pytest.mark.parametrize("rolle", [Vaeg.REGION, Vaeg.KOORDINATOR])
def test_en_kommunes_kontekst_virker_ikke_i_en_anden_rolle(verden: Verden, rolle: Vaeg) -> None:
    """Injected SQL may change role within the request; the context stays the kommune's."""
    verden.sendt()
    assert _ser(rolle, _ctx(verden.sagsbehandler)) == 0
    # Nor with the region's own id in a context of the wrong kind.
    assert _ser(rolle, _ctx(verden.sekretariat, Vaeg.KOMMUNE)) == 0


def test_reset_role_giver_ingen_rettigheder(verden: Verden) -> None:
    with (
        pytest.raises(DatabaseError),
        kontekst.arbejder_som(verden.sagsbehandler),
        connection.cursor() as cursor,
    ):
        cursor.execute("RESET ROLE")
        cursor.execute("SELECT count(*) FROM sager_sag")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM adgang.noegle",
        "TRUNCATE sager_sag",
        "ALTER TABLE sager_sag DISABLE ROW LEVEL SECURITY",
        "DROP POLICY kommune_se ON sager_sag",
        "SET LOCAL ROLE {p}_eje",
        "SET LOCAL ROLE {p}_migr",
        "SET SESSION AUTHORIZATION {p}_migr",
        "CREATE TABLE public.mit (id int)",
        "CREATE FUNCTION public.min() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "SELECT brugernavn FROM web_konto",
        "SELECT session_data FROM django_session",
        "COPY sager_sag TO PROGRAM 'cat'",
        "SET session_replication_role = replica",
    ],
)
def test_angreb_fra_en_kommunes_anmodning_afvises(verden: Verden, sql: str) -> None:
    with (
        pytest.raises(DatabaseError),
        kontekst.arbejder_som(verden.sagsbehandler),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql.format(p="rehabteam_test"))


def test_konteksten_bliver_ikke_haengende(verden: Verden) -> None:
    with kontekst.arbejder_som(verden.sagsbehandler):
        assert Sag.objects.count() >= 0
    kontekst.efterproev_ren_forbindelse()
    with pytest.raises(DatabaseError), transaction.atomic():
        Sag.objects.count()


def test_en_rest_paa_forbindelsen_opdages_og_lukkes(database: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.ctx', 'rest', false)")
    with pytest.raises(kontekst.KontekstFejl):
        kontekst.efterproev_ren_forbindelse()
    kontekst.efterproev_ren_forbindelse()


def test_uden_transaktion_kan_ingen_blive_nogen(verden: Verden) -> None:
    with pytest.raises(kontekst.KontekstFejl):
        kontekst.som(verden.sagsbehandler)
    with (
        pytest.raises(kontekst.KontekstFejl),
        transaction.atomic(),
        kontekst.arbejder_som(verden.sagsbehandler),
    ):
        pass
