"""The team's meeting day, who took part in a case, and what came out of it."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import KommunensRaekke, SagensRaekke


class Moede(KommunensRaekke):
    """A meeting day of one kommune's team. No personal data: the region sees it from the start.

    Cancelled (`aflyst_tid`) it stays as it was, with the reason; no case can be put on it. `serie`: the days laid at once.
    """

    class Form(models.TextChoices):
        RUM = "rum", _("I et lokale")
        VIDEO = "video", _("På video")

    region = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    dato = models.DateField()
    kl = models.TimeField()
    form = models.CharField(max_length=8, choices=Form, default=Form.RUM)
    sted = models.CharField(max_length=120)
    moedeleder = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    serie = models.UUIDField(null=True, editable=False)
    aflyst_tid = models.DateTimeField(null=True)
    aflyst_grund = models.CharField(max_length=300, blank=True)
    aflyst_af = models.CharField(max_length=420, blank=True)

    class Meta:
        ordering = ["dato", "kl"]
        constraints = [
            models.UniqueConstraint(
                fields=["kommune", "dato", "kl", "sted"],
                condition=models.Q(aflyst_tid=None),
                name="moede_et_sted",
            ),
            models.CheckConstraint(
                condition=models.Q(aflyst_tid=None) | ~models.Q(aflyst_grund=""),
                name="moede_aflyst_med_grund",
            ),
        ]


class Deltager(SagensRaekke):
    """Who was expected at a case, and whether they came."""

    class Slags(models.TextChoices):
        BORGER = "borger", _("Borger")
        SAGSBEHANDLER = "sagsbehandler", _("Sagsbehandler")
        BESKAEFTIGELSE = "beskaeftigelse", _("Beskæftigelse")
        SOCIAL = "social", _("Social")
        SUNDHED = "sundhed", _("Sundhed")
        UDDANNELSE = "uddannelse", _("Uddannelse")
        SUNDHEDSKOORDINATOR = "sundhedskoordinator", _("Sundhedskoordinator")
        MOEDELEDER = "moedeleder", _("Mødeleder")

    slags = models.CharField(max_length=24, choices=Slags)
    navn = models.CharField(max_length=200, blank=True)
    til_stede = models.BooleanField(null=True)
    bemaerkning = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sag", "slags"], name="deltager_en_plads")]

    @property
    def vist_navn(self) -> str:
        """The name noted at the seat; not the citizen's while hers is protected."""
        skjult = self.slags == self.Slags.BORGER and self.sag.borger.er_beskyttet
        return "" if skjult else self.navn


class Indstilling(SagensRaekke):
    """The team's recommendation. `udfald` is the outcome (BEK §§ 7-11, 16); "" = a re-submission (§ 19). Given, frozen.

    `indsatser`: list of {"navn", "omraade", "begynder" (ISO date or ""), "ansvarlig", "nr" (place in the order, or "")}.
    `indhold`: text by key (sager/indstillingsdele.py), also what was typed for an outcome that is not chosen now.
    `flag`: the law's yes/no questions (kan_ikke_parallelt …) → true or false; not there = not answered.
    `begrundelse_tilstraekkelig`: the mødeleder's word that the reasons suffice to decide on (§ 7, stk. 4).
    """

    udfald = models.CharField(max_length=40, blank=True)
    indhold = models.JSONField(default=dict)
    flag = models.JSONField(default=dict)
    aarsag = models.TextField(blank=True)
    indsatser = models.JSONField(default=list)
    opfoelgning = models.TextField(blank=True)
    se_igen = models.BooleanField(null=True)
    uenighed = models.TextField(blank=True)
    begrundelse_tilstraekkelig = models.BooleanField(null=True)
    version = models.PositiveIntegerField(default=1)
    aendret_tid = models.DateTimeField()
    aendret_af = models.CharField(max_length=200)
    afgivet_tid = models.DateTimeField(null=True)
    afgivet_dag = models.DateField(null=True)
    afgivet_af = models.CharField(max_length=200, blank=True)
    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sag"], name="indstilling_en_per_sag")]
