"""The minutes of a case, and which meeting a task was agreed at."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


def _til(hvad: str, navn: str = "+", **mere: object) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=navn, to=f"sager.{hvad}", **mere
    )


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0023_invitationer"),
    ]

    operations: list[migrations.operations.base.Operation] = [
        migrations.AddField("paamindelse", "moede", _til("moede", null=True)),
        migrations.CreateModel(
            name="Referat",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "udelukkede",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, editable=False, size=None
                    ),
                ),
                ("begyndt", models.TimeField(null=True)),
                ("sluttet", models.TimeField(null=True)),
                ("bemaerkninger", models.TextField(blank=True)),
                ("ingen_indstilling", models.CharField(blank=True, max_length=500)),
                ("ingen_opgave", models.CharField(blank=True, max_length=300)),
                ("version", models.PositiveIntegerField(default=1)),
                ("aendret_tid", models.DateTimeField()),
                ("aendret_af", models.CharField(max_length=420)),
                ("godkendt_tid", models.DateTimeField(null=True)),
                ("godkendt_af", models.CharField(blank=True, max_length=420)),
                ("dokument", _til("dokument", null=True)),
                ("kommune", _til("organisation")),
                ("region", _til("organisation", null=True, editable=False)),
                ("koordinator", _til("medarbejder", null=True, editable=False)),
                ("sag", _til("sag", "%(class)s_raekker")),
                ("moede", _til("moede", "referater")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("sag", "moede"), name="referat_et_per_moede")]
            },
        ),
    ]
