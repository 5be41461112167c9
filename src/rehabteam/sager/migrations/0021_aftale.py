"""The agreement between region and kommune, one row per version."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0020_aktindsigtens_dele"),
    ]

    operations = [
        migrations.CreateModel(
            name="Samarbejdsaftale",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("nr", models.PositiveIntegerField()),
                ("gaelder_fra", models.DateField()),
                ("vilkaar", models.JSONField(default=dict)),
                ("opdigtet", models.BooleanField(default=False)),
                ("begrundelse", models.TextField(blank=True)),
                ("oprettet_tid", models.DateTimeField()),
                ("oprettet_af", models.CharField(max_length=420)),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sager.organisation"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kommune", "nr"), name="aftale_nr")],
            },
        ),
    ]
