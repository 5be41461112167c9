"""The secretariat asks the kommune about a case; the answer comes on the case (svar_regionen)."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Regionsspoergsmaal

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag


@handling("spoerg_kommunen")
def spoerg_kommunen(anledning: Anledning, sag_id: UUID, *, tekst: str) -> Regionsspoergsmaal:
    """Kept on the case for good. Raises KanIkke at `tekst`, FindesIkke, IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "spoerg_kommunen", sag)
    if not tekst.strip():
        raise KanIkke({"tekst": _("Skriv, hvad kommunen skal svare på.")})
    spoergsmaal = Regionsspoergsmaal.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        tekst=tekst.strip(),
        stillet_tid=anledning.nu,
        stillet_dag=anledning.dag,
        stillet_af=anledning.aktoer.signatur,
    )
    # The words stand in the thread; the history says that there was a question.
    haendelse(
        anledning,
        "spoerg_kommunen",
        "Klinisk Funktion stillede kommunen et spørgsmål.",
        sag=sag,
        data={"spoergsmaal": str(spoergsmaal.id)},
    )
    return spoergsmaal
