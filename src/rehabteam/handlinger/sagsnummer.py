"""The next case number of a kommune: 2026-00042."""

from uuid import UUID

from django.db import connection
from django.db.models import Max

from rehabteam.sager.models import Sag


def naeste(kommune_id: UUID, aar: int) -> str:
    """Two at once take turns on a lock of the kommune's own, held to the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 18))", [str(kommune_id)])
    sidste = Sag.objects.filter(kommune_id=kommune_id, nummer__startswith=f"{aar}-").aggregate(Max("nummer"))
    foer = sidste["nummer__max"]
    return f"{aar}-{int(foer.split('-')[1]) + 1 if foer else 1:05d}"
