"""The emergency is over: closed at the next request, by oneself or by those who answer for the house."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import IngenRet, har_ret, kraev_ret
from rehabteam.sager.models import Noedadgang
from rehabteam.sager.udtraek.stedfortraedere import er_aaben

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling


@handling("afslut_noedadgang")
def afslut_noedadgang(anledning: Anledning, noedadgang_id: UUID) -> Noedadgang:
    """Raises KanIkke when it is over already, FindesIkke, IngenRet."""
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "afslut_noedadgang")
    noed = Noedadgang.objects.filter(organisation_id=aktoer.organisation_id, id=noedadgang_id).first()
    if noed is None:
        raise FindesIkke
    if noed.medarbejder_id != aktoer.medarbejder_id and not har_ret(aktoer, "kvitter_noedadgang"):
        raise IngenRet(_("Det er ikke din nødadgang."))
    if not er_aaben(noed, anledning.nu):
        raise KanIkke({"": _("Nødadgangen er allerede slut.")})
    noed.slut = anledning.nu
    noed.save(update_fields=["slut"])
    haendelse(
        anledning,
        "afslut_noedadgang",
        f"Nødadgangen til sag {noed.sagsnummer} blev afsluttet.",
        organisation_id=aktoer.organisation_id,
        data={"noedadgang": str(noed.id)},
    )
    return noed
