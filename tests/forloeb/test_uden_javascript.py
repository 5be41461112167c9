"""The same story once more with JavaScript off: every step can be taken with links, forms and pages alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.forloeb.fortaelling import HELE
from tests.forloeb.sagsgang import Sagsgang
from tests.forloeb.skaerm import Aabn


@pytest.mark.langsom
def test_fra_mit_arbejde_til_indsatsplan_uden_javascript(aabn: Aabn, demo: Path) -> None:
    gang = Sagsgang(aabn, js=False, papirer=demo / "papirer")
    for trin in HELE:
        trin(gang)
