"""An edition made up for the tests: what it takes to let new law govern new cases."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rehabteam.lov.love import gaeldende
from rehabteam.lov.regel import REGLER
from rehabteam.lov.stykke import STYKKER


@contextmanager
def indlaest() -> Iterator[None]:
    """The one line that a new edition takes in lov/love.py, the import of its §§; afterwards it is gone again."""
    regler, stykker = dict(REGLER), list(STYKKER)
    for fil in ("par5", "paragraffer"):
        sys.modules.pop(f"{__name__}.{fil}", None)
        globals().pop(fil, None)
    importlib.import_module(f"{__name__}.paragraffer")
    try:
        yield
    finally:
        REGLER.clear()
        REGLER.update(regler)
        STYKKER[:] = stykker
        gaeldende.cache_clear()
