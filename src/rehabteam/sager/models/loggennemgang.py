"""What of the log was picked for review, and what the reviewer found."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import Raekke


class Logstikproeve(Raekke):
    """One person's use of one citizen's information on one day, picked in one week. Reviewed once, by another."""

    class Valgt(models.TextChoices):
        RISIKO = "risiko", _("Risiko")
        TILFAELDIG = "tilfaeldig", _("Tilfældig")

    class Udfald(models.TextChoices):
        I_ORDEN = "i_orden", _("I orden")
        AFKLARES = "afklares", _("Skal afklares med lederen")
        BRUD = "brud", _("Muligt brud på sikkerheden")

    organisation = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    uge = models.DateField()  # its Monday
    medarbejder = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    borger_id = models.UUIDField()
    dag = models.DateField()
    opslag = models.PositiveIntegerField()
    score = models.PositiveSmallIntegerField()
    grunde = ArrayField(models.CharField(max_length=20), default=list)
    valgt = models.CharField(max_length=10, choices=Valgt)
    udtaget_tid = models.DateTimeField()
    udfald = models.CharField(max_length=10, choices=Udfald, blank=True)
    bemaerkning = models.TextField(blank=True)
    gennemgaaet_af = models.ForeignKey("sager.Medarbejder", models.PROTECT, null=True, related_name="+")
    gennemgaaet_tid = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "uge", "medarbejder", "borger_id", "dag"], name="stikproeve_en_gang"
            ),
            models.CheckConstraint(
                condition=models.Q(gennemgaaet_af=None) | ~models.Q(gennemgaaet_af=models.F("medarbejder")),
                name="stikproeve_ikke_sin_egen",
            ),
        ]
