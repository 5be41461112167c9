from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabteam.sager.adgang.byg import byg_vaegge
from tests.log.kaede import Log, ny_log
from tests.verden import Verden


@pytest.fixture
def loggen(verden: Verden, tmp_path: Path) -> Log:
    """Four sealed rounds of ten rows."""
    loggen = ny_log(tmp_path, verden.sagsbehandler)
    for _ in range(4):
        loggen.skriv(10)
        loggen.forsegl()
    return loggen


@pytest.fixture
def maaneden_igen() -> Iterator[None]:
    """Afterwards a month that was thrown away is there again."""
    yield
    byg_vaegge()
