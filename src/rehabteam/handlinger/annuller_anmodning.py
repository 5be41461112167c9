"""A request is called off, with a reason."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Anmodning

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .hent_samtykke import hent_anmodning


@handling("annuller_anmodning")
def annuller_anmodning(anledning: Anledning, anmodning_id: UUID, *, grund: str) -> Anmodning:
    """Raises KanIkke at `grund`, FindesIkke (also when it is no longer open)."""
    anmodning = hent_anmodning(anledning, anmodning_id)
    sag = hent_sag(anledning, anmodning.sag_id)
    kraev_ret(anledning.aktoer, "annuller_anmodning", sag)
    if not grund.strip():
        raise KanIkke({"grund": _("Skriv, hvorfor anmodningen annulleres.")})
    Anmodning.objects.filter(id=anmodning.id).update(
        tilstand=Anmodning.Tilstand.ANNULLERET,
        lukket_tid=anledning.nu,
        lukket_dag=anledning.dag,
        lukket_af=anledning.aktoer.signatur,
        lukket_grund=grund.strip(),
    )
    haendelse(
        anledning,
        "annuller_anmodning",
        f"Anmodningen til {anmodning.til} blev annulleret.",
        sag=sag,
        data={"anmodning": str(anmodning.id)},
    )
    return anmodning
