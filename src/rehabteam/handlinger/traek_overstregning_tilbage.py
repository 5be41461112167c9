"""Withdraw a redacted edition that should not be given to anybody. Its bytes and its row stay."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Overstregning

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag


@handling("traek_overstregning_tilbage")
def traek_overstregning_tilbage(
    anledning: Anledning, sag_id: UUID, overstregning_id: UUID, *, grund: str
) -> Overstregning:
    """Raises KanIkke at `tilbage_grund`, FindesIkke (also if already withdrawn, or not made), IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "traek_overstregning_tilbage", sag)
    if not grund.strip():
        raise KanIkke({"tilbage_grund": _("Skriv, hvorfor udgaven trækkes tilbage.")})
    udgave = (
        Overstregning.objects.filter(sag=sag, id=overstregning_id, trukket_tilbage_tid=None)
        .exclude(lavet_tid=None)
        .first()
    )
    if udgave is None:
        raise FindesIkke
    udgave.trukket_tilbage_tid = anledning.nu
    udgave.trukket_tilbage_grund = grund.strip()
    udgave.trukket_tilbage_af = anledning.aktoer.navn
    udgave.save(update_fields=["trukket_tilbage_tid", "trukket_tilbage_grund", "trukket_tilbage_af"])
    haendelse(
        anledning,
        "traek_overstregning_tilbage",
        "En overstreget udgave blev trukket tilbage.",
        sag=sag,
        data={"dokument": str(udgave.dokument_id), "udgave": udgave.nr},
    )
    return udgave
