"""What a meeting day holds: its numbered places, and who sits in the team that day."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import KommunensRaekke, OmBorgeren


class Moedeplads(OmBorgeren):
    """One place on a meeting day, for one of the agreement's categories. Laid with the day, from the terms of its date.

    PostgreSQL itself forbids a double booking: a place holds one case, a case has one place, and the case's own meeting
    is the place's (vaegge/noegler.py). A day whose terms name no number has no places: »Ikke angivet«, and no ceiling.
    """

    region = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    moede = models.ForeignKey("sager.Moede", models.PROTECT, related_name="pladser")
    aftalekategori = models.CharField(max_length=40)
    nr = models.PositiveSmallIntegerField()
    kl = models.TimeField(null=True)
    sag = models.OneToOneField("sager.Sag", models.PROTECT, null=True, related_name="plads")

    class Meta:
        ordering = ["aftalekategori", "nr"]
        constraints = [
            models.UniqueConstraint(fields=["moede", "aftalekategori", "nr"], name="moedeplads_nr")
        ]


class Moedemedlem(KommunensRaekke):
    """Who is in the team on a meeting day, one area at a time; `stedfortraeder` comes if that person cannot.

    The kommune names its own, the region the sundhedskoordinator (`organisation`: whose person it is). `navn` is kept,
    for the other house cannot look the person up.
    """

    class Fagomraade(models.TextChoices):
        BESKAEFTIGELSE = "beskaeftigelse", _("Beskæftigelse")
        SOCIAL = "social", _("Social")
        SUNDHED = "sundhed", _("Sundhed")
        UDDANNELSE = "uddannelse", _("Uddannelse")
        SUNDHEDSKOORDINATOR = "sundhedskoordinator", _("Sundhedskoordinator")

    region = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    moede = models.ForeignKey("sager.Moede", models.PROTECT, related_name="medlemmer")
    fagomraade = models.CharField(max_length=24, choices=Fagomraade)
    organisation = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    medarbejder = models.ForeignKey("sager.Medarbejder", models.PROTECT, null=True, related_name="+")
    navn = models.CharField(max_length=200)
    stedfortraeder = models.ForeignKey("sager.Medarbejder", models.PROTECT, null=True, related_name="+")
    stedfortraeder_navn = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["fagomraade"]
        constraints = [models.UniqueConstraint(fields=["moede", "fagomraade"], name="moedemedlem_et_omraade")]
