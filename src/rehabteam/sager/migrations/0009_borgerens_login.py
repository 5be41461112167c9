"""A citizen's leave for a bisidder, and a way to find the citizen an identity provider has proved (an index)."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sager", "0008_aktindsigt")]

    operations = [
        migrations.AddIndex(model_name="borger", index=models.Index(fields=["cpr"], name="borger_cpr")),
        migrations.CreateModel(
            name="Fuldmagt",
            fields=[
                (
                    "udelukkede",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, editable=False, size=None
                    ),
                ),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("bisidder_navn", models.CharField(max_length=120)),
                ("dokumenter", models.BooleanField(default=False)),
                ("fra", models.DateField()),
                ("til", models.DateField()),
                ("givet_tid", models.DateTimeField()),
                ("paa_papir", models.BooleanField(default=False)),
                ("kodeaftryk", models.CharField(max_length=64, unique=True)),
                ("tilbagekaldt_tid", models.DateTimeField(editable=False, null=True)),
                ("tilbagekaldt_dag", models.DateField(editable=False, null=True)),
                (
                    "borger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fuldmagter",
                        to="sager.borger",
                    ),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sager.organisation",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["borger", "til"], name="fuldmagt_borger")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("til__gte", models.F("fra"))),
                        name="fuldmagt_slutter_efter_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Moedesvar",
            fields=[
                (
                    "udelukkede",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, editable=False, size=None
                    ),
                ),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "svar",
                    models.CharField(
                        choices=[("kommer", "Jeg kommer"), ("kan_ikke", "Jeg kan ikke den dag")],
                        max_length=10,
                    ),
                ),
                ("tid", models.DateTimeField()),
                (
                    "borger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.borger"
                    ),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "moede",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.moede"
                    ),
                ),
                (
                    "sag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moedesvar",
                        to="sager.sag",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
    ]
