"""Verdicts without the wall: they are the same behind it, and a wall takes longer to build than most files to read.

What is marked langsom runs as the site does, behind the wall where the machine can build one.
"""

import pytest

from rehabteam.dokumenter import barn


@pytest.fixture(autouse=True)
def hurtigt(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.node.get_closest_marker("langsom") is None:
        monkeypatch.setattr(barn, "_kan_mures", lambda: None)
