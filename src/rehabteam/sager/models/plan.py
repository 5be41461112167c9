"""The forberedende del of the rehabiliteringsplan (BEK 2408/2021 §§ 2-3 and 15), part by part and version by version."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from .grundlag import OmBorgeren, SagensRaekke


class Plandel(OmBorgeren):
    """One version of one part. A change is a new version; nothing that was written is ever lost.

    `noegle`: the part (sager/plandele.py). `kommunen`, `borgeren`: the caseworker's text and the citizen's own words.
    `punkter`: name → text, where the law splits the part in several. `poster`: earlier efforts (§ 3, stk. 2), each a
    dict of the keys in plandele.POSTFELTER. `ingen`: recorded that there is nothing to tell. `hentet_fra`: the older
    version that was taken back. The kommune's own: others read the paper that is frozen when the case is sent.
    """

    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="%(class)s_raekker")
    noegle = models.CharField(max_length=24)
    kommunen = models.TextField(blank=True)
    borgeren = models.TextField(blank=True)
    punkter = models.JSONField(default=dict)
    poster = models.JSONField(default=list)
    ingen = models.BooleanField(default=False)
    version = models.PositiveIntegerField()
    hentet_fra = models.PositiveIntegerField(null=True)
    tid = models.DateTimeField()
    dag = models.DateField()
    forfatter = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sag", "noegle", "version"], name="plandel_version"),
        ]


class Planbilag(SagensRaekke):
    """Which parts a document holds: a plan in STAR's layout or the kommune's own, a CV (§ 2, stk. 4).

    The newest row about a document governs; an empty list takes the ticks away.
    """

    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, related_name="planbilag")
    dele = ArrayField(models.CharField(max_length=24), default=list)
    nr = models.PositiveIntegerField()
    tid = models.DateTimeField()
    af = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dokument", "nr"], name="planbilag_nr"),
        ]
