"""The answer to "is it in time?": to and including the last day, for every rule that asks it."""

from __future__ import annotations

from datetime import date

from rehabteam.lov.tvivl import TVIVL
from rehabteam.lov.vurdering import BESVARET, Laesning

RETTIDIG, FOR_SENT = "RETTIDIG", "FOR_SENT"
STATUSORD = {RETTIDIG: "I tide", FOR_SENT: "For sent", BESVARET: ""}


def i_tide(dag: date | None, senest: date) -> str:
    """RETTIDIG to and including the last day, else FOR_SENT; BESVARET while it has not happened."""
    if dag is None:
        return BESVARET
    return RETTIDIG if dag <= senest else FOR_SENT


def laest(nr: str, dag: date | None, senest: date, anden: date) -> Laesning:
    """The open question `nr` put to the day: the last day in time and the answer, by either reading."""
    return TVIVL[nr].laesning(senest, anden, STATUSORD[i_tide(dag, senest)], STATUSORD[i_tide(dag, anden)])
