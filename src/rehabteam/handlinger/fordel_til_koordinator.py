"""The secretariat gives the case to a sundhedskoordinator (the procedure's last sentence)."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Medarbejder, Rolle, Sag

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag


@handling("fordel_til_koordinator")
def fordel_til_koordinator(anledning: Anledning, sag_id: UUID, *, koordinator_id: UUID) -> Sag:
    """From now on she sees the case, and one who had it before no longer does. Raises KanIkke, FindesIkke."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "fordel_til_koordinator", sag)
    koordinator = Medarbejder.objects.filter(
        id=koordinator_id,
        organisation_id=anledning.aktoer.organisation_id,
        rolle=Rolle.SUNDHEDSKOORDINATOR,
        aktiv=True,
    ).first()
    if koordinator is None:
        raise KanIkke({"koordinator": _("Vælg en sundhedskoordinator på listen.")})
    if koordinator.id in sag.udelukkede:
        raise KanIkke({"koordinator": _("Koordinatoren er inhabil i sagen. Vælg en anden.")})
    sag.koordinator = koordinator
    sag.tilstand = Sag.Tilstand.HOS_KOORDINATOR
    sag.fordelt_tid = anledning.nu
    sag.version += 1
    sag.save(update_fields=["koordinator", "tilstand", "fordelt_tid", "version"])
    haendelse(anledning, "fordel_til_koordinator", f"Sagen blev givet til {koordinator.navn}.", sag=sag)
    return sag
