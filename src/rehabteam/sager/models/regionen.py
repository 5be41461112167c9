"""What Klinisk Funktion's secretariat keeps beside the cases: its questions to a kommune, and who is away when."""

from django.db import models

from .grundlag import Raekke, SagensRaekke


class Regionsspoergsmaal(SagensRaekke):
    """A question about a case from the secretariat to the kommune, answered once. A new question is a new row."""

    tekst = models.TextField()
    stillet_tid = models.DateTimeField()
    stillet_dag = models.DateField()
    stillet_af = models.CharField(max_length=420)
    svar = models.TextField(blank=True)
    svar_tid = models.DateTimeField(null=True)
    svar_dag = models.DateField(null=True)
    svar_af = models.CharField(max_length=420, blank=True)

    class Meta:
        indexes = [models.Index(fields=["sag", "stillet_tid"], name="regionsspoergsmaal_sag")]


class Fravaer(Raekke):
    """A person at work is away on the days from `fra` to `til`, both included, unless it was taken back (`slut`).

    Why is never written down. `stedfortraeder`: who her cases may be handed to; nobody is it by itself.
    """

    organisation = models.ForeignKey("sager.Organisation", models.PROTECT, related_name="+")
    medarbejder = models.ForeignKey("sager.Medarbejder", models.PROTECT, related_name="fravaer")
    fra = models.DateField()
    til = models.DateField()
    stedfortraeder = models.ForeignKey("sager.Medarbejder", models.PROTECT, null=True, related_name="+")
    oprettet_tid = models.DateTimeField()
    oprettet_af = models.CharField(max_length=420)
    slut = models.DateTimeField(null=True)
    slut_af = models.CharField(max_length=420, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(til__gte=models.F("fra")), name="fravaer_dage"),
            models.CheckConstraint(
                condition=~models.Q(stedfortraeder=models.F("medarbejder")), name="fravaer_en_anden"
            ),
        ]
        indexes = [models.Index(fields=["organisation", "til"], name="fravaer_til")]
