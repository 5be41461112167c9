"""The access log: every look, search, change, export, denial and login, in the transaction of what it tells of."""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.conf import settings
from django.db import connections

from .aktoer import Aktoer

# What the site writes. Number, time and transaction are PostgreSQL's own: no kind of user has a grant on them.
KOLONNER = (
    "anmodning",
    "organisation_id",
    "medarbejder_id",
    "rolle",
    "art",
    "rute",
    "udfald",
    "objekt",
    "borgere",
    "antal",
    "aftryk",
    "soegning",
    "vikar_for",
)
SQL = f"INSERT INTO sager_adgangspost ({', '.join(KOLONNER)}) VALUES ({', '.join(['%s'] * len(KOLONNER))})"

# One line for a document says that it was read from then on: a reader who stays gets a new one this often.
LAESNING = timedelta(minutes=15)
DOEGN = timedelta(days=1)
DAEKKES = f"""
SELECT EXISTS (SELECT FROM sager_adgangspost
WHERE tid BETWEEN %s AND %s AND tid > statement_timestamp() - interval '{LAESNING.seconds} seconds'
  AND organisation_id = %s AND medarbejder_id = %s
  AND rolle = %s AND rute = %s AND vikar_for IS NOT DISTINCT FROM %s AND art = 'laes' AND udfald < 400
  AND objekt = %s AND borgere @> %s::uuid[] AND (aftryk = %s OR %s))
"""
LAAS = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 22))"


class Art(StrEnum):
    LAES = "laes"
    SOEG = "soeg"
    SKRIV = "skriv"
    EKSPORT = "eksport"
    AFVIST = "afvist"
    LOGIN = "login"


def skriv(
    aktoer: Aktoer | None,
    art: Art,
    rute: str,
    udfald: int,
    anmodning: UUID,
    objekt: UUID | None = None,
    borgere: Iterable[UUID] = (),
    *,
    antal: int | None = None,
    aftryk: str = "",
    soegning: str = "",
    forbindelse: str = "default",
) -> None:
    """One row. `rute` is the name of the route or Handling, never an address; `borgere` all people shown.

    `antal`: rows in an export; `aftryk`: SHA-256 (hex) of the file; `soegning`: from `soegeord`, never the words.
    """
    organisation, medarbejder, rolle = (
        (aktoer.organisation_id, aktoer.medarbejder_id, aktoer.rolle.value) if aktoer else (None, None, "")
    )
    vikar_for = aktoer.vikar_for.medarbejder_id if aktoer and aktoer.vikar_for else None
    vist = sorted(set(borgere))
    with connections[forbindelse].cursor() as cursor:
        # Without RETURNING: the door may write to the log but not read it.
        cursor.execute(
            SQL,
            [
                *(anmodning, organisation, medarbejder, rolle, art.value, rute, udfald, objekt, vist),
                *(antal, aftryk, soegning, vikar_for),
            ],
        )


def daekkes(aktoer: Aktoer, rute: str, objekt: UUID | None, borgere: Iterable[UUID], aftryk: str) -> bool:
    """Does a line of hers already say that she is reading this, in this case, as who she is now?

    `aftryk`: the document's SHA-256; "": what the case's own page shows beside its list. Two pictures asked for at once
    wait for one another, so that exactly one of them writes; the line is there to stay, or its own answer was not given.
    """
    vikar_for = aktoer.vikar_for.medarbejder_id if aktoer.vikar_for else None
    # The database's clock decides; ours only says which of the log's months it can be in.
    nu = datetime.now(UTC)
    hvem = [nu - DOEGN, nu + DOEGN, aktoer.organisation_id, aktoer.medarbejder_id]
    with connections["default"].cursor() as cursor:
        cursor.execute(LAAS, [f"laeser {aktoer.medarbejder_id} {objekt} {aftryk}"])
        cursor.execute(
            DAEKKES,
            [*hvem, aktoer.rolle.value, rute, vikar_for, objekt, sorted(set(borgere)), aftryk, not aftryk],
        )
        (fundet,) = cursor.fetchone()
    return bool(fundet)


def soegeord(tekst: str) -> str:
    """A keyed hash of what was searched for (32 hex digits): the same search is known again, and cannot be read."""
    ens = " ".join(tekst.casefold().replace("-", "").split())
    noegle = hmac.new(settings.SECRET_KEY.encode(), b"rehabteam: loggens soegeord", hashlib.sha256).digest()
    return hmac.new(noegle, ens.encode(), hashlib.sha256).hexdigest()[:32]
