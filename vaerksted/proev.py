"""`make test` and its kin: always as an ordinary user, on a throw-away PostgreSQL."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import tempfile
from pathlib import Path

from vaerksted import database, kopi, miljoe, proces, sted, system
from vaerksted.besked import Stop
from vaerksted.drift import OPSAETTER
from vaerksted.laas import laas

OPTAGET = "Prøverne kører allerede for denne mappe (proces {pid}). Vent, til de er færdige."
# One worker more than there are cores: a worker waits for PostgreSQL, the site or the browser half of its time.
SIDELAENS = ("-n", str(min((os.cpu_count() or 2) + 1, 8)), "--no-loadscope-reorder")
# What each target runs with the environment's Python.
MAAL: dict[str, tuple[str, ...]] = {
    "test": ("-m", "pytest", *SIDELAENS),
    "test-all": ("-m", "pytest", *SIDELAENS, "-m", "not billeder"),
    "sabotage": ("-m", "pytest", *SIDELAENS, "tests/arkitektur/test_sabotage.py", "-m", "not billeder"),
    "holdbarhed": (
        "-m",
        "pytest",
        "tests/holdbarhed",
        "tests/dokumenter/test_lager.py",
        "-m",
        "not billeder",
    ),
    "billeder": ("-m", "pytest", "-m", "billeder"),
    "bench": ("-m", "bench"),
}


def ekstra() -> list[str]:
    """What the person added with `make test T="…"`. Raises Stop when its quotes do not match."""
    try:
        return shlex.split(os.environ.get("T", ""))
    except ValueError as fejl:
        raise Stop('Anførselstegnene i T="…" passer ikke sammen.') from fejl


def koer(maal: str) -> int:
    """Run one of MAAL; returns its exit code. For root the work is done in a copy as an ordinary user."""
    tilvalg = ekstra()
    s = sted.sted()
    sted.klargoer(s)
    with laas(s.privat / "proeve.laas", optaget=OPTAGET):
        system.kraev(database=not database.anden(), proever=True)
        system.skaf_det_undvaerlige(proever=True)
        with laas(s.privat / "opsaetning.laas", optaget=OPSAETTER, vent=True):
            miljoe.klar(s, proever=True)
        kode = kopi.koer_som_almindelig(s, maal) if sted.er_root() else _koer_her(s, maal, tilvalg)
    if maal == "billeder" and kode == 0:
        _til_haandbogen(s.rod)
    return kode


def _koer_her(s: sted.Sted, maal: str, tilvalg: list[str]) -> int:
    with (
        database.admin(s, varig=False, maaling=maal == "bench") as admin,
        tempfile.TemporaryDirectory(prefix="rehabteam-") as data,
    ):
        return proces.koer(
            [miljoe.python(s), *MAAL[maal], *tilvalg],
            env=database.proeve(s, admin, Path(data)),
            cwd=s.rod,
            stop_signal=signal.SIGINT,
        )


def _til_haandbogen(rod: Path) -> None:
    """The pictures the handbook shows, where it shows them from: they are as new as the last run."""
    for fil in sorted((rod / "billeder" / "haandbog").glob("*.png")):
        shutil.copyfile(fil, rod / "docs" / "billeder" / fil.name)
