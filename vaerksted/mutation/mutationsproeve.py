"""A pytest plugin, laid beside the copy that mutmut works on: what its tests need to see every mutant.

A constant is worked out when its module is read, which is before mutmut chooses a mutant: so a mutant of a
constant has the law and its tests read again. Hypothesis draws the same examples every time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from mutmut.configuration import config
from mutmut.mutation.trampoline import get_mutant_under_test
from mutmut.runners.harness import PytestRunner
from mutmut.state import state

LISTE = Path(__file__).with_name("ved-laesning.txt")
"""Functions that run while the modules are read: every test depends on them."""

HOEJST = 40
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


def hukommelse_pr_mutant(husk: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda funktion: Hukommelse(husk, funktion)


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
    if mutant in ("stats", "fail") or mutant.partition("__mutmut_")[0] in _ved_laesning():
        for modul in [m for m in sys.modules if m.split(".")[0] in ("rehabteam", "tests")]:
            del sys.modules[modul]


def _i_alle_proever(_: PytestRunner, proever: Iterable[str]) -> list[str]:
    """pytest's arguments: everything mutmut's settings name. Those wanted are picked out when all are found.

    Thousands of tests named one by one take pytest longer to find than to run.
    """
    OENSKEDE[:] = proever
    return ["-x", "-q", *config().pytest_add_cli_args_test_selection]


OENSKEDE: list[str] = []
PytestRunner._pytest_args_regular_run = _i_alle_proever


def _raekkefoelge(proeve: pytest.Item) -> tuple[bool, bool, float]:
    """The answers in words first where a constant is changed, those of its own § before the others; then the quick."""
    fil = get_mutant_under_test().rpartition(".x")[0].rpartition(".")[2]
    i_ord = "test_svar_i_ord" in proeve.nodeid
    return not i_ord, f"[{fil}]" not in proeve.nodeid, state().duration_by_test.get(proeve.nodeid, 0.0)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    oenskede = set(OENSKEDE)
    if oenskede:
        items[:] = [item for item in items if item.nodeid in oenskede]
    mutant = get_mutant_under_test()
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
