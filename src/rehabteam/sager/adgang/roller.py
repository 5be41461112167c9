"""The database roles and the database itself: what only a superuser can make."""

from django.conf import settings

from .aktoer import Tjeneste, Vaeg

# Arguments of psycopg.sql are not used here: every name is the prefix (checked) plus a fixed word.


def praefiks() -> str:
    """The installation's prefix; role names are global in a PostgreSQL server."""
    navn = settings.ROLLEPRAEFIKS
    if not navn.isascii() or not navn.replace("_", "").isalnum() or not navn.islower():
        raise ValueError("Rollernes forstavelse må kun have små bogstaver, tal og understreg.")
    return navn


# Or a wall keeps an index out of use (docs/beslutninger/0020): the one on »the people shown« compares ids and tells
# nothing when it fails; the search's compares a stored vector with a question, is yes or no, and never an error.
TAETTE = {
    "arraycontains(anyarray, anyarray)": "Sammenligningen arraycontains",
    "ts_match_vq(tsvector, tsquery)": "Søgningens sammenligning ts_match_vq",
}


def forbered_sql(database: str, adgangskoder: dict[str, str] | None = None) -> list[str]:
    """The statements a superuser must run once, in order; safe to run again.

    `adgangskoder`: passwords for `web` and `migr`, where the server asks for them.
    """
    p = praefiks()
    koder = adgangskoder or {}
    sql = [_rolle(f"{p}_eje", "NOLOGIN NOINHERIT")]
    sql += [_rolle(f"{p}_app_{vaeg}", "NOLOGIN NOINHERIT NOBYPASSRLS") for vaeg in (*Vaeg, *Tjeneste)]
    sql += [
        _rolle(f"{p}_web", "LOGIN NOINHERIT NOBYPASSRLS", koder.get("web")),
        _rolle(f"{p}_migr", "LOGIN INHERIT BYPASSRLS", koder.get("migr")),
    ]
    sql += [f"GRANT {p}_app_{vaeg} TO {p}_web" for vaeg in Vaeg]
    # What runs beside the site runs as the maintenance role, and steps down to its own.
    sql += [f"GRANT {p}_app_{tjeneste} TO {p}_migr" for tjeneste in Tjeneste]
    sql += [
        f"GRANT {p}_eje TO {p}_migr",
        f'GRANT CONNECT, CREATE, TEMPORARY ON DATABASE "{database}" TO {p}_eje',
        f'REVOKE ALL ON DATABASE "{database}" FROM PUBLIC',
        f'GRANT CONNECT ON DATABASE "{database}" TO {p}_web, {p}_migr',
        f"GRANT ALL ON SCHEMA public TO {p}_eje",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        # Or whoever got SQL in could read the others' from the server's board (pg_stat_activity), names and numbers and all.
        f"ALTER ROLE {p}_web SET track_activities = off",
        # An index lies in memory or on a solid disk; and no question here is so long that translating it first pays.
        f'ALTER DATABASE "{database}" SET random_page_cost = 1.1',
        f'ALTER DATABASE "{database}" SET jit = off',
        *(f"ALTER FUNCTION pg_catalog.{funktion} LEAKPROOF" for funktion in TAETTE),
    ]
    return sql


def _rolle(navn: str, egenskaber: str, adgangskode: str | None = None) -> str:
    kode = ""
    if adgangskode is not None:
        if not adgangskode.isalnum():
            raise ValueError("Adgangskoden til en databaserolle må kun have bogstaver og tal.")
        kode = f" PASSWORD '{adgangskode}'"
    # Attributes are set again each time: a role left over from something else must not keep its own.
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{navn}') THEN CREATE ROLE {navn}; "
        f"END IF; ALTER ROLE {navn} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION {egenskaber}{kode}; END $$"
    )
