"""The child that puts documents together: started behind the wall before anybody asks, used once, gone.

It is given open files over a socket and nothing else: it sees no store, no database, no network. Where the machine can
build no wall it has its limits alone, as the child that examines files has, and the page of operations says so.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, BinaryIO

from rehabteam.dokumenter.omdan import mur
from rehabteam.dokumenter.omdan.barn import PYTHON, det_der_laeses
from rehabteam.dokumenter.omdan.fejl import OmdanNede
from rehabteam.dokumenter.omdan.graenser import MB, Graenser
from rehabteam.dokumenter.samling_vaerk.hoved import ANDET, BESKADIGET, BILLEDE, HENTES, KLAR, PDF

HER = Path(__file__).parent
VAERK = (
    "samling_vaerk",
    "omdan/vaerk",
)  # named in the child as they are here, so that one import is right in both
START = "import sys;sys.path+=sys.argv[1:3];from rehabteam.dokumenter.samling_vaerk.hoved import main;main(*sys.argv[3:])"
GRAENSER = Graenser(sekunder=180, cpu=120, hukommelse=900 * MB, svar=2000 * MB, filer=2048)
UDEN_MUR = json.dumps(
    {"RLIMIT_CPU": 120, "RLIMIT_DATA": 900 * MB, "RLIMIT_FSIZE": 2000 * MB, "RLIMIT_CORE": 0}
)
HOEJST_SVAR = 16 * MB
OM_LIDT = 2.0  # seconds
SLAGS = {"application/pdf": PDF, "image/jpeg": BILLEDE, "image/png": BILLEDE}
# Bundles at a time in one process; pictures of pages have places of their own.
PLADSER = threading.BoundedSemaphore(2)


class SamlingFejl(RuntimeError):
    """The documents cannot be put together now: the machine, or a document that stops the child. `str()` is Danish."""

    def __init__(self) -> None:
        super().__init__(
            "Dokumenterne kan ikke samles lige nu. Åbn dem hver for sig, eller prøv igen om lidt."
        )


def foed(ror: socket.socket) -> subprocess.Popen[bytes]:
    """Start a child that speaks over `ror`. Nothing else is inherited: no key, no address of the database."""
    return subprocess.Popen(
        _program(),
        stdin=ror,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={},
        cwd="/",
        start_new_session=True,
    )


class Barn:
    """A child that waits for its one bundle. Everything raises SamlingFejl when it does not answer as it should."""

    def __init__(self) -> None:
        self._ror, andet = socket.socketpair()
        with andet:
            self._proces = foed(andet)
        self._slut = time.monotonic() + GRAENSER.sekunder
        self._er_klar = False

    def klar(self) -> bool:
        """Wait until it has loaded what it needs; whether it lives."""
        self._slut = time.monotonic() + GRAENSER.sekunder
        with contextlib.suppress(SamlingFejl):
            self._er_klar = self._er_klar or self._saa_mange(1) == KLAR
        return self._er_klar and self._proces.poll() is None

    def sig(self, besked: dict[str, Any]) -> None:
        data = json.dumps(besked).encode()
        with self._i_tide():
            self._ror.sendall(len(data).to_bytes(4, "big") + data)

    def giv(self, fil: BinaryIO, mime: str = "") -> None:
        with self._i_tide():
            socket.send_fds(self._ror, [SLAGS.get(mime, ANDET)], [fil.fileno()])

    def giv_ingen(self, *, beskadiget: bool = False) -> None:
        with self._i_tide():
            self._ror.sendall(BESKADIGET if beskadiget else HENTES)

    def hoer(self) -> dict[str, Any]:
        """The child may have been taken over by what it read: its answer is JSON of a size, and no fault."""
        laengde = int.from_bytes(self._saa_mange(4), "big")
        if laengde > HOEJST_SVAR:
            raise SamlingFejl
        try:
            besked = json.loads(self._saa_mange(laengde))
        except ValueError:
            raise SamlingFejl from None
        if not isinstance(besked, dict) or "fejl" in besked:
            raise SamlingFejl
        return besked

    def luk(self) -> None:
        self._ror.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._proces.pid, signal.SIGKILL)
        self._proces.wait()

    @contextlib.contextmanager
    def _i_tide(self) -> Iterator[None]:
        self._ror.settimeout(max(self._slut - time.monotonic(), 0.01))
        try:
            yield
        except OSError:
            raise SamlingFejl from None

    def _saa_mange(self, n: int) -> bytes:
        data = bytearray()
        while len(data) < n:
            with self._i_tide():
                if not (stykke := self._ror.recv(n - len(data))):
                    raise SamlingFejl
            data += stykke
        return bytes(data)


def _program() -> list[str]:
    argumenter = ["-I", "-S", "-B", "-c", START]
    try:
        laes = {HER / vaerk: f"/samling/rehabteam/dokumenter/{vaerk}" for vaerk in VAERK}
        laes |= {fra: til for fra, til in det_der_laeses().items() if til != "/vaerk"}
        maade = mur.maade(laes)
    except OmdanNede:
        pakker = next(str(sti) for sti, som in det_der_laeses().items() if som == "/pakker")
        return [sys.executable, *argumenter, str(HER.parents[1]), pakker, UDEN_MUR]
    return maade([str(PYTHON), *argumenter, "/samling", "/pakker"], GRAENSER, laes)


class Venteplads:
    """One child ready for the next bundle, so that the one who asks does not wait for Python to start."""

    def __init__(self) -> None:
        self._laas = threading.Lock()
        self._barn: Barn | None = None
        self._ejer = 0
        self._vaert: tuple[int, ThreadPoolExecutor] | None = None
        self._paa_vej: Future[None] | None = None

    def varm(self) -> None:
        """See to it that one will wait, without waiting here: the page that is being opened comes first."""
        with self._laas:
            # A thread that stays: the wall falls with the thread that built it.
            if self._vaert is None or self._vaert[0] != os.getpid():
                self._vaert, self._paa_vej = (os.getpid(), ThreadPoolExecutor(1)), None
            # One on its way is enough: a process that ends waits for what it was asked to do.
            if self._mit() is None and (self._paa_vej is None or self._paa_vej.done()):
                self._paa_vej = self._vaert[1].submit(self._lav)

    def _lav(self) -> None:
        time.sleep(OM_LIDT)
        with self._laas:
            if self._mit() is None:
                with contextlib.suppress(OSError):
                    self._barn, self._ejer = Barn(), os.getpid()

    def tag(self) -> Barn:
        """The one that waits, else a new one. Raises SamlingFejl."""
        with self._laas:
            barn, self._barn = self._mit(), None
        if barn is not None:
            if barn.klar():
                return barn
            barn.luk()
        try:
            barn = Barn()
        except OSError:
            raise SamlingFejl from None
        if not barn.klar():
            barn.luk()
            raise SamlingFejl
        return barn

    def _mit(self) -> Barn | None:
        """A process that was forked since has none: two may not speak to the same child."""
        return self._barn if self._ejer == os.getpid() else None


VENTER = Venteplads()


@contextlib.contextmanager
def barnet() -> Iterator[Barn]:
    """A child for one bundle. Raises SamlingFejl."""
    if not PLADSER.acquire(timeout=GRAENSER.sekunder):
        raise SamlingFejl
    try:
        barn = VENTER.tag()
        try:
            yield barn
        finally:
            barn.luk()
    finally:
        PLADSER.release()
