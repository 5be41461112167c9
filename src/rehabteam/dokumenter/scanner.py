"""Ask clamd whether a file is infected: its INSTREAM protocol, over a socket on this machine or over TCP.

"Clean" is said only when clamd itself has taken the whole file and said so. Whatever else happens raises. The
protocol is a few lines; the client library sends with `send`, which may send half of a piece under a time limit.
"""

from __future__ import annotations

import contextlib
import io
import re
import socket
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.conf import settings

from rehabteam.dokumenter.afvist import Afvist

FORBIND = 5.0  # seconds
SEKUNDER = 150.0  # for one file; clamd's own limit (MaxScanTime) is 120 unless the operator says otherwise
STYKKE = 1 << 20
HOEJST_SVAR = 4096
FOR_STOR = "INSTREAM size limit exceeded. ERROR"
# clamd with AlertExceedsMax: it stopped before the end. That is no virus, and it is not clean.
IKKE_LAEST = "Heuristics.Limits.Exceeded"
SVAR = re.compile(r"stream: (?P<navn>.+) FOUND")


class ScannerNede(Exception):
    """clamd does not answer, or not in time: the file waits and is tried again. `str()` is Danish."""


@dataclass(frozen=True, slots=True)
class Fund:
    """`ren`: nothing found. `navn`: what clamd calls what it found, "" when clean."""

    ren: bool
    navn: str = ""


@dataclass(frozen=True, slots=True)
class Udgave:
    """`program`: "ClamAV 1.4.6"; `signaturer`: when its signatures were made, None when it does not say."""

    program: str
    signaturer: datetime | None


def er_sat_op() -> bool:
    """Has the operator named a scanner (settings.CLAMD)?"""
    return bool(settings.CLAMD)


def scan(fil: BinaryIO, sekunder: float = SEKUNDER) -> Fund:
    """Scan from where `fil` stands to its end, in at most `sekunder`.

    Raises ScannerNede: try again later. Raises Afvist("for_stor_til_scanneren"): never will it be scanned here.
    """
    with _forbindelse(sekunder) as linje:
        linje.send(b"zINSTREAM\0")
        afbrudt = False
        try:
            while stykke := fil.read(STYKKE):
                linje.send(struct.pack("!L", len(stykke)) + stykke)
            linje.send(struct.pack("!L", 0))
        except ConnectionError:  # clamd hung up; it may have said why
            afbrudt = True
        svar = linje.svar()
    if svar == FOR_STOR:
        raise Afvist("for_stor_til_scanneren")
    if fundet := SVAR.fullmatch(svar):
        if fundet["navn"].startswith(IKKE_LAEST):
            raise Afvist("for_stor_til_scanneren")
        return Fund(False, fundet["navn"])
    if svar == "stream: OK" and not afbrudt:
        return Fund(True)
    raise ScannerNede("Virusscanneren gav ikke noget brugbart svar.")


def kraev_ren(data: bytes) -> bool:
    """True: scanned and clean. False: not scanned, which only a demo without a scanner may say.

    Raises Afvist("virus") and what scan raises.
    """
    if not er_sat_op():
        if not settings.DEMO:
            raise ScannerNede("Der er ingen virusscanner.")
        return False
    if not scan(io.BytesIO(data)).ren:
        raise Afvist("virus")
    return True


def ping() -> None:
    """Raises ScannerNede unless clamd answers."""
    if _spoerg(b"zPING\0") != "PONG":
        raise ScannerNede("Virusscanneren svarer, men ikke som clamd.")


def udgave() -> Udgave:
    """What clamd says of itself. Raises ScannerNede."""
    dele = _spoerg(b"zVERSION\0").split("/")
    dag = None
    if len(dele) == 3:
        with contextlib.suppress(ValueError):
            dag = datetime.strptime(dele[2], "%a %b %d %H:%M:%S %Y")  # noqa: DTZ007 - the machine's own clock
    return Udgave(dele[0], dag)


def tager_imod(antal: int) -> bool:
    """Does clamd take a file of so many bytes (its StreamMaxLength)? Raises ScannerNede.

    It answers at once to a piece that is announced too big; to one that is not, it waits for the bytes.
    """
    with _forbindelse(FORBIND) as linje:
        linje.send(b"zINSTREAM\0" + struct.pack("!L", antal))
        return not linje.svarer_straks()


def _spoerg(ord_: bytes) -> str:
    with _forbindelse(FORBIND) as linje:
        linje.send(ord_)
        return linje.svar()


class _Linje:
    """A socket with one time limit for all that is sent and read."""

    def __init__(self, sok: socket.socket, slut: float) -> None:
        self.sok, self.slut = sok, slut

    def _ur(self) -> None:
        tilbage = self.slut - time.monotonic()
        if tilbage <= 0:
            raise TimeoutError
        self.sok.settimeout(tilbage)

    def send(self, data: bytes) -> None:
        self._ur()
        self.sok.sendall(data)

    def svar(self) -> str:
        """Up to the NUL that ends it; half an answer is none."""
        ud = b""
        while b"\0" not in ud:
            self._ur()
            mere = self.sok.recv(HOEJST_SVAR)
            if not mere or len(ud) > HOEJST_SVAR:
                raise ConnectionError
            ud += mere
        return ud.split(b"\0")[0].decode(errors="replace").strip()

    def svarer_straks(self) -> bool:
        self.sok.settimeout(0.3)
        with contextlib.suppress(TimeoutError):
            return bool(self.sok.recv(HOEJST_SVAR)) or True
        return False


@contextmanager
def _forbindelse(sekunder: float) -> Iterator[_Linje]:
    """A line to clamd. Every fault of the line becomes ScannerNede."""
    slut = time.monotonic() + sekunder
    try:
        with _sok(settings.CLAMD) as sok:
            yield _Linje(sok, slut)
    except TimeoutError:
        raise ScannerNede("Virusscanneren svarede ikke i tide.") from None
    except OSError:
        raise ScannerNede("Virusscanneren svarer ikke.") from None


def _sok(adresse: str) -> socket.socket:
    if adresse.startswith("/"):
        sok = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        sok.settimeout(FORBIND)
        try:
            sok.connect(adresse)
        except BaseException:
            sok.close()
            raise
        return sok
    vaert, _, port = adresse.rpartition(":")
    if not vaert or not port.isascii() or not port.isdigit():
        raise ScannerNede("REHABTEAM_CLAMD er hverken en sokkel (/…) eller vært:port.")
    return socket.create_connection((vaert.strip("[]"), int(port)), FORBIND)
