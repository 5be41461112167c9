"""The one file of SQL a superuser runs with psql before the program is set up, and the question whether it was run.

Everything in it is a name from the code or from the configuration; running it again does no harm, and is how the
roles of a newer version are added.
"""

from collections.abc import Iterator

from django.db import OperationalError, connections
from django.db.backends.utils import CursorWrapper

from .aktoer import Tjeneste, Vaeg
from .roller import TAETTE, forbered_sql, praefiks

MINDSTE_POSTGRES = 15
HOVED = """\
-- Rehabteam: det, en superbruger skal køre, før programmet kan sættes op, og igen efter en opgradering.
-- Filen er skrevet af »rehabteam database forbered«. Den kan køres igen uden skade.
--
--   psql -X -f forbered.sql "postgresql://postgres@…/postgres"
--
-- {koder}
\\set ON_ERROR_STOP on
DO $$ BEGIN IF current_setting('server_version_num')::int < {mindste}0000 THEN
  RAISE EXCEPTION 'PostgreSQL {mindste} eller nyere skal bruges'; END IF; END $$;
SELECT 'CREATE DATABASE {navn} TEMPLATE template0 ENCODING ''UTF8'''
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = {tekst}) \\gexec
\\connect {navn}
BEGIN;
SELECT pg_advisory_xact_lock(24082021);
"""
UDEN_KODER = (
    "Den har ingen adgangskoder. Spørger serveren om dem, så vælg dem bagefter i psql med\n"
    "--   \\password {web}   og   \\password {migr}"
)
MED_KODER = "Den har adgangskoder i sig: gem den, hvor kun du kan læse den, og slet den, når den er kørt."


def psql_fil(database: str, adgangskoder: dict[str, str] | None = None) -> str:
    """The whole file, for a database that need not exist. `adgangskoder`: of `web` and `migr`, left out if None.

    Raises ValueError at a database name psql could take for something else.
    """
    if not database.replace("_", "").replace("-", "").isalnum() or not database.isascii():
        raise ValueError("Databasens navn må kun have bogstaver, tal, bindestreg og understreg.")
    p = praefiks()
    hoved = HOVED.format(
        koder=MED_KODER if adgangskoder else UDEN_KODER.format(web=f"{p}_web", migr=f"{p}_migr"),
        mindste=MINDSTE_POSTGRES,
        navn=f'"{database}"',
        tekst=f"'{database}'",
    )
    saetninger = "".join(f"{s};\n" for s in forbered_sql(database, adgangskoder))
    return f"{hoved}{saetninger}COMMIT;\n"


def mangler() -> list[str]:
    """What the superuser's file has not made yet, as Danish sentences; asked as the maintenance role."""
    try:
        with connections["vedligehold"].cursor() as cursor:
            return list(_mangler(cursor))
    except OperationalError as fejl:
        return [f"Databasen kan ikke nås med REHABTEAM_DB_VEDLIGEHOLD: {str(fejl).strip().splitlines()[-1]}"]


def _mangler(cursor: CursorWrapper) -> Iterator[str]:
    p = praefiks()
    ventede = [(f"{p}_migr", f"{p}_eje")]
    ventede += [(f"{p}_web", f"{p}_app_{vaeg}") for vaeg in Vaeg]
    ventede += [(f"{p}_migr", f"{p}_app_{tjeneste}") for tjeneste in Tjeneste]
    cursor.execute(
        "SELECT m.rolname, r.rolname FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member "
        "JOIN pg_roles r ON r.oid = a.roleid"
    )
    fundne = set(cursor.fetchall())
    for medlem, rolle in ventede:
        if (medlem, rolle) not in fundne:
            yield f"Rollen {medlem} kan ikke blive til {rolle}."
    cursor.execute("SELECT has_database_privilege(%s, current_database(), 'CREATE')", [f"{p}_eje"])
    if not cursor.fetchone()[0]:
        yield f"Rollen {p}_eje må ikke lave noget i databasen."
    for funktion, navn in TAETTE.items():
        cursor.execute("SELECT proleakproof FROM pg_proc WHERE oid = %s::regprocedure", [funktion])
        if not cursor.fetchone()[0]:
            yield f"{navn} er ikke sagt tæt (LEAKPROOF)."
