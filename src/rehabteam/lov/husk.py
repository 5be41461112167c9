"""Remembers what a function of one value gave, for words and dates that come again in case after case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

V = TypeVar("V")
S = TypeVar("S")
PLADS = 20_000
"""Values remembered by one function; then it starts over, so that memory stays flat."""


class _Husket(dict[Any, Any]):
    """A look-up that succeeds costs no call in Python, and unlike lru_cache it writes nothing."""

    def __init__(self, funktion: Callable[[Any], Any]) -> None:
        super().__init__()
        self.funktion = funktion

    def __missing__(self, v: Any) -> Any:
        svar = self.funktion(v)
        if len(self) >= PLADS:
            self.clear()
        self[v] = svar
        return svar


def husk(funktion: Callable[[V], S]) -> Callable[[V], S]:
    """The same function, with a memory. What it raises, it raises each time. The value must be hashable."""
    return _Husket(funktion).__getitem__
