"""The child that puts documents together, forked instead of started behind the wall: the same program and the same
talk, without Python's start each time. What is marked langsom, and test_samlebarn, runs it as the site does.
"""

import os
import socket

import pytest

from rehabteam.dokumenter import samlebarn
from rehabteam.dokumenter.samling_vaerk import hoved


class Gaffel:
    """As much of a Popen as is asked for."""

    def __init__(self, ror: socket.socket) -> None:
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.setsid()
                os.dup2(ror.fileno(), 0)
                hoved.main()
            finally:
                os._exit(0)

    def poll(self) -> int | None:
        return None

    def wait(self) -> int:
        return os.waitpid(self.pid, 0)[1]


AEGTE, VARM = samlebarn.foed, samlebarn.Venteplads.varm


def gaffel() -> None:
    """From now on, in this process."""
    samlebarn.foed = Gaffel  # type: ignore[assignment]
    samlebarn.Venteplads.varm = lambda self: None  # type: ignore[method-assign]


@pytest.fixture
def aegte_barn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samlebarn, "foed", AEGTE)
    monkeypatch.setattr(samlebarn.Venteplads, "varm", VARM)


@pytest.fixture(autouse=True)
def barnet_som_paa_siden(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("langsom"):
        request.getfixturevalue("aegte_barn")
