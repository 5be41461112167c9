"""The first question to a mutant: does one example get another answer, or is a published page another?

The examples are answered, those of its own § first, until one answer is not the signed one; then come the schema and
the trail from § to code. Such a mutant is found, for tests/eksempler/test_svar_i_ord.py, tests/lov/test_skema.py or
tests/lov/test_lovspor.py fails on it. Most are found here, in a twentieth of a second.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from vaerksted.mutation.mutanter import FUNDET, LEVER, Fil, Laeser, i_barn

SEKUNDER = 10
"""Processor time for one mutant."""
SKEMA, LOVSPOR = "skema", "lovspor"
EGEN_SIDE = {"skema": SKEMA, "tvivl": LOVSPOR}
"""The files that one of the pages is made from."""
Facit = dict[str, Any]


def facit() -> Facit:
    """Each example's answer by the law as it is. Ends the run if they are not the signed ones."""
    laes, skriv = os.pipe()

    def svar() -> int:
        os.close(laes)
        with os.fdopen(skriv, "w", encoding="utf-8") as ud:
            json.dump(_alle() if _underskrevet() else None, ud)
        return 0

    barn = os.fork()
    if barn == 0:
        try:
            svar()
        finally:
            os._exit(0)
    os.close(skriv)
    with os.fdopen(laes, encoding="utf-8") as ind:
        raa = ind.read()
    os.waitpid(barn, 0)
    fundet: Facit | None = json.loads(raa or "null")
    if fundet is None:
        sys.exit("Svarene i tests/eksempler/svar er ikke dem, loven giver nu.")
    return fundet


def _underskrevet() -> bool:
    svar = import_module("tests.eksempler.svar")
    return all(
        svar.side(f) == (svar.SVAR / f"{f.navn}.md").read_text("utf-8")
        and svar.data(f) == (svar.SVAR / f"{f.navn}.jsonl").read_text("utf-8")
        for f in svar.FILER
    )


def _eksempler() -> Sequence[Any]:
    eksempler: Sequence[Any] = import_module("tests.eksempler.laes").EKSEMPLER
    return eksempler


def _svar(e: Any) -> list[Any]:
    """All that the two signed files say about one example."""
    svar = import_module("tests.eksempler.svar")
    udgaver: dict[str, int] = {}
    return [svar.eksempel(e, udgaver), list(udgaver), svar.kvittering(e)]


def _side(navn: str) -> str:
    """A published page."""
    if navn == SKEMA:
        return json.dumps(import_module("rehabteam.lov.kontrakt.skema").skema())
    lovspor: str = import_module("rehabteam.lovspor.side").side()
    return lovspor


def _alle() -> Facit:
    return {e.id: _svar(e) for e in _eksempler()} | {navn: _side(navn) for navn in (SKEMA, LOVSPOR)}


def spoerg(laeser: Laeser, fil: Fil, mutant: str, facit: Facit) -> int:
    """FUNDET if an answer changes or the law cannot be read, LEVER if nothing is seen, or that time ran out."""

    kode = fil.muteret(mutant)

    def svar_er_andre() -> int:
        laeser.muter(fil, kode)
        egen_side = EGEN_SIDE.get(fil.sti.stem)
        if egen_side and _side(egen_side) != facit[egen_side]:
            return FUNDET
        egne_foerst = sorted(_eksempler(), key=lambda e: e.fil != fil.sti.stem)
        if any(_svar(e) != facit[e.id] for e in egne_foerst):
            return FUNDET
        return FUNDET if any(_side(navn) != facit[navn] for navn in (SKEMA, LOVSPOR)) else LEVER

    return i_barn(svar_er_andre, SEKUNDER)
