"""What waits for a kommune's people, as querysets: of the work that was chosen (`Udvalg`), the nearest first.

The dates are the cached ones: the page asks the law again. A forløb that the team has treated again, or that has
ended, waits for nothing here.
"""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from ..adgang.aktoer import Aktoer
from ..models import GENFORELAEGGELSE, Forloeb, Haendelse, Indsats, Indsatsstart, Moede, Sag
from .opfoelgning import LOEBER
from .orden import efter_navn
from .sagsbillede import sag_med_papirer
from .synlige import synlige_forloeb, synlige_moeder, synlige_sager
from .udvalg import NAVN, Udvalg

NAER = timedelta(days=60)
T = Sag.Tilstand
FOER_MOEDET = (T.FORBEREDES, T.SENDT, T.HOS_KOORDINATOR)

# What others do on a case that its caseworker wants to know of.
NYHEDER = (
    "underskriv_notat",
    "send_til_region",
    "fordel_til_koordinator",
    "giv_til_stedfortraeder",
    "spoerg_kommunen",
    "tag_stilling",
    "vaelg_moede",
    "godkend_plan",
    "byt_pladser",
    "aflys_sag",
    "aflys_moede",
    "tilfoej_dokument",
    "laeg_modtaget",
    "tilbagekald_samtykke",
    "afgiv_indstilling",
    "overdrag_sager",
)


def _orden(u: Udvalg, *naermeste: Any) -> list[Any]:
    """The order of the rows, always one and the same for the same rows."""
    return [*(efter_navn() if u.orden == NAVN else ()), *naermeste]


def i_gang(aktoer: Aktoer, u: Udvalg) -> "QuerySet[Forloeb]":
    """All running forløb of the work that was chosen."""
    return synlige_forloeb(aktoer).filter(u.hos_q("sagsbehandler_id"), slut=None)


def venter(aktoer: Aktoer, u: Udvalg) -> "QuerySet[Forloeb]":
    """Not treated again, and not resumed: what has been resumed waits under another heading, once."""
    if not u.med_forloeb:
        return Forloeb.objects.none()
    aaben = Sag.objects.filter(forloeb_id=OuterRef("id"), undertype=GENFORELAEGGELSE)
    return i_gang(aktoer, u).filter(genbehandlet=None).filter(~Exists(aaben.exclude(tilstand=T.AFSLUTTET)))


def skal_for_teamet(aktoer: Aktoer, dag: date, u: Udvalg) -> "QuerySet[Forloeb]":
    """The limit is behind us and nothing is done yet; the oldest limit first."""
    return venter(aktoer, u).filter(naeste_frist__lt=dag).order_by(*_orden(u, "naeste_frist", "id"))


def naermer_sig(aktoer: Aktoer, dag: date, u: Udvalg) -> "QuerySet[Forloeb]":
    """The limit lies within sixty days, the time stands still, or a human must say which rules apply."""
    snart = Q(naeste_frist__gte=dag, naeste_frist__lte=dag + NAER)
    uden_dato = Q(frist_status="SUSPENDERET") | Q(frist_status="MANUEL_VURDERING", naeste_frist=None)
    tvivl = Q(frist_status="MANUEL_VURDERING", naeste_frist__gt=dag + NAER)
    return (
        venter(aktoer, u)
        .filter(snart | uden_dato | tvivl)
        .order_by(*_orden(u, F("naeste_frist").asc(nulls_last=True), "id"))
    )


def naeste_frist(aktoer: Aktoer, dag: date, u: Udvalg) -> date | None:
    """The next limit of all, for the day when nothing is urgent."""
    frister = i_gang(aktoer, u).filter(genbehandlet=None, naeste_frist__gte=dag).order_by("naeste_frist")
    return frister.values_list("naeste_frist", flat=True).first()


def _sager(aktoer: Aktoer, u: Udvalg) -> "QuerySet[Sag]":
    return sag_med_papirer(aktoer).filter(u.hos_q("sagsbehandler_id"), u.art_q())


def uden_moede(aktoer: Aktoer, u: Udvalg) -> "QuerySet[Sag]":
    """Cases of any kind in the making that are on no meeting: not yet, or because none is asked for."""
    return (
        _sager(aktoer, u).filter(tilstand=T.FORBEREDES, moede=None).order_by(*_orden(u, "oprettet", "nummer"))
    )


def til_moede(aktoer: Aktoer, u: Udvalg) -> "QuerySet[Sag]":
    """Cases on a meeting that has not given its indstilling."""
    return (
        _sager(aktoer, u)
        .filter(tilstand__in=FOER_MOEDET, moede__isnull=False)
        .order_by(*_orden(u, "moede__dato", "moede_kl", "nummer"))
    )


def efter_moedet(aktoer: Aktoer, u: Udvalg) -> "QuerySet[Sag]":
    """What is the kommune's own: to decide, to plan, and to see that the first effort begins.

    While the six months run they are the watch, and the forløb stands under its own heading (opfoelgning.py).
    """
    begyndt = Indsats.objects.filter(
        forloeb_id=OuterRef("forloeb_id"), tilbagekaldt_tid=None, paabegyndt__gte=OuterRef("regnet_fra")
    )
    paa_sagen = Indsatsstart.objects.filter(sag_id=OuterRef("id"), tilbagekaldt_tid=None)
    par17 = Q(forloeb__isnull=False, forloeb__genbehandlet=None, forloeb__frist_status__in=LOEBER)
    venter = Q(tilstand=T.PLAN_LAGT) & ~par17 & ~Exists(begyndt) & ~Exists(paa_sagen)
    return (
        _sager(aktoer, u)
        .annotate(regnet_fra=Coalesce(F("afgoerelse__dag"), F("oprettet")))
        .filter(Q(tilstand__in=(T.INDSTILLET, T.AFGJORT)) | venter)
        .order_by(*_orden(u, "tilstand", "regnet_fra", "nummer"))
    )


def moeder_i_dag(aktoer: Aktoer, dag: date, u: Udvalg) -> "QuerySet[Sag]":
    """The cases that are before the team today, by the clock."""
    return (
        synlige_sager(aktoer)
        .filter(u.hos_q("sagsbehandler_id"), moede__dato=dag)
        .exclude(tilstand=T.AFSLUTTET)
        .select_related("borger", "moede")
        .order_by("moede_kl", "nummer")
    )


def kommende_moeder(aktoer: Aktoer, dag: date) -> "QuerySet[Moede]":
    return synlige_moeder(aktoer).filter(dato__gt=dag, aflyst_tid=None).order_by("dato", "kl")


def nyt(aktoer: Aktoer, siden: datetime, u: Udvalg) -> "QuerySet[Haendelse]":
    """What others have done on the open cases, the latest first."""
    sager = synlige_sager(aktoer).filter(u.hos_q("sagsbehandler_id")).exclude(tilstand=T.AFSLUTTET)
    return (
        Haendelse.objects.filter(
            kommune_id=aktoer.organisation_id,
            sag_id__in=sager.values("id"),
            tid__gte=siden,
            handling__in=NYHEDER,
        )
        .exclude(aktoer_navn=aktoer.navn, aktoer_rolle=aktoer.rolle)
        .select_related("borger")
        .order_by("-tid")
    )


def forloeb_til(aktoer: Aktoer, ider: list[UUID]) -> "QuerySet[Forloeb]":
    """The forløb that stand on the page, to be asked about again."""
    return synlige_forloeb(aktoer).filter(id__in=ider).select_related("borger", "sagsbehandler")
