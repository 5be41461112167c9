"""Every mutant is asked two questions: eksempler.py, and where that sees nothing, proever.py.

    python -m vaerksted.mutation.proev [name pattern …]

with the copy as the working folder; `make mutation` runs it. Without names: those without a result, and those that
live, if the law's tests have changed since. Those known to be harmless are only put to the examples. The results are
kept in mutmut's own files.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from vaerksted.mutation import UDEN_PROEVER, eksempler, mutanter, proever, rapport
from vaerksted.mutation.mutanter import FUNDET, LEVER, TIDEN_GIK, Fil, Laeser, Mutant, i_barn

GEM_HVER = 30.0
"""Seconds."""
SAMTIDIG = (os.cpu_count() or 1) + 1
"""Mutants tried at a time."""
PROEVET_MED = mutanter.MUTANTER / "proevet-med.txt"
"""The tests that those that live were tried with."""


def hoved(moenstre: Sequence[str]) -> None:
    """Make the mutants, then ask."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if i_barn(_lav, 3600) != 0:
        sys.exit("Mutanterne kunne ikke laves.")
    sys.path[:0] = [str(Path("src").absolute()), str(Path.cwd())]
    laeser = Laeser()
    sys.meta_path.insert(0, laeser)
    # What is the same for every mutant is read before the first.
    for navn in ("holidays", "jsonschema", "tests.eksempler.laes"):
        importlib.import_module(navn)
    filer = mutanter.filer()
    if moenstre or _proever_aftryk() != (PROEVET_MED.read_text("ascii") if PROEVET_MED.exists() else ""):
        for f in filer:
            lever = {
                n for n, k in f.koder.items() if mutanter.valgt(n, moenstre) and (moenstre or k != FUNDET)
            }
            f.koder |= dict.fromkeys(lever)
            f.gem()
        if not moenstre:
            PROEVET_MED.write_text(_proever_aftryk(), "ascii")
    valgte = [(f, n) for f in filer for n, k in f.koder.items() if k is None and mutanter.valgt(n, moenstre)]
    if not valgte:
        return
    facit = eksempler.facit()
    tilbage: list[Mutant] = []

    def foerst(fil: Fil, navn: str) -> int | None:
        if eksempler.spoerg(laeser, fil, navn, facit) == FUNDET:
            return FUNDET
        tilbage.append((fil, navn))
        return None

    _alle("eksemplerne", valgte, foerst)
    kendte = {(k.fil, k.funktion, k.foer, k.efter) for k in rapport.ligegyldige()}
    for fil, navn in [m for m in tilbage if _noegle(*m) in kendte]:
        fil.koder[navn] = LEVER
        fil.gem()
        tilbage.remove((fil, navn))
    if tilbage:
        sete = proever.hvem_ser_hvad(UDEN_PROEVER)
        _alle("de andre prøver", tilbage, lambda f, n: proever.spoerg(laeser, f, n, sete, UDEN_PROEVER))


def _noegle(fil: Fil, navn: str) -> tuple[str, str, str, str]:
    kort = navn.rpartition(".")[2]
    sti = str(fil.sti.relative_to(mutanter.LOV))
    return sti, rapport.funktion(kort), *rapport.aendring(Path(), fil.sti, kort)


def _lav() -> int:
    mutanter.lav()
    return 0


def _alle(hvem: str, valgte: Sequence[Mutant], spoerg: Callable[[Fil, str], int | None]) -> None:
    """Ask about each, some at a time; what is found out is kept now and then, and when we are stopped."""
    start = sidst = time.monotonic()
    fundet = 0
    pulje = ThreadPoolExecutor(SAMTIDIG)
    try:
        # A thread only waits for its process.
        opgaver = {pulje.submit(spoerg, fil, navn): (fil, navn) for fil, navn in list(valgte)}
        for nr, opgave in enumerate(as_completed(opgaver), 1):
            fil, navn = opgaver[opgave]
            fil.koder[navn] = kode = opgave.result()
            fundet += kode in (FUNDET, TIDEN_GIK)
            if (nu := time.monotonic()) - sidst > GEM_HVER or nr == len(opgaver):
                sidst = nu
                _gem(valgte)
                print(
                    f"{hvem}: {nr} af {len(opgaver)}, {fundet} opdaget, {nr / (nu - start):.1f}/s", flush=True
                )
    finally:
        pulje.shutdown(cancel_futures=True)
        _gem(valgte)


def _gem(valgte: Sequence[Mutant]) -> None:
    for fil in {id(f): f for f, _ in valgte}.values():
        fil.gem()


def _proever_aftryk() -> str:
    sum_ = hashlib.sha256()
    for fil in sorted(f for f in Path("tests").rglob("*") if f.is_file() and f.suffix != ".pyc"):
        sum_.update(str(fil).encode() + b"\0" + fil.read_bytes() + b"\0")
    return sum_.hexdigest()


if __name__ == "__main__":
    hoved(sys.argv[1:])
