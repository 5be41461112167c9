"""Substitutes with dates, emergency access to one case, and whom a row of the log was written in the stead of."""

import datetime
import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0005_inhabilitet"),
    ]

    operations = [
        migrations.AddField(
            model_name="adgangspost",
            name="vikar_for",
            field=models.UUIDField(null=True),
        ),
        migrations.AlterField(
            model_name="haendelse",
            name="aktoer_navn",
            field=models.CharField(max_length=420),
        ),
        migrations.CreateModel(
            name="Noedadgang",
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
                ("rolle", models.CharField(max_length=24)),
                ("sagsnummer", models.CharField(max_length=20)),
                ("grund", models.TextField()),
                ("tid", models.DateTimeField()),
                ("udloeber", models.DateTimeField()),
                ("slut", models.DateTimeField(null=True)),
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
                    "medarbejder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.medarbejder"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "sag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.sag"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Noedkvittering",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("tid", models.DateTimeField()),
                ("bemaerkning", models.TextField(blank=True)),
                (
                    "kvitteret_af",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.medarbejder"
                    ),
                ),
                (
                    "medarbejder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.medarbejder"
                    ),
                ),
                (
                    "noedadgang",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kvittering",
                        to="sager.noedadgang",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Vikariat",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("fra", models.DateField()),
                ("til", models.DateField()),
                ("grund", models.TextField()),
                ("oprettet_tid", models.DateTimeField()),
                ("oprettet_af", models.CharField(max_length=200)),
                ("slut", models.DateTimeField(null=True)),
                ("slut_af", models.CharField(blank=True, max_length=200)),
                (
                    "for_hvem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.medarbejder"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "vikar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.medarbejder"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="noedadgang",
            index=models.Index(fields=["organisation", "tid"], name="noedadgang_tid"),
        ),
        migrations.AddConstraint(
            model_name="noedadgang",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("udloeber__gt", models.F("tid")),
                    (
                        "udloeber__lte",
                        django.db.models.expressions.CombinedExpression(
                            models.F("tid"), "+", models.Value(datetime.timedelta(seconds=3600))
                        ),
                    ),
                ),
                name="noedadgang_hoejst_en_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="noedkvittering",
            constraint=models.CheckConstraint(
                condition=models.Q(("kvitteret_af", models.F("medarbejder")), _negated=True),
                name="noedkvittering_ikke_sin_egen",
            ),
        ),
        migrations.AddIndex(
            model_name="vikariat",
            index=models.Index(fields=["organisation", "til"], name="vikariat_til"),
        ),
        migrations.AddConstraint(
            model_name="vikariat",
            constraint=models.CheckConstraint(
                condition=models.Q(("til__gte", models.F("fra"))), name="vikariat_dage"
            ),
        ),
        migrations.AddConstraint(
            model_name="vikariat",
            constraint=models.CheckConstraint(
                condition=models.Q(("vikar", models.F("for_hvem")), _negated=True),
                name="vikariat_ikke_for_sig_selv",
            ),
        ),
    ]
