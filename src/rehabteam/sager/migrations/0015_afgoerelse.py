"""The kommune's decision, closing and opening a case, handing it over, and the four parts of the indsatsdel."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sager", "0014_indstilling")]
    operations = [
        migrations.AddField(
            model_name="indsatsplan",
            name="delmaalene",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="indsatsplan",
            name="jobformidler",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="indsatsplan",
            name="maal_art",
            field=models.CharField(
                blank=True,
                choices=[("KONKRET", "Et konkret mål"), ("OVERORDNET", "Et overordnet mål")],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="indsatsplan",
            name="maal_hvorfor",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="indsatsplan",
            name="mentor_behov",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="indsatsplan",
            name="placering",
            field=models.CharField(
                blank=True,
                choices=[
                    ("saerskilt", "I en særskilt indsatsdel, som skrives her"),
                    ("min_plan", "Alt står i borgerens Min Plan"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="indsatsplan",
            name="plan_fra",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="indsatsplan",
            name="plan_til",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="indsatsplan",
            name="varighed_mdr",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.CreateModel(
            name="Afgoerelse",
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
                ("foelger", models.BooleanField(null=True)),
                ("udfald", models.CharField(max_length=40)),
                ("bevilget", models.BooleanField()),
                ("begrundelse", models.TextField()),
                ("naeste", models.TextField()),
                ("klagevejledning", models.TextField()),
                ("forloeb_start", models.DateField(null=True)),
                ("mangler_grund", models.TextField(blank=True)),
                ("dag", models.DateField()),
                ("tid", models.DateTimeField()),
                ("af", models.CharField(max_length=200)),
                (
                    "dokument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.dokument"
                    ),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "sag",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="afgoerelse", to="sager.sag"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("begrundelse", ""), _negated=True), name="afgoerelse_begrundet"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Overdragelse",
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
                ("retning", models.CharField(choices=[("ud", "Sendt"), ("ind", "Modtaget")], max_length=3)),
                ("modpart", models.CharField(max_length=200)),
                ("modpartens_nummer", models.CharField(blank=True, max_length=20)),
                ("sha256", models.CharField(max_length=64)),
                ("stoerrelse", models.PositiveBigIntegerField()),
                ("samtykker", models.PositiveSmallIntegerField(default=0)),
                ("dag", models.DateField()),
                ("tid", models.DateTimeField()),
                ("af", models.CharField(max_length=200)),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "sag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overdragelser",
                        to="sager.sag",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kommune", "retning", "sha256"), name="overdragelse_en_gang"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Sagsskifte",
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
                (
                    "art",
                    models.CharField(
                        choices=[("lukket", "Lukket"), ("genaabnet", "Åbnet igen")], max_length=10
                    ),
                ),
                (
                    "resultat",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gennemfoert", "Gennemført"),
                            ("trukket", "Borgeren ønsker ikke sagen behandlet"),
                            ("bortfaldet", "Grundlaget er faldet væk"),
                            ("fejl", "Oprettet ved en fejl"),
                            ("anden_sag", "Afgjort i en anden sag"),
                            ("overdraget", "Overdraget til en anden kommune"),
                        ],
                        max_length=12,
                    ),
                ),
                ("grund", models.TextField()),
                ("tilstand_foer", models.CharField(max_length=20)),
                ("sagens_version", models.PositiveIntegerField()),
                ("dag", models.DateField()),
                ("tid", models.DateTimeField()),
                ("af", models.CharField(max_length=200)),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "sag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sagsskifter",
                        to="sager.sag",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["sag", "tid"], name="sagsskifte_sag")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sag", "art", "sagens_version"), name="sagsskifte_en_gang"
                    )
                ],
            },
        ),
    ]
