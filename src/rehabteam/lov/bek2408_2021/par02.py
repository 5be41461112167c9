"""§ 2: the two parts of the rehabiliteringsplan, and for whom each must be made.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from rehabteam.lov.stykke import stykke, uden_funktion
from rehabteam.lov.vurdering import Grund, Grundslag, bek

UDEN_TEAM = frozenset({"foertidspension", "revalidering"})
"""Kinds whose forberedende del is needed also when the case does not go to the team (§ 1, stk. 3-4)."""
MED_INDSATSDEL = frozenset(
    {"ressourceforloeb", "ressourceforloeb_genbehandling", "jobafklaringsforloeb", "sygedagpenge_kat3"}
)

BEGGE = Grundslag(
    "begge_dele", bek(2, 1), lambda: "Planen skal have både en forberedende del og en indsatsdel."
)
KUN_FORBEREDENDE = Grundslag(
    "kun_forberedende_del", bek(2, 1), lambda: "Planen skal have en forberedende del, men ingen indsatsdel."
)
KUN_INDSATSDEL = Grundslag(
    "kun_indsatsdel",
    bek(2, 1),
    lambda: "Borgeren i forløbet skal have en indsatsdel. En forberedende del hører til sager i teamet.",
)
INGEN = Grundslag(
    "ingen_plan", bek(2, 1), lambda: "Bekendtgørelsen kræver ingen rehabiliteringsplan i sagen."
)


@stykke(
    bek(2, 1, pkt=1),
    "En rehabiliteringsplan har to dele: den forberedende del og indsatsdelen.",
)
def stk1_dele(sagstype: str, skal_forelaegges: bool | None) -> Grund:
    """Which parts are needed, in words."""
    forberedende = stk1_forberedende_del(sagstype, skal_forelaegges) is not False
    if stk1_indsatsdel(sagstype):
        return BEGGE() if forberedende else KUN_INDSATSDEL()
    return KUN_FORBEREDENDE() if forberedende else INGEN()


@stykke(
    bek(2, 1, pkt=2),
    "Den forberedende del laves for alle, hvis sag skal for teamet, og i sager om førtidspension og "
    "revalidering uden team.",
)
def stk1_forberedende_del(sagstype: str, skal_forelaegges: bool | None) -> bool | None:
    """Everyone whose case goes to the team; None while that is not decided."""
    return True if sagstype in UDEN_TEAM else skal_forelaegges


@stykke(
    bek(2, 1, pkt=3),
    "Indsatsdelen laves i ressourceforløb, jobafklaringsforløb og sygedagpengesager i kategori 3.",
)
def stk1_indsatsdel(sagstype: str) -> bool:
    """Ressourceforløb, jobafklaringsforløb and sygedagpenge in kategori 3."""
    return sagstype in MED_INDSATSDEL


uden_funktion(
    bek(2, 2),
    "Den forberedende del laves sammen med borgeren ud fra borgerens mål, ressourcer og hele situation.",
    "At borgeren har været med, kan kun et menneske stå inde for. Det kan ikke læses af indholdet.",
)


uden_funktion(
    bek(2, 3),
    "Den forberedende del er grundlag for teamets indstilling og for kommunens afgørelse, også hvor "
    "teamet ikke er med.",
    "Stykket siger, hvad planen bruges til. Hvad den skal indeholde, måles efter §§ 3-4 og 12-15.",
)


uden_funktion(
    bek(2, 4),
    "Styrelsen har skabeloner til planen og indstillingen, som kommunen kan bruge.",
    "Skabelonerne er en hjælp og ikke et krav, så en anden opstilling afvises ikke.",
)
