"""The kommune's own plan after its decision: rehabiliteringsplanens indsatsdel (BEK § 5)."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import OmBorgeren


class Indsatsplan(OmBorgeren):
    """The four parts of § 5, where they stand, and the personlige jobformidler. The region does not see it.

    `delmaalene`: list of {"omraade", "delmaal", "begrundelse"}; `delmaal` is the one text of plans from before.
    `indsatser`: list of {"navn", "hjemmel", "omraade", "begynder", "ansvarlig", "maal"}.
    `varighed_mdr`: months of the whole jobafklaringsforløb or sygedagpengeforløb, where it is short (§ 5, stk. 2).
    `jobformidler`: {"navn", "kontaktdata", "rolle", "aftaler"}, or None where the citizen has none.
    """

    class Maal(models.TextChoices):
        KONKRET = "KONKRET", _("Et konkret mål")
        OVERORDNET = "OVERORDNET", _("Et overordnet mål")

    class Placering(models.TextChoices):
        SAERSKILT = "saerskilt", _("I en særskilt indsatsdel, som skrives her")
        MIN_PLAN = "min_plan", _("Alt står i borgerens Min Plan")

    sag = models.OneToOneField("sager.Sag", models.PROTECT, related_name="indsatsplan")
    placering = models.CharField(max_length=10, choices=Placering, blank=True)
    maal_art = models.CharField(max_length=10, choices=Maal, blank=True)
    maal = models.TextField(blank=True)
    maal_hvorfor = models.TextField(blank=True)
    delmaal = models.TextField(blank=True)
    delmaalene = models.JSONField(default=list)
    indsatser = models.JSONField(default=list)
    plan_fra = models.DateField(null=True)
    plan_til = models.DateField(null=True)
    varighed_mdr = models.PositiveSmallIntegerField(null=True)
    opfoelgning = models.TextField(blank=True)
    mentor_behov = models.BooleanField(null=True)
    mentor = models.TextField(blank=True)
    jobformidler = models.JSONField(null=True)
    version = models.PositiveIntegerField(default=1)
    aendret_tid = models.DateTimeField()
    aendret_af = models.CharField(max_length=200)
    faerdig_tid = models.DateTimeField(null=True)
    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, null=True, related_name="+")


class Indsatsstart(OmBorgeren):
    """An effort of a plan has begun, in a case without a ressourceforløb (there it stands on the forløb).

    `nr`: its place in the plan's `indsatser`. Taken back with a reason, never changed.
    """

    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="indsatsstarter")
    nr = models.PositiveSmallIntegerField()
    begyndt = models.DateField()
    tid = models.DateTimeField()
    af = models.CharField(max_length=200)
    tilbagekaldt_tid = models.DateTimeField(null=True)
    tilbagekaldt_grund = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sag", "nr"], condition=models.Q(tilbagekaldt_tid=None), name="indsatsstart_en_gang"
            )
        ]
