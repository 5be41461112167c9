"""What the tests of the seal share: a log of its own, a sealer, a superuser, and one line per tampering."""

import json
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from rehabteam.cli.efterproev_alene import Svar
from rehabteam.cli.log import efterproevet
from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.forsegling import forsegl
from rehabteam.sager.adgang.forsegling_noegle import Noegle
from rehabteam.sager.adgang.forsegling_vidne import Vidne
from tests.conftest import DATABASE, SUPER


@contextmanager
def superbruger() -> Iterator[psycopg.Connection]:
    """A superuser with every lock off, as someone with the database in hand could be."""
    adresse = make_conninfo(**(conninfo_to_dict(SUPER) | {"dbname": DATABASE}))
    with psycopg.connect(adresse, autocommit=True) as forbindelse:
        forbindelse.execute("SET session_replication_role = replica")
        yield forbindelse


def som_super(sql: str, *vaerdier: Any) -> list[tuple[Any, ...]]:
    with superbruger() as forbindelse:
        svar = forbindelse.execute(sql, vaerdier or None)
        return svar.fetchall() if svar.description else []


@dataclass
class Log:
    """A sealed log in the test database: `skriv` adds rows, `forsegl` seals them, `proev` verifies."""

    vidne: Vidne
    noegle: Noegle
    hvem: Aktoer

    def skriv(self, antal: int = 1) -> None:
        for _ in range(antal):
            with kontekst.arbejder_som(self.hvem):
                log.skriv(
                    *(self.hvem, log.Art.LAES, "sag.se", 200, uuid.uuid4(), uuid.uuid4(), [uuid.uuid4()]),
                    antal=1,
                    aftryk="ab" * 32,
                    soegning="cd" * 16,
                )

    def forsegl(self, vent: bool = True) -> int:
        """How many were sealed. A transaction in another database of the server holds the horizon back a moment."""
        indtil = time.monotonic() + 60
        while vent and not self._faerdig() and time.monotonic() < indtil:
            time.sleep(0.02)
        return forsegl(self.vidne, self.noegle)

    def _faerdig(self) -> bool:
        sql = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
        return bool(som_super(f"SELECT coalesce(max(transaktion), 0) < {sql} FROM sager_adgangspost")[0][0])

    def proev(self) -> Svar:
        return efterproevet(self.vidne, self.noegle.offentlig)

    def fund(self) -> list[str]:
        return [str(f) for f in self.proev().fund]

    def forfra(self) -> None:
        """An empty log and no witness, as before the first round."""
        _toem()
        self.vidne.fil.unlink()

    def anden_sidste_linje(self) -> None:
        """The witness' last line is another than the database's."""
        *foer, sidste = self.vidne.linjer()
        self.vidne.fil.write_text("\n".join([*foer, sidste.replace("stand", "stund")]) + "\n")

    def sidste(self) -> dict[str, Any]:
        felter: dict[str, Any] = json.loads(self.vidne.sidste())
        return felter


def _toem() -> None:
    som_super("TRUNCATE sager_adgangspost, sager_logsegl, sager_logstand")


def ny_log(mappe: Path, hvem: Aktoer) -> Log:
    """An empty log with its witness in `mappe`. Only a superuser with the locks off can empty it."""
    _toem()
    return Log(Vidne(mappe / "vidne"), Noegle(uuid.uuid4().bytes * 2), hvem)
