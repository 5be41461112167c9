"""Retssikkerhedsloven § 11 c: cases in which consent is not asked for. The wording is not verified.

https://www.retsinformation.dk/eli/lta/2022/265
"""

from __future__ import annotations

from datetime import date

from rehabteam.lov.retssikkerhedsloven.undtagelse import PAR11C, Undtagelse, er_besluttet
from rehabteam.lov.stykke import stykke


@stykke(
    PAR11C,
    "I nogle slags sager kan oplysninger hentes uden samtykke. Et menneske skal sige, at sagen er en af dem, "
    "og hvorfor.",
)
def uden_samtykke(undtagelse: Undtagelse, dag: date) -> bool:
    """Which cases they are is not judged here: a person chooses the provision and writes the reason."""
    return undtagelse.hjemmel == "RSL_11C" and er_besluttet(undtagelse, dag)
