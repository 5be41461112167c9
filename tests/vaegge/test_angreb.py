"""Attacks by SQL that came in with somebody's request: each is refused, or finds nothing that is not the asker's.

Beside every »no« stands a »yes«: the rightful one sees the row, or the owner may run the command.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, connections, transaction
from django.db.backends.utils import CursorWrapper

from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer, Tjeneste, Vaeg
from rehabteam.sager.adgang.vaegge import TABELLER
from rehabteam.sager.models import Sag
from tests.vaegge.pladser import opstil
from tests.vaegge.seere import DELT, SEERE, Seer, Sted, staar_som
from tests.verden import Verden

ROLLER = {slags: f"{settings.ROLLEPRAEFIKS}_app_{slags}" for slags in (*Vaeg, *Tjeneste)}
AABNE = {"sager_organisation"}  # names of organisations are no secret
ANGRIBERE = [
    s for s in SEERE if s.navn in ("doer", "doer-nr", "K", "R", "C", "C-vikar", "A", "N", "B", "F", "D", "I")
]


@pytest.fixture(scope="module")
def v(database: str) -> Verden:
    v = Verden()
    v.__dict__["sted"] = opstil(v)[1]["sager_sag", DELT]
    v.__dict__["sag"] = v.hos_koordinator()
    v.naboen  # noqa: B018 (made now, not in the middle of somebody's transaction)
    return v


@contextmanager
def indsproejtet(hvem: Aktoer) -> Iterator[CursorWrapper]:
    """In the middle of this person's request; whatever happens is taken back."""
    with kontekst.arbejder_som(hvem), connection.cursor() as cursor:
        yield cursor
        transaction.set_rollback(True)


def _antal(cursor: CursorWrapper, sql: str) -> int:
    cursor.execute(sql)
    return int(cursor.fetchone()[0])


def _synlige(cursor: CursorWrapper, rolle: str) -> list[str]:
    """The tables in which the role sees any row now."""
    cursor.execute("SELECT set_config('role', %s, true)", [rolle])
    fundne = []
    for tabel in TABELLER:
        cursor.execute(
            "SELECT min(attname) FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 "
            "AND has_column_privilege(current_user, attrelid, attnum, 'SELECT')",
            [tabel],
        )
        (kolonne,) = cursor.fetchone()
        if kolonne and _antal(cursor, f"SELECT count(*) FROM (SELECT {kolonne} FROM {tabel} LIMIT 1) x"):
            fundne.append(tabel)
    return fundne


@pytest.mark.parametrize("seer", ANGRIBERE, ids=lambda s: s.navn)
def test_en_anden_rolle_ser_intet_med_min_kontekst(v: Verden, seer: Seer) -> None:
    """SET LOCAL ROLE to every kind of user the site can become: with a context of another kind, all tables are empty."""
    sted: Sted = v.__dict__["sted"]
    with staar_som(seer, v, sted) as cursor:
        egne = _synlige(cursor, ROLLER[seer.slags])
        fremmede = {
            slags: sorted(set(_synlige(cursor, ROLLER[slags])) - AABNE)
            for slags in Vaeg
            if slags != seer.slags
        }
    assert set(egne) - AABNE or seer.slags in (Vaeg.DRIFT,), "kontrollen: i sin egen rolle ser hun noget"
    assert {slags: tabeller for slags, tabeller in fremmede.items() if tabeller} == {}


