"""The wall, built in each way this machine can."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import pytest

from rehabteam.dokumenter.omdan import maader, mur


@pytest.fixture(
    params=[maader.bwrap, pytest.param(maader.unshare, marks=pytest.mark.langsom)], ids=lambda m: m.__name__
)
def maade(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[maader.Maade]:
    """Each way to build the wall that this machine has, as the only one there is."""
    assert set(maader.MAADER) == {maader.bwrap, maader.unshare}
    if not _kan(request.param.__name__):
        pytest.skip(f"Maskinen kan ikke bygge en mur med {request.param.__name__}.")
    assert mur.holder(request.param)
    monkeypatch.setattr(mur, "MAADER", (request.param,))
    mur._fundet.cache_clear()
    yield request.param
    mur._fundet.cache_clear()


def _kan(program: str) -> bool:
    """Whether the machine lets this program make namespaces at all, asked without our own arguments."""
    argumenter = {
        "bwrap": ["--unshare-all", "--ro-bind", "/", "/"],
        "unshare": ["--mount", "--net", "--pid", "--fork"] + (["-r"] if os.geteuid() else []),
    }[program]
    try:
        return subprocess.run([program, *argumenter, "/bin/true"], capture_output=True).returncode == 0
    except FileNotFoundError:
        return False
