"""Ask a Python program behind the wall: bytes in, a JSON header and some files out."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rehabteam.dokumenter.omdan import mur
from rehabteam.dokumenter.omdan.fejl import OmdanFejl, OmdanNede
from rehabteam.dokumenter.omdan.graenser import Graenser

VAERK = Path(__file__).with_name("vaerk")
START = (
    "import sys;sys.path+=['/vaerk','/pakker'];import importlib;importlib.import_module(sys.argv[1]).main()"
)
PYTHON = Path(getattr(sys, "_base_executable", sys.executable)).resolve()


@dataclass(frozen=True, slots=True)
class Besked:
    """The header a child answered with, and the files after it."""

    hoved: dict[str, Any]
    filer: tuple[bytes, ...]


def spoerg(
    modul: str,
    data: bytes,
    sagt: Mapping[str, Any],
    graenser: Graenser,
    laes: Mapping[Path, str] | None = None,
) -> Besked:
    """Run `vaerk/<modul>.py` on `data`. Raises OmdanFejl as the child says, or what stopped it."""
    program = [str(PYTHON), "-I", "-S", "-B", "-c", START, modul, json.dumps(sagt)]
    svar = mur.koer(program, data, graenser, {**det_der_laeses(), **(laes or {})})
    if svar.kode != 0:
        raise OmdanFejl("for_tung" if "MemoryError" in svar.klage else "beskadiget")
    return _laes(svar.ud)


def det_der_laeses() -> dict[Path, str]:
    fundet = importlib.util.find_spec("pypdfium2")
    if fundet is None or fundet.origin is None:
        raise OmdanNede("pypdfium2 mangler i Python-miljøet.")
    laeser = {VAERK: "/vaerk", Path(fundet.origin).parent.parent: "/pakker"}
    if not PYTHON.is_relative_to("/usr"):
        laeser[Path(sys.base_prefix)] = sys.base_prefix
    return laeser


def _laes(ud: bytes) -> Besked:
    """The child may have been taken over by what it read: believe no length it gives."""
    linje, _, krop = ud.partition(b"\n")
    try:
        hoved = json.loads(linje)
        laengder = hoved.pop("filer", [])
        if "fejl" in hoved:
            raise OmdanFejl(str(hoved["fejl"]))
        if not all(isinstance(n, int) and n >= 0 for n in laengder) or sum(laengder) != len(krop):
            raise OmdanFejl("beskadiget")
    except (ValueError, TypeError, AttributeError) as fejl:
        if isinstance(fejl, OmdanFejl):
            raise
        raise OmdanFejl("beskadiget") from fejl
    filer, sted = [], 0
    for n in laengder:
        filer.append(krop[sted : sted + n])
        sted += n
    return Besked(hoved, tuple(filer))
