"""§ 5 of the order made up for the tests: three months instead of six, for a ressourceforløb begun from 1 February 2026."""

from __future__ import annotations

from datetime import date

from rehabteam.lov.fakta import Ressourceforloeb
from rehabteam.lov.ord import dag
from rehabteam.lov.regel import regel
from rehabteam.lov.stykke import stykke
from rehabteam.lov.tid import plus_maaneder
from rehabteam.lov.vurdering import Grundslag, Hjemmel, Udgave, Vurdering

STK1 = Hjemmel("BEK 9999/2026", "5", 1)
TRE_MAANEDER = Grundslag(
    "tre_maaneder",
    STK1,
    lambda senest: f"Efter prøveudgaven kan en indsats begynde til og med {dag(senest)}.",
)


@regel("bek9999.par17", STK1, fra=date(2026, 2, 1))
def tre_maaneder(fakta: Ressourceforloeb, pr: date) -> Vurdering:
    """The same question, `par17`, answered by another rule."""
    senest = stk1(fakta.forloeb_start)
    return Vurdering(
        "bek9999.par17",
        "IKKE_UDLOEBET" if pr <= senest else "SKAL_GENBEHANDLES",
        (TRE_MAANEDER(senest),),
        Udgave("BEK 9999/2026", "Kun til prøve."),
        senest,
    )


@stykke(STK1, "Er ingen indsats begyndt inden tre måneder, skal teamet se på sagen igen.")
def stk1(start: date) -> date:
    """Last day in time."""
    return plus_maaneder(start, 3)
