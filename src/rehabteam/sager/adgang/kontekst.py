"""The signed context: what a transaction tells PostgreSQL about who is asking.

A context is `kind|organisation|person|for|case|citizen|number|expiry|signature`, set LOCAL to one transaction
together with the database role of that kind. `for` is whose cases (oneself, or the one one stands in for); case,
citizen and number are filled in only where a kind of user needs them. The policies believe it only if the signature
holds, the time has not run out and the kind is their own.

The signature also covers the connection (pg_backend_pid) and the moment the transaction began. They are not in the
text: PostgreSQL adds its own when it checks, so a context copied to another request or connection opens nothing.
The key stands in a table that no application role can read.
"""

import hashlib
import hmac
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction

from .aktoer import Aktoer, Tjeneste, Vaeg

LEVETID = 15 * 60  # seconds; a request that takes longer has other problems


class KontekstFejl(RuntimeError):
    """A context was asked for outside a transaction, or one was already there that should not be."""


def noegle() -> bytes:
    """The signing key (32 bytes), derived from the installation's secret."""
    return hmac.new(settings.SECRET_KEY.encode(), b"rehabteam: databasens kontekst", hashlib.sha256).digest()


@dataclass(frozen=True, slots=True)
class Transaktion:
    """One transaction: the server's process, and when it began (seconds with microseconds, as PostgreSQL writes it)."""

    proces: int
    begyndt: str


DENNE = "pg_backend_pid(), extract(epoch FROM transaction_timestamp())::text"


def denne_transaktion() -> Transaktion:
    """Which transaction this is. Costs a round trip; the tripwire tells it for nothing."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {DENNE}")
        return Transaktion(*cursor.fetchone())


def underskrevet(
    vaeg: Vaeg,
    organisation: object,
    person: object,
    udloeber: int,
    transaktion: Transaktion,
    *,
    sager_for: object = "",
    sag: object = "",
    borger: object = "",
    nummer: str = "",
) -> str:
    """The context as text, with its signature. Good in this transaction and in no other."""
    felter = "|".join(str(f) for f in (vaeg, organisation, person, sager_for, sag, borger, nummer, udloeber))
    besked = f"{felter}|{transaktion.proces}|{transaktion.begyndt}"
    return f"{felter}|{hmac.new(noegle(), besked.encode(), hashlib.sha256).hexdigest()}"


def rollenavn(vaeg: Vaeg | Tjeneste) -> str:
    return f"{settings.ROLLEPRAEFIKS}_app_{vaeg}"


def aabn_doeren(nummer: str = "", transaktion: Transaktion | None = None) -> None:
    """Become the door: may read logins and sessions, sees no citizen. Needs an open transaction.

    Signed as well, or whoever can change role in a request could read everybody's sessions. `nummer`: what somebody
    has proved to be hers, for the moment it takes to find her by it.
    """
    udloeber = int(time.time()) + LEVETID
    denne = _kraev_transaktion(transaktion)
    _saet(Vaeg.DOER, underskrevet(Vaeg.DOER, "", "", udloeber, denne, nummer=_kun_tal(nummer)))


def som(aktoer: Aktoer, transaktion: Transaktion | None = None) -> None:
    """Become this person's kind of user for the rest of the transaction."""
    udloeber = int(time.time()) + LEVETID
    if aktoer.noed:
        udloeber = min(udloeber, int(aktoer.noed.udloeber.timestamp()))
    ctx = underskrevet(
        aktoer.vaeg,
        aktoer.organisation_id,
        aktoer.medarbejder_id,
        udloeber,
        _kraev_transaktion(transaktion),
        sager_for=aktoer.sager_for,
        sag=aktoer.noed.sag_id if aktoer.noed else "",
        borger=aktoer.noed.borger_id if aktoer.noed else (aktoer.borger_id or ""),
    )
    _saet(aktoer.vaeg, ctx)


@contextmanager
def kun_nummeret(aktoer: Aktoer, nummer: str) -> Iterator[None]:
    """For a moment see the cases with exactly this number within one's own organisation or region, and nothing else.

    How an emergency finds a case that its seeker cannot see.
    """
    ctx = underskrevet(
        Vaeg.NOED,
        aktoer.organisation_id,
        aktoer.medarbejder_id,
        int(time.time()) + LEVETID,
        _kraev_transaktion(None),
        nummer=_kun_tal(nummer),
    )
    _saet(Vaeg.NOED, ctx)
    yield
    som(aktoer)  # not in a finally: after an error the transaction is rolled back, and the role with it


def _kun_tal(nummer: str) -> str:
    if not set(nummer) <= set("0123456789-"):
        raise KontekstFejl("Et nummer i konteksten er tal og bindestreg.")
    return nummer


def _kraev_transaktion(kendt: Transaktion | None) -> Transaktion:
    if not connection.in_atomic_block:
        raise KontekstFejl("SET LOCAL uden for en transaktion virker ikke: åbn en transaktion først.")
    return kendt or denne_transaktion()


def _saet(vaeg: Vaeg, kontekst: str) -> None:
    if not connection.in_atomic_block:
        raise KontekstFejl("SET LOCAL uden for en transaktion virker ikke: åbn en transaktion først.")
    with connection.cursor() as cursor:
        # set_config with is_local=true is SET LOCAL; one round trip for both.
        cursor.execute(
            "SELECT set_config('role', %s, true), set_config('app.ctx', %s, true)",
            [rollenavn(vaeg), kontekst],
        )


def efterproev_ren_forbindelse() -> Transaktion:
    """Tripwire: a connection must come without a context. If not, drop it and refuse the request."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT nullif(current_setting('app.ctx', true), ''), current_user = session_user, {DENNE}"
        )
        kontekst, ren_rolle, *denne = cursor.fetchone()
    if kontekst is not None or not ren_rolle:
        connection.close()
        raise KontekstFejl("Forbindelsen havde en rest af en andens anmodning og er lukket.")
    return Transaktion(*denne)


@contextmanager
def arbejder_som(aktoer: Aktoer) -> Iterator[None]:
    """One transaction as this person: for commands, demo data and tests. Not for nesting."""
    if connection.in_atomic_block:
        raise KontekstFejl("En kontekst kan ikke åbnes inde i en anden.")
    with transaction.atomic():
        som(aktoer, efterproev_ren_forbindelse())
        yield
