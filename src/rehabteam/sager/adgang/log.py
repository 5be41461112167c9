"""The access log: every look, search, change, denial and login, in the transaction of what it tells of."""

from collections.abc import Iterable
from enum import StrEnum
from uuid import UUID

from django.utils import timezone

from ..models import Adgangspost
from .aktoer import Aktoer


class Art(StrEnum):
    LAES = "laes"
    SOEG = "soeg"
    SKRIV = "skriv"
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
) -> None:
    """One row. `rute` is the name of the route or Handling, never an address; `borgere` all people shown."""
    post = Adgangspost(
        tid=timezone.now(),
        anmodning=anmodning,
        organisation_id=aktoer.organisation_id if aktoer else None,
        medarbejder_id=aktoer.medarbejder_id if aktoer else None,
        rolle=aktoer.rolle if aktoer else "",
        art=art,
        rute=rute,
        udfald=udfald,
        objekt=objekt,
        borgere=sorted(set(borgere)),
    )
    # ignore_conflicts leaves out RETURNING: the door may write to the log but not read it. The id cannot clash.
    Adgangspost.objects.bulk_create([post], ignore_conflicts=True)
