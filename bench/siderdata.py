"""A million pages, 40 % of them in one kommune: what the text search is measured on. Kept until this file changes.

12,500 cases of 20 documents of 4 pages. A page's vector is put together of eight of 4,000 paragraphs whose words fall
as words do in a language (Zipf): a few stand on nearly every page, most on a few. Made by PostgreSQL in minutes.
"""

from __future__ import annotations

import random
import re

import psycopg

from bench import raekker as bunken
from bench.raekker import fyld, nr
from rehabteam.sager.models import Borger, Dokument, Dokumentside, Medarbejder, Organisation, Sag

SIDER, KOMMUNER, AFSNIT, ORDFORRAAD = 1_000_000, 98, 4_000, 30_000
STAVELSER = tuple(
    re.findall(r"\w+", "ar be de fo ga hel in jo ka lag mø na om pe ra sig ta ud var ægt øre åb")
)


def sagen(n: str) -> str:
    """Two of five cases are kommune 0's."""
    return f"(CASE WHEN {n} % 5 < 2 THEN 0 ELSE 1 + {n} % 97 END)"


def ord_(nummer: int) -> str:
    """A word that no other number has, and that Danish stemming leaves alone for the most part."""
    dele = []
    while nummer or not dele:
        nummer, rest = divmod(nummer, len(STAVELSER))
        dele.append(STAVELSER[rest])
    return "".join(dele) + "q"


def afsnit() -> list[str]:
    """The paragraphs: fifteen words each, drawn as 1/rank. Fixed seed."""
    tilfaeldig = random.Random(20261122)
    vaegte = [1 / (nummer + 20) for nummer in range(ORDFORRAAD)]
    ordene = tilfaeldig.choices(range(ORDFORRAAD), vaegte, k=AFSNIT * 15)
    return [" ".join(map(ord_, ordene[i * 15 : i * 15 + 15])) for i in range(AFSNIT)]


def raekker() -> tuple[tuple[type, int, dict[str, str]], ...]:
    kommune = nr("a0", sagen("n"))
    sag, dokument = "n / 80", "n / 4"
    return (
        (Organisation, 1, {"id": nr("a1", "0"), "slags": "'region'", "navn": "'Region'"}),
        (
            Organisation,
            KOMMUNER,
            {
                "id": nr("a0", "n"),
                "slags": "'kommune'",
                "navn": "'Kommune ' || n",
                "region_id": nr("a1", "0"),
            },
        ),
        (
            Medarbejder,
            KOMMUNER,
            {
                "id": nr("a2", "n"),
                "organisation_id": nr("a0", "n"),
                "rolle": "'sagsbehandler'",
                "navn": "'Medarbejder ' || n",
            },
        ),
        (
            Borger,
            SIDER // 80,
            {
                "id": nr("b0", "n"),
                "kommune_id": kommune,
                "cpr": "lpad(n::text, 10, '0')",
                "navn": "'Fornavn' || n % 499 || ' Efternavn' || n % 997",
                "foedselsdato": "date '1980-05-05'",
            },
        ),
        (
            Sag,
            SIDER // 80,
            {
                "id": nr("b2", "n"),
                "kommune_id": kommune,
                "borger_id": nr("b0", "n"),
                "nummer": "'2026-' || lpad(n::text, 6, '0')",
                "sagstype": "'ressourceforloeb'",
                "sagsbehandler_id": nr("a2", sagen("n")),
                "oprettet": "date '2026-05-27' - (n % 900)::int",
            },
        ),
        (
            Dokument,  # whose running number is m
            SIDER // 4,
            {
                "id": nr("b3", "m"),
                "kommune_id": nr("a0", sagen("m / 20")),
                "sag_id": nr("b2", "m / 20"),
                "titel": "'Dokument ' || m",
                "slags": "(ARRAY['forberedende_del','laegeattest','cv','andet'])[m % 4 + 1]",
                "dato": "date '2026-05-27' - (m / 20 % 900)::int",
                "afsender": "(ARRAY['Kommunen','Lægehuset i Havn','Sygehuset'])[m % 3 + 1]",
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
            Dokumentside,
            SIDER,
            {
                "id": nr("b4", "n"),
                "kommune_id": nr("a0", sagen(sag)),
                "sag_id": nr("b2", sag),
                "dokument_id": nr("b3", dokument),
                "nr": "n % 4 + 1",
                "bredde": "595",
                "hoejde": "842",
                "tekst": "a.tekst",
                "soegning": "a.vektor",
            },
        ),
    )


def klar() -> None:
    """The pages, made if they are not there."""
    bunken.klar(__file__, f"{SIDER:,} sider".replace(",", "."), _fyld_op)


def _fyld_op(forbindelse: psycopg.Connection) -> None:
    forbindelse.execute("SET maintenance_work_mem = '512MB'")
    _afsnittene(forbindelse)
    # The vectors are put together of ready ones: computed page by page it would take a quarter of an hour.
    forbindelse.execute("ALTER TABLE sager_dokumentside ALTER COLUMN soegning DROP EXPRESSION")
    forbindelse.execute("DROP INDEX sager_dokumentside_soegning")
    for model, antal, egne in raekker():
        _fyld_sider(forbindelse, antal, egne) if model is Dokumentside else fyld(
            forbindelse, model, antal, egne
        )
    forbindelse.execute("CREATE INDEX sager_dokumentside_soegning ON sager_dokumentside USING gin (soegning)")


def _afsnittene(forbindelse: psycopg.Connection) -> None:
    forbindelse.execute("CREATE TEMP TABLE afsnit (nr int PRIMARY KEY, tekst text, vektor tsvector)")
    with forbindelse.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO afsnit VALUES (%s, %s, adgang.soegevektor(%s))",
            [(nummer, tekst, tekst) for nummer, tekst in enumerate(afsnit())],
        )
    # Sixteen thousand pages' worth, each of eight paragraphs: so many different ones that none is common by this alone.
    forbindelse.execute(
        "CREATE TEMP TABLE sideindhold AS SELECT g AS nr, string_agg(a.tekst, ' ') AS tekst, "
        "  (array_agg(a.vektor))[1] || (array_agg(a.vektor))[2] || (array_agg(a.vektor))[3] || "
        "  (array_agg(a.vektor))[4] || (array_agg(a.vektor))[5] || (array_agg(a.vektor))[6] || "
        "  (array_agg(a.vektor))[7] || (array_agg(a.vektor))[8] AS vektor "
        f"FROM generate_series(0, 15999) g, LATERAL (SELECT (g * 7 + i * i * 613 + i * g * 31) % {AFSNIT} AS nr "
        "  FROM generate_series(1, 8) i) v JOIN afsnit a ON a.nr = v.nr GROUP BY g"
    )
    forbindelse.execute("CREATE UNIQUE INDEX ON sideindhold (nr)")
    forbindelse.execute("ANALYZE sideindhold")


def _fyld_sider(forbindelse: psycopg.Connection, antal: int, egne: dict[str, str]) -> None:
    forbindelse.execute(
        f"INSERT INTO sager_dokumentside ({', '.join(egne)}, udelukkede, ord, ocr) "
        f"SELECT {', '.join(egne.values())}, '{{}}', '[]', false "
        f"FROM generate_series(0, {antal} - 1) AS n JOIN sideindhold a ON a.nr = (n::bigint * 7919) % 16000"
    )
