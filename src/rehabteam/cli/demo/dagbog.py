"""Acting as each of the demo's people on the day it happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from rehabteam.handlinger.handling import Anledning
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer

DANMARK = ZoneInfo("Europe/Copenhagen")


class Dagbog:
    """Acts as each of the demo's people, on the day it happened; the clock goes on through each day."""

    def __init__(self, folk: dict[str, Aktoer]) -> None:
        self.folk = folk
        self._minutter: Counter[date] = Counter()

    def anledning(self, brugernavn: str, dag: date) -> Anledning:
        self._minutter[dag] += 1
        klokken = datetime.combine(dag, time(8), DANMARK) + timedelta(minutes=3 * self._minutter[dag])
        return Anledning(self.folk[brugernavn], dag, klokken)

    def goer(
        self, brugernavn: str, dag: date, handling: Callable[..., Any], *args: Any, **kwargs: Any
    ) -> Any:
        """One Handling in a transaction of its own."""
        with kontekst.arbejder_som(self.folk[brugernavn]):
            return handling(self.anledning(brugernavn, dag), *args, **kwargs)
