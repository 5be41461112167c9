"""The process that is killed: it adds documents to a case through the Handling, and says each one it has been promised.

Started once; each line on standard input forks a child of it, so that a kill costs no new start. A line is JSON:
{"trin": n}: one document, SIGKILL at the nth step (0 = none). {"sekunder": s}: documents until killed after so long.
{"antal": n}: n documents, going on with a new connection where the database is lost. {"graense": b}: as one document
under a limit of b bytes a file. The answer, one line: {"svaret": [[id, sha256], …], "nej": […], "draebt": bool}.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rehabteam.cli import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.conf import settings
from django.db import connection, connections
from django.db.utils import Error

from rehabteam.dokumenter import lager
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.models import Dokument, Medarbejder
from tests import conftest  # noqa: F401  (points the connections at the test database)
from tests.verden import DAG, PDF

HOEJST_SEKUNDER = 60


class Taeller:
    """Counts the steps; at the one asked for, the process is gone."""

    def __init__(self, ved: int) -> None:
        self.ved, self.nr = ved, 0

    def trin(self) -> None:
        self.nr += 1
        if self.nr == self.ved:
            os.kill(os.getpid(), signal.SIGKILL)

    def om(self, aegte: Callable[..., Any]) -> Callable[..., Any]:
        def kald(*a: Any, **k: Any) -> Any:
            self.trin()
            return aegte(*a, **k)

        return kald


class Systemet:
    """`os` as the store sees it, each call a step."""

    def __init__(self, taeller: Taeller) -> None:
        self.taeller = taeller

    def __getattr__(self, navn: str) -> Any:
        aegte = getattr(os, navn)
        return self.taeller.om(aegte) if navn in ("open", "write", "fsync", "close", "link") else aegte


def main() -> None:
    hvem, sag, mappe = uuid.UUID(sys.argv[1]), uuid.UUID(sys.argv[2]), Path(sys.argv[3])
    settings.DATA = mappe
    som = aktoer(Medarbejder.objects.using("vedligehold").select_related("organisation").get(id=hvem))
    connections.close_all()  # a forked child must not share a socket
    print("klar", flush=True)
    for linje in sys.stdin:
        print(json.dumps(_et_barn(json.loads(linje), som, sag)), flush=True)


def _et_barn(opgave: dict[str, Any], som: Aktoer, sag: uuid.UUID) -> dict[str, Any]:
    laes, skriv = os.pipe()
    barn = os.fork()
    if not barn:
        os.close(laes)
        kode = 1
        try:
            _arbejd(opgave, som, sag, skriv)
            kode = 0
        finally:
            os._exit(kode)
    os.close(skriv)
    if "sekunder" in opgave:
        time.sleep(opgave["sekunder"])
        os.kill(barn, signal.SIGKILL)
    with os.fdopen(laes) as ende:
        linjer = [json.loads(linje) for linje in ende.read().splitlines()]
    status = os.waitpid(barn, 0)[1]
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "barnet gik i stykker af sig selv"
    return {
        "svaret": [linje for linje in linjer if len(linje) == 2],
        "nej": [linje[0] for linje in linjer if len(linje) == 1],
        "draebt": os.WIFSIGNALED(status),
    }


def _arbejd(opgave: dict[str, Any], som: Aktoer, sag: uuid.UUID, svar: int) -> None:
    taeller = Taeller(opgave.get("trin", 0))
    lager.os = Systemet(taeller)  # type: ignore[assignment]
    if "graense" in opgave:
        resource.setrlimit(resource.RLIMIT_FSIZE, (opgave["graense"],) * 2)
    slut = time.monotonic() + HOEJST_SEKUNDER
    antal = opgave.get("antal", 10_000 if "sekunder" in opgave else 1)
    while antal and time.monotonic() < slut:
        antal -= 1
        try:
            dokument = _et_dokument(som, sag, taeller)
        except KanIkke as nej:
            _sig(svar, [str(nej)])
        except Error as fejl:
            connections.close_all()
            _sig(svar, [type(fejl).__name__])
        else:
            taeller.trin()
            _sig(svar, [str(dokument.id), dokument.sha256])


def _et_dokument(som: Aktoer, sag: uuid.UUID, taeller: Taeller) -> Dokument:
    def trinvis(kald: Any, *args: Any) -> Any:
        taeller.trin()
        return kald(*args)

    fyld = b"%%%b\n%b" % (uuid.uuid4().hex.encode(), (b"%" * 79 + b"\n") * 4000)
    data = PDF.replace(b"xref\n", fyld + b"xref\n", 1)
    nu = datetime.now(UTC)
    with connection.execute_wrapper(trinvis), kontekst.arbejder_som(som):
        return tilfoej_dokument(
            Anledning(som, DAG, nu), sag, filnavn="p.pdf", data=data, titel="P", slags="andet", dato=DAG
        )


def _sig(svar: int, hvad: list[str]) -> None:
    os.write(svar, json.dumps(hvad).encode() + b"\n")


if __name__ == "__main__":
    main()
