"""The main job, end to end, in a browser: from "six months are up" to the kommune's plan, each at her own screen."""

from __future__ import annotations

from pathlib import Path

from tests.forloeb.fortaelling import HELE
from tests.forloeb.sagsgang import Sagsgang
from tests.forloeb.skaerm import Aabn


def test_fra_mit_arbejde_til_indsatsplan(aabn: Aabn, demo: Path) -> None:
    gang = Sagsgang(aabn, js=True, papirer=demo / "papirer")
    for trin in HELE:
        trin(gang)
