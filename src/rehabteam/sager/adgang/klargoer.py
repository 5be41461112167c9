"""Make a database ready: roles, the database, migrations, walls. Safe to run again; quick when nothing is new."""

from contextlib import closing

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from .byg import byg_vaegge
from .roller import forbered_sql, praefiks


def adgangskoder() -> dict[str, str]:
    """The passwords of the configured addresses, of `web` and `migr`."""
    return {
        navn: settings.DATABASES[alias]["PASSWORD"]
        for navn, alias in (("web", "default"), ("migr", "vedligehold"))
        if settings.DATABASES[alias]["PASSWORD"]
    }


def forbered(super_url: str) -> None:
    """As superuser: the roles, with the passwords of the configured addresses, and the database."""
    database = settings.DATABASES["default"]["NAME"]
    with psycopg.connect(super_url, autocommit=True) as server:
        # Roles are global: two set-ups at once take turns, until this connection closes.
        server.execute("SELECT pg_advisory_lock(24082021)")
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone():
            server.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(
                    sql.Identifier(database)
                )
            )
        with psycopg.connect(super_url, dbname=database, autocommit=True) as forbindelse:
            for saetning in forbered_sql(database, adgangskoder()):
                forbindelse.execute(saetning)


def migrer(verbosity: int = 1) -> None:
    """As the owner of the tables: schema steps; then the walls."""
    forbindelse = connections["vedligehold"]
    with closing(forbindelse.cursor()) as cursor:
        cursor.execute(f"SET ROLE {praefiks()}_eje")
        call_command("migrate", database="vedligehold", verbosity=verbosity, interactive=False)
        cursor.execute("RESET ROLE")
    byg_vaegge()
    forbindelse.close()
