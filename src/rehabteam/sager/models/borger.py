"""The citizen."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from .grundlag import KommunensRaekke


class Borger(KommunensRaekke):
    """A citizen as one kommune knows her. The CPR number is a column, never a key.

    `region` and `koordinatorer` say who outside the kommune may see the name: they follow the
    citizen's cases by trigger.
    """

    cpr = models.CharField(max_length=10)
    navn = models.CharField(max_length=200)
    foedselsdato = models.DateField()
    telefon = models.CharField(max_length=40, blank=True)
    bisidder = models.CharField(max_length=200, blank=True)
    tolk = models.CharField(max_length=100, blank=True)
    beskyttet_adresse = models.BooleanField(default=False)
    egne_ord = models.TextField(blank=True)
    region = models.ForeignKey(
        "sager.Organisation", models.PROTECT, null=True, editable=False, related_name="+"
    )
    koordinatorer = ArrayField(models.UUIDField(default=uuid.uuid4), default=list, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kommune", "cpr"], name="borger_en_per_kommune")]
        indexes = [GinIndex(fields=["koordinatorer"], name="borger_koordinatorer")]

    def __str__(self) -> str:
        return self.navn
