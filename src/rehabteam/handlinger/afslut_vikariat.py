"""A substitute is no longer needed: over at her next request."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import IngenRet, kraev_ret
from rehabteam.sager.models import Rolle, Vikariat
from rehabteam.sager.udtraek.stedfortraedere import vikariater

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .opret_vikariat import FOR_ALLE


@handling("afslut_vikariat")
def afslut_vikariat(anledning: Anledning, vikariat_id: UUID) -> Vikariat:
    """By the one who was away, or by leader or secretariat. Raises KanIkke, FindesIkke, IngenRet."""
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "afslut_vikariat")
    if aktoer.vikar_for:
        raise IngenRet(_("En vikar kan ikke afslutte et vikariat. Arbejd som dig selv, og prøv igen."))
    vikariat = vikariater(aktoer, alle=True).filter(id=vikariat_id).first()
    if vikariat is None:
        raise FindesIkke
    selv = vikariat.for_hvem_id == aktoer.medarbejder_id
    if not selv and (aktoer.rolle not in FOR_ALLE or vikariat.for_hvem.rolle == Rolle.AUDITOR):
        raise IngenRet(_("Vikariatet kan afsluttes af den, der er væk, eller af lederen."))
    if vikariat.slut or vikariat.til < anledning.dag:
        raise KanIkke({"": _("Vikariatet er allerede slut.")})
    vikariat.slut, vikariat.slut_af = anledning.nu, aktoer.navn
    vikariat.save(update_fields=["slut", "slut_af"])
    haendelse(
        anledning,
        "afslut_vikariat",
        f"{vikariat.vikar.navn} er ikke længere vikar for {vikariat.for_hvem.navn}.",
        organisation_id=aktoer.organisation_id,
        data={"vikariat": str(vikariat.id)},
    )
    return vikariat
