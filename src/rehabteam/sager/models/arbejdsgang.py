"""What colleagues write to each other on a case, and what a person asks to be reminded of. The kommune's own."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from .grundlag import OmBorgeren


class Note(OmBorgeren):
    """An internal note on a case. Append-only: what was wrong is put right by a newer note (`retter`).

    `omtalte`: the colleagues it names (»@Lone Madsen«), who are told of it.
    """

    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="noter")
    forfatter = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    forfatter_navn = models.CharField(max_length=420)
    tekst = models.TextField()
    omtalte = ArrayField(models.UUIDField(default=uuid.uuid4), default=list)
    retter = models.OneToOneField("self", models.PROTECT, null=True, related_name="rettet_af")
    dag = models.DateField()
    tid = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["sag", "tid"], name="note_sag"),
            GinIndex(fields=["omtalte"], name="note_omtalte"),
        ]


class Paamindelse(OmBorgeren):
    """One person's reminder of a case or a forløb on a day. It is closed once, and follows the case to a new hand.

    `moede`: the meeting day where it was agreed as somebody's next task.
    """

    borger = models.ForeignKey("sager.Borger", models.PROTECT, related_name="+")
    sag = models.ForeignKey("sager.Sag", models.PROTECT, null=True, related_name="paamindelser")
    forloeb = models.ForeignKey("sager.Forloeb", models.PROTECT, null=True, related_name="paamindelser")
    moede = models.ForeignKey("sager.Moede", models.PROTECT, null=True, related_name="+")
    medarbejder = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    dag = models.DateField()
    tekst = models.CharField(max_length=200)
    oprettet_tid = models.DateTimeField()
    oprettet_af = models.CharField(max_length=420)
    lukket_tid = models.DateTimeField(null=True)
    lukket_af = models.CharField(max_length=420, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["kommune", "medarbejder", "dag"],
                condition=models.Q(lukket_tid=None),
                name="paamindelse_aaben",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sag__isnull=False) | models.Q(forloeb__isnull=False),
                name="paamindelse_om_noget",
            )
        ]
