"""`make clean`: remove what make has built, so that the next command builds it anew. The demo's data stay."""

from __future__ import annotations

import shutil
from pathlib import Path

from vaerksted import klynge, sted
from vaerksted.besked import sig
from vaerksted.drift import KOERER
from vaerksted.laas import laas
from vaerksted.proev import OPTAGET

BYGGET = (
    *(
        "node_modules",
        "tests/indgang/modpart/node_modules",
        "src/rehabteam/web/static/npm",
        "staticfiles",
        "build",
        "billeder",
    ),
    *(".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache", ".hypothesis"),
)


def koer() -> int:
    """Remove it all; returns 0. Raises Stop while make run or the tests use it."""
    s = sted.sted()
    sted.klargoer(s)
    with (
        laas(s.privat / "drift.laas", optaget=KOERER),
        laas(s.privat / "proeve.laas", optaget=OPTAGET),
    ):
        klynge.slet(s.proeveklynge)
        klynge.slet(s.maaleklynge)
        egne = (s.venv, s.privat / "proeve", s.privat / "mutation", s.privat / "saarbarheder", s.statisk)
        for mappe in (s.rod / ".venv", *egne, *(s.rod / m for m in BYGGET)):
            _fjern(mappe)
        for mo in (s.rod / "src").glob("rehabteam/**/locale/**/*.mo"):
            mo.unlink()
    sig("Ryddet op. Demoens data er der endnu; make demo-reset sletter dem.")
    return 0


def _fjern(mappe: Path) -> None:
    if mappe.is_symlink():
        mappe.unlink()
    elif mappe.exists():
        shutil.rmtree(mappe)
