"""What a person has opened. It follows the bytes, so a carried-over document stays read."""

from collections.abc import Iterable

from django.db import connection

from rehabteam.sager.adgang.aktoer import Aktoer

from .models import Laest


def laeste(aktoer: Aktoer, summer: Iterable[str]) -> set[str]:
    """Which of these documents (SHA-256) the person has opened."""
    fundne = Laest.objects.filter(medarbejder_id=aktoer.medarbejder_id, sha256__in=set(summer))
    return set(fundne.values_list("sha256", flat=True))


def marker(aktoer: Aktoer, summer: Iterable[str]) -> None:
    """Opened now. The second time changes nothing; nor does an emergency, which only reads."""
    if aktoer.noed:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO web_laest (medarbejder_id, sha256, tid) SELECT %s, unnest(%s::text[]), now() "
            "ON CONFLICT (medarbejder_id, sha256) DO NOTHING",
            [aktoer.medarbejder_id, sorted(set(summer))],
        )
