"""The signed context: what it takes to be believed, and what happens at the edges."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.adgang.kontekst import Transaktion
from rehabteam.sager.models import Sag
from tests.verden import Verden

Kontekst = str | Callable[[Transaktion], str]


def _ser(rolle: Vaeg, ctx: Kontekst) -> int:
    """How many cases are seen in one transaction with the context made for it."""
    with transaction.atomic(), connection.cursor() as cursor:
        denne = kontekst.denne_transaktion()
        cursor.execute(
            "SELECT set_config('role', %s, true), set_config('app.ctx', %s, true)",
            [kontekst.rollenavn(rolle), ctx(denne) if callable(ctx) else ctx],
        )
        cursor.execute("SELECT count(*) FROM sager_sag")
        return int(cursor.fetchone()[0])


def _ctx(hvem: Aktoer, vaeg: Vaeg | None = None, udloeber: int | None = None) -> Callable[[Transaktion], str]:
    udloeber = int(time.time()) + 60 if udloeber is None else udloeber
    return lambda denne: kontekst.underskrevet(
        *(vaeg or hvem.vaeg, hvem.organisation_id, hvem.medarbejder_id, udloeber, denne),
        sager_for=hvem.sager_for,
    )


def test_den_rette_kontekst_ser_sine_sager(verden: Verden) -> None:
    verden.genoptaget()
    assert _ser(Vaeg.KOMMUNE, _ctx(verden.sagsbehandler)) == 2


def test_uden_kontekst_ses_intet(verden: Verden) -> None:
    verden.genoptaget()
    assert _ser(Vaeg.KOMMUNE, "") == 0


@pytest.mark.parametrize(
    "art", ["forkert_underskrift", "andens_organisation", "andens_sager", "uden_felt", "skidt", "for_kort"]
)
def test_en_kontekst_der_ikke_holder_ser_intet(verden: Verden, art: str) -> None:
    verden.hos_koordinator()
    hvem = verden.koordinator
    god = _ctx(hvem)
    assert _ser(hvem.vaeg, god) == 1
    daarlig = {
        "forkert_underskrift": lambda g: g[:-1] + ("0" if g[-1] != "0" else "1"),
        "andens_organisation": lambda g: g.replace(str(hvem.organisation_id), str(verden.kommune.id)),
        "andens_sager": lambda g: g.replace(
            str(hvem.sager_for), str(verden.anden_koordinator.medarbejder_id)
        ),
        "uden_felt": lambda g: g.replace("|||", "||"),
        "skidt": lambda g: "a|b|c|d|e|f|g|h|i",
        "for_kort": lambda g: "koordinator|x",
    }[art]
    assert _ser(hvem.vaeg, lambda denne: daarlig(god(denne))) == 0


def test_en_udloebet_kontekst_ser_intet(verden: Verden) -> None:
    verden.genoptaget()
    assert _ser(Vaeg.KOMMUNE, _ctx(verden.sagsbehandler, udloeber=int(time.time()) + 5)) == 2
    assert _ser(Vaeg.KOMMUNE, _ctx(verden.sagsbehandler, udloeber=int(time.time()) - 1)) == 0


def test_en_kontekst_fra_en_anden_transaktion_er_intet_vaerd(verden: Verden) -> None:
    """Copied from another request on the same connection, word for word."""
    verden.genoptaget()
    stjaalet: list[str] = []

    def snup(denne: Transaktion) -> str:
        stjaalet.append(_ctx(verden.sagsbehandler)(denne))
        return stjaalet[0]

    assert _ser(Vaeg.KOMMUNE, snup) == 2
    assert _ser(Vaeg.KOMMUNE, stjaalet[0]) == 0


def test_en_kontekst_fra_en_anden_forbindelse_er_intet_vaerd(verden: Verden) -> None:
    """Another's pooled connection, its transaction still open and begun at the very same moment."""
    verden.genoptaget()
    god = _ctx(verden.sagsbehandler)
    anden_proces = lambda denne: god(replace(denne, proces=denne.proces + 1))  # noqa: E731
    andet_oejeblik = lambda denne: god(replace(denne, begyndt=denne.begyndt[:-1] + "x"))  # noqa: E731
    assert _ser(Vaeg.KOMMUNE, god) == 2
    assert _ser(Vaeg.KOMMUNE, anden_proces) == 0
    assert _ser(Vaeg.KOMMUNE, andet_oejeblik) == 0


def test_konteksten_holder_gennem_et_sikringspunkt(verden: Verden) -> None:
    verden.genoptaget()
    with kontekst.arbejder_som(verden.sagsbehandler):
        with transaction.atomic():
            assert Sag.objects.count() == 2
        assert Sag.objects.count() == 2


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
