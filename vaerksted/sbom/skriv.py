"""Write the list of parts, or (`--efterproev`) only see that it can be made: `make check` asks that."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from vaerksted.sbom.byg import byg, fejl
from vaerksted.sbom.laase import Laasefejl
from vaerksted.sted import ROD

FIL = Path("build/sbom.cdx.json")


def main(argumenter: list[str]) -> int:
    """1 when a lock cannot be read or the list does not hold against the schema."""
    try:
        tekst = byg(ROD)
    except Laasefejl as linje:
        print(f"Låsen kan ikke læses: {linje}")
        return 1
    if fund := fejl(tekst):
        print("\n".join(fund))
        return 1
    dele = json.loads(tekst)["components"]
    uden = [d["name"] for d in dele if "licenses" not in d]
    if argumenter != ["--efterproev"]:
        (ROD / FIL).parent.mkdir(exist_ok=True)
        (ROD / FIL).write_text(tekst, "utf-8")
        print(f"{FIL}: {len(dele)} pakker, CycloneDX 1.6.")
    if uden:
        print(f"Uden licens, fordi de ikke er sat op på denne maskine: {', '.join(uden)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
