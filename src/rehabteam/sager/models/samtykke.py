"""The citizen's consents to ask others about her, and what was asked (retssikkerhedsloven § 11 a)."""

from django.db import models
from django.utils.translation import gettext_noop as _

from .grundlag import OmBorgeren

FORMER = {
    "LAE_265": "LÆ 265",
    "LAE_285": "LÆ 285",
    "LAE_125": "LÆ 125",
    "LAE_135": "LÆ 135",
    "LAE_145": "LÆ 145",
    "OPLYSNINGER": "",
}
"""What can be asked for: a certificate by its form, or information without one."""


class Samtykke(OmBorgeren):
    """A consent: which information, from whom, for which case. Only its withdrawal is ever written on it.

    `til`: the last day, where the citizen set one. `praecist`: the caseworker's judgement that it says all three.
    """

    class Maade(models.TextChoices):
        UNDERSKRIFT = "underskrift", _("Underskrevet på papir")
        MUNDTLIGT = "mundtligt", _("Sagt mundtligt og skrevet ned")
        DIGITALT = "digitalt", _("Givet af borgeren selv i Rehabteam")

    borger = models.ForeignKey("sager.Borger", models.PROTECT, related_name="samtykker")
    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="samtykker")
    oplysninger = models.TextField()
    kilde = models.CharField(max_length=200)
    formaal = models.TextField()
    givet = models.DateField()
    maade = models.CharField(max_length=12, choices=Maade)
    praecist = models.BooleanField()
    konsekvenser_oplyst = models.BooleanField()
    til = models.DateField(null=True)
    registreret_tid = models.DateTimeField()
    registreret_af = models.CharField(max_length=200)
    tilbagekaldt_tid = models.DateTimeField(null=True)
    tilbagekaldt_dag = models.DateField(null=True)
    tilbagekaldt_af = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["sag", "givet"], name="samtykke_sag")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(til=None) | models.Q(til__gte=models.F("givet")),
                name="samtykke_til_efter_givet",
            ),
            models.CheckConstraint(
                condition=models.Q(tilbagekaldt_tid=None, tilbagekaldt_dag=None)
                | models.Q(tilbagekaldt_tid__isnull=False, tilbagekaldt_dag__isnull=False),
                name="samtykke_tilbagekaldt_helt",
            ),
        ]


class Anmodning(OmBorgeren):
    """A certificate or information asked for: what, from whom, and the consent or the exception it rests on.

    What was asked never changes. It is closed once, but for an answer noted by mistake. Its way is models/attest.py.
    `svarfrist`: the last day for the consultation, where the kommune itself sets it. `ny_attest_grund`: why a new
    assessment was asked for though the case comes again (BEK § 18).
    """

    class Tilstand(models.TextChoices):
        SENDT = "sendt", _("Afventer svar")
        MODTAGET = "modtaget", _("Modtaget")
        STANDSET = "standset", _("Standset: samtykket er trukket tilbage")
        ANNULLERET = "annulleret", _("Annulleret")

    borger = models.ForeignKey("sager.Borger", models.PROTECT, related_name="+")
    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="anmodninger")
    form = models.CharField(max_length=12)  # of FORMER
    til = models.CharField(max_length=200)
    oplysninger = models.TextField()
    sendt = models.DateField()
    samtykke = models.ForeignKey(Samtykke, models.PROTECT, null=True, related_name="anmodninger")
    undtagelse = models.CharField(
        max_length=16, blank=True
    )  # of lov.retssikkerhedsloven.undtagelse.UNDTAGELSER
    undtagelse_grund = models.TextField(blank=True)
    svarfrist = models.DateField(null=True)
    ny_attest_grund = models.TextField(blank=True)
    registreret_tid = models.DateTimeField()
    registreret_af = models.CharField(max_length=200)
    tilstand = models.CharField(max_length=12, choices=Tilstand, default=Tilstand.SENDT)
    lukket_tid = models.DateTimeField(null=True)
    lukket_dag = models.DateField(null=True)
    lukket_af = models.CharField(max_length=200, blank=True)
    lukket_grund = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["sag", "sendt"], name="anmodning_sag"),
            models.Index(
                fields=["kommune", "sendt"], condition=models.Q(tilstand="sendt"), name="anmodning_aaben"
            ),
        ]
        constraints = [
            # Nothing is asked for without a ground: one consent, or one exception with its reason.
            models.CheckConstraint(
                condition=models.Q(samtykke__isnull=False, undtagelse="")
                | (models.Q(samtykke=None) & ~models.Q(undtagelse="") & ~models.Q(undtagelse_grund="")),
                name="anmodning_har_et_grundlag",
            ),
            models.CheckConstraint(
                condition=models.Q(tilstand="sendt", lukket_tid=None)
                | (~models.Q(tilstand="sendt") & models.Q(lukket_tid__isnull=False)),
                name="anmodning_lukket_helt",
            ),
        ]
