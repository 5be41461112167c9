"""A pytest plugin, laid beside the copy that mutmut works on: what its tests need to see every mutant.

A constant is worked out when its module is read, which is before mutmut chooses a mutant: so a mutant of a
constant has the law and its tests read again. Hypothesis draws the same examples every time.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from _pytest.tmpdir import TempPathFactory
from hypothesis import settings
from mutmut.configuration import config
from mutmut.mutation.trampoline import get_mutant_under_test
from mutmut.runners.harness import PytestRunner
from mutmut.state import state
from mutmut.utils.file_utils import change_cwd

LISTE = Path(__file__).with_name("ved-laesning.txt")
"""Functions that run while the modules are read: every test depends on them."""

HOEJST = 25
"""Random examples a test draws at most; it is the same ones every time."""

settings.register_profile("mutation", derandomize=True, database=None, deadline=None)
settings.load_profile("mutation")


HUKOMMELSER: list[Hukommelse] = []


class Hukommelse:
    """A function that remembers, as lru_cache makes it, with one memory for each mutant."""

    def __init__(self, husk: Callable[[Any], Any], funktion: Callable[..., Any]) -> None:
        self.husk, self.funktion = husk, funktion
        self.pr_mutant: dict[str, Any] = {}
        HUKOMMELSER.append(self)

    def __call__(self, *vaerdier: Any) -> Any:
        mutant = get_mutant_under_test()
        if mutant not in self.pr_mutant:
            self.pr_mutant[mutant] = self.husk(self.funktion)
        return self.pr_mutant[mutant](*vaerdier)

    def cache_clear(self) -> None:
        self.pr_mutant.clear()


def lru_cache(maxsize: int | None = 128) -> Callable[[Callable[..., Any]], Hukommelse]:
    """In place of functools' own."""
    return partial(Hukommelse, functools.lru_cache(maxsize))


husk = partial(Hukommelse, functools.cache)
"""In place of rehabteam.lov.husk."""


def pytest_runtest_setup() -> None:
    """Nothing is remembered from the test before while mutmut sees which test calls which function."""
    if get_mutant_under_test() == "stats":
        for hukommelse in HUKOMMELSER:
            hukommelse.cache_clear()


def _ved_laesning() -> set[str]:
    return set(LISTE.read_text("utf-8").split()) if LISTE.exists() else set()


def pytest_configure() -> None:
    """Read the law again for a mutant of what runs while it is read, and once for the count of who calls whom."""
    mutant = get_mutant_under_test()
    if mutant == "stats" or mutant.partition("__mutmut_")[0] in _ved_laesning():
        for modul in [m for m in sys.modules if m.split(".")[0] in ("rehabteam", "tests")]:
            del sys.modules[modul]


def _i_alle_proever(_: PytestRunner, proever: Iterable[str]) -> list[str]:
    """pytest's arguments: everything mutmut's settings name. Those wanted are picked out when all are found.

    Thousands of tests named one by one take pytest longer to find than to run.
    """
    OENSKEDE[:] = proever
    return ["-x", "-q", *config().pytest_add_cli_args_test_selection]


OENSKEDE: list[str] = []
FUNDNE: list[pytest.Item] = []
"""The tests as pytest found them in mutmut's own process; a mutant's process begins as a copy of it."""
_PYTEST = PytestRunner.run_tests


def _proev(self: PytestRunner, *, mutant_name: str | None, tests: Iterable[str]) -> int:
    """pytest's exit code for one mutant: its tests one by one till one fails.

    To find all the tests anew for each mutant takes many times as long as to run those it needs. Only where the
    modules must be read again is there no way round it.
    """
    if not tests or not FUNDNE or (mutant_name or "").partition("__mutmut_")[0] in _ved_laesning():
        return int(_PYTEST(self, mutant_name=mutant_name, tests=tests))
    oenskede = set(tests)
    proever = [proeve for proeve in FUNDNE if proeve.nodeid in oenskede]
    assert len(proever) == len(oenskede)
    # What pytest put away when it had found the tests, and they want again.
    indstillinger: Any = proever[0].config
    indstillinger._tmp_path_factory = TempPathFactory.from_config(indstillinger, _ispytest=True)
    fanger = indstillinger.pluginmanager.getplugin("capturemanager")
    fanger.start_global_capturing()
    try:
        with change_cwd("mutants"):
            for proeve in sorted(proever, key=lambda p: state().duration_by_test.get(p.nodeid, 0.0)):
                for del_ in runtestprotocol(proeve, log=False, nextitem=None):
                    if del_.failed:
                        print(del_.longreprtext)
                        return 1
    finally:
        fanger.stop_global_capturing()
    return 0


PytestRunner._pytest_args_regular_run = _i_alle_proever
PytestRunner.run_tests = _proev


def _raekkefoelge(proeve: pytest.Item) -> tuple[bool, bool, float]:
    """The answers in words first where a constant is changed, those of its own § before the others; then the quick."""
    fil = get_mutant_under_test().rpartition(".x")[0].rpartition(".")[2]
    i_ord = "test_svar_i_ord" in proeve.nodeid
    return not i_ord, f"[{fil}]" not in proeve.nodeid, state().duration_by_test.get(proeve.nodeid, 0.0)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    mutant = get_mutant_under_test()
    if "__mutmut_" not in mutant:
        FUNDNE[:] = items
    oenskede = set(OENSKEDE)
    if oenskede:
        items[:] = [item for item in items if item.nodeid in oenskede]
    if mutant.partition("__mutmut_")[0] in _ved_laesning():
        items.sort(key=_raekkefoelge)
    elif "__mutmut_" in mutant:
        items.sort(key=lambda item: state().duration_by_test.get(item.nodeid, 0.0))
    for item in items:
        proeve = getattr(item, "obj", None)
        egne = getattr(proeve, "_hypothesis_internal_use_settings", None)
        if proeve is not None and egne is not None:
            antal = min(HOEJST, egne.max_examples)
            proeve._hypothesis_internal_use_settings = settings(
                egne, max_examples=antal, derandomize=True, database=None
            )


def pytest_collection_finish() -> None:
    """What ran until now ran while the modules were read."""
    if get_mutant_under_test() == "stats":
        LISTE.write_text("\n".join(sorted(_ved_laesning() | state()._stats)), "utf-8")
        state()._stats.clear()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    if get_mutant_under_test() == "stats":
        state()._stats.update(_ved_laesning())


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    """A mutant that cannot even be read is found out; pytest calls it interrupted, and so would mutmut."""
    yield
    if session.exitstatus == pytest.ExitCode.INTERRUPTED:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
