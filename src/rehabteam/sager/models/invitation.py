"""Who was asked to a meeting, how, and to what: each letter and each calendar file that was made."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import OmBorgeren


class Invitation(OmBorgeren):
    """One letter or calendar file to one receiver. Append-only: a change or a cancellation is the next `sekvens`.

    `sag`: the case it is about; None: the whole meeting day, to one of the team, who then has `linjer`: a list of
    ["09.30", the case's number]. `uid` is the same for all that one receiver gets about one meeting. `dato`, `kl`,
    `slut`, `sted` and `video` are what she was told, which may no longer be so. `navn`: hers, but never the citizen's.
    """

    class Modtager(models.TextChoices):
        BORGER = "borger", _("Borgeren")
        BISIDDER = "bisidder", _("Bisidderen")
        SAGSBEHANDLER = "sagsbehandler", _("Sagsbehandleren")
        SUNDHEDSKOORDINATOR = "sundhedskoordinator", _("Sundhedskoordinatoren")
        LAEGE = "laege", _("Den praktiserende læge")
        TEAM = "team", _("En fra teamet")

    class Slags(models.TextChoices):
        BREV = "brev", _("Brev")
        KALENDER = "kalender", _("Kalenderfil")

    moede = models.ForeignKey("sager.Moede", models.PROTECT, related_name="invitationer")
    sag = models.ForeignKey("sager.Sag", models.PROTECT, null=True, related_name="invitationer")
    modtager = models.CharField(max_length=20, choices=Modtager)
    medarbejder = models.ForeignKey("sager.Medarbejder", models.PROTECT, null=True, related_name="+")
    navn = models.CharField(max_length=200, blank=True)
    slags = models.CharField(max_length=10, choices=Slags)
    uid = models.CharField(max_length=64)
    sekvens = models.PositiveIntegerField()
    aflyst = models.BooleanField(default=False)
    dato = models.DateField()
    kl = models.TimeField()
    slut = models.TimeField()
    sted = models.CharField(max_length=120)
    video = models.BooleanField(default=False)
    linjer = models.JSONField(default=list)
    samtykke = models.ForeignKey("sager.Samtykke", models.PROTECT, null=True, related_name="+")
    dokument = models.ForeignKey("sager.Dokument", models.PROTECT, null=True, related_name="+")
    dag = models.DateField()
    tid = models.DateTimeField()
    lavet_af = models.CharField(max_length=420)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kommune", "uid", "sekvens"], name="invitation_en_udgave"),
            models.CheckConstraint(
                condition=models.Q(sag__isnull=False) | models.Q(medarbejder__isnull=False),
                name="invitation_til_nogen",
            ),
        ]
        indexes = [
            models.Index(fields=["sag", "uid"], name="invitation_sag"),
            models.Index(fields=["moede", "medarbejder"], name="invitation_moede"),
        ]
