"""Who stands in for whom, from one day to another."""

from django.db import models

from .grundlag import Raekke


class Vikariat(Raekke):
    """`vikar` may work as `for_hvem` on the days from `fra` to `til`, both included, unless it has been ended.

    She keeps her own name in the log and on everything she does. Only the end may be written later.
    """

    organisation = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    for_hvem = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    vikar = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="+")
    fra = models.DateField()
    til = models.DateField()
    grund = models.TextField()
    oprettet_tid = models.DateTimeField()
    oprettet_af = models.CharField(max_length=200)
    slut = models.DateTimeField(null=True)
    slut_af = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(til__gte=models.F("fra")), name="vikariat_dage"),
            models.CheckConstraint(
                condition=~models.Q(vikar=models.F("for_hvem")), name="vikariat_ikke_for_sig_selv"
            ),
        ]
        indexes = [models.Index(fields=["organisation", "til"], name="vikariat_til")]
