"""The wide drawing's two lower lanes: what is held out, and the efforts."""

from __future__ import annotations

from rehabteam.web.byggesten.datoer import antal, kort
from rehabteam.web.byggesten.tidslinje.fakta import Indsats, Periode, Tidslinje
from rehabteam.web.byggesten.tidslinje.figurer import STOERRELSE, Linje, Maerke, Rekt, Tegning, Tekst
from rehabteam.web.byggesten.tidslinje.mest import ved_siden_af
from rehabteam.web.byggesten.tidslinje.skala import Skala
from rehabteam.web.byggesten.tidslinje.tekstbredde import bredde, forkort

HOEJST_PERIODER = 4
HOEJST_INDSATSER = 8
_RAEKKE = 24.0
_OVER = 19.0  # what a row grows by when its label stands above it
_NAVN = 300.0  # an effort's name takes up at most this much

_MAERKER = {"TAELLER": "flueben", "TAELLER_IKKE": "kryds", "IKKE_BEGYNDT": "ring", "VURDER": "spoerg"}


def holdt_ude(
    tegning: Tegning,
    t: Tidslinje,
    skala: Skala,
    rum: tuple[float, float],
    linjer: list[float],
    y: float,
) -> float:
    """One row for each of the first periods, so overlaps can be seen; returns where the lane ends."""
    banenavn(tegning, y, "Holdt ude", "§ 17, stk. 3")
    top = y
    for periode in t.perioder[:HOEJST_PERIODER]:
        y = _periode(tegning, t, skala, rum, linjer, periode, y)
    y = _resten(tegning, rum, linjer, y, len(t.perioder) - HOEJST_PERIODER, "periode", "perioder")
    return max(y, top + 2 * _RAEKKE - 6)


def indsatser(
    tegning: Tegning,
    t: Tidslinje,
    skala: Skala,
    rum: tuple[float, float],
    linjer: list[float],
    y: float,
) -> float:
    """One row for each effort; returns where the lane ends."""
    banenavn(tegning, y, "Indsatser", "hvad der tæller")
    top = y
    if not t.indsatser:
        _frit(tegning, rum, linjer, y, "Ingen indsats er registreret")
    for indsats in t.indsatser[:HOEJST_INDSATSER]:
        y = _indsats(tegning, t, skala, rum, linjer, indsats, y)
    y = _resten(tegning, rum, linjer, y, len(t.indsatser) - HOEJST_INDSATSER, "indsats", "indsatser")
    return max(y, top + 2 * _RAEKKE - 6)


def banenavn(tegning: Tegning, y: float, navn: str, under: str) -> None:
    """The two lines left of a lane that begins at ``y``."""
    tegning.tekster.append(Tekst(0, y + 16, navn, fed=True))
    tegning.tekster.append(Tekst(0, y + 33, under, lille=True))


def _frit(tegning: Tegning, rum: tuple[float, float], linjer: list[float], y: float, tekst: str) -> None:
    """A text that belongs to no day: from the left, past the first line if that leaves more lines alone."""
    b = bredde(tekst, STOERRELSE)
    pladser = [x for x in (rum[0] + 28, *(linje + 10 for linje in sorted(linjer))) if x + b <= rum[1]]
    x = min(pladser, key=lambda p: (sum(p - 6 < linje < p + b + 6 for linje in linjer), p))
    tegning.tekster.append(Tekst(x, y + 16, tekst, klasse="tl-halo"))


def _resten(
    tegning: Tegning,
    rum: tuple[float, float],
    linjer: list[float],
    y: float,
    flere: int,
    en: str,
    mange: str,
) -> float:
    if flere <= 0:
        return y
    _frit(tegning, rum, linjer, y, f"{antal(flere, en, mange)} mere i tabellen")
    return y + _RAEKKE


def _periode(
    tegning: Tegning,
    t: Tidslinje,
    skala: Skala,
    rum: tuple[float, float],
    linjer: list[float],
    p: Periode,
    y: float,
) -> float:
    a = skala.begynd(p.fra)
    b = max(skala.slut(p.til or max(t.dag, p.fra)), a + 3)
    tekst = p.etiket if p.til else f"{p.etiket} (ingen slutdato)"
    y = _skriv(tegning, tekst, (a, b), rum, linjer, y)
    tegning.rekter.append(Rekt(a, y + 5, b - a, 14, "tl-ude", skraveret=True))
    return y + _RAEKKE


def _indsats(
    tegning: Tegning,
    t: Tidslinje,
    skala: Skala,
    rum: tuple[float, float],
    linjer: list[float],
    i: Indsats,
    y: float,
) -> float:
    dag = i.paabegyndt or i.aftalt or i.bevilget
    tekst = f"{forkort(i.navn, _NAVN, STOERRELSE)}: {i.grund}"
    if dag is None:
        tegning.tekster.append(
            Tekst(rum[0] + 18, y + 17, forkort(tekst, rum[1] - rum[0] - 18, STOERRELSE), klasse="tl-halo")
        )
        return y + _RAEKKE
    uden_for = dag < skala.foerste
    if not skala.viser(dag):
        tekst = f"{tekst} ({'begyndt' if i.paabegyndt else 'aftalt' if i.aftalt else 'bevilget'} {kort(dag)}{dag.year})"
    x = skala.slut(dag)
    if i.paabegyndt:
        ender = max(skala.slut(i.afsluttet or max(t.dag, dag)), x)
        streg, klasse = (x, ender), "tl-forloeb"
    else:
        streg, klasse = (min(skala.slut(i.bevilget), x) if i.bevilget else x, x), "tl-plan"
    figur = (min(streg[0], x - (16 if uden_for else 9)), max(streg[1], x + 9))
    y = _skriv(tegning, tekst, figur, rum, linjer, y)
    tegning.linjer.append(Linje(streg[0], y + 12, streg[1], y + 12, klasse))
    tegning.maerker.append(Maerke(x, y + 12, _MAERKER[i.svar], uden_for))
    return y + _RAEKKE


def _skriv(
    tegning: Tegning,
    tekst: str,
    figur: tuple[float, float],
    rum: tuple[float, float],
    linjer: list[float],
    y: float,
) -> float:
    """Writes beside the figure, or above it when it leaves no room; returns the figure's own top."""
    tekst = forkort(tekst, rum[1] - rum[0], STOERRELSE)
    ved = ved_siden_af(tekst, figur, rum, linjer)
    if ved:
        tegning.tekster.append(Tekst(ved.x, y + 17, ved.tekst, ved.anker, ved.klasse))
        return y
    x = min(max(figur[0], rum[0]), rum[1] - bredde(tekst, STOERRELSE))
    tegning.tekster.append(Tekst(x, y + 17, tekst, "start", "tl-halo"))
    return y + _OVER
