"""From the team's indstilling to the kommune's decision (BEK § 7, stk. 4)."""

from datetime import date

from django.utils.translation import gettext_noop as _

from ...adgang.aktoer import Aktoer
from . import hvad_taelles
from .figur import DAGEKAEDE, TRIN, Figur, Raekke, dage, taelt


def raa(aktoer: Aktoer, fra: date, til: date, med_enhed: bool) -> list[Raekke]:
    sager = hvad_taelles.sager(aktoer).filter(
        afgoerelse__dag__range=(fra, til), indstilling_raekker__afgivet_dag__isnull=False
    )
    hvem = "sagsbehandler_id" if med_enhed else ""
    return taelt(sager, dage("indstilling_raekker__afgivet_dag", "afgoerelse__dag"), "afgoerelse__dag", hvem)


FIGUR = Figur(
    "afgoerelse",
    _("Indstilling til afgørelse"),
    _("sager afgjort"),
    TRIN,
    DAGEKAEDE,
    (_("Kalenderdage fra indstillingen er afgivet til kommunens afgørelse, efter afgørelsens kvartal."),),
    raa,
    kun_kommunen=True,
)
