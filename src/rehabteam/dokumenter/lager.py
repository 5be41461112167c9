"""Documents on disk, named after their own content (SHA-256). What was answered "saved" stays as it was.

The order of the steps is the promise: temporary file in the same file system → write in a loop → fsync →
read again and compare → link to its name → fsync the folder. Only then is there a Blob to put in a row.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

STYKKE = 1 << 20
ER_SHA256 = re.compile(r"[0-9a-f]{64}")
FULD = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
MINDST_FRI = 0.05  # below this part of the disk new documents are refused; the rest of the system needs it


class LagerFejl(Exception):
    """The store could not do it. `str()` is Danish, for the user."""


class LagerFuldt(LagerFejl):
    """No room. Nothing is half-saved; the same can be tried again."""


class BlobMangler(LagerFejl):
    """No document with this name."""


class BlobBeskadiget(LagerFejl):
    """The document's bytes are not the ones that were saved."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A stored document. `sha256`: 64 lowercase hex digits, its name. `stoerrelse`: bytes."""

    sha256: str
    stoerrelse: int


class Lager:
    """Content-addressed store under `rod` (made if absent, for the owner only)."""

    def __init__(self, rod: Path | str, mindst_fri: float = MINDST_FRI) -> None:
        self.rod = Path(rod)
        self.mindst_fri = mindst_fri
        self._foreloebige = self.rod / "foreloebige"  # same file system as the names, so a link is enough

    def gem(self, data: bytes | BinaryIO) -> Blob:
        """Save bytes or an open file (read from where it stands). The same content twice is one blob.

        Raises LagerFuldt, LagerFejl; then nothing new can be seen in the store.
        """
        kilde = io.BytesIO(data) if isinstance(data, bytes) else data
        try:
            self._lav_mappe(self._foreloebige)
            self._se_om_der_er_plads()
            foreloebig = self._foreloebige / secrets.token_hex(16)
            try:
                blob = _skriv(foreloebig, kilde)
                _laes_efter(foreloebig, blob)
                self._navngiv(foreloebig, blob)
            finally:
                foreloebig.unlink(missing_ok=True)
        except OSError as fejl:
            raise _som_lagerfejl(fejl) from fejl
        return blob

    def laes(self, sha256: str) -> bytes:
        """The document's bytes, compared with its name. Raises BlobMangler, BlobBeskadiget, LagerFejl."""
        with self.aaben(sha256) as fil:
            return fil.read()

    def aaben(self, sha256: str) -> BinaryIO:
        """The document as an open file at its start, compared with its name first. Raises as `laes`."""
        sti = self._sti(sha256)
        try:
            fil = sti.open("rb")
        except FileNotFoundError as fejl:
            raise BlobMangler("Dokumentet findes ikke i lageret.") from fejl
        except OSError as fejl:
            raise _som_lagerfejl(fejl) from fejl
        try:
            if _sum(fil)[0] != sha256:
                raise BlobBeskadiget("Dokumentet er ændret, siden det blev gemt. Det vises derfor ikke.")
            fil.seek(0)
        except OSError as fejl:
            fil.close()
            raise _som_lagerfejl(fejl) from fejl
        except BlobBeskadiget:
            fil.close()
            raise
        return fil

    def findes(self, sha256: str) -> bool:
        """Is there a document with this name? (Its bytes are compared when it is read.)"""
        return self._sti(sha256).is_file()

    def alle(self) -> Iterator[str]:
        """The names of all documents, in order."""
        for mappe in sorted(self.rod.glob("[0-9a-f][0-9a-f]")):
            yield from self.i_mappe(mappe.name)

    def i_mappe(self, mappe: str) -> list[str]:
        """The names that begin with these two hex digits, in order; most stores have many folders' worth."""
        return sorted(sti.name for sti in self.rod.glob(f"{mappe}/*") if ER_SHA256.fullmatch(sti.name))

    def aeldre_end(self, mappe: str, graense: datetime) -> list[str]:
        """Those of a folder that were written before this moment."""
        return [n for n in self.i_mappe(mappe) if self._sti(n).stat().st_mtime < graense.timestamp()]

    def ryd_halve(self, graense: datetime) -> None:
        """Throw away what a process was writing when it died, before this moment. No name leads to it."""
        for sti in self._foreloebige.glob("*"):
            if sti.stat().st_mtime < graense.timestamp():
                sti.unlink(missing_ok=True)

    def fjern(self, sha256: str) -> None:
        """Delete a document no row tells of. For the sweep alone, under its lock."""
        sti = self._sti(sha256)
        try:
            sti.unlink(missing_ok=True)
            _fsync_mappe(sti.parent)
        except OSError as fejl:
            raise _som_lagerfejl(fejl) from fejl

    def _sti(self, sha256: str) -> Path:
        if not ER_SHA256.fullmatch(sha256):
            raise ValueError("et blobnavn er 64 hexcifre med små bogstaver")
        return self.rod / sha256[:2] / sha256

    def _lav_mappe(self, mappe: Path) -> None:
        """Make the folder, and the ones above it, durable."""
        if not mappe.is_dir():
            self._lav_mappe(mappe.parent)
            mappe.mkdir(mode=0o700, exist_ok=True)
            _fsync_mappe(mappe.parent)

    def _se_om_der_er_plads(self) -> None:
        fs = os.statvfs(self.rod)
        if fs.f_blocks and fs.f_bavail / fs.f_blocks < self.mindst_fri:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def _navngiv(self, foreloebig: Path, blob: Blob) -> None:
        sti = self._sti(blob.sha256)
        self._lav_mappe(sti.parent)
        try:
            os.link(foreloebig, sti)
        except FileExistsError:
            # Same content was saved before. If the disk has spoilt it, the good copy takes its place.
            with sti.open("rb") as gammel:
                hel = _sum(gammel) == (blob.sha256, blob.stoerrelse)
            if not hel:
                os.replace(foreloebig, sti)
        # Also when the names were there: the one who made them may not have got this far.
        _fsync_mappe(sti.parent)
        _fsync_mappe(self.rod)


