"""Sealing the log: after commit, in one order, by one sealer, without a request ever waiting.

A row carries the number of the transaction that wrote it. Every transaction with a number below PostgreSQL's
oldest running one is over, so what it wrote is final: those rows are taken in the order (transaction, id), numbered
without holes and linked by SHA-256. A row that is committed late has a number at or above the horizon and comes in a
later round; it can be neither lost nor moved. The round ends in one signed line: in the database with the seals,
and, after commit, in the witness outside (forsegling_vidne.py). A crash in between is mended by the next round.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from .aktoer import Tjeneste
from .forsegling_noegle import Noegle, NoegleFejl
from .forsegling_vidne import Vidne, VidneFejl, linje
from .kontekst import rollenavn

BUNDT = 10_000  # rows in one transaction of the sealer
LIVSTEGN = 3600  # seconds: a signed line at least this often, also when nobody works
LAAS = 24081113
FORFRA = -1  # a horizon before every transaction
UTC_TEKST = "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
# The one way to write a row as text; cli/efterproev_alene.py writes the same from an export.
TEKST = "concat_ws('|', {})".format(
    ", ".join(
        [
            "p.id",
            UTC_TEKST.format("p.tid"),
            "p.transaktion",
            "p.anmodning",
            "coalesce(p.organisation_id::text, '')",
            "coalesce(p.medarbejder_id::text, '')",
            *("p.rolle", "p.art", "p.rute", "p.udfald"),
            "coalesce(p.objekt::text, '')",
            "array_to_string(p.borgere, ',', '-')",
            "coalesce(p.antal::text, '')",
            *("p.aftryk", "p.soegning"),
            "p.vikar_for",  # concat_ws leaves a NULL out: a row without it reads as it did before the column was
        ]
    )
)
NYE = f"""
SELECT p.id, p.tid, {UTC_TEKST.format("p.tid")}, p.transaktion, {TEKST} FROM sager_adgangspost p
WHERE (p.transaktion, p.id) > (%s, %s) AND p.transaktion < %s
  AND NOT EXISTS (SELECT FROM sager_logsegl s WHERE s.post_id = p.id)
ORDER BY p.transaktion, p.id LIMIT {BUNDT}
"""
STILLING = f"""
SELECT pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint,
       {UTC_TEKST.format("clock_timestamp()")}, (SELECT system_identifier::text FROM pg_control_system())
FROM pg_current_snapshot() s
"""
SEGL = """
INSERT INTO sager_logsegl (nr, post_id, tid, aftryk, kaede)
SELECT * FROM unnest(%s::bigint[], %s::bigint[], %s::timestamptz[], %s::bytea[], %s::bytea[])
"""


@dataclass(frozen=True, slots=True)
class Stilling:
    """Where PostgreSQL stands: `faerdige`: every transaction below is over; `naeste`: none yet at or above."""

    faerdige: int
    naeste: int
    tid: str
    klynge: str


def postaftryk(tekst: str) -> bytes:
    return hashlib.sha256(b"rehabteam logpost 1\n" + tekst.encode()).digest()


def led(forrige: bytes, nr: int, tid: str, aftryk: bytes) -> bytes:
    """The chain's value at `nr`."""
    return hashlib.sha256(b"rehabteam logkaede 1\n" + forrige + f"{nr}|{tid}|".encode() + aftryk).digest()


def begyndelse(log: str) -> bytes:
    """The chain's value before the first row of the log with this id."""
    return hashlib.sha256(f"rehabteam log 1\n{log}".encode()).digest()


@contextmanager
def som_forsegler() -> Iterator[CursorWrapper]:
    """One transaction with the sealer's own rights, one sealer at a time."""
    with transaction.atomic(using="vedligehold"), connections["vedligehold"].cursor() as cursor:
        bliv_forsegler(cursor)
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LAAS])
        yield cursor


def bliv_forsegler(cursor: CursorWrapper) -> None:
    cursor.execute("SELECT set_config('role', %s, true)", [rollenavn(Tjeneste.FORSEGLER)])


def forsegl(vidne: Vidne, noegle: Noegle) -> int:
    """Seal every row whose transaction is over; returns how many. Raises VidneFejl, NoegleFejl."""
    antal = 0
    with vidne.laas():
        while True:
            with som_forsegler() as cursor:
                forrige = enige(cursor, vidne, noegle)
                taget = _runde(cursor, forrige, noegle)
            mangler(vidne)
            antal += taget
            if taget < BUNDT:
                return antal


def sidste_linje(cursor: CursorWrapper) -> str:
    cursor.execute("SELECT linje FROM sager_logstand ORDER BY nr DESC LIMIT 1")
    fundet = cursor.fetchone()
    return str(fundet[0]) if fundet else ""


