"""The pages of a document as text, and the reading that makes them (models/dokumentside.py).

The search's column is PostgreSQL's own, as those of 0016; the same bytes are found again on earlier cases by their name.
"""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

SOEGEKOLONNER = [
    "ALTER TABLE sager_dokumentside ADD COLUMN soegning tsvector "
    "GENERATED ALWAYS AS (adgang.soegevektor(tekst)) STORED",
    "CREATE INDEX sager_dokumentside_soegning ON sager_dokumentside USING gin (soegning)",
]


def _til(hvad: str, navn: str = "+", **mere: object) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=navn, to=f"sager.{hvad}", **mere
    )


def _faelles() -> list[tuple[str, models.Field]]:  # type: ignore[type-arg]
    return [
        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
        (
            "udelukkede",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), default=list, editable=False, size=None
            ),
        ),
        ("kommune", _til("organisation")),
        ("sag", _til("sag", "%(class)s_raekker")),
        ("region", _til("organisation", null=True, editable=False)),
        ("koordinator", _til("medarbejder", null=True, editable=False)),
    ]


class Migration(migrations.Migration):
    dependencies = [("sager", "0028_modtagelse")]
    operations: list[migrations.operations.base.Operation] = [
        migrations.CreateModel(
            name="Dokumentside",
            fields=[
                *_faelles(),
                ("dokument", _til("dokument", "tekstsider")),
                ("nr", models.PositiveIntegerField()),
                ("bredde", models.FloatField()),
                ("hoejde", models.FloatField()),
                ("tekst", models.TextField(blank=True)),
                ("ord", models.JSONField(default=list)),
                ("ocr", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=["dokument", "nr"], name="dokumentside_nr")]
            },
        ),
        migrations.CreateModel(
            name="Gennemgang",
            fields=[
                *_faelles(),
                (
                    "dokument",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gennemgang",
                        to="sager.dokument",
                    ),
                ),
                (
                    "tilstand",
                    models.CharField(
                        choices=[
                            ("venter", "Venter på at blive læst"),
                            ("faerdig", "Kan søges"),
                            ("umulig", "Kan ikke læses"),
                        ],
                        default="venter",
                        max_length=8,
                    ),
                ),
                ("bestilt_af", _til("medarbejder")),
                ("bestilt_tid", models.DateTimeField()),
                ("forsoeg", models.PositiveSmallIntegerField(default=0)),
                ("soegbar_sha256", models.CharField(blank=True, max_length=64)),
                ("miniature_sha256", models.CharField(blank=True, max_length=64)),
                ("sider_uden_tekst", models.PositiveIntegerField(default=0)),
                ("grund", models.CharField(blank=True, max_length=300)),
                ("slut_tid", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("tilstand", "venter")),
                        fields=["bestilt_tid"],
                        name="gennemgang_venter",
                    )
                ]
            },
        ),
        migrations.AddIndex(
            "dokument", models.Index(fields=["kommune", "sha256"], name="dokument_samme_indhold")
        ),
        # GENERATED columns are computed by the owner's own functions: nothing to undo them with but dropping the table.
        migrations.RunSQL(SOEGEKOLONNER, migrations.RunSQL.noop),
    ]
