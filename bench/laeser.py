"""The first page of 400 on the screen, and what taking files in costs in memory: `python -m bench.laeser`.

A real gunicorn with one process and eight threads. The first page: from the click on »Åbn alle dokumenter« to the
picture of page 1, while the merged PDF of the same 40 documents is being put together. Memory: ten files of 50 MB
come in at once, in pieces, and the process's own size is read every tenth of a second.
Needs REHABTEAM_DB_SUPER; makes a database and a folder of its own.
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ["REHABTEAM_BENCH_DATABASE"] = "rehabteam_bench_laeser"
os.environ["REHABTEAM_DATA"] = tempfile.mkdtemp(prefix="rehabteam-bench-")

from bench import basen  # first: it starts Django

# isort: split
import psycopg
from django.conf import settings
from django.db import connections, transaction
from django.test import Client
from django.urls import reverse

from bench.pdf import DOKUMENTER, ti_sider
from bench.tabel import Maaling, meld
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.klargoer import forbered, migrer
from rehabteam.sager.models import Sag
from rehabteam.web.models import Konto
from tests.verden import DAG, Verden

GANGE, FILER, STOERRELSE, STYKKE = 7, 10, 50 << 20, 2 << 20


def verden() -> tuple[Sag, Konto]:
    """A kommune with one case of 40 documents of 10 pages, put there as the pages do it."""
    with psycopg.connect(basen.SUPER, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {basen.DATABASE} WITH (FORCE)")
    forbered(basen.SUPER)
    migrer(verbosity=0)
    v = Verden()
    sag = v.genoptaget()
    for nr in range(DOKUMENTER):
        felter = {"filnavn": f"{nr}.pdf", "titel": f"Dokument {nr}", "slags": "andet", "dato": DAG}
        v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, data=ti_sider(nr), **felter)
    return sag, Konto.objects.using("vedligehold").get(medarbejder_id=v.sagsbehandler.medarbejder_id)


def kage(konto: Konto) -> str:
    browser = Client()
    with transaction.atomic():
        kontekst.aabn_doeren()
        browser.force_login(konto, backend="django.contrib.auth.backends.ModelBackend")
    return f"{settings.SESSION_COOKIE_NAME}={browser.cookies[settings.SESSION_COOKIE_NAME].value}"


class Siden:
    """The running site, as one logged-in browser."""

    def __init__(self, port: int, proces: int, kage: str) -> None:
        self.port, self.proces, self.kage = port, proces, kage

    def hent(
        self, sti: str, data: bytes | None = None, slags: str = "application/octet-stream"
    ) -> tuple[int, bytes]:
        forbindelse = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        hoved = {"Cookie": self.kage}
        if data is not None:
            hoved |= {
                "Content-Type": slags,
                "X-CSRFToken": "a" * 32,
                "Cookie": f"{self.kage}; {settings.CSRF_COOKIE_NAME}={'a' * 32}",
            }
        forbindelse.request("GET" if data is None else "POST", sti, body=data, headers=hoved)
        svar = forbindelse.getresponse()
        indhold = svar.read()
        forbindelse.close()
        return svar.status, indhold

    def fylder(self) -> float:
        """Megabytes of the process that answers (and of nothing else)."""
        barn = Path(f"/proc/{self.proces}/task/{self.proces}/children").read_text().split()
        status = Path(f"/proc/{barn[0]}/status").read_text()
        fundet = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert fundet
        return int(fundet[1]) / 1024


@contextmanager
def siden(kage_: str) -> Iterator[Siden]:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    connections.close_all()
    proces = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "rehabteam.opsaetning.wsgi:application"),
            *("--bind", f"127.0.0.1:{port}", "--workers", "1", "--worker-class", "gthread", "--threads", "8"),
            *("--timeout", "120", "--log-level", "warning", "--no-control-socket"),
        ]
    )
    site = Siden(port, proces.pid, kage_)
    try:
        slut = time.monotonic() + 60
        while True:
            try:
                if site.hent("/mit-arbejde/")[0] == 200:
                    break
            except OSError:
                assert proces.poll() is None and time.monotonic() < slut
                time.sleep(0.2)
        yield site
    finally:
        proces.terminate()
        proces.wait(20)


def foerste_side(site: Siden, sag: Sag) -> None:
    """From the click to the picture of the first page, while the same documents are put together in one PDF."""
    side, samlet = reverse("web:alle_dokumenter", args=[sag.id]), reverse("web:samlet_pdf", args=[sag.id])
    tider: dict[bool, list[float]] = {False: [], True: []}
    for nr in range(2 * GANGE + 2):
        imens = bool(nr % 2)
        pdf = threading.Thread(target=site.hent, args=[samlet])
        if imens:
            pdf.start()
            time.sleep(0.02)
        foer = time.perf_counter()
        status, html = site.hent(side)
        assert status == 200
        billede = re.search(rb'src="([^"]+/side/1/[^"]*)"', html)
        assert billede, "der er intet billede af side 1"
        status, data = site.hent(billede[1].decode().replace("&amp;", "&"))
        assert status == 200 and len(data) > 1000
        if nr > 1:
            tider[imens].append((time.perf_counter() - foer) * 1000)
        if imens:
            pdf.join()
    roligt, travlt = statistics.median(tider[False]), statistics.median(tider[True])
    meld(
        Maaling(
            "Første side af 400, mens de samles til én PDF",
            f"{travlt:.0f} ms",
            f"uden noget ved siden af: {roligt:.0f} ms",
            travlt / 1000,
            1.0,
            mindst=False,
        )
    )


def hukommelse(site: Siden, sag: Sag) -> None:
    """Ten files of 50 MB at once; the process's size before, and the largest it had meanwhile."""
    rod = reverse("web:modtagelse_begynd", args=[sag.id])
    felter = "&".join(f"navn=stor{nr}.pdf&stoerrelse={STOERRELSE}&bevis=ny" for nr in range(FILER))
    status, svar = site.hent(rod, felter.encode(), "application/x-www-form-urlencoded")
    assert status == 200, svar[:200]
    ider = re.findall(r'"id": "([0-9a-f-]{36})"', svar.decode())
    assert len(ider) == FILER
    stykke = os.urandom(STYKKE)

    def send(fil: str) -> None:
        for fra in range(0, STOERRELSE, STYKKE):
            adresse = reverse("web:modtagelse_stykke", args=[sag.id, fil])
            status, _ = site.hent(f"{adresse}?fra={fra}", stykke)
            assert status == 200
        assert site.hent(reverse("web:modtagelse_faerdig", args=[sag.id, fil]), b"")[0] == 200

    foer, stoerst = site.fylder(), 0.0
    traade = [threading.Thread(target=send, args=[fil]) for fil in ider]
    begyndt = time.perf_counter()
    for t in traade:
        t.start()
    while any(t.is_alive() for t in traade):
        stoerst = max(stoerst, site.fylder())
        time.sleep(0.1)
    tid = time.perf_counter() - begyndt
    meld(
        Maaling(
            f"Hukommelse, {FILER} filer på 50 MB på én gang ({tid:.0f} s)",
            f"{stoerst:.0f} MB",
            f"før: {foer:.0f} MB",
            stoerst / foer,
            1.2,
            mindst=False,
        )
    )


def main() -> None:
    sag, konto = verden()
    try:
        with siden(kage(konto)) as site:
            foerste_side(site, sag)
            hukommelse(site, sag)
    finally:
        shutil.rmtree(settings.DATA)


if __name__ == "__main__":
    main()
