"""How much the rules ask of a case in all: what it lacks, and what it would lack if nothing had been laid on it."""

from ..models import Sag
from .samlet import OMFANGSFAKTA, VALGENE, Samlet, samlet


def antal_krav(sag: Sag, svar: Samlet) -> int:
    """The number that "6 af 7" is of. `svar`: what the rules say of the case as it stands. No row is written."""
    return len(_punkter(svar) | _punkter(samlet(_uden_indhold(sag))))


def _punkter(svar: Samlet) -> set[str]:
    return {m.kode for m in (*svar.mangler, *svar.fejl)} | {s.noegle for s in svar.skal_vurderes}


def _uden_indhold(sag: Sag) -> Sag:
    """The same kind of case, going the same way, with no paper and no judgment on it. Never saved."""
    tom = Sag(
        kommune_id=sag.kommune_id,
        borger_id=sag.borger_id,
        sagstype=sag.sagstype,
        undertype=sag.undertype,
        udspringer_af_id=sag.udspringer_af_id,
    )
    # What decides the way of the case is known; everything else about it is asked for.
    vejen = [s for s in sag.skoen_raekker.all() if s.noegle in (*OMFANGSFAKTA, *VALGENE)]
    tom._prefetched_objects_cache = {"skoen_raekker": vejen}
    return tom
