"""An absence is over before time, or was written by mistake."""

from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Fravaer
from rehabteam.sager.udtraek.fravaer import kommende

from .fejl import FindesIkke
from .handling import Anledning, haendelse, handling


@handling("afslut_fravaer")
def afslut_fravaer(anledning: Anledning, fravaer_id: UUID) -> Fravaer:
    """The row stays, and counts no more. Raises FindesIkke (also when it is over), IngenRet."""
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "afslut_fravaer")
    fravaer = kommende(aktoer, anledning.dag).filter(id=fravaer_id).first()
    if fravaer is None:
        raise FindesIkke
    fravaer.slut, fravaer.slut_af = anledning.nu, aktoer.signatur
    fravaer.save(update_fields=["slut", "slut_af"])
    haendelse(
        anledning,
        "afslut_fravaer",
        f"{fravaer.medarbejder.navn} er ikke længere skrevet væk.",
        organisation_id=aktoer.organisation_id,
        data={"fravaer": str(fravaer.id)},
    )
    return fravaer
