"""A file on its way in: from the first byte sent until it lies on the case, was refused, or was given up."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import OmBorgeren


class ModtagetFil(OmBorgeren):
    """One file that is being sent to a case. It is no document: only the kommune that sends it sees it.

    The bytes lie in a file of their own until the person has said what it is (dokumenter/modtagelse.py); how much has
    come is that file's size. `stoerrelse`: bytes, as the sender says it. `trin`: what happens next while it waits; a
    scan is ready while LAESES waits, which is only for a suggestion.
    `grund`: why it was refused, or why it waits. `sha256`: of the bytes as they came; `vist_sha256`/`vist_mime`: of
    what was made of it to be shown, empty when it is shown as it is. `foreslaaet_*`: guesses, never more than that.
    """

    class Tilstand(models.TextChoices):
        SENDES = "sendes", _("Sendes")
        VENTER = "venter", _("Venter")
        KLAR = "klar", _("Klar til at blive lagt på sagen")
        AFVIST = "afvist", _("Afvist")
        LAGT = "lagt", _("Lagt på sagen")
        OPGIVET = "opgivet", _("Opgivet")

    class Trin(models.TextChoices):
        UNDERSOEGES = "undersoeges", _("Undersøges")
        SCANNES = "scannes", _("Virusscannes")
        OMDANNES = "omdannes", _("Omdannes til PDF")
        LAESES = "laeses", _("Første side læses")

    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="modtagne_filer")
    medarbejder = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    filnavn = models.CharField(max_length=255)
    stoerrelse = models.PositiveBigIntegerField()
    tilstand = models.CharField(max_length=8, choices=Tilstand, default=Tilstand.SENDES)
    trin = models.CharField(max_length=12, choices=Trin, blank=True)
    grund = models.CharField(max_length=400, blank=True)
    forsoeg = models.PositiveSmallIntegerField(default=0)
    naeste_tid = models.DateTimeField(null=True)
    slags = models.CharField(max_length=8, blank=True)
    mime = models.CharField(max_length=80, blank=True)
    sider = models.PositiveIntegerField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    vist_sha256 = models.CharField(max_length=64, blank=True)
    vist_mime = models.CharField(max_length=80, blank=True)
    virusscannet = models.BooleanField(default=False)
    foreslaaet_slags = models.CharField(max_length=40, blank=True)
    foreslaaet_dato = models.DateField(null=True)
    foreslaaet_titel = models.CharField(max_length=200, blank=True)
    foreslaaet_afsender = models.CharField(max_length=200, blank=True, db_default="")
    del_af = models.ForeignKey("self", models.PROTECT, null=True, related_name="bilag")
    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, null=True, related_name="+")
    begyndt_tid = models.DateTimeField()
    aendret_tid = models.DateTimeField()

    class Meta:
        ordering = ["begyndt_tid", "filnavn", "id"]
        indexes = [
            models.Index(fields=["sag", "tilstand"], name="modtagetfil_sag"),
            models.Index(
                fields=["naeste_tid"], condition=models.Q(tilstand="venter"), name="modtagetfil_venter"
            ),
            models.Index(
                fields=["naeste_tid"],
                condition=models.Q(tilstand="klar", trin="laeses"),
                name="modtagetfil_laeses",
            ),
        ]
