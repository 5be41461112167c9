"""The access log becomes one table per month, with what sealing and exports need."""

from django.db import migrations, models

# Runs as the owner. FORCE is lifted on the old table, or the copying would silently move nothing.
SQL = r"""
ALTER TABLE sager_adgangspost NO FORCE ROW LEVEL SECURITY;
ALTER TABLE sager_adgangspost RENAME TO sager_adgangspost_foer;
ALTER TABLE sager_adgangspost_foer RENAME CONSTRAINT sager_adgangspost_pkey TO sager_adgangspost_foer_pkey;
ALTER INDEX adgangspost_tid RENAME TO adgangspost_tid_foer;
ALTER INDEX adgangspost_borgere RENAME TO adgangspost_borgere_foer;
CREATE SEQUENCE sager_adgangspost_nr AS bigint;
CREATE TABLE sager_adgangspost (
  id bigint NOT NULL DEFAULT nextval('sager_adgangspost_nr'),
  tid timestamptz NOT NULL DEFAULT clock_timestamp(),
  transaktion bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
  anmodning uuid NOT NULL,
  organisation_id uuid,
  medarbejder_id uuid,
  rolle varchar(24) NOT NULL CHECK (rolle ~ '^[a-z_]*$'),
  art varchar(10) NOT NULL CHECK (art ~ '^[a-z]+$'),
  rute varchar(60) NOT NULL CHECK (rute ~ '^[a-z][a-z0-9_]*([.][a-z0-9_]+)?$' AND rute !~ '[0-9]{4}'),
  udfald smallint NOT NULL CHECK (udfald >= 0),
  objekt uuid,
  borgere uuid[] NOT NULL,
  antal integer,
  aftryk varchar(64) NOT NULL DEFAULT '' CHECK (aftryk ~ '^([0-9a-f]{64})?$'),
  soegning varchar(32) NOT NULL DEFAULT '' CHECK (soegning ~ '^([0-9a-f]{32})?$'),
  PRIMARY KEY (id, tid)
) PARTITION BY RANGE (tid);
ALTER SEQUENCE sager_adgangspost_nr OWNED BY sager_adgangspost.id;
DO $$
DECLARE maaned timestamptz := date_trunc('month',
  least(now(), (SELECT min(tid) FROM sager_adgangspost_foer)), 'UTC');
BEGIN
  WHILE maaned <= now() + interval '1 month' LOOP
    EXECUTE format('CREATE TABLE sager_adgangspost_%s PARTITION OF sager_adgangspost FOR VALUES FROM (%L) TO (%L)',
      to_char(maaned AT TIME ZONE 'UTC', 'YYYY_MM'), maaned,
      (maaned AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC');
    maaned := (maaned AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC';
  END LOOP;
END $$;
INSERT INTO sager_adgangspost (id, tid, transaktion, anmodning, organisation_id, medarbejder_id, rolle, art, rute,
                               udfald, objekt, borgere)
  SELECT id, tid, 0, anmodning, organisation_id, medarbejder_id, rolle, art, rute, udfald, objekt, borgere
  FROM sager_adgangspost_foer;
SELECT setval('sager_adgangspost_nr', coalesce((SELECT max(id) FROM sager_adgangspost), 0) + 1, false);
DROP TABLE sager_adgangspost_foer;
CREATE INDEX adgangspost_tid ON sager_adgangspost (organisation_id, tid);
CREATE INDEX adgangspost_transaktion ON sager_adgangspost (transaktion, id);
CREATE INDEX adgangspost_borgere ON sager_adgangspost USING gin (borgere);
"""


class Migration(migrations.Migration):
    dependencies = [("sager", "0001_initial")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(SQL)],
            state_operations=[
                migrations.AlterField("adgangspost", "tid", models.DateTimeField(editable=False)),
                migrations.AddField(
                    "adgangspost", "transaktion", models.BigIntegerField(editable=False, default=0), False
                ),
                migrations.AddField("adgangspost", "antal", models.IntegerField(null=True)),
                migrations.AddField(
                    "adgangspost", "aftryk", models.CharField(max_length=64, blank=True, default=""), False
                ),
                migrations.AddField(
                    "adgangspost", "soegning", models.CharField(max_length=32, blank=True, default=""), False
                ),
                migrations.AddIndex(
                    "adgangspost", models.Index(fields=["transaktion", "id"], name="adgangspost_transaktion")
                ),
            ],
        )
    ]
