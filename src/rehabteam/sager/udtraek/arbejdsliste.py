"""What waits for a kommune's people, as querysets. The dates are the cached ones: the page asks the law again.

A forløb that the team has treated again, or that has ended, waits for nothing here.
"""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from ..adgang.aktoer import Aktoer
from ..models import GENFORELAEGGELSE, Forloeb, Haendelse, Indsats, Moede, Sag
from .sagsbillede import sag_med_papirer
from .synlige import synlige_forloeb, synlige_moeder, synlige_sager

NAER = timedelta(days=60)
T = Sag.Tilstand
FOER_MOEDET = (T.FORBEREDES, T.SENDT, T.HOS_KOORDINATOR)

# What others do on a case that its caseworker wants to know of.
NYHEDER = (
    "underskriv_notat",
    "send_til_region",
    "fordel_til_koordinator",
    "vaelg_moede",
    "tilfoej_dokument",
    "tilbagekald_samtykke",
    "afgiv_indstilling",
)


def _egne(felt: str, aktoer: Aktoer, mine: bool) -> Q:
    return Q(**{felt: aktoer.sager_for}) if mine else Q()


def i_gang(aktoer: Aktoer, mine: bool) -> "QuerySet[Forloeb]":
    """All running forløb, of the person or of the kommune."""
    return synlige_forloeb(aktoer).filter(_egne("sagsbehandler_id", aktoer, mine), slut=None)


def _venter(aktoer: Aktoer, mine: bool) -> "QuerySet[Forloeb]":
    """Not treated again, and not resumed: what has been resumed waits under another heading, once."""
    aaben = Sag.objects.filter(forloeb_id=OuterRef("id"), undertype=GENFORELAEGGELSE)
    return i_gang(aktoer, mine).filter(genbehandlet=None).filter(~Exists(aaben.exclude(tilstand=T.AFSLUTTET)))


def skal_for_teamet(aktoer: Aktoer, dag: date, mine: bool) -> "QuerySet[Forloeb]":
    """The limit is behind us and nothing is done yet; the oldest limit first."""
    return _venter(aktoer, mine).filter(naeste_frist__lt=dag).order_by("naeste_frist", "id")


def naermer_sig(aktoer: Aktoer, dag: date, mine: bool) -> "QuerySet[Forloeb]":
    """The limit lies within sixty days, the time stands still, or a human must say which rules apply."""
    snart = Q(naeste_frist__gte=dag, naeste_frist__lte=dag + NAER)
    uden_dato = Q(frist_status="SUSPENDERET") | Q(frist_status="MANUEL_VURDERING", naeste_frist=None)
    tvivl = Q(frist_status="MANUEL_VURDERING", naeste_frist__gt=dag + NAER)
    return (
        _venter(aktoer, mine)
        .filter(snart | uden_dato | tvivl)
        .order_by(F("naeste_frist").asc(nulls_last=True), "id")
    )


def naeste_frist(aktoer: Aktoer, dag: date, mine: bool) -> date | None:
    """The next limit of all, for the day when nothing is urgent."""
    frister = i_gang(aktoer, mine).filter(genbehandlet=None, naeste_frist__gte=dag).order_by("naeste_frist")
    return frister.values_list("naeste_frist", flat=True).first()


def _sager(aktoer: Aktoer, mine: bool) -> "QuerySet[Sag]":
    return sag_med_papirer(aktoer).filter(_egne("sagsbehandler_id", aktoer, mine), undertype=GENFORELAEGGELSE)


def uden_moede(aktoer: Aktoer, mine: bool) -> "QuerySet[Sag]":
    """Re-submissions in the making that are on no meeting yet."""
    return _sager(aktoer, mine).filter(tilstand=T.FORBEREDES, moede=None).order_by("oprettet", "nummer")


def til_moede(aktoer: Aktoer, mine: bool) -> "QuerySet[Sag]":
    """Re-submissions on a meeting that has not given its indstilling."""
    return (
        _sager(aktoer, mine)
        .filter(tilstand__in=FOER_MOEDET, moede__isnull=False)
        .order_by("moede__dato", "moede_kl", "nummer")
    )


def venter_paa_indsats(aktoer: Aktoer, mine: bool) -> "QuerySet[Sag]":
    """Indstilling given and no plan yet, or a plan and no effort begun since."""
    begyndt = Indsats.objects.filter(
        forloeb_id=OuterRef("forloeb_id"),
        tilbagekaldt_tid=None,
        paabegyndt__gte=OuterRef("forloeb__genbehandlet"),
    )
    return (
        _sager(aktoer, mine)
        .filter(Q(tilstand=T.INDSTILLET) | Q(tilstand=T.PLAN_LAGT) & ~Exists(begyndt))
        .order_by("tilstand", "forloeb__genbehandlet", "nummer")
    )


def moeder_i_dag(aktoer: Aktoer, dag: date, mine: bool) -> "QuerySet[Sag]":
    """The cases that are before the team today, by the clock."""
    return (
        synlige_sager(aktoer)
        .filter(_egne("sagsbehandler_id", aktoer, mine), moede__dato=dag)
        .exclude(tilstand=T.AFSLUTTET)
        .select_related("borger", "moede")
        .order_by("moede_kl", "nummer")
    )


def kommende_moeder(aktoer: Aktoer, dag: date) -> "QuerySet[Moede]":
    return synlige_moeder(aktoer).filter(dato__gt=dag).order_by("dato", "kl")


def nyt(aktoer: Aktoer, siden: datetime, mine: bool) -> "QuerySet[Haendelse]":
    """What others have done on the open cases, the latest first."""
    sager = (
        synlige_sager(aktoer).filter(_egne("sagsbehandler_id", aktoer, mine)).exclude(tilstand=T.AFSLUTTET)
    )
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
