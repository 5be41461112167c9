"""§ 2: the two parts of the rehabiliteringsplan, and for whom each must be made.

Stk. 2 (made together with the citizen) is attested by a human; stk. 3-4 ask nothing that can be checked.
https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

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


def forberedende_del_kraeves(sagstype: str, skal_forelaegges: bool | None) -> bool | None:
    """Stk. 1, 2. pkt.: everyone whose case goes to the team; None while that is not decided."""
    return True if sagstype in UDEN_TEAM else skal_forelaegges


def indsatsdel_kraeves(sagstype: str) -> bool:
    """Stk. 1, 3. pkt.: ressourceforløb, jobafklaringsforløb and sygedagpenge in kategori 3."""
    return sagstype in MED_INDSATSDEL


def grund(sagstype: str, skal_forelaegges: bool | None) -> Grund:
    """Which parts are needed, in words."""
    forberedende = forberedende_del_kraeves(sagstype, skal_forelaegges) is not False
    if indsatsdel_kraeves(sagstype):
        return BEGGE() if forberedende else KUN_INDSATSDEL()
    return KUN_FORBEREDENDE() if forberedende else INGEN()
