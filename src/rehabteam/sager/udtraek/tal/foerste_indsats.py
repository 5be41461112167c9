"""From the finished indsatsdel to the day the first effort began (granted is not begun)."""

from datetime import date

from django.db.models import F, Min, OuterRef, Subquery
from django.db.models.functions import Least, TruncDate
from django.utils.translation import gettext_noop as _

from ...adgang.aktoer import Aktoer
from ...models import Indsats, Indsatsstart
from . import hvad_taelles
from .figur import DAGEKAEDE, TRIN, Figur, Raekke, dage, taelt


def raa(aktoer: Aktoer, fra: date, til: date, med_enhed: bool) -> list[Raekke]:
    paa_sagen = Indsatsstart.objects.filter(sag=OuterRef("pk"), tilbagekaldt_tid=None)
    paa_forloebet = Indsats.objects.filter(
        forloeb=OuterRef("forloeb_id"),
        tilbagekaldt_tid=None,
        paabegyndt__gte=OuterRef("indstilling_raekker__afgivet_dag"),
    )
    sager = (
        hvad_taelles.sager(aktoer)
        .filter(indsatsplan__faerdig_tid__isnull=False, indstilling_raekker__afgivet_dag__isnull=False)
        .annotate(
            _plan=TruncDate("indsatsplan__faerdig_tid"),
            _paa_sagen=Subquery(paa_sagen.values("sag").annotate(m=Min("begyndt")).values("m")),
            _paa_forloebet=Subquery(
                paa_forloebet.values("forloeb").annotate(m=Min("paabegyndt")).values("m")
            ),
        )
        .annotate(
            _begyndt=Least(F("_paa_sagen"), F("_paa_forloebet"))
        )  # PostgreSQL: what is NULL is left out
        .filter(_begyndt__range=(fra, til))
    )
    return taelt(sager, dage("_plan", "_begyndt"), "_begyndt", "sagsbehandler__enhed" if med_enhed else "")


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
