"""What the citizen herself says: who may stand beside her, and whether she comes to the meeting."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import OmBorgeren


class Fuldmagt(OmBorgeren):
    """One bisidder of one citizen (forvaltningsloven § 8): dated, with an end, taken back at once.

    It covers where the case stands, the meeting and the limit; `dokumenter`: also the papers the citizen herself sees.
    `kodeaftryk`: what the code the bisidder is given is known by, the first time she logs in. `paa_papir`: written
    and signed on paper, and registered by the kommune.
    """

    borger = models.ForeignKey("sager.Borger", models.PROTECT, related_name="fuldmagter")
    bisidder_navn = models.CharField(max_length=120)
    dokumenter = models.BooleanField(default=False)
    fra = models.DateField()
    til = models.DateField()
    givet_tid = models.DateTimeField()
    paa_papir = models.BooleanField(default=False)
    kodeaftryk = models.CharField(max_length=64, unique=True)
    tilbagekaldt_tid = models.DateTimeField(null=True, editable=False)
    tilbagekaldt_dag = models.DateField(null=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(til__gte=models.F("fra")), name="fuldmagt_slutter_efter_start"
            )
        ]
        indexes = [models.Index(fields=["borger", "til"], name="fuldmagt_borger")]


class Moedesvar(OmBorgeren):
    """Whether the citizen comes to one meeting. The latest counts; about another meeting it says nothing."""

    class Svar(models.TextChoices):
        KOMMER = "kommer", _("Jeg kommer")
        KAN_IKKE = "kan_ikke", _("Jeg kan ikke den dag")

    borger = models.ForeignKey("sager.Borger", models.PROTECT, related_name="+")
    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="moedesvar")
    moede = models.ForeignKey("sager.Moede", models.PROTECT, related_name="+")
    svar = models.CharField(max_length=10, choices=Svar)
    tid = models.DateTimeField()
