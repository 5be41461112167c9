"""§ 21: when the order came into force, and which one it took the place of.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from datetime import date

from rehabteam.lov.stykke import stykke, uden_funktion
from rehabteam.lov.vurdering import bek

FRA = date(2022, 1, 1)


@stykke(bek(21, 1), "Bekendtgørelsen gælder fra 1. januar 2022.")
def stk1_i_kraft(dag: date) -> bool:
    """Was the order in force on that day?"""
    return dag >= FRA


uden_funktion(
    bek(21, 2),
    "Bekendtgørelse 1250 fra juni 2021 gjaldt før og er ophævet.",
    "Den gamle bekendtgørelse er ikke lagt ind. Et forløb, der begyndte under den, vurderer et menneske.",
)
