"""Import from the kommune's other system: the jobs, and the keys its rows are known by."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0016_arbejdsgang"),
    ]

    operations = [
        migrations.CreateModel(
            name="Importjob",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("system", models.CharField(max_length=40)),
                (
                    "tilstand",
                    models.CharField(
                        choices=[
                            ("modtaget", "Ses igennem"),
                            ("klar", "Klar til at blive indlæst"),
                            ("bestilt", "Indlæses"),
                            ("faerdig", "Indlæst"),
                            ("fortrudt", "Fortrudt"),
                            ("umulig", "Standset"),
                        ],
                        default="modtaget",
                        max_length=12,
                    ),
                ),
                ("filer", models.JSONField(default=list)),
                ("antal", models.PositiveIntegerField()),
                ("behandlet", models.PositiveIntegerField(default=0)),
                ("stoerrelse", models.PositiveBigIntegerField()),
                ("naaet", models.PositiveBigIntegerField(default=0)),
                ("tal", models.JSONField(default=dict)),
                ("fejl", models.JSONField(default=list)),
                ("antal_fejl", models.PositiveIntegerField(default=0)),
                ("grund", models.CharField(blank=True, max_length=300)),
                ("modtaget_tid", models.DateTimeField()),
                ("bestilt_tid", models.DateTimeField(null=True)),
                ("slut_tid", models.DateTimeField(null=True)),
                (
                    "bestilt_af",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.medarbejder"
                    ),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["kommune", "-modtaget_tid"], name="importjob_kommune")],
            },
        ),
        migrations.CreateModel(
            name="Importnoegle",
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
                ("system", models.CharField(max_length=40)),
                ("slags", models.CharField(max_length=12)),
                ("kilde_id", models.CharField(max_length=64)),
                ("raekke", models.UUIDField()),
                ("aftryk", models.CharField(max_length=32)),
                (
                    "forloeb",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.forloeb"
                    ),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kommune", "system", "slags", "kilde_id"), name="importnoegle_en_gang"
                    )
                ],
            },
        ),
    ]
