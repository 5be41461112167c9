"""Rows by the million, made by PostgreSQL itself from running numbers, and kept until the file that makes them changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import psycopg
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from psycopg import sql
from psycopg.conninfo import make_conninfo

from bench.basen import DATABASE, SUPER
from rehabteam.sager.adgang.klargoer import forbered, migrer
from rehabteam.sager.models import Dokument


def nr(slags: str, tal: str) -> str:
    """The id of number `tal` of a kind, as SQL: `a0`-`af` and a running number, so that the indexes grow in order."""
    return f"('{slags}000000-0000-4000-8000-' || lpad(to_hex({tal}), 12, '0'))::uuid"


def _faste(model: type[models.Model], uden: set[str]) -> dict[str, object]:
    """The model's own defaults, by column: what a migration adds comes along by itself."""
    felter = {}
    for felt in model._meta.concrete_fields:
        if felt.column not in uden and not felt.primary_key and not felt.generated:
            felter[felt.column] = felt.db_default if felt.has_db_default() else felt.get_default()
    return json.loads(json.dumps(felter, cls=DjangoJSONEncoder))


def fyld(
    forbindelse: psycopg.Connection, model: type[models.Model], antal: int, egne: dict[str, str]
) -> None:
    """`antal` rows: `egne` are the columns that are not the model's own defaults, in SQL with the running number n."""
    tabel, faste = model._meta.db_table, _faste(model, set(egne))
    kolonner = [*egne, *faste]
    tal = f"(SELECT g AS n, g AS m FROM generate_series(0, {antal} - 1) AS g) t"
    if model is Dokument:
        tal = f"(SELECT g / 3 AS n, g AS m FROM generate_series(0, {antal} - 1) AS g) t"
    resten = sql.Literal(json.dumps(faste)).as_string(forbindelse)
    # Without parameters: a percent sign is then PostgreSQL's own.
    forbindelse.execute(
        f"INSERT INTO {tabel} ({', '.join(kolonner)}) "
        f"SELECT {', '.join([*egne.values(), *(f'd.{k}' for k in faste)])} "
        f"FROM {tal}, jsonb_populate_record(NULL::{tabel}, {resten}::jsonb) AS d"
    )


def klar(fra: str, hvad: str, fyld_op: Callable[[psycopg.Connection], None]) -> None:
    """The database with its walls as the code has them now; `fyld_op` makes the rows where they are not there.

    `fra`: the file that says which rows. It and this one are the rows' mark, which stands on the database.
    """
    aftryk = hashlib.sha256(Path(fra).read_bytes() + Path(__file__).read_bytes()).hexdigest()
    with psycopg.connect(SUPER, autocommit=True) as server:
        fundet = server.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [DATABASE]
        ).fetchone()
        faerdig = fundet is not None and fundet[0] == aftryk
        if not faerdig:
            server.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(DATABASE))
            )
        forbered(SUPER)
        migrer(verbosity=0)
        if faerdig:
            return
        print(f"Laver {hvad} (kun første gang) …", flush=True)
        with psycopg.connect(make_conninfo(SUPER, dbname=DATABASE)) as forbindelse:
            # As a restored copy comes: the triggers and foreign keys have been through this once.
            forbindelse.execute("SET session_replication_role = replica")
            fyld_op(forbindelse)
        with psycopg.connect(make_conninfo(SUPER, dbname=DATABASE), autocommit=True) as forbindelse:
            forbindelse.execute("VACUUM ANALYZE")
        server.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(DATABASE), sql.Literal(aftryk))
        )
