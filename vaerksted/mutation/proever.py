"""The second question to a mutant, where the examples see nothing: all the law's other tests, by pytest.

Which files of tests run which of the law's functions is seen once for each state of the law and its tests; only
those that run the changed function are asked, the quick ones first. Random tests draw the same cases every time.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import settings

from vaerksted.mutation.mutanter import (
    FUNDET,
    LEVER,
    LOV,
    MUTANTER,
    UDEN_PROEVE,
    Fil,
    Laeser,
    funktion,
    i_barn,
)

SEKUNDER = 90
"""Processor time for one mutant."""
HOEJST = 25
"""Random cases a test draws at most; it is the same ones every time."""
SET = MUTANTER / "hvem-ser-hvad.json"
ALLEREDE = "tests/eksempler/test_svar_i_ord.py"
"""What the first question is."""

Set = dict[str, dict[str, Any]]
"""For each file of tests: `tid` in seconds, and `funktioner` of the law that it runs ("par17/stykker.py stk1")."""


class _De_samme_hver_gang:
    """A pytest plugin: the same random cases for every mutant, and few of them."""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for proeve in (getattr(item, "obj", None) for item in items):
            egne = getattr(proeve, "_hypothesis_internal_use_settings", None)
            if proeve is not None and egne is not None:
                proeve._hypothesis_internal_use_settings = settings(
                    egne,
                    max_examples=min(HOEJST, egne.max_examples),
                    derandomize=True,
                    database=None,
                    deadline=None,
                )


def _koer(filer: list[str], uden: tuple[str, ...]) -> int:
    valg = ["-x", "-q", "--tb=no", "-pno:cacheprovider", "-pno:unraisableexception", "-pno:threadexception"]
    with open(os.devnull, "w") as intet, redirect_stdout(intet), redirect_stderr(intet):
        return int(pytest.main([*valg, *(f"--deselect={p}" for p in uden), *filer], [_De_samme_hver_gang()]))


def proevefiler() -> list[str]:
    """Every file of tests but the one the examples have answered for."""
    return [str(f) for f in sorted(Path("tests").rglob("test_*.py")) if str(f) != ALLEREDE]


def hvem_ser_hvad(uden: tuple[str, ...]) -> Set:
    """Which tests run which functions; from the last time, if nothing is changed. Ends the run if a test fails."""
    aftryk = _aftryk()
    gemt = json.loads(SET.read_text("utf-8")) if SET.is_file() else {}
    if gemt.get("aftryk") == aftryk:
        return dict(gemt["filer"])
    sete: Set = {}
    for fil in proevefiler():
        if i_barn(partial(_se, fil, uden), 10 * SEKUNDER) != 0:
            sys.exit(f"{fil} fejler, før noget er ændret.")
        sete[fil] = json.loads(SET.read_text("utf-8"))
    SET.write_text(json.dumps({"aftryk": aftryk, "filer": sete}), "utf-8")
    return sete


def _aftryk() -> str:
    sum_ = hashlib.sha256()
    for mappe in ("src", "tests", "docs"):
        for fil in sorted(f for f in Path(mappe).rglob("*") if f.is_file() and f.suffix != ".pyc"):
            sum_.update(str(fil).encode() + b"\0" + fil.read_bytes() + b"\0")
    return sum_.hexdigest()


def _se(fil: str, uden: tuple[str, ...]) -> int:
    """Run one file of tests, and leave in SET what it saw."""
    lov = f"{LOV.absolute()}/"
    fundne: set[tuple[str, str]] = set()

    def kald(ramme: FrameType, haendelse: str, _: object) -> None:
        if haendelse == "call" and ramme.f_code.co_filename.startswith(lov):
            fundne.add((ramme.f_code.co_filename, ramme.f_code.co_qualname))

    start = time.process_time()
    sys.setprofile(kald)
    kode = _koer([fil], uden)
    sys.setprofile(None)
    tid = time.process_time() - start
    navne = sorted({f"{sti.removeprefix(lov)} {navn.partition('.<locals>')[0]}" for sti, navn in fundne})
    SET.write_text(json.dumps({"tid": tid, "funktioner": navne}), "utf-8")
    return 0 if kode == 5 else kode


def spoerg(laeser: Laeser, fil: Fil, mutant: str, sete: Set, uden: tuple[str, ...]) -> int:
    """FUNDET if a test fails, LEVER if none does, UDEN_PROEVE if none runs the function, TIDEN_GIK if none ends."""
    navn = f"{fil.sti.relative_to(LOV)} {'.'.join(filter(None, funktion(mutant)))}"
    filer = sorted((f for f in sete if navn in sete[f]["funktioner"]), key=lambda f: sete[f]["tid"])
    if not filer:
        return UDEN_PROEVE

    kode = fil.muteret(mutant)

    def en_proeve_fejler() -> int:
        laeser.muter(fil, kode)
        # 5: pytest found nothing to run, for all of it is left out.
        return LEVER if _koer(filer, uden) in (0, 5) else FUNDET

    return i_barn(en_proeve_fejler, SEKUNDER)
