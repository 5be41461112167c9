"""Say in which unit of the kommune a colleague works."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Medarbejder

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling

LAENGST = 80


@handling("saet_enhed")
def saet_enhed(anledning: Anledning, medarbejder_id: UUID, *, enhed: str) -> Medarbejder:
    """The unit by its name; "" for none. Raises KanIkke at `enhed`, FindesIkke, IngenRet."""
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "saet_enhed")
    kollega = Medarbejder.objects.filter(
        id=medarbejder_id, organisation_id=aktoer.organisation_id, aktiv=True
    ).first()
    if kollega is None:
        raise FindesIkke
    enhed = " ".join(enhed.split())
    if len(enhed) > LAENGST:
        raise KanIkke({"enhed": _("Enhedens navn er over 80 tegn. Skriv det kortere.")})
    kollega.enhed = enhed
    kollega.save(update_fields=["enhed"])
    hvor = f"sat i enheden »{enhed}«" if enhed else "taget ud af sin enhed"
    haendelse(
        anledning,
        "saet_enhed",
        f"{kollega.navn} blev {hvor}.",
        organisation_id=aktoer.organisation_id,
        data={"medarbejder": str(kollega.id)},
    )
    return kollega
