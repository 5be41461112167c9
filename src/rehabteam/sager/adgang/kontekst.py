"""The signed context: what a transaction tells PostgreSQL about who is asking.

A context is `kind|organisation|person|expiry|signature`, set LOCAL to one transaction together with the
database role of that kind. The policies believe it only if the signature holds, the time has not run out
and the kind is their own. The key stands in a table that no application role can read.
"""

import hashlib
import hmac
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection, transaction

from .aktoer import Aktoer, Tjeneste, Vaeg

LEVETID = 15 * 60  # seconds; a request that takes longer has other problems


class KontekstFejl(RuntimeError):
    """A context was asked for outside a transaction, or one was already there that should not be."""


def noegle() -> bytes:
    """The signing key (32 bytes), derived from the installation's secret."""
    return hmac.new(settings.SECRET_KEY.encode(), b"rehabteam: databasens kontekst", hashlib.sha256).digest()


def underskrevet(vaeg: Vaeg, organisation: object, person: object, udloeber: int) -> str:
    """The context as text, with its signature."""
    felter = f"{vaeg}|{organisation}|{person}|{udloeber}"
    return f"{felter}|{hmac.new(noegle(), felter.encode(), hashlib.sha256).hexdigest()}"


def rollenavn(vaeg: Vaeg | Tjeneste) -> str:
    return f"{settings.ROLLEPRAEFIKS}_app_{vaeg}"


def aabn_doeren() -> None:
    """Become the door: may read logins and sessions, sees no citizen. Needs an open transaction."""
    _saet(Vaeg.DOER, "")


def som(aktoer: Aktoer) -> None:
    """Become this person's kind of user for the rest of the transaction."""
    udloeber = int(time.time()) + LEVETID
    _saet(aktoer.vaeg, underskrevet(aktoer.vaeg, aktoer.organisation_id, aktoer.medarbejder_id, udloeber))


def _saet(vaeg: Vaeg, kontekst: str) -> None:
    if not connection.in_atomic_block:
        raise KontekstFejl("SET LOCAL uden for en transaktion virker ikke: åbn en transaktion først.")
    with connection.cursor() as cursor:
        # set_config with is_local=true is SET LOCAL; one round trip for both.
        cursor.execute(
            "SELECT set_config('role', %s, true), set_config('app.ctx', %s, true)",
            [rollenavn(vaeg), kontekst],
        )


def efterproev_ren_forbindelse() -> None:
    """Tripwire: a connection must come without a context. If not, drop it and refuse the request."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nullif(current_setting('app.ctx', true), ''), current_user = session_user")
        kontekst, ren_rolle = cursor.fetchone()
    if kontekst is not None or not ren_rolle:
        connection.close()
        raise KontekstFejl("Forbindelsen havde en rest af en andens anmodning og er lukket.")


@contextmanager
def arbejder_som(aktoer: Aktoer) -> Iterator[None]:
    """One transaction as this person: for commands, demo data and tests. Not for nesting."""
    if connection.in_atomic_block:
        raise KontekstFejl("En kontekst kan ikke åbnes inde i en anden.")
    with transaction.atomic():
        efterproev_ren_forbindelse()
        som(aktoer)
        yield
