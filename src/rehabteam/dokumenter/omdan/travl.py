"""Whether a child ran out of time because the machine was busy: then the file is not to blame."""

from __future__ import annotations

import contextlib
from pathlib import Path

DEL = 0.3  # of the time it was given, spent in the queue for a processor


def ventede(pid: int, sekunder: float) -> bool:
    """True when some thread of the process or its descendants stood in the queue for a large part of `sekunder`."""
    return max((_i_koe(p) for p in _efterkommere(pid)), default=0.0) >= DEL * sekunder


def _efterkommere(pid: int) -> list[int]:
    fundet, venter = [], [pid]
    while venter:
        fundet.append(venter.pop())
        with contextlib.suppress(OSError, ValueError):
            for boern in Path(f"/proc/{fundet[-1]}/task").glob("*/children"):
                venter += map(int, boern.read_text().split())
    return fundet


def _i_koe(pid: int) -> float:
    """Seconds the most delayed thread was ready to run and did not: the second figure of schedstat, in ns."""
    laengst = 0.0
    with contextlib.suppress(OSError, ValueError, IndexError):
        for stat in Path(f"/proc/{pid}/task").glob("*/schedstat"):
            laengst = max(laengst, int(stat.read_text().split()[1]) / 1e9)
    return laengst
