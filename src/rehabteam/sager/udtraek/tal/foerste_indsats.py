"""From the finished indsatsdel to the day the first effort began (granted is not begun)."""

from datetime import date

from django.db.models import F, Min, Q
from django.db.models.functions import Least, TruncDate
from django.utils.translation import gettext_noop as _

from ...adgang.aktoer import Aktoer
from . import hvad_taelles
from .figur import DAGEKAEDE, TRIN, Figur, Raekke, dage, taelt


def raa(aktoer: Aktoer, fra: date, til: date, med_enhed: bool) -> list[Raekke]:
    gaelder = Q(forloeb__indsatser__tilbagekaldt_tid=None) & Q(
        forloeb__indsatser__paabegyndt__gte=F("indstilling_raekker__afgivet_dag")
    )
    # Every effort beside its case and the first picked out: asked for case by case it took four times as long.
    sager = (
        hvad_taelles.sager(aktoer)
        .filter(indsatsplan__faerdig_tid__isnull=False, indstilling_raekker__afgivet_dag__isnull=False)
        .annotate(_plan=TruncDate("indsatsplan__faerdig_tid"))
        .values("id", "kommune_id", "sagsbehandler_id", "_plan")
        .annotate(
            # PostgreSQL's least: what is NULL is left out
            _begyndt=Least(
                Min("indsatsstarter__begyndt", filter=Q(indsatsstarter__tilbagekaldt_tid=None)),
                Min("forloeb__indsatser__paabegyndt", filter=gaelder),
            )
        )
        .filter(_begyndt__range=(fra, til))
    )
    return taelt(sager, dage("_plan", "_begyndt"), "_begyndt", "sagsbehandler_id" if med_enhed else "")


FIGUR = Figur(
    "foerste_indsats",
    _("Indsatsdel til første indsats begyndt"),
    _("sager, hvor en indsats begyndte"),
    TRIN,
    DAGEKAEDE,
    (
        _(
            "Kalenderdage fra indsatsdelen er gjort færdig til den første indsats er begyndt, "
            "efter det kvartal den begyndte."
        ),
        _(
            "Kun indsatser begyndt efter indstillingen tæller. En indsats, der begyndte før "
            "indsatsdelen var færdig, står som 0–14 dage. En bevilget indsats, der ikke er "
            "begyndt, er ikke med."
        ),
    ),
    raa,
    kun_kommunen=True,
)
