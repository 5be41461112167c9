"""Redacted editions of a document: for use outside the house, and never in place of the document."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import OmBorgeren


class Overstregning(OmBorgeren):
    """One edition, first marked, then made. No row of a document: nothing that reads a case's papers can mistake it.

    `felter`: [page, x0, y0, x1, y1] per area, fractions of the page as it is seen, from its upper left corner.
    `kilde_sha256`, `kilde_mime`: the file whose pages they are marked on (a scan that was read may have been turned
    upright). `soegbar`: the new pictures were read, so that their text can be searched; `sider_uden_tekst`: pages
    where nothing was found. `nr` counts the document's editions.

    Made (`lavet_tid`) it never changes, with one exception: while it waits to be read (`laesning`) by the worker, as
    `bestilt_af`, the file with its text takes the place of the pictures alone, once; until then it is given to nobody.
    After that it is only withdrawn, with a reason.
    """

    class Laesning(models.TextChoices):
        """Of a long edition; "" where there is nothing to wait for."""

        VENTER = "venter", _("Bliver gjort søgbar")
        FAERDIG = "faerdig", _("Er læst")
        UMULIG = "umulig", _("Kan ikke læses")
        UNDLADT = "undladt", _("Bruges uden tekst")

    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="overstregninger")
    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, related_name="overstregninger")
    nr = models.PositiveIntegerField()
    kilde_sha256 = models.CharField(max_length=64)
    kilde_mime = models.CharField(max_length=60)
    felter = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    begyndt_tid = models.DateTimeField()
    begyndt_af = models.CharField(max_length=420)
    grund = models.TextField(blank=True)
    lavet_tid = models.DateTimeField(null=True)
    lavet_af = models.CharField(max_length=420, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    stoerrelse = models.PositiveBigIntegerField(default=0)
    sider = models.PositiveIntegerField(default=0)
    soegbar = models.BooleanField(default=False)
    sider_uden_tekst = models.PositiveIntegerField(default=0)
    laesning = models.CharField(max_length=8, choices=Laesning, blank=True)
    laes_forsoeg = models.PositiveSmallIntegerField(default=0)
    bestilt_af = models.ForeignKey("sager.Medarbejder", models.PROTECT, null=True, related_name="+")
    trukket_tilbage_tid = models.DateTimeField(null=True)
    trukket_tilbage_grund = models.TextField(blank=True)
    trukket_tilbage_af = models.CharField(max_length=420, blank=True)

    class Meta:
        ordering = ["dokument", "nr"]
        indexes = [
            models.Index(
                fields=["lavet_tid"], condition=models.Q(laesning="venter"), name="overstregning_venter"
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["dokument", "nr"], name="overstregning_nr"),
            # Colleagues mark the same draft.
            models.UniqueConstraint(
                fields=["dokument"], condition=models.Q(lavet_tid=None), name="overstregning_en_kladde"
            ),
            models.CheckConstraint(
                condition=models.Q(lavet_tid=None) | ~models.Q(sha256="") & ~models.Q(grund=""),
                name="overstregning_lavet_helt",
            ),
            models.CheckConstraint(
                condition=~models.Q(laesning="venter")
                | models.Q(lavet_tid__isnull=False, bestilt_af__isnull=False),
                name="overstregning_nogen_venter",
            ),
        ]
