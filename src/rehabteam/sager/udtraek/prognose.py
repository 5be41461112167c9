"""What the six-month watch will ask of the meeting days in the coming half year, month by month."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from ..adgang.aktoer import Aktoer
from ..aftaler import fast_kategori
from ..models import GENFORELAEGGELSE, Moedeplads, Sag
from .opfoelgning import LOEBER
from .planlaegning import kommende
from .synlige import synlige_forloeb, synlige_sager

MAANEDER = 6
GENBEHANDLING = "ressourceforloeb_genbehandling"  # the sagstype of every case the watch leads to
T = Sag.Tilstand


@dataclass(frozen=True, slots=True)
class Maaned:
    """`ventet`: forløb whose six months end in the month; `venter`: cases that already wait (only in the first).
    `pladser`: those of a re-submission's category on the days laid; None when no number is agreed for any of them."""

    foerste: date
    ventet: int
    venter: int
    dage: int
    pladser: int | None

    @property
    def ialt(self) -> int:
        return self.ventet + self.venter


@dataclass(frozen=True, slots=True)
class Prognose:
    """`udloebet`: forløb past their six months without a new case; they may come at any time. `staar_stille`: forløb
    whose six months stand still, so that no day is known."""

    maaneder: tuple[Maaned, ...]
    udloebet: int
    staar_stille: int


def prognose(aktoer: Aktoer, dag: date) -> Prognose:
    """From what the watch says today: it changes when a period is registered or an effort begins. Four queries."""
    foerste = [_maaned(dag, n) for n in range(MAANEDER + 1)]
    aabne = synlige_sager(aktoer).filter(
        undertype=GENFORELAEGGELSE, tilstand__in=(T.FORBEREDES, T.SENDT, T.HOS_KOORDINATOR)
    )
    uden_sag = (
        synlige_forloeb(aktoer)
        .filter(slut=None, genbehandlet=None)
        .exclude(id__in=aabne.exclude(forloeb=None).values("forloeb_id"))
    )
    frister = list(
        uden_sag.filter(frist_status__in=LOEBER, naeste_frist__isnull=False).values_list(
            "naeste_frist", flat=True
        )
    )
    ventet = Counter(f.replace(day=1) for f in frister if f >= dag)
    moeder = list(kommende(aktoer, dag).filter(dato__lt=foerste[-1]).values_list("id", "dato"))
    pladser = Counter(
        Moedeplads.objects.filter(
            moede__in=[m for m, _ in moeder], aftalekategori=fast_kategori(GENBEHANDLING)
        ).values_list("moede_id", flat=True)
    )
    venter = aabne.filter(Q(moede=None) | Q(moede__aflyst_tid__isnull=False)).count()
    maaneder = []
    for nr, maaned in enumerate(foerste[:-1]):
        dage = [m for m, dato in moeder if dato.replace(day=1) == maaned]
        rum = sum(pladser[m] for m in dage)
        maaneder.append(
            Maaned(
                maaned, ventet[maaned], venter if nr == 0 else 0, len(dage), rum if rum or not dage else None
            )
        )
    stille = uden_sag.filter(frist_status="SUSPENDERET").count()
    return Prognose(tuple(maaneder), sum(f < dag for f in frister), stille)


def _maaned(dag: date, frem: int) -> date:
    aar, maaned = divmod(dag.month - 1 + frem, 12)
    return date(dag.year + aar, maaned + 1, 1)
