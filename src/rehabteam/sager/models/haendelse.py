"""What a Handling left behind, and who has looked. Both only ever grow."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from .grundlag import KommunensRaekke


class Haendelse(KommunensRaekke):
    """One act, with the law's answer as receipt. Append-only by grants and by trigger.

    `dag` is the day the law was asked about (the demo's own day in a demo), `tid` the real clock.
    """

    borger = models.ForeignKey("sager.Borger", models.PROTECT, null=True, related_name="+")
    forloeb = models.ForeignKey("sager.Forloeb", models.PROTECT, null=True, related_name="haendelser")
    sag = models.ForeignKey("sager.Sag", models.PROTECT, null=True, related_name="haendelser")
    region = models.ForeignKey(
        "sager.Organisation", models.PROTECT, null=True, editable=False, related_name="+"
    )
    koordinator = models.ForeignKey(
        "sager.Medarbejder", models.PROTECT, null=True, editable=False, related_name="+"
    )
    handling = models.CharField(max_length=40)
    tid = models.DateTimeField()
    dag = models.DateField()
    aktoer_navn = models.CharField(max_length=200)
    aktoer_rolle = models.CharField(max_length=24)
    aktoer_organisation = models.CharField(max_length=200)
    tekst = models.TextField()
    data = models.JSONField(default=dict)
    vurdering = models.JSONField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["sag", "tid"], name="haendelse_sag"),
            models.Index(fields=["forloeb", "tid"], name="haendelse_forloeb"),
        ]


class Adgangspost(models.Model):
    """One look, search, change, denial or login. No CPR, no name, no free text."""

    id = models.BigAutoField(primary_key=True)
    tid = models.DateTimeField()
    anmodning = models.UUIDField()
    organisation_id = models.UUIDField(null=True)
    medarbejder_id = models.UUIDField(null=True)
    rolle = models.CharField(max_length=24, blank=True)
    art = models.CharField(max_length=10)
    rute = models.CharField(max_length=60)
    udfald = models.PositiveSmallIntegerField()
    objekt = models.UUIDField(null=True)
    borgere = ArrayField(models.UUIDField(), default=list)

    class Meta:
        indexes = [
            models.Index(fields=["organisation_id", "tid"], name="adgangspost_tid"),
            GinIndex(fields=["borgere"], name="adgangspost_borgere"),
        ]
