"""What falls on a day between two: meetings, reminders, and what the law's and the certificates' dates are made of.

The dates that are the law's are asked for again by the page: here stand the forløb and cases they are asked about.
"""

from datetime import date, timedelta

from django.db.models import QuerySet

from ..adgang.aktoer import Aktoer
from ..models import GENFORELAEGGELSE, Forloeb, Paamindelse, Sag
from .arbejdsliste import FOER_MOEDET, venter
from .attester import Attestrad, frister
from .noter import paamindelser
from .synlige import synlige_sager
from .udvalg import Udvalg

# The last day to send lies within this before the meeting, holidays and all.
FOER = timedelta(days=30)


def forloeb_mellem(aktoer: Aktoer, fra: date, til: date, u: Udvalg) -> "QuerySet[Forloeb]":
    """Forløb whose six months are thought to run out in these days, and that nobody has taken up again."""
    return (
        venter(aktoer, u)
        .filter(naeste_frist__gte=fra, naeste_frist__lte=til)
        .select_related("borger", "sagsbehandler")
        .order_by("naeste_frist", "id")
    )


def _sager(aktoer: Aktoer, u: Udvalg) -> "QuerySet[Sag]":
    return (
        synlige_sager(aktoer)
        .filter(u.hos_q("sagsbehandler_id"), u.art_q(), tilstand__in=FOER_MOEDET)
        .select_related("borger", "moede", "sagsbehandler")
    )


def moeder_mellem(aktoer: Aktoer, fra: date, til: date, u: Udvalg) -> "QuerySet[Sag]":
    """Cases that are before the team in these days."""
    return (
        _sager(aktoer, u)
        .filter(moede__dato__gte=fra, moede__dato__lte=til)
        .order_by("moede__dato", "moede_kl", "nummer")
    )


def skal_sendes(aktoer: Aktoer, fra: date, til: date, u: Udvalg) -> "QuerySet[Sag]":
    """Cases not sent yet whose last day to be sent may lie in these days: the procedure says it of re-submissions."""
    return (
        _sager(aktoer, u)
        .filter(
            tilstand=Sag.Tilstand.FORBEREDES,
            undertype=GENFORELAEGGELSE,
            moede__dato__gte=fra,
            moede__dato__lte=til + FOER,
        )
        .order_by("moede__dato", "nummer")
    )


def attester_mellem(aktoer: Aktoer, fra: date, til: date, dag: date, u: Udvalg) -> list[Attestrad]:
    """Certificates that have not come, with a day in this time by which they should have, or of the kommune's own check."""
    return [
        r
        for r in frister(aktoer, dag)
        if r.dag and fra <= r.dag <= til and (u.hos is None or r.anmodning.sag.sagsbehandler_id in u.hos)
    ]


def paamindelser_mellem(aktoer: Aktoer, fra: date, til: date) -> "QuerySet[Paamindelse]":
    """Her own, whoever's work the calendar shows."""
    return paamindelser(aktoer).filter(dag__gte=fra, dag__lte=til)