AFVISES = {
    "bliv ejer": "SET LOCAL ROLE {p}_eje",
    "bliv vedligehold": "SET LOCAL ROLE {p}_migr",
    "bliv forsegler": "SET LOCAL ROLE {p}_app_forsegler",
    "bliv superbruger": "SET LOCAL ROLE postgres",
    "skift login": "SET SESSION AUTHORIZATION {p}_migr",
    "uden rolle": "RESET ROLE; SELECT * FROM sager_sag",
    "uden rolle igen": "SET LOCAL ROLE NONE; SELECT * FROM sager_borger",
    "login om igen": "SET SESSION AUTHORIZATION DEFAULT; SELECT * FROM sager_borger",
    "giv rolle": "GRANT {p}_app_region TO {p}_app_kommune",
    "ret rolle": "ALTER ROLE {p}_app_kommune BYPASSRLS",
    "glem alt": "DISCARD ALL",
    "væggene fra": "SET LOCAL row_security = off; SELECT * FROM sager_sag",
    "låsene fra": "SET LOCAL session_replication_role = replica",
    "nøglen": "SELECT * FROM adgang.noegle",
    "nøglen i fil": "COPY adgang.noegle TO STDOUT",
    "fil ind": "COPY sager_sag FROM '/etc/passwd'",
    "program": "COPY sager_sag TO PROGRAM 'cat'",
    "læs fil": "SELECT pg_read_file('/etc/passwd')",
    "læs rå fil": "SELECT pg_read_binary_file('postgresql.conf')",
    "se mappe": "SELECT pg_ls_dir('.')",
    "fil som objekt": "SELECT lo_import('/etc/passwd')",
    "objekt som fil": "SELECT lo_export(1, '/tmp/x')",
    "dblink": "CREATE EXTENSION dblink",
    "fjern server": "CREATE EXTENSION postgres_fdw",
    "fil som tabel": "CREATE EXTENSION file_fdw",
    "et frit sprog": "CREATE EXTENSION plpython3u",
    "skygge": "CREATE TEMP TABLE sager_sag (id int)",
    "skyggefunktion": "CREATE FUNCTION pg_temp.ctx_org(text) RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
    "funktion": "CREATE FUNCTION public.lov(text) RETURNS bool LANGUAGE sql COST 0.0000001 AS 'SELECT true'",
    "ny ctx": "CREATE OR REPLACE FUNCTION adgang.ctx_org(slags text) RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
    "operator": "CREATE OPERATOR public.= (LEFTARG = uuid, RIGHTARG = uuid, FUNCTION = uuid_eq)",
    "skema": "CREATE SCHEMA mit",
    "view": "CREATE VIEW public.alt AS SELECT * FROM sager_sag",
    "regel": "CREATE RULE x AS ON SELECT TO sager_sag DO INSTEAD NOTHING",
    "politik": "CREATE POLICY x ON sager_sag USING (true)",
    "fjern politik": "DROP POLICY kommune_se ON sager_sag",
    "fjern væg": "ALTER TABLE sager_sag DISABLE ROW LEVEL SECURITY",
    "tøm": "TRUNCATE sager_sag CASCADE",
    "lyt med": "SELECT * FROM pg_authid",
    "adgangskoder": "SELECT * FROM pg_shadow",
    "konti": "SELECT * FROM web_konto",
    "sessioner": "SELECT * FROM django_session",
    "kald ejerens trigger": "SELECT adgang.arv_udelukkede()",
    "opsætning": "ALTER SYSTEM SET log_statement = 'all'",
    "genlæs": "SELECT pg_reload_conf()",
}


@pytest.mark.parametrize("hvem", ["sagsbehandler", "koordinator"])
@pytest.mark.parametrize("angreb", AFVISES)
def test_angrebet_afvises(v: Verden, hvem: str, angreb: str) -> None:
    with pytest.raises(DatabaseError), indsproejtet(getattr(v, hvem)) as cursor:
        cursor.execute(AFVISES[angreb].format(p=settings.ROLLEPRAEFIKS))


def test_den_rette_vej_er_aaben(v: Verden) -> None:
    """The control of the list above: the same connection, asked decently, answers."""
    with indsproejtet(v.sagsbehandler) as cursor:
        assert _antal(cursor, f"SELECT count(*) FROM sager_sag WHERE id = '{v.__dict__['sag'].id}'") == 1


SAGER = "SELECT count(*) FROM sager_sag"
EGNE = "SELECT count(*) FROM sager_sag WHERE kommune_id <> '{egen}'"
# What may be run, and then must show nothing of another organisation's.
TOMME = {
    "alle sager": EGNE,
    "ejerens vej": "SELECT set_config('app.arver', 'ja', true); " + EGNE,
    "anden søgesti": "SET LOCAL search_path = pg_temp, public, adgang; " + EGNE,
    "en ny transaktion": "COMMIT AND CHAIN; SELECT set_config('role', '{rolle}', true), "
    "set_config('app.ctx', '{ctx}', true); " + SAGER,
    "forfra": "ROLLBACK; BEGIN; SELECT set_config('role', '{rolle}', true), "
    "set_config('app.ctx', '{ctx}', true); " + SAGER,
    "statistikken": "SELECT count(*) FROM pg_stats WHERE schemaname = 'public' AND tablename LIKE 'sager_%'",
    "en andens kontekst": "SELECT count(*) FROM (SELECT adgang.ctx_felt(s, 2) c FROM unnest(ARRAY['region', "
    "'koordinator', 'audit', 'borger', 'bisidder', 'noed', 'doer']) s) x WHERE c IS NOT NULL",
    "store objekter": "SELECT count(*) FROM pg_largeobject_metadata",
}


