"""The pages of a document as text that can be searched and marked, and whether the document has been read."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import SagensRaekke


class Dokumentside(SagensRaekke):
    """One page of a document: its text, and where each word stands on it.

    `bredde`, `hoejde`: points (1/72 inch). `ord`: [x0, y0, x1, y1, text] per word, in points from the page's upper left
    corner, in reading order. `ocr`: the text was read from a picture and may be wrong. The vector of the search is
    PostgreSQL's own column `soegning` (migration 0029).
    """

    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, related_name="tekstsider")
    nr = models.PositiveIntegerField()
    bredde = models.FloatField()
    hoejde = models.FloatField()
    tekst = models.TextField(blank=True)
    ord = models.JSONField(default=list)
    ocr = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dokument", "nr"], name="dokumentside_nr")]


class Gennemgang(SagensRaekke):
    """The reading of one document in the background: waiting, done, or not possible (`grund`, Danish).

    `bestilt_af`: whose reading it is; the worker does it as her. `soegbar_sha256`: the edition whose pictures also
    have their text, where one had to be made; the document itself stays as it came. `sider_uden_tekst`: pages where
    nothing could be read.
    """

    class Tilstand(models.TextChoices):
        VENTER = "venter", _("Venter på at blive læst")
        FAERDIG = "faerdig", _("Kan søges")
        UMULIG = "umulig", _("Kan ikke læses")

    dokument = models.OneToOneField("sager.Dokument", models.PROTECT, related_name="gennemgang")
    tilstand = models.CharField(max_length=8, choices=Tilstand, default=Tilstand.VENTER)
    bestilt_af = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    bestilt_tid = models.DateTimeField()
    forsoeg = models.PositiveSmallIntegerField(default=0)
    soegbar_sha256 = models.CharField(max_length=64, blank=True)
    sider_uden_tekst = models.PositiveIntegerField(default=0)
    grund = models.CharField(max_length=300, blank=True)
    slut_tid = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["bestilt_tid"], condition=models.Q(tilstand="venter"), name="gennemgang_venter"
            )
        ]
