"""Use a redacted edition as pictures alone: whoever gives it cannot wait for its text, or the machine cannot read."""

from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Overstregning

from .beskyttede_ord import se_efter_igen
from .fejl import FindesIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .overstregningslaesning import L, hent_venter


@handling("undlad_laesning")
def undlad_laesning(anledning: Anledning, sag_id: UUID, overstregning_id: UUID) -> Overstregning:
    """For good. Raises FindesIkke (also when it is read, or withdrawn), IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "undlad_laesning", sag)
    udgave = hent_venter(overstregning_id)
    if udgave.sag_id != sag.id:
        raise FindesIkke
    udgave.laesning = L.UNDLADT
    udgave.save(update_fields=["laesning"])
    se_efter_igen(sag, udgave)
    haendelse(
        anledning,
        "undlad_laesning",
        "En overstreget udgave bruges uden tekst, der kan søges i.",
        organisation_id=anledning.aktoer.organisation_id,
        data={"overstregning": str(udgave.id)},
    )
    return udgave
