"""Notes beside the pages of a document: each one's own, and shared in one's own house (models/laesning.py)."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


def _til(hvad: str, navn: str = "+", **mere: object) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=navn, to=f"sager.{hvad}", **mere
    )


class Migration(migrations.Migration):
    dependencies = [("sager", "0029_dokumentside")]
    operations: list[migrations.operations.base.Operation] = [
        migrations.CreateModel(
            name="Margennote",
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
                ("forfatter_navn", models.CharField(max_length=420)),
                ("side", models.PositiveIntegerField()),
                (
                    "sted",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Hele siden"),
                            ("oeverst", "Øverst på siden"),
                            ("midt", "Midt på siden"),
                            ("nederst", "Nederst på siden"),
                        ],
                        max_length=8,
                    ),
                ),
                ("tekst", models.TextField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("tid", models.DateTimeField()),
                ("delt_tid", models.DateTimeField(null=True)),
                ("trukket_tilbage_tid", models.DateTimeField(null=True)),
                ("kommune", _til("organisation")),
                ("sag", _til("sag", "%(class)s_raekker")),
                ("region", _til("organisation", null=True, editable=False)),
                ("koordinator", _til("medarbejder", null=True, editable=False)),
                ("organisation", _til("organisation")),
                ("medarbejder", _til("medarbejder")),
                ("dokument", _til("dokument", "margennoter")),
            ],
            options={
                "indexes": [models.Index(fields=["sag", "dokument", "side"], name="margennote_side")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("trukket_tilbage_tid", None), ("delt_tid__isnull", False), _connector="OR"
                        ),
                        name="margennote_kun_delte_trukket",
                    )
                ],
            },
        ),
    ]
