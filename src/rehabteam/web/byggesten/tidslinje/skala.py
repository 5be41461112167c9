"""From dates to places along the timeline, and the months along it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rehabteam.web.byggesten.datoer import maaned_kort
from rehabteam.web.byggesten.tidslinje.fakta import DAG, Tidslinje


@dataclass(frozen=True, slots=True)
class Skala:
    """A day ends at ``slut(day)``; the next one begins there. Days outside are held to the edges."""

    foerste: date
    sidste: date
    fra: float
    til: float

    def slut(self, dag: date) -> float:
        dage = (min(max(dag, self.foerste), self.sidste) - self.foerste).days
        return self.fra + (self.til - self.fra) * dage / (self.sidste - self.foerste).days

    def begynd(self, dag: date) -> float:
        return self.slut(dag - DAG)

    def viser(self, dag: date) -> bool:
        return self.foerste <= dag <= self.sidste


def spaend(t: Tidslinje) -> tuple[date, date]:
    """First and last day to show: the whole count, and what lies reasonably near it."""
    kerne = [d for d in (t.d0, t.frist, t.i_dag, t.dag) if d]
    foerste, sidste = min(t.start, t.dag, t.i_dag), max(kerne)
    luft = max(timedelta(days=60), (sidste - foerste) * 0.12)
    begyndt = [d for i in t.indsatser for d in (i.paabegyndt, i.aftalt, i.bevilget) if d]
    foerste = min([foerste, *(d for d in begyndt if foerste - luft <= d)])
    sidste = max([sidste, *(d for d in begyndt if d <= sidste + luft)])
    return foerste, sidste


def maaneder(skala: Skala, mindst: float) -> Iterator[tuple[float, str]]:
    """Place and label of the first day of months, at least ``mindst`` apart."""
    dage = (skala.sidste - skala.foerste).days
    maaned = (skala.til - skala.fra) / max(dage, 1) * 30.4
    trin = next((t for t in (1, 2, 3, 6, 12, 24, 60) if maaned * t >= mindst), 120)
    foerst = True
    nr = (
        skala.foerste.year * 12 + skala.foerste.month
    )  # months since year 0, of the month after the first day
    while True:
        aar, maaned_nr = divmod(nr, 12)
        if aar > 9998:
            return
        dag = date(aar, maaned_nr + 1, 1)
        if dag > skala.sidste:
            return
        if nr % trin == 0:
            tekst = str(dag.year) if trin >= 12 else maaned_kort(dag, med_aar=foerst or dag.month <= trin)
            yield skala.begynd(dag), tekst
            foerst = False
        nr += 1
