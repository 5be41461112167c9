"""The kommune answers a question from Klinisk Funktion. Answered once; more to say is more to ask."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Regionsspoergsmaal

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag


@handling("svar_regionen")
def svar_regionen(
    anledning: Anledning, sag_id: UUID, *, spoergsmaal_id: UUID, svar: str
) -> Regionsspoergsmaal:
    """Raises KanIkke at `svar`, also when a colleague has answered in between; FindesIkke, IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "svar_regionen", sag)
    spoergsmaal = sag.regionsspoergsmaal_raekker.filter(id=spoergsmaal_id).first()
    if spoergsmaal is None:
        raise FindesIkke
    if spoergsmaal.svar_tid:
        raise KanIkke(
            {
                "svar": _("%(hvem)s har allerede svaret. Svaret står her på siden.")
                % {"hvem": spoergsmaal.svar_af}
            }
        )
    if not svar.strip():
        raise KanIkke({"svar": _("Skriv svaret.")})
    spoergsmaal.svar = svar.strip()
    spoergsmaal.svar_tid, spoergsmaal.svar_dag = anledning.nu, anledning.dag
    spoergsmaal.svar_af = anledning.aktoer.signatur
    spoergsmaal.save(update_fields=["svar", "svar_tid", "svar_dag", "svar_af"])
    haendelse(
        anledning,
        "svar_regionen",
        "Kommunen svarede på et spørgsmål fra Klinisk Funktion.",
        sag=sag,
        data={"spoergsmaal": str(spoergsmaal.id)},
    )
    return spoergsmaal
