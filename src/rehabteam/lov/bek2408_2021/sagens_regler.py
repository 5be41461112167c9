"""Which of the rules measure one case: §§ 1-4, 12-15 and 18 taken together. What each wants stands in its own file.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from rehabteam.lov.bek2408_2021 import par12, par13

GENBEHANDLING, ANDET, PENSION = "ressourceforloeb_genbehandling", "andet", "foertidspension"
# The kinds whose basis has a rule of its own, whatever the route.
EGEN_REGEL = {"revalidering": "par14", "tilskud_selvstaendig": "par15"}
SAMMEN, OPLYST = "udarbejdet_sammen_med_borger", "fuldt_oplyst"
VALGENE = ("kommunen_vaelger", "bruger_bekendtgoerelsen")


def grundlagets_regel(sagstype: str, spor: str | None) -> str:
    """The rule for what the basis must hold: of §§ 12-15 the one that stands in place of §§ 3-4, else "par03"."""
    if sagstype == PENSION and spor is not None:
        if spor == "TEAM_12" or par12.stk2(spor):
            return "par12"
        if par13.stk1(spor) or par13.stk2(spor):
            return "par13"
    return EGEN_REGEL.get(sagstype, "par03")


def har_egen_plan(sagstype: str, kraeves: bool | None, valg: tuple[bool | None, bool | None]) -> bool:
    """Does the case have a forberedende del of its own?

    `kraeves`: what § 1 answers. A re-treatment leans on the one from before (§ 18); another case has one when the
    kommune has made both choices of § 1, stk. 5 (`valg`, as VALGENE).
    """
    if sagstype == GENBEHANDLING:
        return False
    return valg == (True, True) if sagstype == ANDET else kraeves is True


def naeste_valg(sagstype: str, valg: tuple[bool | None, bool | None]) -> str | None:
    """The choice of § 1, stk. 5 that is still to be made. The second is only there once the first is a yes."""
    if sagstype != ANDET or valg[0] is False:
        return None
    if valg[0] is None:
        return VALGENE[0]
    return VALGENE[1] if valg[1] is None else None


def staar_inde_for(regel: str, *, til_teamet: bool) -> tuple[str, ...]:
    """What somebody must stand by with her name, where there is a forberedende del measured by `regel`.

    That it was made with the citizen (§ 2, stk. 2), and that a case the team treats is fully informed (§ 3, stk. 1,
    2. pkt.). § 13 takes the papers as they are; § 12 asks instead whether the whole is sufficient.
    """
    if regel == "par13":
        return ()
    return (SAMMEN, OPLYST) if til_teamet and regel != "par12" else (SAMMEN,)
