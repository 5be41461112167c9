"""What a person has judged or answered about a case, where the law leaves it to a human."""

from django.db import models

from .grundlag import SagensRaekke


class Skoen(SagensRaekke):
    """One answer to one question (`noegle`: sager/sagsfakta/skoen.py). A change is a new row; the newest governs.

    `vaerdi`: true, false, one of the question's words, or null (taken back: not judged). `af`, `rolle`, `dag`: whose
    answer it is and from which day, also when it followed along from an earlier case.
    """

    noegle = models.CharField(max_length=60)
    vaerdi = models.JSONField(null=True)
    grund = models.TextField(blank=True)
    af = models.CharField(max_length=200)
    rolle = models.CharField(max_length=40)
    dag = models.DateField()
    tid = models.DateTimeField()
    version = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sag", "noegle", "version"], name="skoen_version")]
