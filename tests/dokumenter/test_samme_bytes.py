"""The same data give the same bytes in another process, on another day, with another hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.breve.eksempler import ALLE

PROGRAM = """
import hashlib
from rehabteam import breve
from rehabteam.dokumenter.samling import Bilag, byg
from tests.breve.eksempler import ALLE, MAPPE
from tests.dokumenter import korpus

filer = {navn: getattr(breve, navn)(data) for navn, data in ALLE.items()}
bilag = [Bilag(n, "Helbred", None, "x", d, "application/pdf") for n, d in filer.items()]
bilag += [Bilag("foto", "Foto", None, "x", korpus.billede(), "image/jpeg"), Bilag("nej", "A", None, "x", b"", "")]
filer["samlet"] = byg(bilag, {**MAPPE, "dato": "2026-06-04"}, breve.bundt).pdf
for navn, data in filer.items():
    print(navn, hashlib.sha256(data).hexdigest())
"""


def test_samme_bytes_i_en_anden_proces() -> None:
    rod = Path(__file__).parents[2]
    svar = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": froe, "TZ": zone, "PYTHONPATH": str(rod)},
            capture_output=True,
            text=True,
            check=True,
            cwd=rod,
        ).stdout
        for froe, zone in (("1", "UTC"), ("2", "Pacific/Auckland"))
    }
    assert len(svar) == 1 and svar.pop().count("\n") == len(ALLE) + 1
