"""The tables of the forløb page: each registered fact beside what the law answered about it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from rehabteam.lov.bek2408_2021.par17 import Par17Detaljer
from rehabteam.lov.vurdering import Grund, Hjemmel, bek
from rehabteam.sager.models import Forloeb, Indsats, Spaend, UndtagetPeriode

from . import hjemler


@dataclass(frozen=True, slots=True)
class Indsatsraekke:
    """An effort with its answer: `svar` is TAELLER, TAELLER_IKKE, IKKE_BEGYNDT or VURDER."""

    indsats: Indsats
    hjemmel: str
    svar: str
    grund: Grund


@dataclass(frozen=True, slots=True)
class Perioderaekke:
    """A period with what it takes out of the count, looked at alone."""

    periode: UndtagetPeriode
    hjemmel: str
    holder_ude: bool
    dage: int
    grund: Grund


@dataclass(frozen=True, slots=True)
class Undtagelse:
    """Hours, § 15 subsidy or STU: what could exempt the case (stk. 4-6)."""

    slags: str  # a key of tilbagekald_oplysning.SLAGS
    id: Any
    hvad: str
    fra: date
    til: date | None
    detalje: str
    hjemmel: Hjemmel
    loebende: bool = False


def indsatser(f: Forloeb, d: Par17Detaljer) -> list[Indsatsraekke]:
    raekker = f.gaeldende_indsatser  # type: ignore[attr-defined]
    return [
        Indsatsraekke(raekker[s.nr], hjemler.indsats(raekker[s.nr].hjemmel), s.svar, s.grund)
        for s in d.indsatser
    ]


def perioder(f: Forloeb, d: Par17Detaljer) -> list[Perioderaekke]:
    raekker = f.gaeldende_perioder  # type: ignore[attr-defined]
    return [
        Perioderaekke(raekker[s.nr], hjemler.periode(raekker[s.nr].hjemmel), s.holder_ude, s.dage, s.grund)
        for s in d.perioder
    ]


def undtagelser(f: Forloeb) -> list[Undtagelse]:
    timer = [
        Undtagelse(
            "timer",
            t.id,
            hjemler.TIMEARTER[t.art],
            t.dato,
            t.dato,
            f"{t.timer.normalize():f}".replace(".", ",") + " timer",
            bek(17, 4),
        )
        for t in f.gaeldende_timer  # type: ignore[attr-defined]
    ]
    spaend = [
        Undtagelse(
            "spaend",
            s.id,
            Spaend.Slags(s.slags).label,
            s.fra,
            s.til,
            "",
            bek(17, 6 if s.slags == Spaend.Slags.STU else 5),
            loebende=s.til is None,
        )
        for s in f.gaeldende_spaend  # type: ignore[attr-defined]
    ]
    return [*timer, *spaend]


def overlap(d: Par17Detaljer) -> str:
    """A note where periods lie on top of each other: their days are taken off once."""
    hver_for_sig = [p.dage for p in d.perioder if p.holder_ude]
    faelles = sum(hver_for_sig) - d.undtagne_dage
    if d.frist is None or len(hver_for_sig) < 2 or faelles <= 0:
        return ""
    tal = ", ".join(map(str, hver_for_sig[:-1])) + f" og {hver_for_sig[-1]} dage"
    if len(hver_for_sig) > 4:
        tal = f"tilsammen {sum(hver_for_sig)} dage"
    return (
        f"De {len(hver_for_sig)} perioder er {tal}, men {faelles} {'dag' if faelles == 1 else 'dage'} "
        "overlapper og trækkes kun fra én gang."
    )
