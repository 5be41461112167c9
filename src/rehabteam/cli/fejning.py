"""The sweep of the store: files that no row tells of and that are a week old. Part of `rehabteam ryd`.

A file can lie there without a row: a save that was refused after the bytes were written, a process that died between
the two. A young one may be on its way in. One that is old may be saved again this very moment by somebody else; so
each is taken under the lock that whoever saves the same content holds until her row is written (handlinger/lageret.py).
"""

from datetime import datetime, timedelta
from uuid import UUID

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.db import connections, transaction
from django.db.models import Model
from django.utils import timezone

from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.handlinger.lageret import LAASENS_NAVN, lager
from rehabteam.sager.models import (
    Aktindsigt,
    Dokument,
    Forsendelse,
    Forsendelseslinje,
    Gennemgang,
    Overdragelse,
    Overstregning,
)

VED = "vedligehold"  # the role that sees every kommune's rows; only names of bytes and ids are read
# Every column that holds the name of a file in the store: what keeps a file from the sweep, and what must be there.
STEDER: tuple[tuple[type[Model], str], ...] = (
    (Dokument, "sha256"),
    (Dokument, "original_sha256"),
    (Gennemgang, "soegbar_sha256"),
    (Overstregning, "sha256"),
    (Overstregning, "kilde_sha256"),
    (Forsendelse, "sha256"),
    (Forsendelseslinje, "sha256"),
    (Overdragelse, "sha256"),
    (Aktindsigt, "arkiv_sha256"),
)
MAPPER = tuple(f"{n:02x}" for n in range(256))
MINDST = timedelta(days=7)


def fej(nu: datetime | None = None) -> int:
    """Delete what no row tells of, one locked file at a time; how many. Raises LagerFejl when the store is away."""
    graense = (nu or timezone.now()) - MINDST
    hylde = lager()
    hylde.ryd_halve(graense)
    antal = 0
    for mappe in MAPPER:
        gamle = hylde.aeldre_end(mappe, graense)
        if not gamle:
            continue
        kendte = {navn for navn, _id in fortalte(mappe)}
        for sha in gamle:
            if sha not in kendte and _fjern(sha):
                antal += 1
    return antal


def _fjern(sha: str) -> bool:
    """Alone with this content: asked once more whether a row tells of it, then away. False if somebody is saving it."""
    with transaction.atomic(using=VED), connections[VED].cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 20))", [LAASENS_NAVN + sha])
        if not cursor.fetchone()[0] or _fortalt(sha):
            return False
        lager().fjern(sha)
    return True


def _fortalt(sha: str) -> bool:
    return bool(fortalte(sha))


def fortalte(begyndelse: str) -> list[tuple[str, UUID]]:
    """The names of files that begin so, each with the id of a row that tells of it. `begyndelse`: hex digits."""
    if not STEDER:
        return []
    en = "SELECT {1} AS navn, id FROM {0} WHERE {1} LIKE %(mappe)s"
    alle = " UNION ALL ".join(en.format(model._meta.db_table, felt) for model, felt in STEDER)
    with connections[VED].cursor() as cursor:
        cursor.execute(alle, {"mappe": f"{begyndelse}%"})
        fundne: list[tuple[str, UUID]] = cursor.fetchall()
    return fundne


def siges() -> str:
    """For `rehabteam ryd`: how many, or that the store is away and it is done tomorrow."""
    try:
        return str(fej())
    except LagerFejl as fejl:
        return f"ikke gjort ({fejl})"