def enige(cursor: CursorWrapper, vidne: Vidne, noegle: Noegle) -> str:
    """The database's last signed line, when the witness agrees as far as it goes. Raises VidneFejl, NoegleFejl."""
    forrige, ude = sidste_linje(cursor), vidne.sidste()
    if not forrige:
        if ude:
            raise VidneFejl(
                "Databasen kender ikke loggens vidne: er det den rigtige database, eller er den tømt?"
            )
        return ""
    if not ude and json.loads(forrige)["linje"] > 1:
        raise VidneFejl("Vidnet er væk. Læg kopien tilbage, eller se »Vidnet er væk« i docs/log.md.")
    if ude:
        nr = json.loads(ude)["linje"]
        cursor.execute("SELECT linje FROM sager_logstand WHERE nr = %s", [nr])
        fundet = cursor.fetchone()
        if fundet is None:
            raise VidneFejl("Vidnet ved mere end databasen. Se »Gendannet fra kopi« i docs/log.md.")
        if fundet[0] != ude:
            raise VidneFejl(f"Vidnets linje {nr} er en anden end databasens.")
    gaelder = gaeldende(forrige)
    if gaelder != noegle.offentlig:
        raise NoegleFejl("Nøglen er ikke den, loggen sidst blev underskrevet med.")
    return forrige


def gaeldende(forrige: str) -> str:
    """The public key the next line must be signed with."""
    felter = json.loads(forrige)
    return str(felter.get("ny_noegle") or felter["noegle"])


def mangler(vidne: Vidne) -> None:
    """Write to the witness what the database has and it has not: just now, or before a crash."""
    ude = vidne.sidste()
    with transaction.atomic(using="vedligehold"), connections["vedligehold"].cursor() as cursor:
        bliv_forsegler(cursor)
        cursor.execute(
            "SELECT linje FROM sager_logstand WHERE nr > %s ORDER BY nr",
            [json.loads(ude)["linje"] if ude else 0],
        )
        linjer = [raekke[0] for raekke in cursor.fetchall()]
    vidne.tilfoej(linjer)


def stilling(cursor: CursorWrapper) -> Stilling:
    cursor.execute(STILLING)
    return Stilling(*cursor.fetchone())


def _runde(cursor: CursorWrapper, forrige: str, noegle: Noegle) -> int:
    nu = stilling(cursor)
    foer = json.loads(forrige) if forrige else _foerste()
    if forrige and foer["klynge"] != nu.klynge:
        raise VidneFejl("Databasen er flyttet til en anden server. Se »Gendannet fra kopi« i docs/log.md.")
    cursor.execute(NYE, [foer["horisont"], foer["efter"], nu.faerdige])
    raekker = cursor.fetchall()
    if forrige and not raekker and not _tid_til_livstegn(cursor, foer["tid"]):
        return 0
    nr, kaede = foer["nr"], bytes.fromhex(foer["kaede"])
    segl: list[tuple[int, int, Any, bytes, bytes]] = []
    for post_id, tid, tid_tekst, _, tekst in raekker:
        nr += 1
        aftryk = postaftryk(tekst)
        kaede = led(kaede, nr, tid_tekst, aftryk)
        segl.append((nr, post_id, tid, aftryk, kaede))
    if segl:
        cursor.execute(SEGL, [list(kolonne) for kolonne in zip(*segl, strict=True)])
    # A full batch goes on where it stopped; else everything below the horizon is taken.
    fuld = len(raekker) == BUNDT
    felter = {
        "slags": "stand" if forrige else "begyndelse",
        "log": foer["log"],
        "tid": nu.tid,
        "klynge": nu.klynge,
        "nr": nr,
        "kaede": kaede.hex(),
        "horisont": raekker[-1][3] if fuld else nu.faerdige,
        "efter": raekker[-1][0] if fuld else 0,
        "naeste": nu.naeste,
    }
    gem(cursor, linje(felter, forrige, noegle))
    return len(raekker)


def _foerste() -> dict[str, Any]:
    log = str(uuid4())
    return {"log": log, "nr": 0, "kaede": begyndelse(log).hex(), "horisont": FORFRA, "efter": 0}


def _tid_til_livstegn(cursor: CursorWrapper, sidst: str) -> bool:
    cursor.execute(
        "SELECT clock_timestamp() - %s::timestamptz > make_interval(secs => %s)", [sidst, LIVSTEGN]
    )
    return bool(cursor.fetchone()[0])


def gem(cursor: CursorWrapper, ny: str) -> None:
    cursor.execute("INSERT INTO sager_logstand (nr, linje) VALUES (%s, %s)", [json.loads(ny)["linje"], ny])
