"""The agreement between a region and one of its kommuner (samarbejdsaftale), one row per version."""

from django.db import models

from .grundlag import KommunensRaekke


class Samarbejdsaftale(KommunensRaekke):
    """One version of the terms, in force from `gaelder_fra` until the next. Written by the region, never changed.

    `vilkaar`: as sager/aftaler.py reads and writes it; what is not in it is not known. `nr` runs within the kommune.
    `opdigtet`: the terms are invented, for a demo.
    """

    region = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    nr = models.PositiveIntegerField()
    gaelder_fra = models.DateField()
    vilkaar = models.JSONField(default=dict)
    opdigtet = models.BooleanField(default=False)
    begrundelse = models.TextField(blank=True)
    oprettet_tid = models.DateTimeField()
    oprettet_af = models.CharField(max_length=420)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kommune", "nr"], name="aftale_nr")]
