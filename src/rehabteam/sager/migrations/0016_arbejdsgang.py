"""Notes and reminders, the unit of a colleague, and what the search finds texts by.

The search's columns are PostgreSQL's own (GENERATED): no model knows them, and nobody can write them. They stand on
the table whose text they are made of, so that the walls of that table hold for them too.
"""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models

FUNKTIONER = """
CREATE SCHEMA IF NOT EXISTS adgang;

-- Small letters without accents, and æ/ae, ø/oe, å/aa as one: whatever the locale of the database.
CREATE OR REPLACE FUNCTION adgang.fold(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT replace(replace(replace(translate(t,
    'ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÄÖÜÉÈÊËÁÀÂÃÍÌÎÏÓÒÔÕÚÙÛÝÑÇÐŠŽČĆŁæøåäöüéèêëáàâãíìîïóòôõúùûýñçðšžčćł',
    'abcdefghijklmnopqrstuvwxyzaoaaoueeeeaaaaiiiioooouuuyncdszcclaoaaoueeeeaaaaiiiioooouuuyncdszccl'),
    'aa', 'a'), 'ae', 'a'), 'oe', 'o')
$$;

-- The stems of a text, and each longer one backwards too: »team« is the end of »rehabiliteringsteam«.
CREATE OR REPLACE FUNCTION adgang.soegevektor(t text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT v || coalesce((SELECT array_to_tsvector(array_agg('<' || reverse(l))) FROM unnest(tsvector_to_array(v)) l
                        WHERE length(l) BETWEEN 6 AND 60), '')
  FROM (SELECT strip(to_tsvector('pg_catalog.danish', adgang.fold(left(t, 100000)))) AS v) x
$$;

-- Every word must be there: as the beginning or the end of a word, if it has letters enough to say something.
-- Long numbers are left out: a CPR number that stands in a text is no way to the text.
CREATE OR REPLACE FUNCTION adgang.soegespoergsmaal(q text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT string_agg(
    CASE WHEN l ~ '^[a-z]{4}' THEN '(' || citeret(l) || ':* | ' || citeret('<' || reverse(l)) || ':*)'
         WHEN l ~ '^[a-z]{3}' THEN '(' || citeret(l) || ' | ' || citeret('<' || reverse(l)) || ':*)'
         ELSE citeret(l) END, ' & ')::tsquery
  FROM unnest(tsvector_to_array(to_tsvector('pg_catalog.danish', adgang.fold(q)))) l WHERE l !~ '[0-9]{6}'
$$;
""".replace("citeret(l)", "('''' || replace(replace(l, '\\', '\\\\'), '''', '''''') || '''')").replace(
    "citeret('<' || reverse(l))",
    "('''<' || replace(replace(reverse(l), '\\', '\\\\'), '''', '''''') || '''')",
)

# Table → the text the search finds a row by.
SOEGES = {
    "sager_resume": "tekst",
    "sager_dokument": "titel",
    "sager_indstilling": "aarsag || ' ' || opfoelgning || ' ' || uenighed || ' ' || indhold::text",
    "sager_note": "tekst",
    "sager_plandel": "kommunen || ' ' || borgeren || ' ' || punkter::text || ' ' || poster::text",
}
SOEGEKOLONNER = [
    "ALTER TABLE sager_borger ADD COLUMN soegenavn text GENERATED ALWAYS AS (adgang.fold(navn)) STORED",
    *(
        f"ALTER TABLE {tabel} ADD COLUMN soegning tsvector "
        f"GENERATED ALWAYS AS (adgang.soegevektor({tekst})) STORED"
        for tabel, tekst in SOEGES.items()
    ),
    *(f"CREATE INDEX {tabel}_soegning ON {tabel} USING gin (soegning)" for tabel in SOEGES),
]


def _id() -> models.UUIDField:
    return models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)


def _udelukkede() -> django.contrib.postgres.fields.ArrayField:
    return django.contrib.postgres.fields.ArrayField(
        base_field=models.UUIDField(), default=list, editable=False, size=None
    )


def _til(hvad: str, navn: str = "+", **mere: object) -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=navn, to=f"sager.{hvad}", **mere
    )


class Migration(migrations.Migration):
    dependencies = [("sager", "0015_afgoerelse")]
    operations: list[migrations.operations.base.Operation] = [
        migrations.AddField("medarbejder", "enhed", models.CharField(blank=True, default="", max_length=80)),
        migrations.AlterField("medarbejder", "enhed", models.CharField(blank=True, max_length=80)),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", _id()),
                ("udelukkede", _udelukkede()),
                ("forfatter_navn", models.CharField(max_length=420)),
                ("tekst", models.TextField()),
                (
                    "omtalte",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(default=uuid.uuid4), default=list, size=None
                    ),
                ),
                ("dag", models.DateField()),
                ("tid", models.DateTimeField()),
                ("forfatter", _til("medarbejder")),
                ("kommune", _til("organisation")),
                (
                    "retter",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rettet_af",
                        to="sager.note",
                    ),
                ),
                ("sag", _til("sag", "noter")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["sag", "tid"], name="note_sag"),
                    django.contrib.postgres.indexes.GinIndex(fields=["omtalte"], name="note_omtalte"),
                ]
            },
        ),
        migrations.CreateModel(
            name="Paamindelse",
            fields=[
                ("id", _id()),
                ("udelukkede", _udelukkede()),
                ("dag", models.DateField()),
                ("tekst", models.CharField(max_length=200)),
                ("oprettet_tid", models.DateTimeField()),
                ("oprettet_af", models.CharField(max_length=420)),
                ("lukket_tid", models.DateTimeField(null=True)),
                ("lukket_af", models.CharField(blank=True, max_length=420)),
                ("borger", _til("borger")),
                ("forloeb", _til("forloeb", "paamindelser", null=True)),
                ("kommune", _til("organisation")),
                ("medarbejder", _til("medarbejder")),
                ("sag", _til("sag", "paamindelser", null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("lukket_tid", None)),
                        fields=["kommune", "medarbejder", "dag"],
                        name="paamindelse_aaben",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sag__isnull", False), ("forloeb__isnull", False), _connector="OR"
                        ),
                        name="paamindelse_om_noget",
                    )
                ],
            },
        ),
        # GENERATED columns are computed by the owner's own functions: nothing to undo them with but dropping the tables.
        migrations.RunSQL([FUNKTIONER, *SOEGEKOLONNER], migrations.RunSQL.noop),
    ]
