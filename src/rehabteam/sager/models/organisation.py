"""Organisations and the people who work in them."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import Raekke


class Organisation(Raekke):
    """A kommune or a region. A kommune names the region whose Klinisk Funktion it works with."""

    class Slags(models.TextChoices):
        KOMMUNE = "kommune", _("Kommune")
        REGION = "region", _("Region")

    slags = models.CharField(max_length=10, choices=Slags)
    navn = models.CharField(max_length=200)
    region = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="kommuner")

    class Meta:
        ordering = ["navn"]

    def __str__(self) -> str:
        return self.navn


class Rolle(models.TextChoices):
    """The roles of this edition; what each may do stands in sager/adgang/rettigheder.py."""

    SAGSBEHANDLER = "sagsbehandler", _("Sagsbehandler")
    MOEDELEDER = "moedeleder", _("Mødeleder")
    TEAMMEDLEM = "teammedlem", _("Teammedlem")
    LEDER = "leder", _("Teamleder")
    SEKRETARIAT = "sekretariat", _("Sekretariat")
    SUNDHEDSKOORDINATOR = "sundhedskoordinator", _("Sundhedskoordinator")
    AUDITOR = "auditor", _("Logkontrollør")
    BORGER = "borger", _("Borger")
    BISIDDER = "bisidder", _("Bisidder")
    DRIFT = "drift", _("Drift")
    INTEGRATION = "integration", _("Fagsystem")


class Medarbejder(Raekke):
    """A person at work. How she logs in is another table (web.Konto). `enhed`: her unit, as the leader calls it."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="medarbejdere")
    navn = models.CharField(max_length=200)
    rolle = models.CharField(max_length=24, choices=Rolle)
    fagomraade = models.CharField(max_length=40, blank=True)
    enhed = models.CharField(max_length=80, blank=True)
    aktiv = models.BooleanField(default=True)

    class Meta:
        ordering = ["navn"]

    def __str__(self) -> str:
        return self.navn
