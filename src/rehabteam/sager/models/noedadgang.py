"""Breaking the glass: one case opened in an emergency, and that somebody else has seen that it was."""

from datetime import timedelta

from django.db import models

from .grundlag import OmBorgeren, Raekke

HOEJST = timedelta(minutes=60)


class Noedadgang(OmBorgeren):
    """`medarbejder` of `organisation` may read one case, which her role does not open, until `udloeber`.

    The reason stands here and never in the access log. Only the end may be written later.
    """

    organisation = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    medarbejder = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    rolle = models.CharField(max_length=24)
    sag = models.ForeignKey("sager.Sag", models.PROTECT, related_name="+")
    borger = models.ForeignKey("sager.Borger", models.PROTECT, related_name="+")
    sagsnummer = models.CharField(max_length=20)
    grund = models.TextField()
    tid = models.DateTimeField()
    udloeber = models.DateTimeField()
    slut = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(udloeber__gt=models.F("tid"), udloeber__lte=models.F("tid") + HOEJST),
                name="noedadgang_hoejst_en_time",
            )
        ]
        indexes = [models.Index(fields=["organisation", "tid"], name="noedadgang_tid")]


class Noedkvittering(Raekke):
    """Somebody else than the one who took it has looked at a nødadgang. Once, and for good."""

    organisation = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    noedadgang = models.OneToOneField(Noedadgang, models.PROTECT, related_name="kvittering")
    medarbejder = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")  # who took it
    kvitteret_af = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    tid = models.DateTimeField()
    bemaerkning = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kvitteret_af=models.F("medarbejder")),
                name="noedkvittering_ikke_sin_egen",
            )
        ]
