"""Pictures of pages, kept for a while: made by the walled worker when asked for, and made again when they are gone.

A folder beside the store, `sidebilleder/<sha256>/<page>-<width>.webp`, for the owner only. Nothing depends on it: it may
be emptied at any time.
"""

import contextlib
import fcntl
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rehabteam.dokumenter.omdan import OmdanFejl, sidebilleder

MAPPE = "sidebilleder"
# Made in one call: starting the worker costs as much as some pages, and the reader goes on to the next. She waits for
# the first page of a document, so there it is fewer.
FREM, FOERST = 6, 2
FEJL = "fejl"
LILLE = 160
BREDDER = (LILLE, 1100, 1800)  # in the list, to read, enlarged


def hent(
    rod: Path | str,
    sha256: str,
    mime: str,
    nr: int,
    sider: int,
    bredde: int,
    laes: Callable[[], bytes],
) -> bytes:
    """Page `nr` (from 1) of `sider` as a WebP picture `bredde` pixels wide. `laes`: the document's bytes.

    Raises OmdanFejl when the document cannot be drawn (remembered), OmdanNede, and what `laes` raises.
    """
    mappe = Path(rod) / MAPPE / sha256
    sti = _sti(mappe, nr, bredde)
    if (fundet := _kendt(sti)) is not None:
        return fundet
    mappe.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _en_ad_gangen(mappe):
        if (fundet := _kendt(sti)) is not None:  # made by the one we waited for
            return fundet
        if fejl := kendt_fejl(rod, sha256):
            raise fejl
        frem = 1 if bredde == LILLE else FOERST if nr == 1 else FREM
        numre = [
            n
            for n in range(nr, min(nr + frem - 1, max(sider, nr)) + 1)
            if not _sti(mappe, n, bredde).exists()
        ]
        try:
            billeder = sidebilleder(laes(), mime, numre, bredde)
        except OmdanFejl as grund:
            _skriv(mappe / FEJL, grund.kode.encode("ascii"))
            raise
        for side, data in billeder.items():
            _skriv(_sti(mappe, side, bredde), data)
    if nr not in billeder:
        raise OmdanFejl("ingen_sider")
    return billeder[nr]


def varm(rod: Path | str, sha256: str, mime: str, sider: int, laes: Callable[[], bytes]) -> None:
    """Make the first pages, and the small one, before anybody asks: nobody waits where the worker has been.

    Raises as `hent`.
    """
    for bredde in BREDDER[:2]:
        hent(rod, sha256, mime, 1, sider, bredde, laes)


def kendt_fejl(rod: Path | str, sha256: str) -> OmdanFejl | None:
    """Why the document cannot be drawn, if that has been tried."""
    try:
        return OmdanFejl((Path(rod) / MAPPE / sha256 / FEJL).read_text(encoding="ascii"))
    except OSError:
        return None


def ryd(rod: Path | str, aeldre_end: float) -> int:
    """Throw away the folders nobody has opened a page of for so many seconds. How many."""
    graense, ryddet = time.time() - aeldre_end, 0
    for mappe in sorted((Path(rod) / MAPPE).glob("*")):
        senest = max((f.stat().st_mtime for f in mappe.glob("*")), default=0.0)
        if senest < graense:
            shutil.rmtree(mappe, ignore_errors=True)
            ryddet += 1
    return ryddet


def _sti(mappe: Path, nr: int, bredde: int) -> Path:
    return mappe / f"{nr}-{bredde}.webp"


def _kendt(sti: Path) -> bytes | None:
    try:
        data = sti.read_bytes()
        os.utime(sti)
    except OSError:
        return None
    return data


def _skriv(sti: Path, data: bytes) -> None:
    """Whole or not at all. A full disk keeps no picture; the one who asked has it all the same."""
    ny = sti.with_name(f"{secrets.token_hex(8)}.ny")
    with contextlib.suppress(OSError):
        with open(os.open(ny, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as fil:
            fil.write(data)
        ny.replace(sti)


@contextlib.contextmanager
def _en_ad_gangen(mappe: Path) -> Iterator[None]:
    """A browser asks for several pages at once: the first makes them all."""
    with open(mappe / "laas", "wb") as fil:
        fcntl.flock(fil, fcntl.LOCK_EX)
        yield
