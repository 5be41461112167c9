"""Requests that leave nothing behind: what they did is checked as at a commit, read in the log, and taken back."""

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client

from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Rolle
from rehabteam.web.hvile import SIDST


def med_fejlside(klient: Client) -> Client:
    """A browser that is told of a fault as a person is: by a page."""
    klient.raise_request_exception = False
    return klient


def vaagen(klient: Client) -> Client:
    """A browser whose screen does not rest: the stage may stand for an hour, and what it does is taken back."""
    with transaction.atomic():
        kontekst.aabn_doeren()
        session = klient.session
        session[SIDST] = int(time.time()) + 24 * 60 * 60
        session.save()
    return klient


@contextmanager
def proevevis() -> Iterator[None]:
    """What happens inside is checked as at a commit, and then taken back."""
    with transaction.atomic():
        yield
        connection.check_constraints()
        transaction.set_rollback(True)


# The functions behind pg_stat_xact_user_tables; the view itself asks for ten times as much.
SKREVET = """
    SELECT relname, antal FROM (
        SELECT relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
            + pg_stat_get_xact_tuples_deleted(oid) AS antal
        FROM pg_class
        WHERE relkind IN ('r', 'p', 'm') AND relnamespace <> ALL (
            ARRAY['pg_catalog', 'information_schema']::regnamespace[])
    ) AS talt WHERE antal > 0
"""


def skrevet() -> dict[str, int]:
    """Within `proevevis`: rows written per table, as PostgreSQL counts; an earlier transaction's may be in it."""
    with connection.cursor() as cursor:
        cursor.execute(SKREVET)
        return dict(cursor.fetchall())


def ny_anmodning() -> None:
    """Within `proevevis`: forget who asked before, as the end of a transaction does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('role', 'none', true), set_config('app.ctx', '', true)")


def poster(hvem: Aktoer, svar: HttpResponse) -> list[tuple[str, int, list[uuid.UUID]]]:
    """Within `proevevis`: what the log in the database says of this answer (act, outcome, citizens)."""
    ny_anmodning()
    # A citizen sees who has used what is known about her, not the log itself: her kommune's reviewer reads for her.
    kontekst.som(replace(hvem, rolle=Rolle.AUDITOR, borger_id=None) if hvem.borger_id else hvem)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT art, udfald, borgere FROM sager_adgangspost WHERE anmodning = %s",
            [svar.wsgi_request.spor.anmodning],
        )
        return list(cursor.fetchall())
