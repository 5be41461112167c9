"""All drawings of one course, with the title and the description screen readers get instead."""

from __future__ import annotations

from dataclasses import dataclass

from rehabteam.web.byggesten.datoer import antal, saetning, uden_ugedag
from rehabteam.web.byggesten.tidslinje.bred import tegn_bred
from rehabteam.web.byggesten.tidslinje.fakta import Tidslinje
from rehabteam.web.byggesten.tidslinje.figurer import Tegning
from rehabteam.web.byggesten.tidslinje.smal import tegn_smal

BRED, MELLEM, SMAL = 1120.0, 680.0, 262.0


@dataclass(frozen=True, slots=True)
class Billeder:
    titel: str
    beskrivelse: str
    tegninger: tuple[Tegning, ...]


def tegn(t: Tidslinje) -> Billeder:
    """Draws the course three times, for the room the page may have."""
    tegninger = (tegn_bred(t, "bred", BRED), tegn_bred(t, "mellem", MELLEM), tegn_smal(t, "smal", SMAL))
    return Billeder("Tidslinje over de seks måneder", _beskriv(t), tegninger)


def _beskriv(t: Tidslinje) -> str:
    ude = sum(s.dage for s in t.segmenter if not s.talt)
    dele = [
        f"Forløbet begyndte {uden_ugedag(t.start)}. {antal(t.skal_taelles, 'dag', 'dage')} skal tælles.",
        f"{antal(ude, 'dag er', 'dage er')} holdt ude." if ude else "Ingen dage er holdt ude.",
    ]
    if t.frist is None:
        dele.append("Tiden står stille, fordi en periode ikke har en slutdato.")
        if t.talt is not None and t.tilbage is not None:
            dele.append(f"{antal(t.talt, 'dag er', 'dage er')} talt, og {t.tilbage} er tilbage.")
    else:
        if t.d0 != t.frist:
            dele.append(f"Uden fradrag var de seks måneder gået {uden_ugedag(t.d0)}.")
        dele.append(f"Fristen er {saetning(t.frist)}.")
    dele.append(
        f"{'I dag er' if t.vis_i_dag and t.dag == t.i_dag else 'Vurderet pr.'} {saetning(t.dag)}"
        + _afstand(t)
        + "."
    )
    dele += [f"{i.navn}: {i.grund}." for i in t.indsatser[:8]]
    dele.append("De samme tal står i tabellen.")
    return " ".join(dele)


def _afstand(t: Tidslinje) -> str:
    if t.frist is None:
        return ""
    forskel = (t.dag - t.frist).days
    if forskel == 0:
        return ", som er fristen"
    return f", {antal(abs(forskel), 'dag', 'dage')} {'efter' if forskel > 0 else 'før'} fristen"
