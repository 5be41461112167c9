"""Withdraw a document that should not be on the case. The bytes and the row stay; it is no longer read."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Dokument
from rehabteam.sager.udtraek.sagsbillede import lavet_her

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag


@handling("traek_dokument_tilbage")
def traek_dokument_tilbage(anledning: Anledning, sag_id: UUID, dokument_id: UUID, *, grund: str) -> Dokument:
    """Raises KanIkke at `grund` (also for what was signed or given), FindesIkke (also if already withdrawn)."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "traek_dokument_tilbage", sag)
    if not grund.strip():
        raise KanIkke({"grund": _("Skriv, hvorfor dokumentet trækkes tilbage.")})
    try:
        dokument = sag.dokument_raekker.get(id=dokument_id, trukket_tilbage_tid=None)
    except Dokument.DoesNotExist:
        raise FindesIkke from None
    if dokument.id in lavet_her(sag):
        raise KanIkke(
            {
                "grund": _(
                    "Det, der er underskrevet eller afgivet, rettes med et tillæg og trækkes ikke tilbage."
                )
            }
        )
    dokument.trukket_tilbage_tid = anledning.nu
    dokument.trukket_tilbage_grund = grund.strip()
    dokument.save(update_fields=["trukket_tilbage_tid", "trukket_tilbage_grund"])
    # Title and reason may tell of another citizen: they are no part of the sentence that others read too.
    haendelse(
        anledning,
        "traek_dokument_tilbage",
        "Et dokument blev trukket tilbage.",
        sag=sag,
        data={"dokument": str(dokument.id), "titel": dokument.titel, "grund": grund.strip()},
    )
    return dokument
