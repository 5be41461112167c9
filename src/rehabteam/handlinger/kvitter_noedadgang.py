"""Somebody has looked at a nødadgang and what was read in it; until then it is an alarm on the front page."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Noedkvittering
from rehabteam.sager.udtraek.stedfortraedere import noedadgange

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling


@handling("kvitter_noedadgang")
def kvitter_noedadgang(anledning: Anledning, noedadgang_id: UUID, *, bemaerkning: str = "") -> Noedkvittering:
    """By somebody else than the one who took it, and whom she stood in for. Raises KanIkke, FindesIkke, IngenRet."""
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "kvitter_noedadgang")
    noed = noedadgange(aktoer).filter(id=noedadgang_id).first()
    if noed is None:
        raise FindesIkke
    if noed.medarbejder_id in (aktoer.medarbejder_id, aktoer.sager_for):
        raise KanIkke({"": _("Det er din egen nødadgang. En anden skal se på den.")})
    if hasattr(noed, "kvittering"):
        raise KanIkke({"": _("Der er allerede kvitteret.")})
    kvittering = Noedkvittering(
        organisation_id=aktoer.organisation_id,
        noedadgang=noed,
        medarbejder_id=noed.medarbejder_id,
        kvitteret_af_id=aktoer.medarbejder_id,
        tid=anledning.nu,
        bemaerkning=bemaerkning.strip(),
    )
    kvittering.save(force_insert=True)
    haendelse(
        anledning,
        "kvitter_noedadgang",
        f"Nødadgangen til sag {noed.sagsnummer} er set.",
        organisation_id=aktoer.organisation_id,
        data={"noedadgang": str(noed.id)},
    )
    return kvittering
