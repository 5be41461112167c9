"""What comes from the kommune's other system: a job with its state, and by which key a row is known there."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import KommunensRaekke, OmBorgeren


class Importjob(KommunensRaekke):
    """One import: some files, looked through first, read in afterwards, and how far it has come.

    The rows themselves lie in a file until the job is over (sager/indlaesning/spole.py), never here. `naaet` is the
    place in that file (bytes) that both the preview and the import go on from; it moves in the same transaction as
    what was written. `tal`: kind of row → outcome → how many. `fejl`: the first of the lines that cannot be read in,
    as {fil, linje, felt, tekst}; `antal_fejl` counts them all. Nothing of it names a person.
    """

    class Tilstand(models.TextChoices):
        MODTAGET = "modtaget", _("Ses igennem")
        KLAR = "klar", _("Klar til at blive indlæst")
        BESTILT = "bestilt", _("Indlæses")
        FAERDIG = "faerdig", _("Indlæst")
        FORTRUDT = "fortrudt", _("Fortrudt")
        UMULIG = "umulig", _("Standset")

    bestilt_af = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    system = models.CharField(max_length=40)
    tilstand = models.CharField(max_length=12, choices=Tilstand, default=Tilstand.MODTAGET)
    filer = models.JSONField(default=list)
    antal = models.PositiveIntegerField()
    behandlet = models.PositiveIntegerField(default=0)
    stoerrelse = models.PositiveBigIntegerField()
    naaet = models.PositiveBigIntegerField(default=0)
    tal = models.JSONField(default=dict)
    fejl = models.JSONField(default=list)
    antal_fejl = models.PositiveIntegerField(default=0)
    grund = models.CharField(max_length=300, blank=True)
    modtaget_tid = models.DateTimeField()
    bestilt_tid = models.DateTimeField(null=True)
    slut_tid = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["kommune", "-modtaget_tid"], name="importjob_kommune")]


class Importnoegle(OmBorgeren):
    """By which key a row is known in the other system, and what that system said of it the last time.

    `raekke`: the row's id here. `aftryk`: a hash of the values as they came, by which an unchanged row is known again,
    and a row that somebody has changed here since.
    """

    system = models.CharField(max_length=40)
    slags = models.CharField(max_length=12)
    kilde_id = models.CharField(max_length=64)
    forloeb = models.ForeignKey("sager.Forloeb", models.PROTECT, related_name="+")
    raekke = models.UUIDField()
    aftryk = models.CharField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kommune", "system", "slags", "kilde_id"], name="importnoegle_en_gang"
            )
        ]
