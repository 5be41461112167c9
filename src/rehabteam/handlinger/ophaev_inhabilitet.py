"""A colleague is let in again, with a reason. Nobody lifts her own; PostgreSQL refuses it too."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Inhabilitet
from rehabteam.sager.udtraek import inhabilitet

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_borger
from .udelukkelse import hvor


@handling("ophaev_inhabilitet")
def ophaev_inhabilitet(
    anledning: Anledning, borger_id: UUID, inhabilitet_id: UUID, *, grund: str
) -> Inhabilitet:
    """From here on she sees what her role and tasks give. Raises KanIkke at `grund`, FindesIkke (also if lifted)."""
    aktoer = anledning.aktoer
    borger = hent_borger(anledning, borger_id)
    kraev_ret(aktoer, "ophaev_inhabilitet", borger)
    i_kraft = inhabilitet.alle(aktoer, borger).filter(id=inhabilitet_id, ophaevet_tid=None)
    raekke = i_kraft.exclude(medarbejder_id=aktoer.medarbejder_id).first()
    if raekke is None:
        raise FindesIkke
    if not grund.strip():
        raise KanIkke({"grund": _("Skriv, hvorfor udelukkelsen ophæves.")})
    raekke.ophaevet_tid = anledning.nu
    raekke.ophaevet_grund = grund.strip()
    raekke.ophaevet_af = aktoer.signatur
    raekke.save(update_fields=["ophaevet_tid", "ophaevet_grund", "ophaevet_af"])
    sag, forloeb = hvor(aktoer, borger)
    haendelse(
        anledning,
        "ophaev_inhabilitet",
        f"Udelukkelsen af {raekke.medarbejder.navn} fra borgerens sager blev ophævet.",
        sag=sag,
        forloeb=forloeb,
        data={"medarbejder": str(raekke.medarbejder_id)},
    )
    return raekke
