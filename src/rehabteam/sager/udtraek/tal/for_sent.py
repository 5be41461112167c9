"""Cases sent to the region after the last day, by the cause the caseworker chose."""

from datetime import date

from django.db.models import Case, CharField, F, Value, When
from django.utils.translation import gettext_noop as _

from ...aarsager import AARSAGER, IKKE_ANGIVET
from ...adgang.aktoer import Aktoer
from . import hvad_taelles
from .figur import Figur, Raekke, taelt

KATEGORI = Case(
    When(sendt_for_sent=False, then=Value("rettidig")),
    When(sendt_aarsag="", then=Value(IKKE_ANGIVET)),
    default=F("sendt_aarsag"),
    output_field=CharField(),
)
SENT = (*AARSAGER, IKKE_ANGIVET)
PAPIRER = ("resume", "papirer")
RESTEN = tuple(k for k in SENT if k not in PAPIRER)
TIL_TIDEN = ("rettidig",)


def raa(aktoer: Aktoer, fra: date, til: date, med_enhed: bool) -> list[Raekke]:
    sager = hvad_taelles.delte(aktoer).filter(sendt_dag__range=(fra, til))
    return taelt(sager, KATEGORI, "sendt_dag", "sagsbehandler_id" if med_enhed else "")


FIGUR = Figur(
    "for_sent",
    _("For sent sendt til regionen"),
    _("sendte sager"),
    {**AARSAGER, IKKE_ANGIVET: _("Ikke angivet"), "rettidig": _("Til tiden")},
    (
        (*((k,) for k in SENT), TIL_TIDEN),
        (("resume",), ("papirer",), RESTEN, TIL_TIDEN),
        (PAPIRER, RESTEN, TIL_TIDEN),
        (SENT, TIL_TIDEN),
        ((*SENT, "rettidig"),),
    ),
    (
        _(
            "Sager efter det kvartal, de sidst blev sendt til regionen i. For sent er efter sidste "
            "dag før sagens møde."
        ),
        _(
            "Årsagen er den, sagsbehandleren valgte, da sagen blev sendt. Sager fra før årsagen kunne "
            "vælges står som »Ikke angivet«. Begrundelsens egne ord bliver ikke talt."
        ),
    ),
    raa,
    del_=SENT,
    samlet={
        RESTEN: _("Andre årsager"),
        PAPIRER: _("Resumé eller dokumenter manglede"),
        SENT: _("For sent"),
    },
)
