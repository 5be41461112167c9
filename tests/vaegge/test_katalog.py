"""The catalogue check finds what is wrong – one fault at a time, and nothing when all stands."""

import psycopg
import pytest
from django.db import connection
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from rehabteam.sager.adgang.byg import byg_vaegge
from rehabteam.sager.adgang.katalog import efterproev
from tests.conftest import SUPER

P = "rehabteam_test"
FEJL = {
    "politik til alle": "ALTER POLICY kommune_se ON sager_borger USING (true)",
    "politik til en anden rolle": f"ALTER POLICY kommune_se ON sager_sag TO {P}_app_region",
    "svagere WITH CHECK": "ALTER POLICY kommune_ret ON sager_sag WITH CHECK (true)",
    "ekstra politik": f"CREATE POLICY ekstra ON sager_sag FOR SELECT TO {P}_app_region USING (true)",
    "politik væk": "DROP POLICY kommune_se ON sager_haendelse",
    "ikke tvungen": "ALTER TABLE sager_sag NO FORCE ROW LEVEL SECURITY",
    "slået fra": "ALTER TABLE sager_dokument DISABLE ROW LEVEL SECURITY",
    "TRUNCATE": f"GRANT TRUNCATE ON sager_sag TO {P}_app_kommune",
    "DELETE": f"GRANT DELETE ON sager_haendelse TO {P}_app_kommune",
    "hele rækken": f"GRANT UPDATE ON sager_dokument TO {P}_app_kommune",
    "en kolonne for meget": f"GRANT UPDATE (sha256) ON sager_dokument TO {P}_app_region",
    "alle må": "GRANT SELECT ON sager_borger TO PUBLIC",
    "læse login": f"GRANT SELECT ON web_konto TO {P}_app_kommune",
    "en ret mangler": f"REVOKE INSERT ON sager_adgangspost FROM {P}_app_region",
    "BYPASSRLS": f"ALTER ROLE {P}_app_kommune BYPASSRLS",
    "ordene på tavlen": f"ALTER ROLE {P}_web RESET track_activities",
    "arver": f"ALTER ROLE {P}_web INHERIT",
    "medlem af ejeren": f"GRANT {P}_eje TO {P}_web",
    "rolle i rolle": f"GRANT {P}_app_region TO {P}_app_kommune",
    "view": "CREATE VIEW public.alle_sager AS SELECT * FROM sager_sag",
    "materialiseret": "CREATE MATERIALIZED VIEW public.alle_m AS SELECT * FROM sager_sag",
    "ukendt tabel": "CREATE TABLE public.ukendt (id int)",
    "ejerens kræfter": "CREATE FUNCTION public.snyd() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
    "søgningen er ikke tæt": "ALTER FUNCTION pg_catalog.ts_match_vq(tsvector, tsquery) NOT LEAKPROOF",
    "en funktion for meget er tæt": "CREATE FUNCTION public.ja() RETURNS bool LANGUAGE sql LEAKPROOF AS 'SELECT true'",
    "lås væk": "DROP TRIGGER laast ON sager_haendelse",
    "lås slået fra": "ALTER TABLE sager_adgangspost DISABLE TRIGGER laast_helt",
    "deling væk": "DROP TRIGGER spred_deling ON sager_sag",
    "udelukkelsen gælder ikke": "DROP POLICY kommune_habil ON sager_sag",
    "udelukkelsen er skrevet om": "ALTER POLICY region_habil ON sager_borger USING (true)",
    "udelukkelsen åbner i stedet for at lukke": f"""
        DROP POLICY kommune_habil ON sager_dokument;
        CREATE POLICY kommune_habil ON sager_dokument TO {P}_app_kommune
        USING ((SELECT adgang.ctx_person('kommune')) <> ALL (udelukkede))
        WITH CHECK ((SELECT adgang.ctx_person('kommune')) <> ALL (udelukkede))""",
    "udelukkelsen arves ikke": "DROP TRIGGER b_arv_udelukkede ON sager_resume",
    "udelukkelsen spredes ikke": "ALTER TABLE sager_inhabilitet DISABLE TRIGGER spred_udelukkede",
    "ejerens vej står altid åben": "ALTER POLICY arv ON sager_borger USING (true)",
}


def _fund() -> list[str]:
    with connection.cursor() as cursor:
        return efterproev(cursor)


def test_alt_staar(database: str) -> None:
    assert _fund() == []


@pytest.mark.parametrize("fejl", FEJL)
def test_hver_fejl_opdages(database: str, fejl: str) -> None:
    """Within a transaction that is taken back: roles are global, and other tests are working behind the same ones."""
    adresse = make_conninfo(**(conninfo_to_dict(SUPER) | {"dbname": database}))
    with psycopg.connect(adresse) as forbindelse:
        forbindelse.execute(FEJL[fejl])
        forbindelse.execute(f"SET LOCAL SESSION AUTHORIZATION {P}_web")
        assert efterproev(forbindelse.cursor()), f"»{fejl}« blev ikke opdaget"
        forbindelse.rollback()
    assert _fund() == []


def test_uden_fejl_findes_intet_paa_samme_maade(database: str) -> None:
    """The positive control of the way above."""
    adresse = make_conninfo(**(conninfo_to_dict(SUPER) | {"dbname": database}))
    with psycopg.connect(adresse) as forbindelse:
        forbindelse.execute(f"SET LOCAL SESSION AUTHORIZATION {P}_web")
        assert efterproev(forbindelse.cursor()) == []
        forbindelse.rollback()


def test_vaeggene_kan_bygges_igen(database: str) -> None:
    byg_vaegge()
    byg_vaegge()
    assert _fund() == []
