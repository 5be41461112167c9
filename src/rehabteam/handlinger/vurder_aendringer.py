"""The kommune's judgement: has the citizen's situation changed materially since the forløb began? (BEK § 18)"""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Sag

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag


@handling("vurder_aendringer")
def vurder_aendringer(anledning: Anledning, sag_id: UUID, *, aendret: bool, grund: str) -> Sag:
    """Yes or no, with the reason, the name and the day. Raises KanIkke at `grund`, FindesIkke."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "vurder_aendringer", sag)
    if not grund.strip():
        raise KanIkke({"grund": _("Skriv, hvad du lægger vægt på i vurderingen.")})
    sag.vaesentlige_aendringer = aendret
    sag.vaesentlige_aendringer_grund = grund.strip()
    sag.vaesentlige_aendringer_af = anledning.aktoer.navn
    sag.vaesentlige_aendringer_dato = anledning.dag
    sag.version += 1
    sag.save(
        update_fields=[
            "vaesentlige_aendringer",
            "vaesentlige_aendringer_grund",
            "vaesentlige_aendringer_af",
            "vaesentlige_aendringer_dato",
            "version",
        ]
    )
    svar = "er ændret væsentligt" if aendret else "er ikke ændret væsentligt"
    haendelse(
        anledning,
        "vurder_aendringer",
        f"Vurderet: borgerens situation {svar}. Begrundelse: {grund.strip()}",
        sag=sag,
    )
    return sag
