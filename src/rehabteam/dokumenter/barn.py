"""Start the process that reads a hostile file (`undersoegelse/`), and believe no more of its answer than must be.

Where the machine can build the wall (`omdan.mur`), the process runs behind it: no network, no database, no file of
ours. Where it cannot, it has its limits of time and memory alone, and the page of operations says that the wall is
missing. Which of the two is settled before the file is read: nothing a file does can choose.
"""

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
from rehabteam.dokumenter.omdan import mur
from rehabteam.dokumenter.omdan.barn import PYTHON, det_der_laeses
from rehabteam.dokumenter.omdan.fejl import OmdanFejl, OmdanNede
from rehabteam.dokumenter.omdan.graenser import MB, Graenser

SEKUNDER = 20  # by the wall clock; the child's own limit is 5 s of processor time
BARN = Path(__file__).with_name("undersoegelse")
HOEJST_SVAR = 64 * 1024  # bytes
CPU, HUKOMMELSE = 6, 300 * MB  # the wall's own; the child sets tighter ones (undersoegelse/graenser.py)
BAG_MUR = (
    "import sys;sys.path[:0]=['/undersoegelse'];sys.path+=['/pakker'];import runpy;"
    "runpy.run_path('/undersoegelse/__main__.py',run_name='__main__')"
)
PLADSER = threading.BoundedSemaphore(4)  # children at a time: ten files at once do not take 3 GB


def svar(opgave: str, data: bytes) -> dict[str, object]:
    """What the child says of the file. Raises Afvist: whatever stops the child is a refusal."""
    return tolk(raat_svar(opgave, data, HOEJST_SVAR))


def raat_svar(opgave: str, data: bytes, hoejst: int) -> bytes:
    """The bytes the child writes, at most `hoejst`. `opgave` is a key of undersoegelse/__main__.py OPGAVER."""
    if (laes := _kan_mures()) is None:
        return _uden_mur(opgave, data, hoejst)
    graenser = Graenser(sekunder=SEKUNDER, cpu=CPU, hukommelse=HUKOMMELSE, svar=hoejst)
    try:
        fundet = mur.koer([str(PYTHON), "-I", "-S", "-B", "-c", BAG_MUR, opgave], data, graenser, laes)
    except OmdanFejl:
        raise Afvist("for_tung") from None
    except OmdanNede:
        raise Afvist("travlt") from None
    if fundet.kode:
        raise Afvist("for_tung")
    return fundet.ud


def _kan_mures() -> dict[Path, str] | None:
    """What the child must see behind the wall; None when there is no wall on this machine."""
    try:
        laes = {BARN: "/undersoegelse", **det_der_laeses()}
        mur.maade(laes)
    except OmdanNede:
        return None
    return laes


def _uden_mur(opgave: str, data: bytes, hoejst: int) -> bytes:
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
