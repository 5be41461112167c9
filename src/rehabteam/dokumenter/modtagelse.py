"""Files on their way in: each grows in a file of its own until it is laid on a case.

How much has come is the file's own size, so what was written is never believed to be more than it is. A piece is
appended where the file ends and nowhere else: the same piece twice is harmless, and one that comes too early is told
where to go on. What a sender says lies there already is compared with what does, so that two files are never mixed.
The name of the file is the id of its row and says nothing.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import io
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Protocol
from uuid import UUID

from .lager import MINDST_FRI

STYKKE = 1 << 20  # bytes in memory at a time
GEMMES = 30 * 24 * 60 * 60  # seconds
VIST = ".vist"


class Kilde(Protocol):
    """Something bytes are read from: a request, or a file."""

    def read(self, antal: int, /) -> bytes: ...


class ForkertSted(ValueError):
    """The piece does not begin where the file ends. `naaet`: where to go on (bytes)."""

    def __init__(self, naaet: int) -> None:
        super().__init__(str(naaet))
        self.naaet = naaet


class AndenFil(ValueError):
    """The piece tells of bytes that have come already, and they are others: it is another file."""


class IngenPlads(OSError):
    """There is no room for more on the disk."""


def sti(rod: Path | str, fil: UUID) -> Path:
    """Where the bytes lie as they came."""
    return Path(rod) / "modtagelse" / str(fil)


def vist_sti(rod: Path | str, fil: UUID) -> Path:
    """Where what was made of them to be shown lies."""
    return Path(rod) / "modtagelse" / f"{fil}{VIST}"


def naaet(rod: Path | str, fil: UUID) -> int:
    """How many bytes have come."""
    try:
        return sti(rod, fil).stat().st_size
    except FileNotFoundError:
        return 0


def begyndelse(rod: Path | str, fil: UUID, laengde: int) -> str:
    """The SHA-256 of the first `laengde` bytes that have come; "" when fewer have."""
    try:
        with open(sti(rod, fil), "rb") as ind:
            return sum_(ind, laengde) if os.fstat(ind.fileno()).st_size >= laengde else ""
    except FileNotFoundError:  # not one byte yet
        return "" if laengde else sum_(io.BytesIO())


def er_der_plads(rod: Path | str) -> bool:
    """Is more than the part of the disk free that the rest of the system needs?"""
    mappe = Path(rod)
    mappe.mkdir(mode=0o700, parents=True, exist_ok=True)
    fs = os.statvfs(mappe)
    return not fs.f_blocks or fs.f_bavail / fs.f_blocks >= MINDST_FRI


def laeg_stykke(rod: Path | str, fil: UUID, fra: int, kilde: Kilde, laengde: int, i_alt: int) -> int:
    """Append a piece that begins at `fra`; the answer is how much has come now.

    What is there already is not written again, but compared. If the sender is lost midway, what came is kept.
    Raises ForkertSted, AndenFil, IngenPlads.
    """
    maal = sti(rod, fil)
    _lav_mappe(maal.parent)
    with open(os.open(maal, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600), "ab", 0) as ud:
        fcntl.flock(ud, fcntl.LOCK_EX)
        her = os.fstat(ud.fileno()).st_size
        if fra > her or fra < 0 or fra + laengde > i_alt:
            raise ForkertSted(her)
        sted, rest = fra, laengde
        try:
            while rest > 0 and (stykke := kilde.read(min(STYKKE, rest))):
                kendt = stykke[: max(0, her - sted)]
                if os.pread(ud.fileno(), len(kendt), sted) != kendt:
                    raise AndenFil
                _skriv(ud.fileno(), stykke[len(kendt) :])
                sted, rest = sted + len(stykke), rest - len(stykke)
        except OSError as fejl:
            if fejl.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
                raise IngenPlads(fejl.errno, os.strerror(fejl.errno)) from None
            raise
        return os.fstat(ud.fileno()).st_size


def _skriv(fd: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def hel(rod: Path | str, fil: UUID) -> str:
    """Make the whole file durable, and give its SHA-256."""
    with open(sti(rod, fil), "rb") as ind:
        os.fsync(ind.fileno())
        _fsync_mappe(sti(rod, fil).parent)
        return sum_(ind)


def sum_(fil: Kilde, hoejst: int = sys.maxsize) -> str:
    """The SHA-256 of what is read from where it stands; of no more than `hoejst` bytes."""
    summen = hashlib.sha256()
    while stykke := fil.read(min(STYKKE, hoejst)):
        hoejst -= len(stykke)
        summen.update(stykke)
    return summen.hexdigest()


def gem_vist(rod: Path | str, fil: UUID, data: bytes) -> str:
    """Keep what is shown in place of the file; its SHA-256."""
    _gem(vist_sti(rod, fil), data)
    return hashlib.sha256(data).hexdigest()


def gem_hel(rod: Path | str, fil: UUID, data: bytes) -> None:
    """A file that came inside another: all of it at once."""
    _gem(sti(rod, fil), data)


def _gem(maal: Path, data: bytes) -> None:
    _lav_mappe(maal.parent)
    ny = maal.with_name(f"{maal.name}.ny")
    with open(os.open(ny, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600), "wb") as ud:
        ud.write(data)
        ud.flush()
        os.fsync(ud.fileno())
    os.replace(ny, maal)
    _fsync_mappe(maal.parent)


def _fsync_mappe(mappe: Path) -> None:
    """A name is lost with the power until its folder is written too."""
    fd = os.open(mappe, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _lav_mappe(mappe: Path) -> None:
    mappe.mkdir(mode=0o700, parents=True, exist_ok=True)


def fjern(rod: Path | str, fil: UUID) -> None:
    """The bytes are gone; twice is as good as once."""
    for vej in (sti(rod, fil), vist_sti(rod, fil)):
        vej.unlink(missing_ok=True)


def ryd(rod: Path | str) -> None:
    """What nobody has laid on a case within thirty days is deleted."""
    for vej in (Path(rod) / "modtagelse").glob("*"):
        with suppress(FileNotFoundError):
            if time.time() - vej.stat().st_mtime > GEMMES:
                vej.unlink()
