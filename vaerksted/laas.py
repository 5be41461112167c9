"""One at a time: a lock file held for as long as a command needs the folder to itself."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vaerksted.besked import Stop, sig


@contextmanager
def laas(fil: Path, *, optaget: str, vent: bool = False) -> Iterator[None]:
    """Hold the lock on `fil`. The kernel frees it when we end, however we end.

    When another process holds it: wait after saying `optaget` if `vent`, else raise Stop with `optaget`
    (`{pid}` in the text becomes that process' number).
    """
    haandtag = os.open(fil, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(haandtag, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            besked = optaget.format(
                pid=os.pread(haandtag, 20, 0).decode("ascii", "replace").strip() or "ukendt"
            )
            if not vent:
                raise Stop(besked) from None
            sig(besked)
            fcntl.flock(haandtag, fcntl.LOCK_EX)
        os.ftruncate(haandtag, 0)
        os.pwrite(haandtag, str(os.getpid()).encode("ascii"), 0)
        yield
    finally:
        os.close(haandtag)
