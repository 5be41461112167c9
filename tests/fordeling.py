"""How `make test` deals the files out to its workers: the heaviest first, and those that share a stage to one worker.

A worker takes whole files, so what is set up once per file is set up once.
"""

from __future__ import annotations

import pytest
from xdist.scheduler import LoadFileScheduling

# Files on the same stage (tests/web/scene.py): it takes as long to set as a file of tests takes to run.
SABOTAGE = "tests/arkitektur/test_sabotage.py"
SCENEN = (
    "tests/web/test_ondt.py",
    "tests/web/test_spor.py",
    "tests/web/test_rutematrix.py",
    "tests/web/test_regellinje.py",
    "tests/web/test_beskyttelse.py",
    "tests/web/test_get_aendrer_intet.py",
    "tests/web/test_historik.py",
)
# On the same identity providers (tests/indgang/conftest.py), which take seconds to start.
INDGANGEN = "tests/indgang/"
# The longest, longest first; begun last, one of them would run while the other workers stand idle.
TUNGE = (
    "tests/forloeb/test_hele_historien.py",
    *SCENEN,
    "tests/forloeb/test_tilstande.py",
    "tests/forloeb/",
    "tests/demo/test_indlaes.py",
    INDGANGEN,
    "tests/web/byggesten/test_i_browser.py",
    "tests/log/",
    "tests/egenskaber/",
    "tests/dokumenter/",
)


class Sammen(LoadFileScheduling):
    """One file at a time, except that the stage's and the login's files go together, and the seeded faults one by one."""

    def _split_scope(self, nodeid: str) -> str:
        fil = super()._split_scope(nodeid)
        if fil == SABOTAGE:
            return nodeid
        if fil.startswith(INDGANGEN):
            return INDGANGEN
        return SCENEN[0] if fil in SCENEN else fil


def tungest_foerst(prover: list[pytest.Item]) -> None:
    """Sort in place; otherwise as collected, and the same in every worker."""
    prover.sort(
        key=lambda p: next((nr for nr, sti in enumerate(TUNGE) if p.nodeid.startswith(sti)), len(TUNGE))
    )
