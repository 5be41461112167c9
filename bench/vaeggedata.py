"""The country in one database: 98 kommuner, 5 regions, 500,000 cases, 1.5 million documents, a million lines of log.

Made by PostgreSQL itself from running numbers, in minutes and not hours, and kept until this file changes.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import psycopg
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from psycopg import sql
from psycopg.conninfo import make_conninfo

from bench.basen import DATABASE, SUPER
from rehabteam.sager.adgang.klargoer import forbered, migrer
from rehabteam.sager.models import (
    GENFORELAEGGELSE,
    Adgangspost,
    Borger,
    Dokument,
    Forloeb,
    Medarbejder,
    Moede,
    Organisation,
    Sag,
)
from rehabteam.web.models import Konto

KOMMUNER, REGIONER, SAGER, DOKUMENTER, LOG = 98, 5, 500_000, 1_500_000, 1_000_000
BEHANDLERE, KOORDINATORER = 10, 20
DAG = date(2026, 5, 27)
AFTRYK = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()

# Of each seven cases one is at work; of twenty of those six are being prepared, one sent, one with its coordinator,
# two recommended, and ten have their plan.
AKTIV = "(n / 98 % 7 = 0)"
TRIN = "(ARRAY[0,0,0,0,0,0,1,2,3,3,4,4,4,4,4,4,4,4,4,4])[(n / 686 % 20) + 1]"


def nr(slags: str, tal: str) -> str:
    """The id of number `tal` of a kind, as SQL: `a0`-`af` and a running number, so that the indexes grow in order."""
    return f"('{slags}000000-0000-4000-8000-' || lpad(to_hex({tal}), 12, '0'))::uuid"


KOMMUNE = nr("a0", "n % 98")
REGION = nr("a1", "n % 98 % 5")
BEHANDLER = nr("a2", "n % 98 * 100 + n / 98 % 10")
DELT = f"CASE WHEN {AKTIV} AND {TRIN} > 0 THEN {REGION} END"
GIVET = f"CASE WHEN {AKTIV} AND {TRIN} > 1 THEN {nr('a3', 'n % 98 % 5 * 100 + n / 98 % 20')} END"
START = f"(date '{DAG}' - (n / 98 * 7919 % CASE WHEN {AKTIV} THEN 365 ELSE 1825 END)::int)"

# Model → how many, and the columns that are not the model's own defaults, in SQL with the running number n.
RAEKKER: tuple[tuple[type[models.Model], int, dict[str, str]], ...] = (
    (Organisation, REGIONER, {"id": nr("a1", "n"), "slags": "'region'", "navn": "'Region ' || n"}),
    (
        Organisation,
        KOMMUNER,
        {
            "id": nr("a0", "n"),
            "slags": "'kommune'",
            "navn": "'Kommune ' || n",
            "region_id": nr("a1", "n % 5"),
        },
    ),
    (
        Medarbejder,
        KOMMUNER * BEHANDLERE,
        {
            "id": nr("a2", "n % 98 * 100 + n / 98"),
            "organisation_id": KOMMUNE,
            "rolle": "CASE n / 98 WHEN 9 THEN 'leder' WHEN 8 THEN 'auditor' ELSE 'sagsbehandler' END",
            "navn": "'Medarbejder ' || n",
        },
    ),
    (
        Medarbejder,
        REGIONER * (KOORDINATORER + 1),
        {
            "id": nr("a3", "n % 5 * 100 + n / 5"),
            "organisation_id": nr("a1", "n % 5"),
            "rolle": f"CASE n / 5 WHEN {KOORDINATORER} THEN 'sekretariat' ELSE 'sundhedskoordinator' END",
            "navn": "'Regionens ' || n",
        },
    ),
    (
        Konto,
        KOMMUNER,
        {
            "id": nr("a4", "n"),
            "brugernavn": "'bench-' || n",
            "medarbejder_id": nr("a2", "n * 100"),
            "demo": "true",
            "password": "'!'",
        },
    ),
    (
        Moede,
        KOMMUNER * 6,
        {
            "id": nr("a5", "n"),
            "dato": f"date '{DAG}' + (n / 98 * 7)::int",
            "kl": "time '09:00'",
            "sted": "'Rådhuset'",
            "kommune_id": KOMMUNE,
            "region_id": REGION,
            "moedeleder_id": nr("a2", "n % 98 * 100"),
        },
    ),
    (
        Borger,
        SAGER,
        {
            "id": nr("b0", "n"),
            "kommune_id": KOMMUNE,
            "cpr": "lpad(n::text, 10, '0')",
            "navn": "'Fornavn' || n % 499 || ' Efternavn' || n % 997",
            "foedselsdato": "date '1980-05-05'",
            "region_id": DELT,
            "koordinatorer": f"array_remove(ARRAY[{GIVET}], NULL)",
        },
    ),
    (
        Forloeb,
        SAGER,
        {
            "id": nr("b1", "n"),
            "kommune_id": KOMMUNE,
            "borger_id": nr("b0", "n"),
            "sagsbehandler_id": BEHANDLER,
            "start": START,
            "slut": f"CASE WHEN NOT {AKTIV} THEN {START} + 400 END",
            "naeste_frist": f"{START} + 182",
            "frist_status": f"CASE WHEN {START} + 182 < date '{DAG}' THEN 'SKAL_GENBEHANDLES' ELSE 'IKKE_UDLOEBET' END",
        },
    ),
    (
        Sag,
        SAGER,
        {
            "id": nr("b2", "n"),
            "kommune_id": KOMMUNE,
            "borger_id": nr("b0", "n"),
            # Two of three that are being prepared have no case yet: those are what the worklist begins with.
            "forloeb_id": f"CASE WHEN NOT {AKTIV} OR {TRIN} > 0 OR n / 13720 % 3 = 0 THEN {nr('b1', 'n')} END",
            "sagsbehandler_id": BEHANDLER,
            "nummer": "extract(year FROM " + START + ")::int || '-' || lpad((n / 98)::text, 6, '0')",
            "undertype": f"CASE WHEN {AKTIV} THEN '{GENFORELAEGGELSE}' ELSE '' END",
            "tilstand": f"CASE WHEN NOT {AKTIV} THEN 'afsluttet' ELSE "
            f"(ARRAY['forberedes','sendt','hos_koordinator','indstillet','plan_lagt'])[{TRIN} + 1] END",
            "oprettet": f"least({START} + 190, date '{DAG}')",
            "afsluttet": f"CASE WHEN NOT {AKTIV} THEN {START} + 400 END",
            "region_id": DELT,
            "koordinator_id": GIVET,
            "moede_id": f"CASE WHEN {AKTIV} AND {TRIN} > 0 THEN {nr('a5', 'n % 98 + 98 * (n / 13720 % 6)')} END",
            "sendt_tid": f"CASE WHEN {AKTIV} AND {TRIN} > 0 THEN now() END",
        },
    ),
    (
        Dokument,
        DOKUMENTER,
        {
            "id": nr("b3", "m"),
            "kommune_id": KOMMUNE,
            "sag_id": nr("b2", "n"),
            "region_id": DELT,
            "koordinator_id": GIVET,
            "titel": "'Dokument ' || m",
            "slags": "(ARRAY['forberedende_del','laegeattest','cv'])[m % 3 + 1]",
            "dato": START,
            "afsender": "'Kommunen'",
            "filnavn": "'dokument.pdf'",
            "mime": "'application/pdf'",
            "sha256": "md5(m::text) || md5('x' || m)",
            "stoerrelse": "30000",
            "sider": "4",
            "tilfoejet_tid": "now()",
            "tilfoejet_af": "'Medarbejder'",
        },
    ),
    (
        Adgangspost,
        LOG,
        {
            "id": "n + 1",
            # In the months that have tables: this one and those ahead.
            "tid": "date_trunc('month', now()) + n * interval '1 second'",
            "transaktion": "n + 1",
            "anmodning": nr("b4", "n"),
            "organisation_id": KOMMUNE,
            "medarbejder_id": BEHANDLER,
            "rolle": "'sagsbehandler'",
            "art": "CASE n / 98 % 5 WHEN 0 THEN 'soeg' ELSE 'laes' END",
            "rute": "'sag.se'",
            "udfald": "200",
            "objekt": nr("b2", "n % 500000"),
            "borgere": f"ARRAY[{nr('b0', 'n % 500000')}]",
        },
    ),
)


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


def klar() -> None:
    """The database with its walls as the code has them now; the rows are made if they are not there."""
    with psycopg.connect(SUPER, autocommit=True) as server:
        fundet = server.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [DATABASE]
        ).fetchone()
        faerdig = fundet is not None and fundet[0] == AFTRYK
        if not faerdig:
            server.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(DATABASE))
            )
        forbered(SUPER)
        migrer(verbosity=0)
        if faerdig:
            return
        print(f"Laver {SAGER:,} sager (kun første gang) …".replace(",", "."), flush=True)
        with psycopg.connect(make_conninfo(SUPER, dbname=DATABASE)) as forbindelse:
            # As a restored copy comes: the triggers and foreign keys have been through this once.
            forbindelse.execute("SET session_replication_role = replica")
            for model, antal, egne in RAEKKER:
                fyld(forbindelse, model, antal, egne)
        with psycopg.connect(make_conninfo(SUPER, dbname=DATABASE), autocommit=True) as forbindelse:
            forbindelse.execute("VACUUM ANALYZE")
        server.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(DATABASE), sql.Literal(AFTRYK))
        )
