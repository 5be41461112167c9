"""The minutes of one case at one meeting day: written in the room, then frozen as a paper on the case."""

from django.db import models

from .grundlag import SagensRaekke


class Referat(SagensRaekke):
    """What is not said by the indstilling or the seats themselves. Approved, frozen.

    `begyndt`, `sluttet`: the time of the day the case was treated. `ingen_indstilling`: why none was given;
    `ingen_opgave`: why nobody was given a next task. The tasks are Paamindelse rows of the same meeting.
    """

    moede = models.ForeignKey("sager.Moede", models.PROTECT, related_name="referater")
    begyndt = models.TimeField(null=True)
    sluttet = models.TimeField(null=True)
    bemaerkninger = models.TextField(blank=True)
    ingen_indstilling = models.CharField(max_length=500, blank=True)
    ingen_opgave = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)
    aendret_tid = models.DateTimeField()
    aendret_af = models.CharField(max_length=420)
    godkendt_tid = models.DateTimeField(null=True)
    godkendt_af = models.CharField(max_length=420, blank=True)
    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sag", "moede"], name="referat_et_per_moede")]
