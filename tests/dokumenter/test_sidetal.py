"""Pages are counted, not guessed."""

from __future__ import annotations

from rehabteam import breve
from rehabteam.dokumenter.sidetal import antal_sider
from tests.breve.eksempler import DOKUMENT, INDSTILLING


def test_antal_sider() -> None:
    assert antal_sider(breve.dokument(DOKUMENT)) == 1
    assert antal_sider(breve.indstilling(INDSTILLING)) == 2
