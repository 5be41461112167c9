"""The house decides that a colleague has a conflict of interest (forvaltningsloven § 6, stk. 2) and keeps her out."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Inhabilitet
from rehabteam.sager.udtraek.inhabilitet import kolleger

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_borger
from .udelukkelse import giv_videre, hvor, kraev_grund, luk_ude


@handling("udeluk_medarbejder")
def udeluk_medarbejder(
    anledning: Anledning,
    borger_id: UUID,
    *,
    medarbejder_id: UUID,
    grund: str,
    begrundelse: str,
    ny_sagsbehandler_id: UUID | None = None,
) -> Inhabilitet:
    """A colleague of one's own house. Raises KanIkke at `medarbejder`, `grund`, `begrundelse`, `ny_sagsbehandler`."""
    aktoer = anledning.aktoer
    borger = hent_borger(anledning, borger_id)
    kraev_ret(aktoer, "udeluk_medarbejder", borger)
    kraev_grund(grund, begrundelse)
    kollega = kolleger(aktoer, borger).filter(id=medarbejder_id).exclude(id=aktoer.medarbejder_id).first()
    if kollega is None:
        raise KanIkke({"medarbejder": _("Vælg en kollega på listen.")})
    videre = giv_videre(anledning, borger, kollega, ny_sagsbehandler_id)
    sag, forloeb = hvor(aktoer, borger)
    haendelse(
        anledning,
        "udeluk_medarbejder",
        f"{kollega.navn} blev udelukket fra borgerens sager på grund af inhabilitet.{videre}",
        sag=sag,
        forloeb=forloeb,
        data={"medarbejder": str(kollega.id), "grund": grund},
    )
    return luk_ude(anledning, borger, kollega, grund=grund, begrundelse=begrundelse)
