"""From the team's indstilling to the finished indsatsdel (BEK § 5)."""

from datetime import date

from django.db.models.functions import TruncDate
from django.utils.translation import gettext_noop as _

from ...adgang.aktoer import Aktoer
from . import hvad_taelles
from .figur import DAGEKAEDE, TRIN, Figur, Raekke, dage, doegnene, taelt


def raa(aktoer: Aktoer, fra: date, til: date, med_enhed: bool) -> list[Raekke]:
    foerst, efter = doegnene(fra, til)
    sager = (
        hvad_taelles.sager(aktoer)
        .filter(indsatsplan__faerdig_tid__gte=foerst, indsatsplan__faerdig_tid__lt=efter)
        .filter(indstilling_raekker__afgivet_dag__isnull=False)
        .annotate(_faerdig=TruncDate("indsatsplan__faerdig_tid"))
    )
    hvem = "sagsbehandler_id" if med_enhed else ""
    return taelt(sager, dage("indstilling_raekker__afgivet_dag", "_faerdig"), "_faerdig", hvem)


FIGUR = Figur(
    "indsatsdel",
    _("Indstilling til færdig indsatsdel"),
    _("indsatsdele gjort færdige"),
    TRIN,
    DAGEKAEDE,
    (
        _(
            "Kalenderdage fra indstillingen er afgivet til indsatsdelen er gjort færdig, efter det "
            "kvartal den blev færdig."
        ),
    ),
    raa,
    kun_kommunen=True,
)
