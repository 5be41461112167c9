"""Why a case was sent too late, what it was to hold, the note's fifth part, and which acts took a case off its day."""

from django.db import migrations, models

# The fifth part is found by the search as the others are (0027). A generated column cannot be changed: it is made anew.
SOEGNING = [
    "ALTER TABLE sager_sundhedsnotat DROP COLUMN soegning",
    "ALTER TABLE sager_sundhedsnotat ADD COLUMN soegning tsvector GENERATED ALWAYS AS "
    "(adgang.soegevektor(funktionsniveau || ' ' || skaanehensyn || ' ' || tilbud || ' ' || dokumentationsbehov "
    "|| ' ' || vurderingsbehov)) STORED",
    "CREATE INDEX sager_sundhedsnotat_soegning ON sager_sundhedsnotat USING gin (soegning)",
]


class Migration(migrations.Migration):
    dependencies = [("sager", "0031_overstregning")]
    operations: list[migrations.operations.base.Operation] = [
        migrations.AddField(
            "sag", "sendt_aarsag", models.CharField(blank=True, db_default="", default="", max_length=20)
        ),
        migrations.AddField("sag", "sendt_krav", models.PositiveSmallIntegerField(null=True)),
        migrations.AddField(
            "sundhedsnotat", "vurderingsbehov", models.TextField(blank=True, db_default="", default="")
        ),
        migrations.RunSQL(SOEGNING, migrations.RunSQL.noop),
        migrations.AddField(
            "haendelse",
            "mistet_dag",
            models.GeneratedField(
                db_persist=True,
                expression=models.ExpressionWrapper(
                    models.Q(("data__has_key", "moede_id")), output_field=models.BooleanField()
                ),
                output_field=models.BooleanField(),
            ),
        ),
        migrations.AddIndex(
            "haendelse",
            models.Index(
                condition=models.Q(("mistet_dag", True)),
                fields=["kommune", "dag"],
                name="haendelse_mistet_dag",
            ),
        ),
    ]
