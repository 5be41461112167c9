"""What a Handling left behind. It only ever grows."""

from typing import Any

from django.db import models

from .grundlag import OmBorgeren


class Udregnet(models.GeneratedField):
    """Computed by PostgreSQL and not asked back at once: whoever may only add a row has no way to read it."""

    db_returning = False

    def deconstruct(self) -> Any:
        navn, _sti, args, kwargs = super().deconstruct()
        return navn, "django.db.models.GeneratedField", args, kwargs


class Haendelse(OmBorgeren):
    """One act, with the law's answer as receipt. Append-only by grants and by trigger.

    `dag` is the day the law was asked about (the demo's own day in a demo), `tid` the real clock.
    """

    borger = models.ForeignKey("sager.Borger", models.PROTECT, null=True, related_name="+")
    forloeb = models.ForeignKey("sager.Forloeb", models.PROTECT, null=True, related_name="haendelser")
    sag = models.ForeignKey("sager.Sag", models.PROTECT, null=True, related_name="haendelser")
    region = models.ForeignKey(
        "sager.Organisation", models.PROTECT, null=True, editable=False, related_name="+"
    )
    koordinator = models.ForeignKey(
        "sager.Medarbejder", models.PROTECT, null=True, editable=False, related_name="+"
    )
    handling = models.CharField(max_length=40)
    tid = models.DateTimeField()
    dag = models.DateField()
    aktoer_navn = models.CharField(max_length=420)  # »… som vikar for …«
    aktoer_rolle = models.CharField(max_length=24)
    aktoer_organisation = models.CharField(max_length=200)
    tekst = models.TextField()
    data = models.JSONField(default=dict)
    vurdering = models.JSONField(null=True)
    # Did it take a case off its meeting day? What is counted; the rest of `data` need not be read for it.
    mistet_dag = Udregnet(
        expression=models.ExpressionWrapper(
            models.Q(data__has_key="moede_id"), output_field=models.BooleanField()
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )

    class Meta:
        indexes = [
            models.Index(fields=["sag", "tid"], name="haendelse_sag"),
            models.Index(fields=["forloeb", "tid"], name="haendelse_forloeb"),
            models.Index(
                fields=["kommune", "dag"],
                condition=models.Q(mistet_dag=True),
                name="haendelse_mistet_dag",
            ),
        ]
