"""Cases sent to the region after the last day, and whether something was missing too."""

from datetime import date

from django.db.models import Case, CharField, Value, When
from django.utils.translation import gettext_noop as _

from ...adgang.aktoer import Aktoer
from ..synlige import synlige_sager
from .figur import Figur, Raekke, taelt

KATEGORI = Case(
    When(sendt_for_sent=False, then=Value("rettidig")),
    When(sendt_mangler__gt=0, then=Value("sent_mangler")),
    default=Value("sent_klar"),
    output_field=CharField(),
)


def raa(aktoer: Aktoer, fra: date, til: date, med_enhed: bool) -> list[Raekke]:
    sager = synlige_sager(aktoer).filter(region__isnull=False, sendt_dag__range=(fra, til))
    return taelt(sager, KATEGORI, "sendt_dag", "sagsbehandler__enhed" if med_enhed else "")


FIGUR = Figur(
    "for_sent",
    _("For sent sendt til regionen"),
    _("sendte sager"),
    {
        "sent_mangler": _("For sent, og noget manglede"),
        "sent_klar": _("For sent, intet manglede"),
        "rettidig": _("Til tiden"),
    },
    (
        (("sent_mangler",), ("sent_klar",), ("rettidig",)),
        (("sent_mangler", "sent_klar"), ("rettidig",)),
        (("sent_mangler", "sent_klar", "rettidig"),),
    ),
    (
        _(
            "Sager efter det kvartal, de sidst blev sendt til regionen i. For sent er efter sidste "
            "dag før sagens møde."
        ),
        _(
            "Årsagen er delt efter, om sagen stadig manglede noget, da den blev sendt. "
            "Sagsbehandlerens egen begrundelse er fri tekst og bliver ikke talt."
        ),
    ),
    raa,
    del_=("sent_mangler", "sent_klar"),
)
