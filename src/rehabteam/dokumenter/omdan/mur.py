"""The wall: a program that reads hostile bytes sees only them, the machine's programs and a little memory.

What goes in is the child's stdin, what comes out its stdout; both live in memory, so nothing is left on a
disk when a child is killed. As root the child becomes nobody. Where the machine allows no wall, nothing is
run at all (MurNede). How it is built stands in `maader`.
"""

from __future__ import annotations

import contextlib
import functools
import os
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from rehabteam.dokumenter.omdan.fejl import MurNede, OmdanFejl, OmdanNede
from rehabteam.dokumenter.omdan.graenser import Graenser
from rehabteam.dokumenter.omdan.maader import MAADER, Maade
from rehabteam.dokumenter.omdan.travl import ventede

KLAGE = 2000
STOPPET = {signal.SIGXCPU: "for_langsom", signal.SIGKILL: "for_tung", signal.SIGXFSZ: "for_tung"}
# What a child can see of the machine, before it is trusted with anything: no users, no homes, no network.
PROEVE = """
test ! -e /etc/passwd && test ! -e /home && test "$(grep -c : /proc/net/dev)" = 1 || exit 1
for sti in "$@"; do test -r "$sti" && test -x "$sti" || exit 1; done
echo mur
"""


# So many at a time in one process of the site: a crowd in a hurry must not be a crowd of children.
PLADSER = threading.BoundedSemaphore(max(2, os.cpu_count() or 2))


@dataclass(frozen=True, slots=True)
class Svar:
    """How the child ended, what it wrote, and the first of what it complained of."""

    kode: int
    ud: bytes
    klage: str


def koer(
    program: Sequence[str], ind: bytes, graenser: Graenser, laes: Mapping[Path, str] | None = None
) -> Svar:
    """Run `program` behind the wall with `ind` on stdin. `laes`: folders it may read too, and where it sees them.

    Raises OmdanFejl for_langsom or for_tung when a limit stops it; OmdanNede when there is no wall, or the machine
    is so busy that the child hardly ran.
    """
    laes = laes or {}
    argumenter = maade(laes)(program, graenser, laes)
    if not PLADSER.acquire(timeout=graenser.sekunder):
        raise OmdanNede("Der er for meget i gang på én gang.")
    try:
        return _koer(argumenter, ind, graenser)
    finally:
        PLADSER.release()


def _koer(argumenter: Sequence[str], ind: bytes, graenser: Graenser) -> Svar:
    with _i_hukommelsen() as fil_ind, _i_hukommelsen() as ud, _i_hukommelsen() as klage:
        fil_ind.write(ind)
        fil_ind.seek(0)
        barn = subprocess.Popen(
            argumenter, stdin=fil_ind, stdout=ud, stderr=klage, env={}, cwd="/", start_new_session=True
        )
        try:
            kode = barn.wait(graenser.sekunder)
        except subprocess.TimeoutExpired:
            if ventede(barn.pid, graenser.sekunder):
                raise OmdanNede("Maskinen har for travlt.") from None
            raise OmdanFejl("for_langsom") from None
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(barn.pid, signal.SIGKILL)
            barn.wait()
        signalet = -kode if kode < 0 else kode - 128
        if signalet in STOPPET:
            raise OmdanFejl(STOPPET[signal.Signals(signalet)])
        if ud.seek(0, os.SEEK_END) >= graenser.svar:
            raise OmdanFejl("for_tung")
        ud.seek(0)
        klage.seek(0)
        return Svar(kode, ud.read(), klage.read(KLAGE).decode("utf-8", "replace"))


def _i_hukommelsen() -> BinaryIO:
    return os.fdopen(os.memfd_create("rehabteam"), "w+b")


def maade(laes: Mapping[Path, str] | None = None) -> Maade:
    """The first way that holds on this machine and shows the child `laes`.

    Raises MurNede, with what an administrator can do.
    """
    if (fundet := _fundet(tuple((laes or {}).items()))) is None:
        _fundet.cache_clear()  # a machine may be put right while the site runs
        raise MurNede("Der kan ikke bygges en mur om omdannelsen på denne maskine. Installér bubblewrap.")
    return fundet


@functools.cache
def _fundet(laes: tuple[tuple[Path, str], ...]) -> Maade | None:
    return next((m for m in MAADER if holder(m, dict(laes))), None)


def holder(m: Maade, laes: Mapping[Path, str] | None = None) -> bool:
    """Whether a wall of this kind can be built here, and shows no network and no file but those it should."""
    laes = laes or {}
    try:
        svar = subprocess.run(
            m(["/bin/sh", "-c", PROEVE, "sh", *laes.values()], Graenser(), laes),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={},
            cwd="/",
            timeout=10,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return svar.returncode == 0 and svar.stdout == b"mur\n"
