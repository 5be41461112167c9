"""All measurements, one after the other: `make bench`; some of them: `make bench T="regel andre"`.

Each prints its ratios against a floor of the same run, and at the end they stand in one table with their goals.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.tabel import SAMLET, meldte, tabel

EMNER = {
    "regel": "Reglen om de seks måneder",
    "andre": "Den samme regel i andre regelmotorer",
    "pdf": "Papir: brev og samlet PDF",
    "omdan": "Filer bag muren: sidebilleder og Word",
    "arbejdsliste": "Arbejdslisten",
    "vaegge": "Vægge og log",
    "sider": "Søgning i dokumenternes tekst",
    "laeser": "Dokumenter: første side og hukommelse",
    "planlaegger": "Planlægning af mødedage",
    "tal": "Ledelsestal",
    "import_": "Indlæsning fra et andet system",
}


def main(valgte: list[str]) -> int:
    """Each topic in a process of its own, so that one cannot warm or burden the next."""
    ukendte = [v for v in valgte if v not in EMNER]
    if ukendte:
        print(f"Ukendt måling: {', '.join(ukendte)}. Vælg blandt {', '.join(EMNER)}.", file=sys.stderr)
        return 2
    daarlige = 0
    with tempfile.TemporaryDirectory() as mappe:
        samlet = Path(mappe) / "maalinger.jsonl"
        samlet.touch()
        for emne in valgte or EMNER:
            print(f"\n== {EMNER[emne]} ==", flush=True)
            kommando = [sys.executable, "-m", f"bench.{emne}"]
            daarlige += subprocess.run(kommando, env={**os.environ, SAMLET: str(samlet)}).returncode != 0
        print(f"\n== Samlet ==\n{tabel(meldte(samlet))}")
    return 1 if daarlige else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