def _skriv(sti: Path, kilde: BinaryIO) -> Blob:
    """Write all of `kilde`; os.write may write less than asked without an error."""
    summen, antal = hashlib.sha256(), 0
    fd = os.open(sti, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o400)
    try:
        while stykke := kilde.read(STYKKE):
            summen.update(stykke)
            rest = memoryview(stykke)
            while rest:
                skrevet = os.write(fd, rest)
                if skrevet <= 0:
                    raise OSError(errno.EIO, os.strerror(errno.EIO))
                rest = rest[skrevet:]
            antal += len(stykke)
        os.fsync(fd)  # if it fails the data is gone, even when the next call succeeds: the file is given up
    finally:
        os.close(fd)
    return Blob(summen.hexdigest(), antal)


def _laes_efter(sti: Path, blob: Blob) -> None:
    with sti.open("rb") as fil:
        if _sum(fil) != (blob.sha256, blob.stoerrelse):
            raise OSError(errno.EIO, os.strerror(errno.EIO))


def _sum(fil: BinaryIO) -> tuple[str, int]:
    summen, antal = hashlib.sha256(), 0
    while stykke := fil.read(STYKKE):
        summen.update(stykke)
        antal += len(stykke)
    return summen.hexdigest(), antal


def _fsync_mappe(mappe: Path) -> None:
    fd = os.open(mappe, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _som_lagerfejl(fejl: OSError) -> LagerFejl:
    if fejl.errno in FULD:
        return LagerFuldt("Der er ikke plads til dokumentet lige nu. Intet er gemt. Prøv igen senere.")
    return LagerFejl("Dokumentet kunne ikke gemmes eller læses. Prøv igen om lidt.")
