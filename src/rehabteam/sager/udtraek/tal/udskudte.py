"""Cases taken off the meeting day they had: moved, swapped, cancelled."""

from datetime import date

from django.db.models import Count, Value
from django.utils.translation import gettext_noop as _

from ...adgang.aktoer import Aktoer
from ...models import Haendelse
from . import hvad_taelles
from .figur import Figur, Raekke, taelt

# What takes a case off a meeting leaves the old meeting in its Hændelse.
VERBER = ("vaelg_moede", "byt_pladser", "aflys_sag", "aflys_moede", "tag_stilling")


def raa(aktoer: Aktoer, fra: date, til: date, med_enhed: bool) -> list[Raekke]:
    haendelser = Haendelse.objects.filter(
        handling__in=VERBER,
        dag__range=(fra, til),
        mistet_dag=True,
        sag__in=hvad_taelles.delte(aktoer),
    )
    enhed = "sag__sagsbehandler__enhed" if med_enhed else ""
    return taelt(haendelser, Value("udskudt"), "dag", enhed, antal=Count("sag_id", distinct=True))


FIGUR = Figur(
    "udskudte",
    _("Udskudte sager"),
    _("sager, der mistede deres mødedag"),
    {"udskudt": _("Flyttet eller taget af mødet")},
    ((("udskudt",),),),
    (
        _(
            "Sager, der er sendt til regionen, og som i kvartalet blev flyttet fra, byttet væk fra "
            "eller taget af en mødedag, eller hvis mødedag blev aflyst. En sag tæller én gang pr. "
            "kvartal."
        ),
    ),
    raa,
)
