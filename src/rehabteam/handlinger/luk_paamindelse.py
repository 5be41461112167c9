"""A reminder has done its work."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import IngenRet, kraev_ret
from rehabteam.sager.models import Paamindelse
from rehabteam.sager.udtraek.synlige import synlige_borgere

from .fejl import FindesIkke
from .handling import Anledning, haendelse, handling


@handling("luk_paamindelse")
def luk_paamindelse(anledning: Anledning, paamindelse_id: UUID) -> Paamindelse:
    """One's own, or that of the one one stands in for. Closed twice is closed once. Raises FindesIkke, IngenRet."""
    aktoer = anledning.aktoer
    paamindelse = (
        Paamindelse.objects.select_for_update(of=("self",))
        .filter(
            id=paamindelse_id,
            kommune_id=aktoer.organisation_id,
            borger_id__in=synlige_borgere(aktoer).values("id"),
        )
        .select_related("sag", "forloeb")
        .first()
    )
    if paamindelse is None:
        raise FindesIkke
    om = paamindelse.sag or paamindelse.forloeb
    assert om is not None
    kraev_ret(aktoer, "luk_paamindelse", om)
    if paamindelse.medarbejder_id != aktoer.sager_for:
        raise IngenRet(_("Påmindelsen er en kollegas. Kun kollegaen selv eller en vikar kan lukke den."))
    if paamindelse.lukket_tid is None:
        paamindelse.lukket_tid, paamindelse.lukket_af = anledning.nu, aktoer.signatur
        paamindelse.save(update_fields=["lukket_tid", "lukket_af"])
    haendelse(
        anledning,
        "luk_paamindelse",
        "En påmindelse blev lukket.",
        sag=paamindelse.sag,
        forloeb=paamindelse.forloeb,
        data={"paamindelse": str(paamindelse.id)},
    )
    return paamindelse
