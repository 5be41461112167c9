"""The narrow drawing, for phones: time runs downwards, and only the time lane is there."""

from __future__ import annotations

from dataclasses import dataclass

from rehabteam.web.byggesten.datoer import antal, kort, tabel
from rehabteam.web.byggesten.tidslinje.fakta import DAG, Segment, Tidslinje
from rehabteam.web.byggesten.tidslinje.figurer import LILLE, STOERRELSE, Linje, Rekt, Tegning, Tekst
from rehabteam.web.byggesten.tidslinje.mest import dagmaerker
from rehabteam.web.byggesten.tidslinje.skala import Skala, spaend
from rehabteam.web.byggesten.tidslinje.tekstbredde import forkort

_VENSTRE, _HOEJRE = 10.0, 38.0  # the bar
_TEKST = 62.0
_TOP = 8.0
_MINDST = 400.0
HOEJST_STYKKER = 8


@dataclass(frozen=True, slots=True)
class Etiket:
    """One or two lines that would like to stand at ``y``."""

    y: float
    linjer: tuple[str, ...]
    fed: bool
    klasse: str

    @property
    def hoejde(self) -> float:
        return 18.0 * len(self.linjer) + 6


def tegn_smal(t: Tidslinje, navn: str, vidde: float) -> Tegning:
    """Draws the time lane ``vidde`` units wide, as high as its labels need."""
    foerste, sidste = spaend(t)
    # Efforts are not drawn here, so only the count and the days with a name set the ends.
    foerste = max(foerste, min(t.start, t.dag, t.i_dag))
    behov = sum(e.hoejde for e in _etiketter(t, Skala(foerste, sidste, 0, 1)))
    skala = Skala(foerste, sidste, _TOP + 8, _TOP + 8 + max(_MINDST, behov * 1.15))
    tegning = Tegning(navn, vidde)
    for segment in t.segmenter:
        _segment(tegning, t, skala, segment)
    if t.overskredet and t.frist and t.dag > t.frist:
        a, b = skala.slut(t.frist), skala.slut(t.dag)
        tegning.rekter.append(Rekt(_VENSTRE, a, _HOEJRE - _VENSTRE, b - a, "tl-over"))
    for maerke in dagmaerker(t):
        y = skala.slut(maerke.dag)
        tegning.linjer.append(Linje(_VENSTRE - 6, y, _HOEJRE + 6, y, maerke.linje))
    bund = _skriv(tegning, _etiketter(t, skala), vidde)
    tegning.hoejde = max(bund, skala.til) + 8
    return tegning


def _segment(tegning: Tegning, t: Tidslinje, skala: Skala, s: Segment) -> None:
    a, b = skala.begynd(s.fra), skala.slut(s.til or max(t.dag, s.fra))
    bredde = _HOEJRE - _VENSTRE
    if not s.talt:
        tegning.rekter.append(Rekt(_VENSTRE, a, bredde, b - a, "tl-ude", skraveret=True))
        return
    skel = min(max(skala.slut(t.dag), a), b)
    if skel > a:
        tegning.rekter.append(Rekt(_VENSTRE, a, bredde, skel - a, "tl-talt"))
    if b > skel:
        tegning.rekter.append(Rekt(_VENSTRE, skel, bredde, b - skel, "tl-kommende"))


def _etiketter(t: Tidslinje, skala: Skala) -> list[Etiket]:
    over = f", {antal((t.dag - t.frist).days, 'dag', 'dage')} over" if t.overskredet and t.frist else ""
    etiketter = [
        Etiket(
            skala.slut(m.dag),
            (m.navn, tabel(m.dag) + (over if m.dag == t.dag else ""))
            if m.linje != "tl-d0"
            else (f"{kort(m.dag)} uden fradrag",),
            m.linje != "tl-d0",
            m.tekst,
        )
        for m in dagmaerker(t)
    ]
    laengste = sorted(t.segmenter, key=lambda s: s.dage, reverse=True)[:HOEJST_STYKKER]
    for s in t.segmenter:
        if s in laengste:
            a, b = skala.begynd(s.fra), skala.slut(s.til or max(t.dag, s.fra))
            etiketter.append(Etiket((a + b) / 2, _ord(t, s), True, ""))
    return sorted(etiketter, key=lambda e: e.y)


def _ord(t: Tidslinje, s: Segment) -> tuple[str, str]:
    if s.til is None:
        if t.talt is not None and t.tilbage is not None:
            return f"Står stille siden {kort(s.fra)}{s.fra.year}", f"{t.talt} dage talt, {t.tilbage} tilbage"
        return "Står stille", f"siden {tabel(s.fra)}"
    hvornaar = f"{kort(s.fra)} – {kort(s.til)}"
    if not s.talt:
        return f"{antal(s.dage, 'dag', 'dage')} holdt ude", hvornaar
    gaaet = min(max((min(s.til, t.dag) - s.fra + DAG).days, 0), s.dage)
    if gaaet == 0:
        return f"{antal(s.dage, 'dag', 'dage')} endnu", hvornaar
    rest = f", {s.dage - gaaet} endnu" if gaaet < s.dage else ""
    return f"{antal(gaaet, 'dag', 'dage')} talt{rest}", hvornaar


def _skriv(tegning: Tegning, etiketter: list[Etiket], vidde: float) -> float:
    """Puts each label as near its place as the others allow, with a thin line to it when it is moved."""
    midter = spred([e.y for e in etiketter], [e.hoejde for e in etiketter], top=_TOP - 4)
    bund = 0.0
    for e, midte in zip(etiketter, midter, strict=True):
        y = midte - e.hoejde / 2 + 16
        for nr, linje in enumerate(e.linjer):
            fed = e.fed and nr == 0
            lille = not fed
            tekst = forkort(linje, vidde - _TEKST, LILLE if lille else STOERRELSE, fed)
            tegning.tekster.append(
                Tekst(_TEKST, y + 18 * nr, tekst, "start", e.klasse if fed else "", fed, lille)
            )
        tegning.linjer.append(Linje(_HOEJRE + 7, e.y, _TEKST - 5, midte, "tl-leder"))
        bund = max(bund, midte + e.hoejde / 2)
    return bund


def spred(oensker: list[float], hoejder: list[float], top: float) -> list[float]:
    """Middles of boxes in the given order, none overlapping or above ``top``, moved as little as possible.

    Neighbours that push each other become a group placed round the mean of their wishes.
    """
    grupper: list[tuple[list[int], float, float]] = []  # members, height, top edge
    for nr, (oenske, hoejde) in enumerate(zip(oensker, hoejder, strict=True)):
        gruppe = ([nr], hoejde, max(oenske - hoejde / 2, top))
        while grupper and grupper[-1][2] + grupper[-1][1] > gruppe[2]:
            forrige = grupper.pop()
            medlemmer, samlet = forrige[0] + gruppe[0], forrige[1] + gruppe[1]
            gruppe = (medlemmer, samlet, max(_bedste_top(medlemmer, oensker, hoejder), top))
        grupper.append(gruppe)
    midter = [0.0] * len(oensker)
    for medlemmer, _, kant in grupper:
        for nr in medlemmer:
            midter[nr] = kant + hoejder[nr] / 2
            kant += hoejder[nr]
    return midter


def _bedste_top(medlemmer: list[int], oensker: list[float], hoejder: list[float]) -> float:
    forskudt, samlet = 0.0, 0.0
    for nr in medlemmer:
        samlet += oensker[nr] - (forskudt + hoejder[nr] / 2)
        forskudt += hoejder[nr]
    return samlet / len(medlemmer)
