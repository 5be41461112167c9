"""Which store the documents are in, and the lock that keeps the sweep away from what is being saved."""

import hashlib
import importlib
import io
from functools import cache
from typing import TYPE_CHECKING, BinaryIO

from django.conf import settings
from django.db import connection

from rehabteam.dokumenter.lager import STYKKE, Blob, Lager

if TYPE_CHECKING:
    from rehabteam.dokumenter.lager_s3 import S3Lager

LAASENS_NAVN = "dokument "
LAAS = "SELECT pg_advisory_xact_lock_shared(hashtextextended(%s, 20))"
"""Shared by all who save the same content; the sweep asks for it alone (cli/fejning.py). Held to the end."""


def lager() -> "Lager | S3Lager":
    """The store: the folder REHABTEAM_DATA, or an S3-compatible service where REHABTEAM_LAGER names one."""
    return _s3(settings.LAGER) if settings.LAGER else Lager(settings.DATA)


@cache
def _s3(adresse: str) -> "S3Lager":
    # The client takes a good part of a second to load: only who has its documents there waits for it.
    modul = importlib.import_module("rehabteam.dokumenter.lager_s3")
    fundet: S3Lager = modul.S3Lager(modul.Sted.laes(adresse))
    return fundet


def gem(data: bytes | BinaryIO) -> Blob:
    """Save bytes within the transaction that writes the row about them. Raises LagerFuldt, LagerFejl.

    From here to the end of the transaction the sweep cannot take a file with this content: it may be an old one that
    no row told of until now.
    """
    kilde = io.BytesIO(data) if isinstance(data, bytes) else data
    begyndelse, summen = kilde.tell(), hashlib.sha256()
    while stykke := kilde.read(STYKKE):
        summen.update(stykke)
    kilde.seek(begyndelse)
    with connection.cursor() as cursor:
        cursor.execute(LAAS, [LAASENS_NAVN + summen.hexdigest()])
    return lager().gem(kilde)
