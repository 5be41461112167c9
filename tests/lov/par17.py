"""§ 17 asked about a forløb that began on 1 February 2024, long after its six months."""

from __future__ import annotations

from datetime import date, timedelta

from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.fakta import (
    Indsats,
    Ressourceforloeb,
    UndtagetPeriode,
)
from rehabteam.lov.vurdering import Vurdering

EN_DAG = timedelta(days=1)
START = date(2024, 2, 1)
FRIST = date(2024, 8, 1)
SENT = date(2025, 1, 15)


def spoerg(pr: date = SENT, start: date = START, **fakta: object) -> Vurdering:
    return seks_maaneder(Ressourceforloeb(start, **fakta), pr)  # type: ignore[arg-type]


def ude(fra: date, til: date | None, hjemmel: str = "LAS_13_STK_7") -> UndtagetPeriode:
    return UndtagetPeriode(fra, til, hjemmel)


def indsats(dag: date | None, hjemmel: str = "LAB_KAP_11", optaget: date | None = None) -> Indsats:
    return Indsats(hjemmel, dag, True, optaget)
