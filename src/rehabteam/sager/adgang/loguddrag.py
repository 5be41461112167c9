"""The log on its way to those who verify it: the chain with its rows, read once, in order."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from django.db import connections, transaction
from psycopg import Connection

from . import log
from .forsegling import TEKST, UTC_TEKST, bliv_forsegler

KAEDEN = f"""
SELECT s.nr, {UTC_TEKST.format("s.tid")}, s.aftryk, s.kaede, s.post_id,
       CASE WHEN p.id IS NOT NULL THEN {TEKST} END, coalesce({UTC_TEKST.format("p.tid")}, ''),
       coalesce(p.transaktion, 0)
FROM sager_logsegl s LEFT JOIN sager_adgangspost p ON p.id = s.post_id ORDER BY s.nr, p.tid
"""
UDEN_SEGL = f"""
SELECT p.id, {UTC_TEKST.format("p.tid")}, p.transaktion FROM sager_adgangspost p
WHERE NOT EXISTS (SELECT FROM sager_logsegl s WHERE s.post_id = p.id) ORDER BY p.transaktion, p.id
"""
MED_FELTER = f"""
SELECT s.nr, {UTC_TEKST.format("s.tid")}, encode(s.aftryk, 'hex'), encode(s.kaede, 'hex'), s.post_id, p.id IS NOT NULL,
       (p.organisation_id::text = %(organisation)s) IS TRUE,
       p.id, {UTC_TEKST.format("p.tid")}, p.transaktion, p.anmodning::text, p.organisation_id::text,
       p.medarbejder_id::text, p.rolle, p.art, p.rute, p.udfald, p.objekt::text, p.borgere::text[], p.antal, p.aftryk,
       p.soegning, p.vikar_for::text
FROM sager_logsegl s LEFT JOIN sager_adgangspost p ON p.id = s.post_id ORDER BY s.nr, p.tid
"""
FELTER = ("id", "tid", "transaktion", *log.KOLONNER)


class Billede:
    """The log as it stands at one moment, however much is written meanwhile."""

    def __init__(self, forbindelse: Connection) -> None:
        self._forbindelse = forbindelse

    def _hent(self, sql: str, vaerdier: dict[str, Any] | None = None) -> Iterator[tuple[Any, ...]]:
        """Without holding all rows in memory."""
        with self._forbindelse.cursor(name=f"log_{uuid4().hex}") as peger:
            peger.itersize = 20_000
            peger.execute(sql, vaerdier)
            yield from peger

    def linjer(self) -> list[str]:
        """The database's copy of the signed lines."""
        return [raekke[0] for raekke in self._hent("SELECT linje FROM sager_logstand ORDER BY nr")]

    def raekker(self) -> Iterator[tuple[Any, ...]]:
        """(nr, tid, aftryk, kaede, post_id, text of the row | None, the row's own tid, transaktion), in order."""
        return self._hent(KAEDEN)

    def uforseglede(self) -> Iterator[tuple[Any, ...]]:
        """(id, tid, transaktion) of the rows without a seal: those that wait, and those that were put in."""
        return self._hent(UDEN_SEGL)

    def udfoer(self, skriv: Callable[[dict[str, Any]], None], organisation: str = "") -> int:
        """Give every part to `skriv`; returns the rows shown. With an `organisation`, the content of the others'
        rows is left out and only their seals go along."""
        antal = 0
        for tekst in self.linjer():
            skriv({"slags": "linje", "linje": tekst})
        for post_id, tid, transaktion in self.uforseglede():
            skriv({"slags": "venter", "id": post_id, "tid": tid, "transaktion": transaktion})
        for raekke in self._hent(MED_FELTER, {"organisation": organisation}):
            nr, tid, aftryk, kaede, post_id, findes, egen, *felter = raekke
            skjult = bool(findes and organisation and not egen)
            post = dict(zip(FELTER, felter, strict=True)) if findes and not skjult else None
            segl = {"nr": nr, "tid": tid, "aftryk": aftryk, "kaede": kaede, "id": post_id}
            skriv({"slags": "post", **segl, "post": post, "skjult": skjult})
            antal += post is not None
        return antal


@contextmanager
def billede() -> Iterator[Billede]:
    """One moment of the log, read with the sealer's rights."""
    with transaction.atomic(using="vedligehold"):
        with connections["vedligehold"].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SET LOCAL cursor_tuple_fraction = 1")  # all rows are wanted, not the first
            bliv_forsegler(cursor)
        yield Billede(connections["vedligehold"].connection)


def skriv_eksport(antal: int, aftryk: str) -> None:
    """Taking the log out is itself a use of it."""
    with transaction.atomic(using="vedligehold"):
        with connections["vedligehold"].cursor() as cursor:
            bliv_forsegler(cursor)
        udfald = (None, log.Art.EKSPORT, "log.udfoer", 200, uuid4())
        log.skriv(*udfald, antal=antal, aftryk=aftryk, forbindelse="vedligehold")
