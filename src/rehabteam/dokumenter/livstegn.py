"""A sign of life from the work beside the site, in the folder they share: without it nobody could see that it stopped."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

NAVN = "arbejder.livstegn"
# One long scanned document is read in one go, and no sign is given meanwhile.
LAENGST = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Livstegn:
    """`tid`: when it was given (aware). `filer`: waiting to be examined. `dokumenter`: waiting to be read."""

    tid: datetime
    filer: int
    dokumenter: int

    def er_stille(self, nu: datetime) -> bool:
        """Has nothing been heard for so long that somebody should look?"""
        return nu - self.tid > LAENGST


def giv(rod: Path | str, tegn: Livstegn) -> None:
    """Of several that work, the last to speak is heard."""
    ny = Path(rod) / f"{NAVN}.{os.getpid()}"
    ny.write_text(json.dumps([tegn.tid.isoformat(), tegn.filer, tegn.dokumenter]), "ascii")
    ny.replace(ny.with_name(NAVN))


def sidst(rod: Path | str) -> Livstegn | None:
    """None: it has never run here."""
    try:
        tid, filer, dokumenter = json.loads((Path(rod) / NAVN).read_text("ascii"))
        return Livstegn(datetime.fromisoformat(tid), int(filer), int(dokumenter))
    except (OSError, ValueError, TypeError):
        return None
