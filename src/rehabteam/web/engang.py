"""Once-only forms: the same form sent twice has one effect and gets the same answer."""

import hashlib
import uuid

from django.db import connection
from django.http import HttpRequest

from rehabteam.sager.adgang.aktoer import Aktoer


class AndetIndhold(Exception):
    """The key was used before, with other contents."""


def aftryk(request: HttpRequest) -> str:
    """A fingerprint of what was sent, without the CSRF token: fields, file names and sizes."""
    sum_ = hashlib.sha256(request.path.encode())
    for felt in sorted(request.POST):
        if felt != "csrfmiddlewaretoken":
            sum_.update(repr((felt, request.POST.getlist(felt))).encode("utf-8", "surrogatepass"))
    for felt in sorted(request.FILES):
        sum_.update(
            repr([(felt, f.name, f.size) for f in request.FILES.getlist(felt)]).encode("utf-8", "replace")
        )
    return sum_.hexdigest()


def laes_noegle(request: HttpRequest) -> uuid.UUID | None:
    try:
        return uuid.UUID(request.POST.get("noegle", ""))
    except ValueError:
        return None


def tag(aktoer: Aktoer, noegle: uuid.UUID, aftryk_: str) -> str | None:
    """Take the key in this transaction. None: it is ours, go on. Text: it was used, answer with this address.

    Two at once: the second waits on the unique index until the first has committed. Raises AndetIndhold.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO web_engangsnoegle (medarbejder_id, noegle, aftryk, svar, tid) "
            "VALUES (%s, %s, %s, '', now()) ON CONFLICT (medarbejder_id, noegle) DO NOTHING",
            [aktoer.medarbejder_id, noegle, aftryk_],
        )
        if cursor.rowcount:
            return None
        cursor.execute(
            "SELECT aftryk, svar FROM web_engangsnoegle WHERE medarbejder_id = %s AND noegle = %s",
            [aktoer.medarbejder_id, noegle],
        )
        foer, svar = cursor.fetchone()
    if foer != aftryk_:
        raise AndetIndhold
    return str(svar)


def husk_svar(aktoer: Aktoer, noegle: uuid.UUID, adresse: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE web_engangsnoegle SET svar = %s WHERE medarbejder_id = %s AND noegle = %s",
            [adresse[:500], aktoer.medarbejder_id, noegle],
        )
