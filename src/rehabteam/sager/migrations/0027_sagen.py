"""The versions of the plan are the kommune's own; the search finds the citizen's own words and the health notes too.

A version no longer follows the case when it is shared: what the region reads is the paper that is frozen when the case
is sent, and the ticks of what it holds. The search's columns stand on the tables whose walls hold for them (0016).
"""

from django.db import migrations

# What depends on the two columns. The policies are built anew after every migration (sager/adgang/byg.py).
SLIP = """
DROP TRIGGER IF EXISTS a_arv_deling ON sager_plandel;
DO $$ DECLARE politik name; BEGIN
  FOR politik IN SELECT policyname FROM pg_policies WHERE schemaname = 'public' AND tablename = 'sager_plandel' LOOP
    EXECUTE format('DROP POLICY %I ON sager_plandel', politik);
  END LOOP;
END $$;
"""


SOEGES = {
    # Most citizens have written nothing: no vector is made of that.
    "sager_borger": "CASE WHEN egne_ord = '' THEN NULL ELSE adgang.soegevektor(egne_ord) END",
    "sager_sundhedsnotat": "adgang.soegevektor(funktionsniveau || ' ' || skaanehensyn || ' ' || tilbud || ' ' "
    "|| dokumentationsbehov)",
}
SOEGEKOLONNER = [
    sql
    for tabel, vektor in SOEGES.items()
    for sql in (
        f"ALTER TABLE {tabel} ADD COLUMN soegning tsvector GENERATED ALWAYS AS ({vektor}) STORED",
        f"CREATE INDEX {tabel}_soegning ON {tabel} USING gin (soegning)",
    )
]


class Migration(migrations.Migration):
    dependencies = [
        ("sager", "0026_afregning"),
    ]

    operations: list[migrations.operations.base.Operation] = [
        migrations.RunSQL(SLIP, migrations.RunSQL.noop),
        migrations.RemoveField("plandel", "region"),
        migrations.RemoveField("plandel", "koordinator"),
        migrations.RunSQL(SOEGEKOLONNER, migrations.RunSQL.noop),
    ]
