"""Fetching what a Handling works on: locked, and only what the person may see."""

from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.fakta import med_fakta
from rehabteam.sager.models import Borger, Forloeb, Sag
from rehabteam.sager.udtraek.synlige import synlige_borgere, synlige_forloeb, synlige_sager

from .fejl import FindesIkke
from .handling import Anledning


def efter_tur(hvad: str, hvis: UUID) -> None:
    """Two at once take turns, where there is no row to lock yet or none one may lock. Held to the end."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 19))", [f"{hvad} {hvis}"])


def hent_forloeb(anledning: Anledning, forloeb_id: UUID) -> Forloeb:
    """The forløb with its facts, locked until the transaction ends: two caseworkers take turns."""
    if not synlige_forloeb(anledning.aktoer).select_for_update().filter(id=forloeb_id).values("id").first():
        raise FindesIkke
    return med_fakta(Forloeb.objects.filter(id=forloeb_id).select_related("borger")).get()


def hent_borger(anledning: Anledning, borger_id: UUID) -> Borger:
    """The citizen, for who is kept out of her cases: two at once take turns."""
    efter_tur("udelukkelse", borger_id)
    borger = synlige_borgere(anledning.aktoer).filter(id=borger_id).first()
    if borger is None:
        raise FindesIkke
    return borger


def hent_borgeren_selv(aktoer: Aktoer, borger_id: UUID) -> tuple[Borger, Forloeb]:
    """What is about the citizen herself, and her newest forløb: the Hændelse stands there. Nothing is locked.

    Only the columns that the citizen's own role may read. Raises FindesIkke.
    """
    borger = synlige_borgere(aktoer).only("id", "kommune").filter(id=borger_id).first()
    forloeb = (
        (synlige_forloeb(aktoer).only("id", "kommune", "borger").filter(borger_id=borger_id))
        .order_by("-start")
        .first()
    )
    if borger is None or forloeb is None:
        raise FindesIkke
    return borger, forloeb


def hent_sag(anledning: Anledning, sag_id: UUID) -> Sag:
    """The case, locked by those who may change it. A sundhedskoordinator only takes turns with herself."""
    sager: QuerySet[Sag] = synlige_sager(anledning.aktoer).filter(id=sag_id)
    if anledning.aktoer.vaeg == Vaeg.KOORDINATOR:
        efter_tur("notat", sag_id)
    elif not sager.select_for_update().values("id").first():
        raise FindesIkke
    try:
        return sager.select_related("borger", "moede", "kommune").get()
    except Sag.DoesNotExist:
        raise FindesIkke from None
