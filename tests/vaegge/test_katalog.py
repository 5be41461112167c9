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
    "arver": f"ALTER ROLE {P}_web INHERIT",
    "medlem af ejeren": f"GRANT {P}_eje TO {P}_web",
    "rolle i rolle": f"GRANT {P}_app_region TO {P}_app_kommune",
    "view": "CREATE VIEW public.alle_sager AS SELECT * FROM sager_sag",
    "materialiseret": "CREATE MATERIALIZED VIEW public.alle_m AS SELECT * FROM sager_sag",
    "ukendt tabel": "CREATE TABLE public.ukendt (id int)",
    "ejerens kræfter": "CREATE FUNCTION public.snyd() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
    "lås væk": "DROP TRIGGER laast ON sager_haendelse",
    "lås slået fra": "ALTER TABLE sager_adgangspost DISABLE TRIGGER laast_helt",
    "deling væk": "DROP TRIGGER spred_deling ON sager_sag",
}
OP_RYDNING = """
DROP VIEW IF EXISTS public.alle_sager; DROP MATERIALIZED VIEW IF EXISTS public.alle_m;
DROP TABLE IF EXISTS public.ukendt; DROP FUNCTION IF EXISTS public.snyd();
ALTER ROLE {p}_app_kommune NOBYPASSRLS; ALTER ROLE {p}_web NOINHERIT;
REVOKE {p}_eje FROM {p}_web; REVOKE {p}_app_region FROM {p}_app_kommune;
ALTER TABLE sager_adgangspost ENABLE TRIGGER laast_helt;
"""


def _fund() -> list[str]:
    with connection.cursor() as cursor:
        return efterproev(cursor)


def _som_superbruger(database: str, sql: str) -> None:
    adresse = make_conninfo(**(conninfo_to_dict(SUPER) | {"dbname": database}))
    with psycopg.connect(adresse, autocommit=True) as forbindelse:
        forbindelse.execute(sql)


def test_alt_staar(database: str) -> None:
    assert _fund() == []


@pytest.mark.parametrize("fejl", FEJL)
def test_hver_fejl_opdages(database: str, fejl: str) -> None:
    _som_superbruger(database, FEJL[fejl])
    try:
        assert _fund(), f"»{fejl}« blev ikke opdaget"
    finally:
        _som_superbruger(database, OP_RYDNING.format(p=P))
        byg_vaegge()
    assert _fund() == []


def test_vaeggene_kan_bygges_igen(database: str) -> None:
    byg_vaegge()
    byg_vaegge()
    assert _fund() == []
