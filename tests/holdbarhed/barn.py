"""The process that is killed: it adds documents to a case through the Handlinger, and says each one it was promised.

Started once; each line on standard input forks a child of it, so that a kill costs no new start. A line is JSON:
{"trin": n}: one document, SIGKILL at the nth step (0 = none). {"sekunder": s}: documents until killed after so long.
{"antal": n}: n documents, going on with a new connection where the database is lost. {"graense": b}: as one document
under a limit of b bytes a file. With "vej": "stykker" each comes as from a browser: begun, sent in pieces, ended,
examined, laid on the case. The answer, one line: {"svaret": [[id, sha256], …], "kommet": [[file, sha256, ""], …],
"nej": […], "draebt": bool}; `kommet`: the files it was told had come, before they were laid there.
"""

from __future__ import annotations

import io
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

from rehabteam.dokumenter import lager, modtagelse
from rehabteam.handlinger.afslut_modtagelse import afslut_modtagelse
from rehabteam.handlinger.begynd_modtagelse import Valgt, begynd_modtagelse
from rehabteam.handlinger.behandl_modtaget import straks
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.laeg_modtaget import laeg_modtaget
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.models import Dokument, Medarbejder
from tests import conftest  # noqa: F401  (points the connections at the test database)
from tests.verden import DAG, PDF

HOEJST_SEKUNDER = 60
STYKKE = 100_000
KALD = ("open", "write", "fsync", "close", "link", "replace")


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
    """`os` as the store and the folder of what is on its way see it, each call a step."""

    def __init__(self, taeller: Taeller) -> None:
        self.taeller = taeller

    def __getattr__(self, navn: str) -> Any:
        aegte = getattr(os, navn)
        return self.taeller.om(aegte) if navn in KALD else aegte


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
        "kommet": [linje for linje in linjer if len(linje) == 3],
        "nej": [linje[0] for linje in linjer if len(linje) == 1],
        "draebt": os.WIFSIGNALED(status),
    }


def _arbejd(opgave: dict[str, Any], som: Aktoer, sag: uuid.UUID, svar: int) -> None:
    taeller = Taeller(opgave.get("trin", 0))
    lager.os = modtagelse.os = Systemet(taeller)  # type: ignore[assignment]
    vej = _i_stykker if opgave.get("vej") == "stykker" else _et_dokument
    if "graense" in opgave:
        resource.setrlimit(resource.RLIMIT_FSIZE, (opgave["graense"],) * 2)
    slut = time.monotonic() + HOEJST_SEKUNDER
    antal = opgave.get("antal", 10_000 if "sekunder" in opgave else 1)
    while antal and time.monotonic() < slut:
        antal -= 1
        try:
            dokument = vej(som, sag, taeller, svar)
        except (KanIkke, modtagelse.IngenPlads) as nej:
            _sig(svar, [str(nej)])
        except Error as fejl:
            connections.close_all()
            _sig(svar, [type(fejl).__name__])
        else:
            taeller.trin()
            _sig(svar, [str(dokument.id), dokument.sha256])


def _trinvis(taeller: Taeller) -> Callable[..., Any]:
    def et(kald: Any, *args: Any) -> Any:
        taeller.trin()
        return kald(*args)

    return et


def _data() -> bytes:
    fyld = b"%%%b\n%b" % (uuid.uuid4().hex.encode(), (b"%" * 79 + b"\n") * 4000)
    return PDF.replace(b"xref\n", fyld + b"xref\n", 1)


def _et_dokument(som: Aktoer, sag: uuid.UUID, taeller: Taeller, svar: int) -> Dokument:
    with connection.execute_wrapper(_trinvis(taeller)), kontekst.arbejder_som(som):
        return tilfoej_dokument(
            _nu(som), sag, filnavn="p.pdf", data=_data(), titel="P", slags="andet", dato=DAG
        )


def _i_stykker(som: Aktoer, sag: uuid.UUID, taeller: Taeller, svar: int) -> Dokument:
    """As the pages do it: each request a transaction, each piece a write of its own."""
    data = _data()
    with connection.execute_wrapper(_trinvis(taeller)):
        with kontekst.arbejder_som(som):
            (begyndt,) = begynd_modtagelse(_nu(som), sag, filer=[Valgt(f"{uuid.uuid4().hex}.pdf", len(data))])
        assert begyndt.fil
        fil = begyndt.fil.id
        for fra in range(0, len(data), STYKKE):
            stykke = data[fra : fra + STYKKE]
            modtagelse.laeg_stykke(settings.DATA, fil, fra, io.BytesIO(stykke), len(stykke), len(data))
        with kontekst.arbejder_som(som):
            hel = afslut_modtagelse(_nu(som), sag, fil)
        taeller.trin()
        _sig(svar, [str(fil), hel.sha256, ""])
        with kontekst.arbejder_som(som):
            straks(_nu(som), hel)
        with kontekst.arbejder_som(som):
            return laeg_modtaget(_nu(som), sag, fil, titel="P", slags="andet", dato=DAG)


def _nu(som: Aktoer) -> Anledning:
    return Anledning(som, DAG, datetime.now(UTC))


def _sig(svar: int, hvad: list[str]) -> None:
    os.write(svar, json.dumps(hvad).encode() + b"\n")


if __name__ == "__main__":
    main()
