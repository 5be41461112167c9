"""What an import would do with some rows: made, known, changed, or wrong – and why. Nothing is written here.

The preview and the import ask the same question of the same rows, so that what was shown is what happens. Each kind of
row has its judge (`borger`, `forloeb`, `oplysning`), who asks by the very checks of the single Handlinger. What is here
beforehand is in `her`, the other system's keys in `noegler`, and what came of it all in `plan`.
"""

from collections.abc import Iterable

from rehabteam.sager.indlaesning.kolonner import Raekke

from ..fejl import KanIkke
from ..handling import Anledning
from . import borger, forloeb, oplysning
from .her import Her
from .plan import Plan, Udfald

DOMMERE = {"borger": borger.doem, "forloeb": forloeb.doem} | dict.fromkeys(oplysning.FAKTA, oplysning.doem)
"""Kind of row → who judges it."""


def planlaeg(
    anledning: Anledning, system: str, grupper: Iterable[list[Raekke]], *, laas: bool = False
) -> Plan:
    """Judge whole citizens' rows against what is here: a fixed number of queries. `laas`: hold the forløb to the end."""
    raekker = [raekke for gruppe in grupper for raekke in gruppe]
    her, plan = Her(anledning, system, raekker, laas), Plan()
    plan.kendte = dict(her.forloeb)
    for raekke in raekker:
        if raekke.fejl:
            plan.svar(raekke, Udfald.FEJL, **raekke.fejl)
            continue
        try:
            DOMMERE[raekke.slags](raekke, her, plan)
        except KanIkke as nej:
            plan.svar(raekke, Udfald.FEJL, **nej.felter)
    plan.noegler, plan.nye_aftryk = her.noegler.nye, her.noegler.aendrede
    return plan
