"""The bare database of a run of tests: set up once with the product's own set-up, and copied for the other workers.

Only between workers of one run: a test process of its own (one with a seeded fault) always builds its walls itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql

SKABELON = "rehabteam_test_skabelon"
LAAS = 27052027


@contextmanager
def alene(super_url: str) -> Iterator[psycopg.Connection]:
    """A superuser's connection, while no other worker makes or copies the bare database."""
    with psycopg.connect(super_url, autocommit=True) as forbindelse:
        forbindelse.execute("SELECT pg_advisory_lock(%s)", [LAAS])
        yield forbindelse


def fjern(forbindelse: psycopg.Connection, database: str) -> None:
    forbindelse.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))


def lav_som(forbindelse: psycopg.Connection, ny: str, anden: str) -> None:
    """A new database that is as the other one; nobody may be connected to that."""
    forbindelse.execute(
        sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(ny), sql.Identifier(anden))
    )


def kopi(forbindelse: psycopg.Connection, ny: str, koersel: str) -> bool:
    """A new database from this run's bare one, or nothing and False where there is none (yet).

    What is set on a database itself does not come along: the product's `forbered` sets it again.
    """
    sql_ = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    fundet = forbindelse.execute(sql_, [SKABELON]).fetchone()
    if not koersel or not fundet or fundet[0] != koersel:  # another run's may have other walls
        return False
    lav_som(forbindelse, ny, SKABELON)
    return True


def gem(forbindelse: psycopg.Connection, database: str, koersel: str) -> None:
    """Keep this database as it is now for the run's other workers."""
    fjern(forbindelse, SKABELON)
    lav_som(forbindelse, SKABELON, database)
    # Last, so that half a copy is nobody's.
    forbindelse.execute(
        sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(SKABELON), sql.Literal(koersel))
    )


def klar(super_url: str, database: str, koersel: str, byg: Callable[[bool], None]) -> None:
    """Make this worker's database anew. `byg(fra_ny)` is the set-up; its own connections are closed when it returns."""
    with alene(super_url) as forbindelse:
        fjern(forbindelse, database)
        kopieret = kopi(forbindelse, database, koersel)
        byg(not kopieret)
        if koersel and not kopieret:
            gem(forbindelse, database, koersel)
