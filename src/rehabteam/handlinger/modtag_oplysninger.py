"""What was asked for has come: the request is closed."""

from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.attestformer import er_attest
from rehabteam.sager.models import Anmodning, Attestskridt

from .attestvej import luk_modtaget, skriv
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .hent_samtykke import hent_anmodning


@handling("modtag_oplysninger")
def modtag_oplysninger(anledning: Anledning, anmodning_id: UUID) -> Anmodning:
    """Raises FindesIkke, also when it is no longer open: what comes on a withdrawn consent is not taken in here."""
    anmodning = hent_anmodning(anledning, anmodning_id)
    sag = hent_sag(anledning, anmodning.sag_id)
    kraev_ret(anledning.aktoer, "modtag_oplysninger", sag)
    if er_attest(anmodning.form):
        skriv(anledning, anmodning, Attestskridt.Slags.MODTAGET, anledning.dag)
    luk_modtaget(anledning, anmodning, anledning.dag)
    haendelse(
        anledning,
        "modtag_oplysninger",
        f"Svaret fra {anmodning.til} er modtaget.",
        sag=sag,
        data={"anmodning": str(anmodning.id)},
    )
    return anmodning
