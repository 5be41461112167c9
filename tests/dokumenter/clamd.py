"""A real clamd for the tests, as an ordinary user: it knows one signature, EICAR's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PROGRAM = shutil.which("clamd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
KRAEVER_CLAMD = pytest.mark.skipif(
    PROGRAM is None, reason="clamd er ikke installeret (Debians pakke clamav-daemon)"
)
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
SIGNATUR = "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n"
NOBODY = 65534
# The settings docs/virusscanner.md asks for.
VALG = {"StreamMaxLength": "60M", "MaxFileSize": "60M", "MaxScanSize": "400M", "AlertExceedsMax": "yes"}


@contextmanager
def koerende(signatur: str = SIGNATUR, **valg: str) -> Iterator[str]:
    """Its socket, while it runs; `valg` are lines of clamd.conf."""
    assert PROGRAM
    mappe = Path(tempfile.mkdtemp(prefix="rehabteam-clamd-"))
    sokkel = mappe / "clamd.sok"
    (mappe / "db").mkdir()
    (mappe / "db" / "proeve.hdb").write_text(signatur)
    faste = {
        "LocalSocket": str(sokkel),
        "DatabaseDirectory": str(mappe / "db"),
        "TemporaryDirectory": str(mappe),
    }
    linjer = faste | {"Foreground": "yes", "MaxThreads": "2"} | VALG | valg
    (mappe / "clamd.conf").write_text("".join(f"{navn} {vaerdi}\n" for navn, vaerdi in linjer.items()))
    som = {}
    if os.geteuid() == 0:
        for sti in (mappe, mappe / "db"):
            os.chown(sti, NOBODY, NOBODY)
        som = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    with (mappe / "log").open("w") as log:
        clamd = subprocess.Popen([PROGRAM, "-c", mappe / "clamd.conf"], stdout=log, stderr=log, **som)
    try:
        slut = time.monotonic() + 30
        while not sokkel.exists():
            assert clamd.poll() is None and time.monotonic() < slut, (mappe / "log").read_text()
            time.sleep(0.02)
        yield str(sokkel)
    finally:
        clamd.kill()
        clamd.wait()
        shutil.rmtree(mappe, ignore_errors=True)
