"""The secretariat's questions to a kommune, its decision about a case that came too late, and who is away."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


def _til(hvad: str, navn: str = "+", **mere: object) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=navn, to=f"sager.{hvad}", **mere
    )


def _id() -> models.UUIDField:  # type: ignore[type-arg]
    return models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0024_moederummet"),
    ]

    operations: list[migrations.operations.base.Operation] = [
        migrations.AddField(
            "sag", "sent_stilling", models.CharField(blank=True, db_default="", max_length=10)
        ),
        migrations.AddField("sag", "sent_stilling_grund", models.TextField(blank=True, db_default="")),
        migrations.AddField(
            "sag", "sent_stilling_af", models.CharField(blank=True, db_default="", max_length=420)
        ),
        migrations.AddField("sag", "sent_stilling_tid", models.DateTimeField(null=True)),
        migrations.CreateModel(
            name="Fravaer",
            fields=[
                ("id", _id()),
                ("fra", models.DateField()),
                ("til", models.DateField()),
                ("oprettet_tid", models.DateTimeField()),
                ("oprettet_af", models.CharField(max_length=420)),
                ("slut", models.DateTimeField(null=True)),
                ("slut_af", models.CharField(blank=True, max_length=420)),
                ("medarbejder", _til("medarbejder", "fravaer")),
                ("organisation", _til("organisation")),
                ("stedfortraeder", _til("medarbejder", null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["organisation", "til"], name="fravaer_til")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("til__gte", models.F("fra"))), name="fravaer_dage"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stedfortraeder", models.F("medarbejder")), _negated=True),
                        name="fravaer_en_anden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Regionsspoergsmaal",
            fields=[
                ("id", _id()),
                (
                    "udelukkede",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, editable=False, size=None
                    ),
                ),
                ("tekst", models.TextField()),
                ("stillet_tid", models.DateTimeField()),
                ("stillet_dag", models.DateField()),
                ("stillet_af", models.CharField(max_length=420)),
                ("svar", models.TextField(blank=True)),
                ("svar_tid", models.DateTimeField(null=True)),
                ("svar_dag", models.DateField(null=True)),
                ("svar_af", models.CharField(blank=True, max_length=420)),
                ("kommune", _til("organisation")),
                ("koordinator", _til("medarbejder", null=True, editable=False)),
                ("region", _til("organisation", null=True, editable=False)),
                ("sag", _til("sag", "%(class)s_raekker")),
            ],
            options={"indexes": [models.Index(fields=["sag", "stillet_tid"], name="regionsspoergsmaal_sag")]},
        ),
    ]
