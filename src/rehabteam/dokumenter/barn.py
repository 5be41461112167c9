"""Start the process that reads a hostile file (`undersoegelse/`), and believe no more of its answer than must be."""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import sys
import threading
import time
from pathlib import Path

from rehabteam.dokumenter.afvist import TEKSTER, Afvist

SEKUNDER = 20  # by the wall clock; the child's own limit is 5 s of processor time
BARN = Path(__file__).with_name("undersoegelse")
HOEJST_SVAR = 64 * 1024  # bytes
PLADSER = threading.BoundedSemaphore(4)  # children at a time: ten files at once do not take 3 GB


def svar(opgave: str, data: bytes) -> dict[str, object]:
    """What the child says of the file. Raises Afvist: whatever stops the child is a refusal."""
    return tolk(raat_svar(opgave, data, HOEJST_SVAR))


def raat_svar(opgave: str, data: bytes, hoejst: int) -> bytes:
    """The bytes the child writes, at most `hoejst`. `opgave` is a key of undersoegelse/__main__.py OPGAVER."""
    program = [sys.executable, "-I", "-B", str(BARN), opgave]
    with (
        PLADSER,
        subprocess.Popen(  # nothing is inherited: no key, no address of the database
            program,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"LC_ALL": "C.UTF-8"},
        ) as barnet,
    ):
        slut = time.monotonic() + SEKUNDER
        giver = threading.Thread(target=_giv, args=(barnet, data), daemon=True)
        giver.start()
        try:
            ud = _laes(barnet, slut, hoejst)
            kode = barnet.wait(max(slut - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            raise Afvist("for_tung") from None
        finally:
            barnet.kill()
            giver.join()
    if kode:
        raise Afvist("for_tung")
    return ud


def _laes(barnet: subprocess.Popen[bytes], slut: float, hoejst: int) -> bytes:
    """Until the child closes its answer; not waited for past `slut`, whoever else may hold the line open."""
    assert barnet.stdout
    vagt = select.poll()
    vagt.register(barnet.stdout, select.POLLIN | select.POLLHUP)
    ud = bytearray()
    while len(ud) <= hoejst:
        if not vagt.poll(max(slut - time.monotonic(), 0) * 1000):
            raise Afvist("for_tung")
        if not (stykke := os.read(barnet.stdout.fileno(), 1 << 20)):
            return bytes(ud)
        ud += stykke
    raise Afvist("for_tung")


def _giv(barnet: subprocess.Popen[bytes], data: bytes) -> None:
    """Send the file; a child that has stopped reading has its reasons."""
    assert barnet.stdin
    with contextlib.suppress(OSError):
        barnet.stdin.write(data)
    with contextlib.suppress(OSError):
        barnet.stdin.close()


def tolk(ud: bytes) -> dict[str, object]:
    """The child's JSON. Raises Afvist where it says so, and where it says nothing."""
    try:
        fundet = json.loads(ud)
    except ValueError:
        raise Afvist("beskadiget") from None
    if not isinstance(fundet, dict):
        raise Afvist("beskadiget")
    if (kode := fundet.get("afvist")) is not None:
        raise Afvist(kode if kode in TEKSTER else "beskadiget")
    return fundet
