"""Start the process that reads a hostile file (`undersoegelse/`), and believe no more of its answer than must be."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from pathlib import Path

from rehabteam.dokumenter.afvist import TEKSTER, Afvist

SEKUNDER = 20  # by the wall clock; the child's own limit is 5 s of processor time
BARN = Path(__file__).with_name("undersoegelse")
HOEJST_SVAR = 64 * 1024  # bytes


def svar(opgave: str, data: bytes) -> dict[str, object]:
    """What the child says of the file. Raises Afvist: whatever stops the child is a refusal."""
    return tolk(raat_svar(opgave, data, HOEJST_SVAR))


def raat_svar(opgave: str, data: bytes, hoejst: int) -> bytes:
    """The bytes the child writes, at most `hoejst`. `opgave` is a key of undersoegelse/__main__.py OPGAVER."""
    program = [sys.executable, "-I", "-B", str(BARN), opgave]
    with subprocess.Popen(  # nothing is inherited: no key, no address of the database
        program,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"LC_ALL": "C.UTF-8"},
    ) as barnet:
        assert barnet.stdin and barnet.stdout
        ur = threading.Timer(SEKUNDER, barnet.kill)
        giver = threading.Thread(target=_giv, args=(barnet, data), daemon=True)
        ur.start()
        giver.start()
        try:
            ud = barnet.stdout.read(hoejst + 1)
            if len(ud) > hoejst:
                barnet.kill()
            kode = barnet.wait()
        finally:
            ur.cancel()
            barnet.kill()
            giver.join()
    if kode or len(ud) > hoejst:
        raise Afvist("for_tung")
    return ud


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
