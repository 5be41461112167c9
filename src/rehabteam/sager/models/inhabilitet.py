"""Conflict of interest (forvaltningsloven §§ 3-6): who at work is kept out of a citizen's cases, and why."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import OmBorgeren


class Inhabilitet(OmBorgeren):
    """One person at work and one citizen. It holds for all her cases, from the moment it is written until it is lifted.

    Owned by the citizen's kommune, read by the organisation the excluded person works in. `grund` names the kind of
    bond, `begrundelse` what it is. A lifted row stays, with its own reason.
    """

    class Grund(models.TextChoices):
        INTERESSE = "interesse", _("Egen interesse i sagen")
        SLAEGT = "slaegt", _("Familie eller anden nær forbindelse")
        SELSKAB = "selskab", _("Tilknytning til en virksomhed eller forening med interesse i sagen")
        TIDLIGERE = "tidligere", _("Har behandlet samme sag et andet sted")
        ANDET = "andet", _("Andet, der kan give tvivl om upartiskheden")

    borger = models.ForeignKey("sager.Borger", models.PROTECT, related_name="inhabile")
    organisation = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    medarbejder = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    grund = models.CharField(max_length=12, choices=Grund)
    begrundelse = models.TextField()
    dag = models.DateField()
    tid = models.DateTimeField()
    erklaeret_af = models.CharField(max_length=420)
    ophaevet_tid = models.DateTimeField(null=True)
    ophaevet_grund = models.TextField(blank=True)
    ophaevet_af = models.CharField(max_length=420, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["borger", "medarbejder"],
                condition=models.Q(ophaevet_tid=None),
                name="inhabilitet_en_ad_gangen",
            )
        ]
