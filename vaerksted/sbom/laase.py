"""The two locks, read: every package with its version, its permitted files' hashes, and who asked for it."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from pathlib import Path

PAKKE = re.compile(
    r"^(?P<navn>[A-Za-z0-9][\w.-]*)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<hvor>[^\\]+?))?\s*\\?$"
)
AFTRYK = re.compile(r"--hash=sha256:([0-9a-f]{64})\b")
BRUGES_AF = re.compile(r"^\s+#\s+(?:via\s+)?(?P<af>-r \S+|[A-Za-z0-9][\w.-]*)$")


class Laasefejl(ValueError):
    """A line of a lock that cannot be read, or a package without a hash."""


@dataclass(frozen=True)
class Pakke:
    """One locked package. `aftryk`: hexadecimal, each of a file the lock permits. `af`: "" is the program itself."""

    slags: str  # "pypi" or "npm"
    navn: str
    version: str
    algoritme: str
    aftryk: tuple[str, ...]
    af: tuple[str, ...]
    hvor: str = ""  # a condition: only on some machines
    licens: str = ""


def krav(fil: Path) -> list[Pakke]:
    """A pip lock with hashes, as uv writes it. Raises Laasefejl at a line that is none of its kinds."""
    pakker: list[Pakke] = []
    linjer = fil.read_text("utf-8").splitlines()
    begynder = [nr for nr, linje in enumerate(linjer) if linje and not linje[0].isspace() and linje[0] != "#"]
    for nr, naeste in zip(begynder, [*begynder[1:], len(linjer)], strict=True):
        fundet = PAKKE.match(linjer[nr])
        blok = linjer[nr + 1 : naeste]
        aftryk = tuple(sorted(h for linje in blok for h in AFTRYK.findall(linje)))
        if not fundet or not aftryk:
            raise Laasefejl(f"{fil.name}:{nr + 1}: {linjer[nr]}")
        af = [m["af"] for linje in blok if (m := BRUGES_AF.match(linje)) and m["af"] != "via"]
        brugere = tuple(sorted("" if navn.startswith("-r ") else navn for navn in af))
        hvor = (fundet["hvor"] or "").strip()
        pakker.append(Pakke("pypi", fundet["navn"], fundet["version"], "SHA-256", aftryk, brugere, hvor))
    return pakker


def npm(fil: Path) -> list[Pakke]:
    """An npm lock, version 3. Raises Laasefejl at a package without an integrity value we know."""
    poster = json.loads(fil.read_text("utf-8"))["packages"]
    pakker = []
    for sti, post in sorted(poster.items()):
        if not sti:
            continue
        algoritme, _, vaerdi = post.get("integrity", "").partition("-")
        if algoritme != "sha512":
            raise Laasefejl(f"{fil.name}: {sti}")
        navn = sti.rpartition("node_modules/")[2]
        brugere = sorted(
            "" if anden == "" else anden.rpartition("node_modules/")[2]
            for anden, a in poster.items()
            if navn in a.get("dependencies", {})
        )
        aftryk = (base64.b64decode(vaerdi).hex(),)
        licens = str(post.get("license", ""))
        pakker.append(Pakke("npm", navn, post["version"], "SHA-512", aftryk, tuple(brugere), licens=licens))
    return pakker
