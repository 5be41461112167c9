"""The meeting days of all the region's kommuner, as its secretariat sees them: the cases, and who comes from the region."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ..adgang.aktoer import Aktoer
from ..models import Moede, Moedemedlem
from .planlaegning import er_borte, naar_borte
from .synlige import synlige_moeder, synlige_sager

KOORDINATOR = Moedemedlem.Fagomraade.SUNDHEDSKOORDINATOR


@dataclass(frozen=True, slots=True)
class Regionsdag:
    """One day. `sager`: those sent to the region; `borte`: she is away, and nobody comes instead; `ogsaa`: her other
    meetings that day."""

    moede: Moede
    sager: int
    koordinator: Moedemedlem | None
    borte: bool
    ogsaa: tuple[Moede, ...]


def regionens_dage(aktoer: Aktoer, dag: date, hoejst: int | None = None) -> list[Regionsdag]:
    """From this day on, the nearest first, without the cancelled. Four queries."""
    moeder = list(
        synlige_moeder(aktoer)
        .filter(dato__gte=dag, aflyst_tid=None)
        .select_related("kommune")
        .order_by("dato", "kl", "kommune__navn", "id")[:hoejst]
    )
    efter_id = {m.id: m for m in moeder}
    navngivne = {m.moede_id: m for m in Moedemedlem.objects.filter(moede__in=moeder, fagomraade=KOORDINATOR)}
    fravaer = naar_borte(navngivne.values(), dag)
    sendt = Counter(synlige_sager(aktoer).filter(moede__in=moeder).values_list("moede_id", flat=True))
    hendes: dict[tuple[UUID | None, date], list[Moede]] = defaultdict(list)
    for moede_id, medlem in navngivne.items():
        hendes[medlem.medarbejder_id, efter_id[moede_id].dato].append(efter_id[moede_id])
    return [
        Regionsdag(
            m,
            sendt[m.id],
            medlem := navngivne.get(m.id),
            er_borte(medlem, m.dato, fravaer),
            tuple(a for a in hendes[medlem.medarbejder_id, m.dato] if a != m) if medlem else (),
        )
        for m in moeder
    ]
