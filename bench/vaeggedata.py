"""The country in one database: 98 kommuner, 5 regions, 500,000 cases, 1.5 million documents, a million lines of log.

In minutes and not hours; kept until this file changes.
"""

from __future__ import annotations

from datetime import date

import psycopg
from django.db import models

from bench import raekker
from bench.raekker import fyld, nr
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

# Of each seven cases one is at work; of twenty of those six are being prepared, one sent, one with its coordinator,
# two recommended, and ten have their plan.
AKTIV = "(n / 98 % 7 = 0)"
TRIN = "(ARRAY[0,0,0,0,0,0,1,2,3,3,4,4,4,4,4,4,4,4,4,4])[(n / 686 % 20) + 1]"

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


def klar() -> None:
    """The country, made if it is not there."""
    raekker.klar(__file__, f"{SAGER:,} sager".replace(",", "."), _fyld_op)


def _fyld_op(forbindelse: psycopg.Connection) -> None:
    for model, antal, egne in RAEKKER:
        fyld(forbindelse, model, antal, egne)
