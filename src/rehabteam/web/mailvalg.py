"""Whether a person wants a mail about her reminders, and where. Hers alone to read and write."""

from django.conf import settings
from django.db import connection

from rehabteam.sager.adgang.aktoer import Aktoer

from .models import Mailvalg


def kan_sendes() -> bool:
    """The installation has a server for mail, and an address to link to."""
    return bool(settings.MAILSERVER and settings.SIDENS_ADRESSE)


def mit_valg(aktoer: Aktoer) -> Mailvalg:
    fundet = Mailvalg.objects.filter(medarbejder_id=aktoer.medarbejder_id).first()
    return fundet or Mailvalg(medarbejder_id=aktoer.medarbejder_id)


def vaelg(aktoer: Aktoer, *, til: bool, adresse: str) -> None:
    """Said no to, the address is forgotten."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO web_mailvalg (medarbejder_id, om, adresse, til) VALUES (%s, 'paamindelser', %s, %s) "
            "ON CONFLICT (medarbejder_id, om) DO UPDATE SET adresse = excluded.adresse, til = excluded.til",
            [aktoer.medarbejder_id, adresse if til else "", til],
        )
