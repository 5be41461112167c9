"""Give up a selection that nobody is to have. It is no longer listed; nothing was given."""

from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Forsendelse

from .handling import Anledning, haendelse, handling
from .vaelg_udgaver import hent_aaben


@handling("opgiv_udvalg")
def opgiv_udvalg(anledning: Anledning, forsendelse_id: UUID) -> Forsendelse:
    """Raises FindesIkke (also if it is given), IngenRet."""
    forsendelse = hent_aaben(anledning, forsendelse_id)
    kraev_ret(anledning.aktoer, "opgiv_udvalg", forsendelse.sag)
    forsendelse.opgivet_tid = anledning.nu
    forsendelse.save(update_fields=["opgivet_tid"])
    haendelse(
        anledning,
        "opgiv_udvalg",
        "Et udvalg af dokumenter til en modtager blev opgivet.",
        organisation_id=anledning.aktoer.organisation_id,
        data={"forsendelse": str(forsendelse.id)},
    )
    return forsendelse