@pytest.mark.parametrize("angreb", TOMME)
def test_angrebet_finder_intet(v: Verden, angreb: str) -> None:
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute("ANALYZE sager_sag")  # else there is no statistic to hide
        assert _antal(cursor, "SELECT count(*) FROM pg_stats WHERE tablename = 'sager_sag'") > 0
        assert _antal(cursor, EGNE.format(egen=v.nabokommune.id)) > 0
    with indsproejtet(v.naboen) as cursor:
        cursor.execute("SELECT current_setting('app.ctx')")
        felter = {"ctx": cursor.fetchone()[0], "rolle": ROLLER[Vaeg.KOMMUNE], "egen": v.nabokommune.id}
        cursor.execute(TOMME[angreb].format(**felter))
        while cursor.nextset():
            pass
        assert cursor.fetchone() == (0,)


def test_en_funktion_der_sladrer_faar_kun_egne_raekker(v: Verden) -> None:
    """A condition that fails with the value in its message is asked after the wall, not before."""
    sladder = "SELECT count(*) FROM sager_borger WHERE CAST(navn AS int) > 0"
    with pytest.raises(DatabaseError, match="invalid input syntax"), indsproejtet(v.sagsbehandler) as cursor:
        cursor.execute(sladder)
    with indsproejtet(v.naboen) as cursor:
        assert _antal(cursor, sladder) == 0


def test_copy_giver_kun_egne_raekker(v: Verden) -> None:
    def kopieret(hvem: Aktoer) -> int:
        with indsproejtet(hvem) as cursor, cursor.copy("COPY sager_sag (id) TO STDOUT") as linjer:
            return sum(1 for _ in linjer.rows())

    with indsproejtet(v.sagsbehandler) as cursor:
        egne = _antal(cursor, SAGER)
    assert kopieret(v.sagsbehandler) == egne > 0
    assert kopieret(v.naboen) == 0


def test_en_forberedt_saetning_foelger_ikke_med_til_den_naeste(v: Verden) -> None:
    """Prepared and planned as one, run as another on the same connection."""
    with kontekst.arbejder_som(v.sagsbehandler), connection.cursor() as cursor:
        cursor.execute("PREPARE stjaalet AS SELECT count(*) FROM sager_sag")
        assert _antal(cursor, "EXECUTE stjaalet") > 0
    try:
        for hvem in (v.naboen, v.anden_koordinator, v.fjernt_sekretariat):
            with kontekst.arbejder_som(hvem), connection.cursor() as cursor:
                assert _antal(cursor, "EXECUTE stjaalet") == 0
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DEALLOCATE stjaalet")


def test_konteksten_fra_en_andens_aabne_forbindelse(v: Verden) -> None:
    """Taken from a request that is still open on another connection, and used here at the same time."""
    stjaalet, brugt = threading.Event(), threading.Event()
    fanget: list[str] = []

    def offer() -> None:
        with kontekst.arbejder_som(v.sagsbehandler), connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('app.ctx')")
            fanget.append(cursor.fetchone()[0])
            stjaalet.set()
            brugt.wait(10)
            fanget.append(str(Sag.objects.count()))
        connections.close_all()

    traad = threading.Thread(target=offer)
    traad.start()
    assert stjaalet.wait(10)
    with indsproejtet(v.naboen) as cursor:
        cursor.execute("SELECT set_config('app.ctx', %s, true)", [fanget[0]])
        antal = _antal(cursor, SAGER)
    brugt.set()
    traad.join()
    assert antal == 0
    assert int(fanget[1]) > 0, "kontrollen: hos hende selv virkede den"


def test_andres_saetninger_kan_ikke_laeses_af_serverens_tavle(v: Verden) -> None:
    """Without a role the site is itself, and may look at its other connections: their words must not be there."""
    klar, faerdig = threading.Event(), threading.Event()

    def offer() -> None:
        with kontekst.arbejder_som(v.sagsbehandler), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM sager_borger WHERE navn = 'Hemmelige Helle'")
            klar.set()
            faerdig.wait(10)
        connections.close_all()

    traad = threading.Thread(target=offer)
    traad.start()
    assert klar.wait(10)
    with indsproejtet(v.naboen) as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(
            "SELECT count(*), count(*) FILTER (WHERE query LIKE '%%Hemmelige%%') FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND usename = session_user"
        )
        forbindelser, ord_ = cursor.fetchone()
    faerdig.set()
    traad.join()
    assert forbindelser > 0 and ord_ == 0
