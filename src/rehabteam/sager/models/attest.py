"""A certificate's way from request to paper, and what the one who read it found in it (BEK 2408/2021 § 4)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import OmBorgeren, SagensRaekke


class Attestskridt(OmBorgeren):
    """One step of one request. Append-only: a mistake is a row of its own (`fortryder`), with its reason.

    `dag`: the day it happened; of an appointment, the day it is for (`kl`: the hour). `dokument`: what came.
    """

    class Slags(models.TextChoices):
        UDLEVERET = "udleveret", _("Udleveret til borgeren")
        HOS_LAEGEN = "hos_laegen", _("Lægen har anmodningen")
        TID_BESTILT = "tid_bestilt", _("Tid hos lægen")
        KONSULTATION = "konsultation", _("Konsultationen er holdt")
        RYKKET = "rykket", _("Rykket for attesten")
        MODTAGET = "modtaget", _("Attesten er modtaget")
        FORTRUDT = "fortrudt", _("Fortrudt")

    borger = models.ForeignKey("sager.Borger", models.PROTECT, related_name="+")
    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="attestskridt")
    anmodning = models.ForeignKey("sager.Anmodning", models.PROTECT, related_name="skridt")
    slags = models.CharField(max_length=12, choices=Slags)
    dag = models.DateField()
    kl = models.TimeField(null=True)
    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, null=True, related_name="+")
    fortryder = models.ForeignKey("self", models.PROTECT, null=True, related_name="fortrudt_af")
    grund = models.TextField(blank=True)
    tid = models.DateTimeField()
    af = models.CharField(max_length=420)

    class Meta:
        indexes = [models.Index(fields=["anmodning", "tid"], name="attestskridt_anmodning")]
        constraints = [
            models.UniqueConstraint(fields=["fortryder"], name="attestskridt_fortrudt_en_gang"),
            models.CheckConstraint(
                condition=models.Q(slags="fortrudt", fortryder__isnull=False) & ~models.Q(grund="")
                | ~models.Q(slags="fortrudt") & models.Q(fortryder=None),
                name="attestskridt_fortrudt_med_grund",
            ),
        ]


class Laegevurdering(SagensRaekke):
    """What a caseworker found in one paper: of which kind it is, and which of § 4, stk. 3's points it holds.

    `kilde`: the law's word (lov par04), "" when the paper turned out to be none of them. `konsultation`: whether it
    rests on one, None when that is not asked. Append-only; the newest on a paper governs (sagsfakta/laege.py).
    """

    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, related_name="laegevurderinger")
    kilde = models.CharField(max_length=20, blank=True)
    konsultation = models.BooleanField(null=True)
    punkter = ArrayField(models.PositiveSmallIntegerField(), default=list)
    dag = models.DateField()
    tid = models.DateTimeField()
    forfatter = models.CharField(max_length=420)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(punkter__contained_by=[1, 2, 3, 4]), name="laegevurdering_fire_punkter"
            )
        ]
