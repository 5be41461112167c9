"""That an effort of the plan has begun, in a case without a ressourceforløb."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0018_skoen_af_raekker"),
    ]

    operations = [
        migrations.CreateModel(
            name="Indsatsstart",
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
                ("nr", models.PositiveSmallIntegerField()),
                ("begyndt", models.DateField()),
                ("tid", models.DateTimeField()),
                ("af", models.CharField(max_length=200)),
                ("tilbagekaldt_tid", models.DateTimeField(null=True)),
                ("tilbagekaldt_grund", models.TextField(blank=True)),
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
                        related_name="indsatsstarter",
                        to="sager.sag",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("tilbagekaldt_tid", None)),
                        fields=("sag", "nr"),
                        name="indsatsstart_en_gang",
                    )
                ],
            },
        ),
    ]
