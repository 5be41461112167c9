"""The share of ressourceforløb where no effort counted when six months had gone (BEK § 17, stk. 1)."""

from datetime import date, timedelta

from django.db.models import Case, CharField, DateField, ExpressionWrapper, F, Func, Q, Value, When
from django.utils.translation import gettext_noop as _

from ...adgang.aktoer import Aktoer
from . import hvad_taelles
from .figur import Figur, Raekke, taelt

MED = ("INDSATS_RETTIDIG", "UNDTAGET_STK_4", "UNDTAGET_STK_5", "UNDTAGET_STK_6")
UDEN = ("SKAL_GENBEHANDLES", "SAERLIGE_GRUNDE")
# The corresponding day, or the month's last (T2): PostgreSQL adds months as the law core does.
SEKS_MAANEDER = ExpressionWrapper(
    F("start") + Func(Value(6), function="make_interval", template="%(function)s(months => %(expressions)s)"),
    output_field=DateField(),
)


def raa(aktoer: Aktoer, fra: date, til: date, med_enhed: bool) -> list[Raekke]:
    forloeb = (
        hvad_taelles.forloeb(aktoer)
        # The index cannot help with the computed day; these bounds always hold it.
        .filter(start__range=(fra - timedelta(days=190), til))
        .annotate(_d0=SEKS_MAANEDER)
        .filter(_d0__range=(fra, til))
        .filter(
            Q(frist_status__in=(*MED, *UDEN)) | Q(frist_status="IKKE_UDLOEBET", naeste_frist__lte=F("_d0"))
        )
    )
    kategori = Case(
        When(frist_status__in=MED, then=Value("med")), default=Value("uden"), output_field=CharField()
    )
    return taelt(forloeb, kategori, "_d0", "sagsbehandler_id" if med_enhed else "")


FIGUR = Figur(
    "uden_indsats",
    _("Uden indsats efter seks måneder"),
    _("ressourceforløb"),
    {"uden": _("Uden en indsats, der tæller"), "med": _("Med en indsats, eller undtaget")},
    ((("uden",), ("med",)), (("uden", "med"),)),
    (
        _("Ressourceforløb efter det kvartal, hvor dagen seks måneder efter starten ligger."),
        _(
            "»Uden« er forløb, der skulle genbehandles efter BEK 2408/2021 § 17, stk. 1, også når "
            "særlige grunde talte imod (LAB § 113, stk. 2). »Med« er forløb med en indsats, der "
            "tæller, eller undtaget efter stk. 4-6."
        ),
        _(
            "Svaret er det, reglerne sidst gav. Forløb, hvor fristen står stille, ligger senere på "
            "grund af perioder, der holdes ude, eller hvor et menneske skal vurdere, er ikke med."
        ),
    ),
    raa,
    del_=("uden",),
    kun_kommunen=True,
)
