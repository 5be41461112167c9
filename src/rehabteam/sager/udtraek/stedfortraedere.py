"""Substitutes and nødadgange, as the pages show them."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from ..adgang.aktoer import Aktoer
from ..adgang.stedfortraeder import ROLLER
from ..models import Medarbejder, Noedadgang, Vikariat


def vikariater(aktoer: Aktoer, alle: bool = False) -> "QuerySet[Vikariat]":
    """One's own, as substitute and as the one away; `alle`: everybody's in the organisation. The latest first."""
    fundne = Vikariat.objects.filter(organisation_id=aktoer.organisation_id)
    if not alle:
        fundne = fundne.filter(Q(vikar_id=aktoer.medarbejder_id) | Q(for_hvem_id=aktoer.medarbejder_id))
    return fundne.select_related("vikar", "for_hvem").order_by("-til", "-fra", "id")


def aabne(aktoer: Aktoer, dag: date) -> "QuerySet[Vikariat]":
    """Those one may begin to work under today."""
    return vikariater(aktoer).filter(
        vikar_id=aktoer.medarbejder_id, slut=None, fra__lte=dag, til__gte=dag, for_hvem__aktiv=True
    )


def kolleger(aktoer: Aktoer) -> "QuerySet[Medarbejder]":
    """Those in the organisation who can stand in or be stood in for, by name."""
    return Medarbejder.objects.filter(
        organisation_id=aktoer.organisation_id, aktiv=True, rolle__in=ROLLER
    ).order_by("navn", "id")


def noedadgange(aktoer: Aktoer) -> "QuerySet[Noedadgang]":
    """The organisation's, the latest first."""
    return (
        Noedadgang.objects.filter(organisation_id=aktoer.organisation_id)
        .select_related("medarbejder", "kvittering__kvitteret_af")
        .order_by("-tid", "id")
    )


def ukvitterede(aktoer: Aktoer) -> "QuerySet[Noedadgang]":
    """Those nobody has looked at yet."""
    return noedadgange(aktoer).filter(kvittering=None)


def er_aaben(n: Noedadgang, nu: datetime) -> bool:
    return n.slut is None and n.udloeber > nu
