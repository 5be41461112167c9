"""The witness: a file outside the database where each signed line is added and none is ever changed.

One line is one JSON object with sorted keys. It names the hash of the line before it and is signed, so a line cannot
be changed, moved or taken out of the middle. That lines are cut off the end is seen when the file and the database's
copy disagree, or against a copy on another machine (docs/log.md).
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .forsegling_noegle import Noegle

INGEN = "0" * 64
UDEN = ("underskrift", "ny_underskrift")


class VidneFejl(RuntimeError):
    """The witness and the database disagree, or it is gone. The text is Danish and may be shown."""


def skrevet(felter: dict[str, Any]) -> str:
    """The one way to write a line."""
    return json.dumps(felter, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def underskriftsdata(felter: dict[str, Any]) -> bytes:
    """What is signed: the line without its signatures."""
    return b"rehabteam vidne 1\n" + skrevet({k: v for k, v in felter.items() if k not in UDEN}).encode()


def linje(felter: dict[str, Any], forrige: str, noegle: Noegle, ny: Noegle | None = None) -> str:
    """A signed line after `forrige` ("" for the first). With `ny`, that key signs too and takes over afterwards."""
    felter = {
        **felter,
        "v": 1,
        "linje": (json.loads(forrige)["linje"] if forrige else 0) + 1,
        "forrige": hashlib.sha256(forrige.encode()).hexdigest() if forrige else INGEN,
        "noegle": noegle.offentlig,
    }
    if ny:
        felter["ny_noegle"] = ny.offentlig
    data = underskriftsdata(felter)
    felter["underskrift"] = noegle.underskriv(data)
    if ny:
        felter["ny_underskrift"] = ny.underskriv(data)
    return skrevet(felter)


class Vidne:
    """The file `vidne.jsonl` in a folder that the database's people cannot write to."""

    def __init__(self, mappe: Path) -> None:
        self.mappe, self.fil = mappe, mappe / "vidne.jsonl"

    @contextmanager
    def laas(self) -> Iterator[None]:
        """One sealer at a time on this machine."""
        self.mappe.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(self.mappe / ".laas", "w", encoding="ascii") as fil:
            try:
                fcntl.flock(fil, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as fejl:
                raise VidneFejl("En anden forsegling er i gang.") from fejl
            yield

    def linjer(self) -> list[str]:
        """Every whole line."""
        return self._hele()[0]

    def _hele(self) -> tuple[list[str], str]:
        tekst = self.fil.read_text(encoding="utf-8") if self.fil.exists() else ""
        *hele, rest = tekst.split("\n")
        return hele, rest

    def sidste(self) -> str:
        """The last whole line, "" if there is none. Reads the end of the file only."""
        if not self.fil.exists():
            return ""
        with open(self.fil, "rb") as fil:
            fil.seek(max(0, self.fil.stat().st_size - 16_384))
            hele = fil.read().split(b"\n")[:-1]
        return hele[-1].decode() if hele else ""

    def tilfoej(self, linjer: list[str]) -> None:
        """Add lines and wait until they lie on the disk. A line half written by a crash is finished, not repeated."""
        if not linjer:
            return
        tekst = "\n".join(linjer) + "\n"
        if rest := self._rest():
            if not tekst.startswith(rest):
                raise VidneFejl("Vidnets sidste linje er halv og passer ikke med databasen.")
            tekst = tekst[len(rest) :]
        ny = not self.fil.exists()
        fil = os.open(self.fil, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            data = tekst.encode()
            while data:
                data = data[os.write(fil, data) :]
            os.fsync(fil)
        finally:
            os.close(fil)
        if ny:
            mappe = os.open(self.mappe, os.O_RDONLY)
            try:
                os.fsync(mappe)
            finally:
                os.close(mappe)

    def _rest(self) -> str:
        if not self.fil.exists():
            return ""
        with open(self.fil, "rb") as fil:
            fil.seek(max(0, self.fil.stat().st_size - 16_384))
            return fil.read().split(b"\n")[-1].decode()
