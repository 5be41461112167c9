"""Drop the demo's database on the PostgreSQL that DATABASE_URL points at. Run inside the environment."""

from __future__ import annotations

import os

import psycopg
from psycopg import sql

from vaerksted.database import DATABASENAVN


def slet(admin: str) -> None:
    """Drop the database, ending what is connected to it. Its roles stay: they hold nothing."""
    with psycopg.connect(admin, autocommit=True) as forbindelse:
        forbindelse.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(DATABASENAVN))
        )


if __name__ == "__main__":
    slet(os.environ["REHABTEAM_DB_SUPER"])
