"""The forberedende del, version by version, and what its documents hold."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

PROTECT = django.db.models.deletion.PROTECT


def _paa_sagen() -> list[tuple[str, models.Field]]:  # type: ignore[type-arg]
    """The columns that every row of a case has."""
    return [
        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
        (
            "udelukkede",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), default=list, editable=False, size=None
            ),
        ),
        ("kommune", models.ForeignKey(on_delete=PROTECT, related_name="+", to="sager.organisation")),
        (
            "koordinator",
            models.ForeignKey(
                editable=False, null=True, on_delete=PROTECT, related_name="+", to="sager.medarbejder"
            ),
        ),
        (
            "region",
            models.ForeignKey(
                editable=False, null=True, on_delete=PROTECT, related_name="+", to="sager.organisation"
            ),
        ),
        (
            "sag",
            models.ForeignKey(on_delete=PROTECT, related_name="%(class)s_raekker", to="sager.sag"),
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("sager", "0011_sagsarter")]
    operations = [
        migrations.CreateModel(
            name="Plandel",
            fields=[
                *_paa_sagen(),
                ("noegle", models.CharField(max_length=24)),
                ("kommunen", models.TextField(blank=True)),
                ("borgeren", models.TextField(blank=True)),
                ("punkter", models.JSONField(default=dict)),
                ("poster", models.JSONField(default=list)),
                ("ingen", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField()),
                ("hentet_fra", models.PositiveIntegerField(null=True)),
                ("tid", models.DateTimeField()),
                ("dag", models.DateField()),
                ("forfatter", models.CharField(max_length=200)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("sag", "noegle", "version"), name="plandel_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="Planbilag",
            fields=[
                *_paa_sagen(),
                (
                    "dele",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=24), default=list, size=None
                    ),
                ),
                ("nr", models.PositiveIntegerField()),
                ("tid", models.DateTimeField()),
                ("af", models.CharField(max_length=200)),
                (
                    "dokument",
                    models.ForeignKey(on_delete=PROTECT, related_name="planbilag", to="sager.dokument"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("dokument", "nr"), name="planbilag_nr")],
            },
        ),
    ]
