"""Placing labels so that none meets another: above the marks, inside bars and beside rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise, product

from rehabteam.web.byggesten.datoer import tabel
from rehabteam.web.byggesten.tidslinje.fakta import Tidslinje
from rehabteam.web.byggesten.tidslinje.figurer import LILLE, STOERRELSE, Kasse, Tekst
from rehabteam.web.byggesten.tidslinje.tekstbredde import bredde

RAEKKE = 36.0
_LUFT = 6.0


@dataclass(frozen=True, slots=True)
class Dagmaerke:
    """A day with a line through the picture."""

    dag: date
    navn: str
    linje: str  # class of the line
    tekst: str  # class of the label

    @property
    def bredde(self) -> float:
        return max(bredde(self.navn, STOERRELSE, fed=True), bredde(tabel(self.dag), LILLE))


@dataclass(frozen=True, slots=True)
class Plads:
    """Where a mark's label stands: left edge, row, and which side of the line it is on."""

    maerke: Dagmaerke
    x: float
    raekke: int
    hoejre: bool

    @property
    def kasse(self) -> Kasse:
        x0 = self.x + _LUFT if self.hoejre else self.x - _LUFT - self.maerke.bredde
        return Kasse(x0, self.raekke * RAEKKE, x0 + self.maerke.bredde, (self.raekke + 1) * RAEKKE)

    def tekster(self, top: float) -> tuple[Tekst, Tekst]:
        x = self.x + _LUFT if self.hoejre else self.x - _LUFT
        anker, y = ("start" if self.hoejre else "end"), top + self.raekke * RAEKKE
        return (
            Tekst(x, y + 13, self.maerke.navn, anker, f"tl-halo {self.maerke.tekst}".strip(), fed=True),
            Tekst(x, y + 29, tabel(self.maerke.dag), anker, "tl-halo", lille=True),
        )


def dagmaerker(t: Tidslinje) -> list[Dagmaerke]:
    """The days with a line: start, six months without deductions, the limit, today, the day asked about."""
    maerker = [Dagmaerke(t.start, "Start", "tl-start", "")]
    if t.frist != t.d0:
        maerker.append(Dagmaerke(t.d0, "Seks måneder uden fradrag", "tl-d0", ""))
    if t.frist:
        roed = t.overskredet
        maerker.append(
            Dagmaerke(t.frist, "Fristen", "tl-frist-over" if roed else "tl-frist", "tl-roed" if roed else "")
        )
    if t.vis_i_dag:
        maerker.append(Dagmaerke(t.i_dag, "I dag", "tl-idag", ""))
    if t.dag != t.i_dag or not t.vis_i_dag:
        maerker.append(Dagmaerke(t.dag, "Vurderet pr.", "tl-idag", ""))
    return sorted(maerker, key=lambda m: m.dag)


def anbring(maerker: list[tuple[Dagmaerke, float]], fra: float, til: float) -> list[Plads]:
    """Places each mark's label on one side of its line, in as few rows and crossing as few lines as can be."""
    bedste: tuple[float, list[Plads]] | None = None
    for sider in product((True, False), repeat=len(maerker)):
        for orden in (1, -1):
            pladser = _raekker(list(zip(maerker, sider, strict=True))[::orden], fra, til)
            if pladser is None:
                continue
            samlet = pris(pladser)
            if bedste is None or samlet < bedste[0]:
                bedste = (samlet, pladser)
    if bedste is None:
        raise ValueError(f"Tegningen er for smal til mærkerne: {til - fra:.0f}")
    return bedste[1]


def _raekker(
    valgte: list[tuple[tuple[Dagmaerke, float], bool]], fra: float, til: float
) -> list[Plads] | None:
    pladser: list[Plads] = []
    for (maerke, x), hoejre in valgte:
        for raekke in range(len(valgte)):
            plads = Plads(maerke, x, raekke, hoejre)
            if plads.kasse.x0 < fra or plads.kasse.x1 > til:
                return None
            if not any(plads.kasse.rammer(p.kasse, luft=_LUFT) for p in pladser if p.raekke == raekke):
                pladser.append(plads)
                break
    return pladser


def pris(pladser: list[Plads]) -> float:
    """What an arrangement costs: rows, crossed lines, and a little for standing left."""
    raekker = max(p.raekke for p in pladser)
    # The line of a mark begins at its label's row, so it can cross labels in that row and below.
    kryds = sum(
        q.raekke >= p.raekke and q.kasse.x0 - 2 < p.x < q.kasse.x1 + 2
        for p in pladser
        for q in pladser
        if p is not q
    )
    venstre = sum(not p.hoejre for p in pladser)
    return raekker * 10 + sum(p.raekke for p in pladser) + kryds * 6 + venstre * 0.1


def i_bjaelke(
    fra: float, til: float, udgaver: tuple[str, ...], linjer: list[float]
) -> tuple[float, str] | None:
    """Middle and text of the longest of ``udgaver`` that fits inside a bar, clear of the lines if it can be."""
    dele = [fra, *sorted(x for x in linjer if fra < x < til), til]
    bredest = max(pairwise(dele), key=lambda d: d[1] - d[0])
    for udgave in udgaver:
        plads = bredde(udgave, STOERRELSE, fed=True) + 14
        for a, b in (bredest, (fra, til)):
            if plads <= b - a:
                return (a + b) / 2, udgave
    return None


def ved_siden_af(
    tekst: str, figur: tuple[float, float], rum: tuple[float, float], linjer: list[float]
) -> Tekst | None:
    """The text right or left of a figure (x0, x1) inside ``rum``; None when neither side has room.

    Crossing fewer lines wins; the right side wins a draw. ``y`` is left at nought.
    """
    b = bredde(tekst, STOERRELSE)
    muligheder = [
        (Tekst(figur[1] + 8, 0, tekst, "start", "tl-halo"), figur[1] + 8, figur[1] + 8 + b),
        (Tekst(figur[0] - 8, 0, tekst, "end", "tl-halo"), figur[0] - 8 - b, figur[0] - 8),
    ]
    gyldige = [
        (sum(x0 - 5 < x < x1 + 5 for x in linjer), nr, m)
        for nr, (m, x0, x1) in enumerate(muligheder)
        if x0 >= rum[0] and x1 <= rum[1]
    ]
    return min(gyldige, key=lambda g: g[:2])[2] if gyldige else None
