"""The figures of a kommune with 50,000 cases: `python -m bench.tal` (needs REHABTEAM_DB_SUPER; a database of its own).

The floor is counting the same cases by quarter once, by hand, on a connection no wall holds. The goal is a second for
everything the page shows.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from uuid import UUID

os.environ["REHABTEAM_BENCH_DATABASE"] = "rehabteam_bench_tal"

from bench import basen

# isort: split
import psycopg
from psycopg.conninfo import make_conninfo

from bench import raekker
from bench.raekker import fyld, nr
from bench.tabel import Maaling, komma, meld
from bench.vaeggedata import DAG
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.models import (
    Afgoerelse,
    Borger,
    Forloeb,
    Haendelse,
    Indsats,
    Indsatsplan,
    Indstilling,
    Medarbejder,
    Moede,
    Moedeplads,
    Organisation,
    Sag,
)
from rehabteam.sager.udtraek.tal.alle import opgoerelse
from rehabteam.sager.udtraek.tal.kvartal import VALGBARE, VIST, tilbage, valgbare

SAGER, MOEDEDAGE, GANGE, HOEJST = 50_000, 1_000, 5, 1.0
KOMMUNE, REGION = nr("a0", "0"), nr("a1", "0")
HUSET = {"kommune_id": KOMMUNE}
DELT = {**HUSET, "region_id": REGION}
START = f"(date '{DAG}' - (n::bigint * 7919 % 1095)::int)"
MOEDET = f"({START} + (20 + n % 60)::int)"
PAA = {"sag_id": nr("b2", "n")}
OM = {**DELT, "borger_id": nr("b0", "n")}
BEHANDLER = nr("a2", "n % 40")

RAEKKER = (
    (Organisation, 1, {"id": REGION, "slags": "'region'", "navn": "'Region'"}),
    (Organisation, 1, {"id": KOMMUNE, "slags": "'kommune'", "navn": "'Kommune'", "region_id": REGION}),
    (
        Medarbejder,
        42,
        {
            "id": nr("a2", "n"),
            "organisation_id": KOMMUNE,
            "rolle": "CASE n WHEN 40 THEN 'leder' WHEN 41 THEN 'auditor' ELSE 'sagsbehandler' END",
            "navn": "'Medarbejder ' || n",
            "enhed": "'Enhed ' || n % 4",
        },
    ),
    (Medarbejder, 1, {"id": nr("a3", "0"), "organisation_id": REGION, "rolle": "'sekretariat'", "navn": "'Pia'"}),
    (
        Moede,
        MOEDEDAGE,
        {
            **DELT,
            "id": nr("a5", "n"),
            "dato": f"date '{DAG}' - (n % 1095)::int",
            "kl": "time '09:00'",
            "sted": "'Lokale ' || n",
            "moedeleder_id": nr("a2", "0"),
        },
    ),
    (Borger, SAGER, {**DELT, "id": nr("b0", "n"), "cpr": "lpad(n::text, 10, '0')", "foedselsdato": "date '1980-05-05'"}),
    (
        Forloeb,
        SAGER,
        {
            **HUSET,
            "id": nr("b1", "n"),
            "borger_id": nr("b0", "n"),
            "sagsbehandler_id": BEHANDLER,
            "start": f"{START} - 100",
            "frist_status": "(ARRAY['SKAL_GENBEHANDLES','INDSATS_RETTIDIG','INDSATS_RETTIDIG'])[n % 3 + 1]",
        },
    ),
    (
        Sag,
        SAGER,
        {
            **OM,
            "id": nr("b2", "n"),
            "forloeb_id": nr("b1", "n"),
            "sagsbehandler_id": BEHANDLER,
            "nummer": "'S' || n",
            "tilstand": "'afsluttet'",
            "oprettet": START,
            "moede_id": nr("a5", f"n % {MOEDEDAGE}"),
            "sendt_dag": f"{START} + 3",
            "sendt_tid": "now()",
            "sendt_for_sent": "n % 7 = 0",
            "sendt_aarsag": "CASE WHEN n % 7 = 0 THEN (ARRAY['resume','papirer','travlt',''])[n / 7 % 4 + 1] ELSE '' END",
        },
    ),
    (
        Moedeplads,
        SAGER,
        {
            **DELT,
            **PAA,
            "id": nr("b3", "n"),
            "moede_id": nr("a5", f"n % {MOEDEDAGE}"),
            "nr": f"n / {MOEDEDAGE}",
        },
    ),
    (
        Indstilling,
        SAGER,
        {**DELT, **PAA, "id": nr("b4", "n"), "aendret_tid": "now()", "afgivet_tid": "now()", "afgivet_dag": MOEDET},
    ),
    (
        Afgoerelse,
        SAGER,
        {**HUSET, **PAA, "id": nr("b5", "n"), "dag": f"{MOEDET} + (n % 40)::int", "tid": "now()", "bevilget": "true",
         "begrundelse": "'x'", "dokument_id": nr("b5", "n")},
    ),
    (
        Indsatsplan,
        SAGER,
        {**HUSET, **PAA, "id": nr("b6", "n"), "aendret_tid": "now()", "faerdig_tid": f"{MOEDET} + (n % 30)::int"},
    ),
    (
        Indsats,
        SAGER,
        {**HUSET, "id": nr("b7", "n"), "forloeb_id": nr("b1", "n"), "registreret_tid": "now()",
         "paabegyndt": f"{MOEDET} + (n % 90)::int"},
    ),
    # A case has many acts; two of ten took it off its day.
    (
        Haendelse,
        SAGER * 10,
        {
            **OM,
            "id": nr("b8", "n"),
            "sag_id": nr("b2", f"n % {SAGER}"),
            "handling": "CASE n % 10 WHEN 0 THEN 'vaelg_moede' WHEN 1 THEN 'aflys_sag' ELSE 'tilfoej_dokument' END",
            "tid": "now()",
            "dag": START,
            "data": "CASE WHEN n % 10 < 2 THEN '{\"moede_id\": \"x\"}' ELSE '{}' END::jsonb",
        },
    ),
)  # fmt: skip


def _fyld_op(forbindelse: psycopg.Connection) -> None:
    for model, antal, egne in RAEKKER:
        fyld(forbindelse, model, antal, egne)


def _tid(hvad: Callable[[], object]) -> float:
    tider = []
    for _ in range(GANGE):
        foer = time.perf_counter()
        hvad()
        tider.append(time.perf_counter() - foer)
    return statistics.median(tider)


def _hvem(slags: str, tal: int) -> Aktoer:
    nummer = UUID(f"{slags}000000-0000-4000-8000-{tal:012x}")
    return aktoer(Medarbejder.objects.using("vedligehold").select_related("organisation").get(id=nummer))


def main() -> int:
    raekker.klar(__file__, f"{SAGER:,} sager".replace(",", "."), _fyld_op)
    vist = tilbage(valgbare(DAG)[0], VIST)
    alle = tilbage(valgbare(DAG)[0], VALGBARE + VIST - 1)
    with psycopg.connect(make_conninfo(basen.SUPER, dbname=basen.DATABASE)) as f:
        taelling = (
            "SELECT date_trunc('quarter', sendt_dag), sendt_for_sent, count(*) FROM sager_sag GROUP BY 1, 2"
        )
        bund = _tid(lambda: f.execute(taelling).fetchall())
    maalte = []
    for navn, hvem, kvartaler in (
        ("Lederens tal", _hvem("a2", 40), vist),
        ("Logkontrollørens tal", _hvem("a2", 41), vist),
        ("Regionens tal", _hvem("a3", 0), vist),
        ("Lederens regneark, alle kvartaler", _hvem("a2", 40), alle),
    ):
        with kontekst.arbejder_som(hvem):
            assert any(b.inddeling for b in opgoerelse(hvem, kvartaler, 5).blokke.values())
            sekunder = _tid(lambda hvem=hvem, kvartaler=kvartaler: opgoerelse(hvem, kvartaler, 5))
        tekst = f"{komma(sekunder)} s"
        maalte.append(
            Maaling(
                f"{navn}, {SAGER} sager (sekunder)", tekst, f"{komma(bund)} s", sekunder, HOEJST, mindst=False
            )
        )
    meld(*maalte)
    return int(any(m.forhold > HOEJST for m in maalte))


if __name__ == "__main__":
    raise SystemExit(main())
