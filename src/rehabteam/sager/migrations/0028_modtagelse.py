"""Files on their way in, and the original of a document that was converted to be shown."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

TILSTANDE = [
    ("sendes", "Sendes"),
    ("venter", "Venter"),
    ("klar", "Klar til at blive lagt på sagen"),
    ("afvist", "Afvist"),
    ("lagt", "Lagt på sagen"),
    ("opgivet", "Opgivet"),
]
TRIN = [
    ("undersoeges", "Undersøges"),
    ("scannes", "Virusscannes"),
    ("omdannes", "Omdannes til PDF"),
]


def _til(hvad: str, navn: str = "+", **mere: object) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=navn, to=f"sager.{hvad}", **mere
    )


class Migration(migrations.Migration):
    dependencies = [("sager", "0027_sagen")]
    operations: list[migrations.operations.base.Operation] = [
        migrations.AddField("dokument", "del_af", _til("dokument", null=True)),
        *(
            migrations.AddField(
                "dokument", navn, models.CharField(blank=True, db_default="", max_length=laengde)
            )
            for navn, laengde in (
                ("original_filnavn", 255),
                ("original_mime", 80),
                ("original_sha256", 64),
            )
        ),
        migrations.CreateModel(
            name="ModtagetFil",
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
                ("filnavn", models.CharField(max_length=255)),
                ("stoerrelse", models.PositiveBigIntegerField()),
                ("tilstand", models.CharField(choices=TILSTANDE, default="sendes", max_length=8)),
                ("trin", models.CharField(blank=True, choices=TRIN, max_length=12)),
                ("grund", models.CharField(blank=True, max_length=400)),
                ("forsoeg", models.PositiveSmallIntegerField(default=0)),
                ("naeste_tid", models.DateTimeField(null=True)),
                ("slags", models.CharField(blank=True, max_length=8)),
                ("mime", models.CharField(blank=True, max_length=80)),
                ("sider", models.PositiveIntegerField(null=True)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("vist_sha256", models.CharField(blank=True, max_length=64)),
                ("vist_mime", models.CharField(blank=True, max_length=80)),
                ("virusscannet", models.BooleanField(default=False)),
                ("foreslaaet_slags", models.CharField(blank=True, max_length=40)),
                ("foreslaaet_dato", models.DateField(null=True)),
                ("foreslaaet_titel", models.CharField(blank=True, max_length=200)),
                ("begyndt_tid", models.DateTimeField()),
                ("aendret_tid", models.DateTimeField()),
                ("del_af", _til("modtagetfil", "bilag", null=True)),
                ("dokument", _til("dokument", null=True)),
                ("kommune", _til("organisation")),
                ("medarbejder", _til("medarbejder")),
                ("sag", _til("sag", "modtagne_filer")),
            ],
            options={
                "ordering": ["begyndt_tid", "filnavn", "id"],
                "indexes": [
                    models.Index(fields=["sag", "tilstand"], name="modtagetfil_sag"),
                    models.Index(
                        condition=models.Q(("tilstand", "venter")),
                        fields=["naeste_tid"],
                        name="modtagetfil_venter",
                    ),
                ],
            },
        ),
    ]
