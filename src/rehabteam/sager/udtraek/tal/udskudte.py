"""Cases taken off the meeting day they had: moved, swapped, cancelled."""

from datetime import date

from django.db.models import Min, Value
from django.db.models.functions import ExtractQuarter, ExtractYear
from django.utils.translation import gettext_noop as _

from ...adgang.aktoer import Aktoer
from . import hvad_taelles
from .figur import Figur, Raekke, taelt

# What takes a case off a meeting leaves the old meeting in its Hændelse.
VERBER = ("vaelg_moede", "byt_pladser", "aflys_sag", "aflys_moede", "tag_stilling")


def raa(aktoer: Aktoer, fra: date, til: date, med_enhed: bool) -> list[Raekke]:
    # One row for a case in a quarter, with the first of the days: how often it was moved does not count.
    sager = (
        hvad_taelles.delte(aktoer)
        .filter(
            haendelser__handling__in=VERBER, haendelser__dag__range=(fra, til), haendelser__mistet_dag=True
        )
        .annotate(_aar=ExtractYear("haendelser__dag"), _kv=ExtractQuarter("haendelser__dag"))
        .values("id", "kommune_id", "sagsbehandler_id", "_aar", "_kv")
        .annotate(_foerst=Min("haendelser__dag"))
    )
    return taelt(sager, Value("udskudt"), "_foerst", "sagsbehandler_id" if med_enhed else "")


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
