"""The next case number of a kommune: 2026-00042."""

from uuid import UUID

from django.db import connection


def naeste(kommune_id: UUID, aar: int) -> str:
    """Two at once take turns on a lock of the kommune's own, held to the end of the transaction.

    Cases that this person is kept out of count as well: PostgreSQL tells the kommune's last number and nothing else.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 18))", [str(kommune_id)])
        cursor.execute("SELECT adgang.sidste_sagsnummer(%s)", [str(aar)])
        foer: str | None = cursor.fetchone()[0]
    return f"{aar}-{int(foer.split('-')[1]) + 1 if foer else 1:05d}"
