"""How a person last chose to see one of her lists: kept for her, and nothing about a case."""

import json

from django.db import connection

from rehabteam.sager.adgang.aktoer import Aktoer

from .models import Visning


def husket(aktoer: Aktoer, side: str) -> dict[str, str]:
    """The choice, {} if she has made none."""
    valg = Visning.objects.filter(medarbejder_id=aktoer.medarbejder_id, side=side).values_list(
        "valg", flat=True
    )
    return dict(valg.first() or {})


def husk(aktoer: Aktoer, side: str, valg: dict[str, str]) -> None:
    """Instead of the one before."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO web_visning (medarbejder_id, side, valg) VALUES (%s, %s, %s) "
            "ON CONFLICT (medarbejder_id, side) DO UPDATE SET valg = excluded.valg",
            [aktoer.medarbejder_id, side, json.dumps(valg)],
        )
