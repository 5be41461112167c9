"""Frozen facts about a ressourceforløb: what § 17 asks about. Dates are calendar dates, spans include both days.

Raises UgyldigeFakta where a span ends before it begins; a fact is never repaired in silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from rehabteam.lov.vaerdier import Blandt, EllerTom, Moenster, Tal

SAGSTYPER = (
    "ressourceforloeb", "ressourceforloeb_genbehandling", "jobafklaringsforloeb", "sygedagpenge_kat3",
    "fleksjob", "tilskud_selvstaendig", "foertidspension", "revalidering", "andet",
)  # fmt: skip
Sagstype = Annotated[str, Blandt(*SAGSTYPER)]

Indsatshjemmel = Annotated[
    str,
    Moenster(
        r"(?:LAB_KAP_[1-9][0-9]?|SERVICELOV|BARNETS_LOV|SUNDHEDSLOV_KOMMUNAL|SUNDHEDSLOV_REGIONAL)",
        "LAB_KAP_n, SERVICELOV, BARNETS_LOV, SUNDHEDSLOV_KOMMUNAL eller SUNDHEDSLOV_REGIONAL",
    ),
]
HOLDER_UDE = frozenset({"LAS_13_STK_7", "LAS_13_STK_8", "LAS_13_STK_15_REGLER", "LAB_33_STK_5"})
"""The closed list of bases that keep a period out of the six months (§ 17, stk. 3)."""
PERIODEHJEMLER = (
    "LAS_13_STK_7", "LAS_13_STK_8", "LAS_13_STK_15_REGLER", "LAB_33_STK_5", "SYGDOM_UDEN_FRITAGELSE", "ANDET",
)  # fmt: skip
TIMEARTER = ("ORDINAER_LOENMODTAGER", "SELVSTAENDIG", "LOENTILSKUD_LAB", "BETALT_FRAVAER")


class UgyldigeFakta(ValueError):
    """Facts that cannot be true or cannot be computed on; `stier` are the paths of the offending keys."""

    def __init__(self, *stier: str) -> None:
        super().__init__(", ".join(stier))
        self.stier = stier


@dataclass(frozen=True, slots=True)
class Periode:
    """A span of days, both included; til=None is still open."""

    fra: date
    til: date | None

    def __post_init__(self) -> None:
        if self.til is not None and self.til < self.fra:
            raise UgyldigeFakta("til")


@dataclass(frozen=True, slots=True)
class UndtagetPeriode:
    """A span that may be kept out of the six months; `hjemmel` decides whether it is (§ 17, stk. 3)."""

    fra: date
    til: date | None
    hjemmel: Annotated[str, Blandt(*PERIODEHJEMLER)]

    def __post_init__(self) -> None:
        if self.til is not None and self.til < self.fra:
            raise UgyldigeFakta("til")


@dataclass(frozen=True, slots=True)
class Indsats:
    """An effort: legal basis, the day it actually began, and whether (since when) it is in the indsatsdel."""

    hjemmel: Indsatshjemmel
    paabegyndt: date | None
    i_indsatsdel: bool | None
    optaget_i_indsatsdel: date | None = None
    bevilget: date | None = None
    genoptaget: date | None = None
    afsluttet: date | None = None
    aftalt: bool | None = None
    kilde: Annotated[str | None, Blandt("INDSATSDEL", "MIN_PLAN")] = None

    def __post_init__(self) -> None:
        if self.afsluttet is not None and self.paabegyndt is not None and self.afsluttet < self.paabegyndt:
            raise UgyldigeFakta("afsluttet")


@dataclass(frozen=True, slots=True)
class OrdinaereTimer:
    """Hours of work on a day; `art` says what kind of work it was (§ 17, stk. 4)."""

    dato: date
    timer: Annotated[float | None, Tal(0)]
    art: Annotated[str, Blandt(*TIMEARTER)]


@dataclass(frozen=True, slots=True)
class SaerligeGrunde:
    """The human decision of LAB § 113, stk. 2, 2. pkt.; it counts only when all four parts are filled in."""

    besluttet: bool | None = None
    begrundelse: str | None = None
    beslutningstager: str | None = None
    dato: Annotated[date | None, EllerTom()] = None


@dataclass(frozen=True, slots=True)
class Ressourceforloeb:
    """Everything § 17 needs to know about one ressourceforløb."""

    forloeb_start: date
    indsatser: tuple[Indsats, ...] = ()
    undtagne_perioder: tuple[UndtagetPeriode, ...] = ()
    ordinaere_timer: tuple[OrdinaereTimer, ...] = ()
    loentilskud_kompensationslov_15: tuple[Periode, ...] = ()
    stu: tuple[Periode, ...] = ()
    saerlige_grunde: SaerligeGrunde | None = None
