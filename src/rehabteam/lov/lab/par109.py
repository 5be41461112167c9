"""LAB § 109: when a jobafklaringsforløb comes before the team. The wording is not verified (T16).

https://www.retsinformation.dk/eli/lta/2024/280
"""

from __future__ import annotations

from datetime import date, timedelta

from rehabteam.lov.fakta import UgyldigeFakta
from rehabteam.lov.stykke import stykke
from rehabteam.lov.vurdering import Hjemmel

LAB109 = Hjemmel("LAB", "109")
FIRE_UGER = timedelta(days=28)


@stykke(LAB109, "En sag om jobafklaringsforløb skal for teamet inden fire uger fra forløbets start.")
def fire_uger(start: date) -> date:
    """Last day in time: the same weekday four weeks later, itself included (T16)."""
    try:
        return start + FIRE_UGER
    except OverflowError:
        raise UgyldigeFakta("jaf_start") from None
