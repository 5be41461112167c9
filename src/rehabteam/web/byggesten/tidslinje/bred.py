"""The wide drawing: time from left to right in three lanes, labels beside the things."""

from __future__ import annotations

from rehabteam.web.byggesten.datoer import antal
from rehabteam.web.byggesten.tidslinje.baner import banenavn, holdt_ude, indsatser
from rehabteam.web.byggesten.tidslinje.fakta import DAG, Segment, Tidslinje
from rehabteam.web.byggesten.tidslinje.figurer import LILLE, STOERRELSE, Linje, Rekt, Tegning, Tekst
from rehabteam.web.byggesten.tidslinje.mest import RAEKKE, Plads, anbring, dagmaerker, i_bjaelke, pris
from rehabteam.web.byggesten.tidslinje.skala import Skala, maaneder, spaend
from rehabteam.web.byggesten.tidslinje.tekstbredde import bredde

_MARGEN = 18.0  # room for a start mark at either edge
_LUFT_TIL_NAVNE = 92.0  # at the right: room for one more date beside the last line
_ETIKETTER = 138.0  # the lane names' column
_BJAELKE = 30.0


def tegn_bred(t: Tidslinje, navn: str, vidde: float) -> Tegning:
    """Draws the course ``vidde`` units wide; the height follows from what there is to show."""
    tegning = Tegning(navn, vidde)
    rum = (_ETIKETTER, vidde - 4)
    skala, pladser = min(
        (_anbring(t, rum, luft) for luft in (_MARGEN, _LUFT_TIL_NAVNE)), key=lambda f: pris(f[1])
    )
    linjer = [p.x for p in pladser]
    for plads in pladser:
        tegning.tekster += plads.tekster(top=4)
    top = 4 + RAEKKE * (1 + max(p.raekke for p in pladser))

    y = _tiden(tegning, t, skala, linjer, top + 10)
    if t.perioder:
        y = holdt_ude(tegning, t, skala, rum, linjer, y + 18)
    y = indsatser(tegning, t, skala, rum, linjer, y + 18)

    bund = y + 6
    for plads in pladser:
        tegning.linjer.append(Linje(plads.x, 4 + plads.raekke * RAEKKE, plads.x, bund, plads.maerke.linje))
    _maaneder(tegning, skala, top, bund, rum[1])
    tegning.hoejde = bund + 26
    return tegning


def _anbring(t: Tidslinje, rum: tuple[float, float], luft: float) -> tuple[Skala, list[Plads]]:
    skala = Skala(*spaend(t), rum[0] + _MARGEN, rum[1] - luft)
    return skala, anbring([(m, skala.slut(m.dag)) for m in dagmaerker(t)], rum[0], rum[1])


def _tiden(tegning: Tegning, t: Tidslinje, skala: Skala, linjer: list[float], y: float) -> float:
    if t.staar_stille and t.talt is not None and t.tilbage is not None:
        under = f"{t.talt} talt, {t.tilbage} tilbage"
    else:
        under = f"{antal(t.skal_taelles, 'dag', 'dage')} skal tælles"
    banenavn(tegning, y - 3, "Tiden", under)
    for segment in t.segmenter:
        _segment(tegning, t, skala, linjer, segment, y)
    if t.overskredet and t.frist and t.dag > t.frist:
        a, b = skala.slut(t.frist), skala.slut(t.dag)
        tegning.rekter.append(Rekt(a, y, b - a, _BJAELKE, "tl-over"))
        over = (t.dag - t.frist).days
        _skriv(
            tegning,
            a,
            b,
            y,
            (f"{antal(over, 'dag', 'dage')} over", antal(over, "dag", "dage")),
            linjer,
            "tl-hvid",
        )
    return y + _BJAELKE


def _segment(tegning: Tegning, t: Tidslinje, skala: Skala, linjer: list[float], s: Segment, y: float) -> None:
    a = skala.begynd(s.fra)
    # Without an end date it is known to run until the day asked about, and no further.
    b = skala.slut(s.til or max(t.dag, s.fra))
    if not s.talt:
        tegning.rekter.append(Rekt(a, y, b - a, _BJAELKE, "tl-ude", skraveret=True))
        udgaver = (
            ("Står stille",)
            if s.til is None
            else (f"{antal(s.dage, 'dag', 'dage')} ude", f"{s.dage} ude", str(s.dage))
        )
        _skriv(tegning, a, b, y, udgaver, linjer, "", bund=True)
        return
    skel = min(max(skala.slut(t.dag), a), b)
    gaaet = min(max((min(s.til or t.dag, t.dag) - s.fra + DAG).days, 0), s.dage)
    if skel > a:
        tegning.rekter.append(Rekt(a, y, skel - a, _BJAELKE, "tl-talt"))
        ord_ = antal(gaaet, "dag", "dage")
        _skriv(tegning, a, skel, y, (f"{ord_} talt", ord_, str(gaaet)), linjer, "tl-hvid")
    if b > skel:
        tegning.rekter.append(Rekt(skel, y, b - skel, _BJAELKE, "tl-kommende"))
        ord_ = antal(s.dage - gaaet, "dag", "dage")
        _skriv(tegning, skel, b, y, (f"{ord_} endnu", ord_), linjer, "")


def _skriv(
    tegning: Tegning,
    a: float,
    b: float,
    y: float,
    udgaver: tuple[str, ...],
    linjer: list[float],
    klasse: str,
    *,
    bund: bool = False,
) -> None:
    """Writes inside a bar, if there is room; ``bund`` clears the hatching behind the words."""
    plads = i_bjaelke(a, b, udgaver, linjer)
    if plads is None:
        return
    midte, tekst = plads
    if bund:
        halv = bredde(tekst, STOERRELSE, fed=True) / 2 + 5
        tegning.bunde.append(Rekt(midte - halv, y + 5, 2 * halv, _BJAELKE - 10, "tl-moenster-bund"))
    tegning.tekster.append(Tekst(midte, y + _BJAELKE / 2 + 5, tekst, "middle", klasse, fed=True))


def _maaneder(tegning: Tegning, skala: Skala, top: float, bund: float, kant: float) -> None:
    ledig = 0.0
    for x, tekst in maaneder(skala, mindst=58):
        tegning.gitter.append(Linje(x, top + 4, x, bund, "tl-gitter"))
        b = bredde(tekst, LILLE)
        if x >= ledig and x + 4 + b <= kant:
            tegning.tekster.append(Tekst(x + 4, bund + 18, tekst, lille=True))
            ledig = x + 4 + b + 6
