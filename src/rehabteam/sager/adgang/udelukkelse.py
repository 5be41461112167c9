"""Who is kept out of a citizen's cases, in PostgreSQL: a column on every row about her, and a wall that reads it.

The source is sager_inhabilitet. A trigger fills `udelukkede` in at every insert and update and spreads a change to all
that is about the citizen, with the owner's powers, so that nobody can choose it: neither the site nor she whom it is
about. One RESTRICTIVE policy per kind of user at work then compares the column with the person; it holds whatever
else lets her in – role, task, substitution or emergency.
"""

from .aktoer import Vaeg

# Table → the column that leads to the citizen. Every table about a citizen stands here (tests hold it to the models).
OM_BORGEREN = {
    "sager_borger": "id",
    "sager_forloeb": "borger_id",
    "sager_importnoegle": "forloeb_id",
    "sager_sag": "borger_id",
    "sager_indsats": "forloeb_id",
    "sager_undtagetperiode": "forloeb_id",
    "sager_ordinaeretimer": "forloeb_id",
    "sager_spaend": "forloeb_id",
    "sager_saerligegrunde": "forloeb_id",
    "sager_dokument": "sag_id",
    "sager_dokumentside": "sag_id",
    "sager_gennemgang": "sag_id",
    "sager_resume": "sag_id",
    "sager_plandel": "sag_id",
    "sager_planbilag": "sag_id",
    "sager_sundhedsnotat": "sag_id",
    "sager_deltager": "sag_id",
    "sager_indstilling": "sag_id",
    "sager_referat": "sag_id",
    "sager_regionsspoergsmaal": "sag_id",
    "sager_indsatsplan": "sag_id",
    "sager_haendelse": "borger_id",
    "sager_inhabilitet": "borger_id",
    "sager_samtykke": "borger_id",
    "sager_anmodning": "borger_id",
    "sager_attestskridt": "borger_id",
    "sager_laegevurdering": "sag_id",
    "sager_noedadgang": "borger_id",
    "sager_fuldmagt": "borger_id",
    "sager_moedesvar": "borger_id",
    "sager_postadresse": "borger_id",
    "sager_aktindsigt": "sag_id",
    "sager_udlevering": "sag_id",
    "sager_note": "sag_id",
    "sager_invitation": "sag_id",
    "sager_laesenote": "sag_id",
    "sager_margennote": "sag_id",
    "sager_paamindelse": "borger_id",
    "sager_skoen": "sag_id",
    "sager_overstregning": "sag_id",
    "sager_forsendelse": "sag_id",
    "sager_forsendelseslinje": "sag_id",
    "sager_afgoerelse": "sag_id",
    "sager_sagsskifte": "sag_id",
    "sager_overdragelse": "sag_id",
    "sager_indsatsstart": "sag_id",
    "sager_moedeplads": "sag_id",
    "sager_modtagetfil": "sag_id",
}
# The kinds of user that are a person at work; a machine has no family, and a citizen sees her own.
PERSONER = (Vaeg.KOMMUNE, Vaeg.REGION, Vaeg.KOORDINATOR, Vaeg.AUDIT, Vaeg.NOED)
# Functions that run with the owner's powers, beside the one that checks the context.
EJERENS = frozenset(
    {
        *("arv_udelukkede", "spred_udelukkede", "sidste_sagsnummer", "genaabnes"),
        *("slet_laesenoter", "spred_margennoter"),
    }
)
# The owner sees rows only inside them; elsewhere FORCE keeps everything from her as before.
EJEREN = "current_setting('app.arver', true) = 'ja'"

HVIS = {
    "id": "$1",
    "borger_id": "$1",
    "forloeb_id": "ANY (ARRAY(SELECT f.id FROM public.sager_forloeb f WHERE f.borger_id = $1))",
    "sag_id": "ANY (ARRAY(SELECT s.id FROM public.sager_sag s WHERE s.borger_id = $1))",
}

FUNKTIONER = """
-- COST 1: asked at nearly no row. At its own cost PostgreSQL takes every table to be dear to read through.
CREATE OR REPLACE FUNCTION adgang.holdt_ude(slags text, udelukkede uuid[]) RETURNS bool LANGUAGE plpgsql STABLE COST 1
SET search_path = pg_catalog, pg_temp AS $$
BEGIN RETURN (adgang.ctx_person(slags) <> ALL (udelukkede)) IS NOT TRUE; END $$;

CREATE OR REPLACE FUNCTION adgang.arv_udelukkede() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  foer text := coalesce(current_setting('app.arver', true), '');
  hvem uuid;
BEGIN
  PERFORM set_config('app.arver', 'ja', true);
  CASE TG_ARGV[0]
    WHEN 'id' THEN hvem := NEW.id;
    WHEN 'borger_id' THEN hvem := NEW.borger_id;
    WHEN 'forloeb_id' THEN SELECT f.borger_id INTO hvem FROM public.sager_forloeb f WHERE f.id = NEW.forloeb_id;
    WHEN 'sag_id' THEN SELECT s.borger_id INTO hvem FROM public.sager_sag s WHERE s.id = NEW.sag_id;
  END CASE;
  IF TG_OP = 'INSERT' THEN PERFORM 1 FROM public.sager_borger b
    WHERE b.id = hvem AND b.kommune_id = NEW.kommune_id FOR KEY SHARE; END IF;
  NEW.udelukkede := ARRAY(SELECT i.medarbejder_id FROM public.sager_inhabilitet i
                          WHERE i.borger_id = hvem AND i.kommune_id = NEW.kommune_id
                            AND i.ophaevet_tid IS NULL ORDER BY 1);
  PERFORM set_config('app.arver', foer, true);
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION adgang.spred_udelukkede() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE hvor text;
BEGIN
  PERFORM set_config('app.arver', 'ja', true);
  -- Whoever is writing a new row about the citizen is waited for; whoever comes after sees what we wrote.
  PERFORM 1 FROM public.sager_borger b WHERE b.id = NEW.borger_id FOR UPDATE;
  FOREACH hvor IN ARRAY TG_ARGV LOOP
    EXECUTE 'UPDATE public.' || hvor USING NEW.borger_id;
  END LOOP;
  PERFORM set_config('app.arver', '', true);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION adgang.sidste_sagsnummer(aar text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  hvis uuid := coalesce(adgang.ctx_org('kommune'), adgang.ctx_org('integration'));
  sidste text;
BEGIN
  PERFORM set_config('app.arver', 'ja', true);
  SELECT max(s.nummer) INTO sidste FROM public.sager_sag s WHERE s.kommune_id = hvis AND s.nummer LIKE aar || '-%';
  PERFORM set_config('app.arver', '', true);
  RETURN sidste;
END $$;

CREATE OR REPLACE FUNCTION adgang.genaabnes(hvilken uuid, udgave int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  foer text := coalesce(current_setting('app.arver', true), '');
  fundet boolean;
BEGIN
  PERFORM set_config('app.arver', 'ja', true);
  SELECT EXISTS (SELECT 1 FROM public.sager_sagsskifte s WHERE s.sag_id = hvilken AND s.art = 'genaabnet'
                 AND s.sagens_version = udgave AND s.kommune_id = adgang.ctx_org('kommune')) INTO fundet;
  PERFORM set_config('app.arver', foer, true);
  RETURN fundet;
END $$;

-- Each one's own notes for reading go as the case is closed, unseen by whoever closes it.
CREATE OR REPLACE FUNCTION adgang.slet_laesenoter() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  foer text := coalesce(current_setting('app.arver', true), '');
BEGIN
  PERFORM set_config('app.arver', 'ja', true);
  DELETE FROM public.sager_laesenote l WHERE l.sag_id = NEW.id;
  DELETE FROM public.sager_margennote m WHERE m.sag_id = NEW.id AND m.delt_tid IS NULL;
  PERFORM set_config('app.arver', foer, true);
  RETURN NULL;
END $$;

-- Each one's own notes follow the case's sharing: whoever sends it or gives it on cannot see that they are there.
CREATE OR REPLACE FUNCTION adgang.spred_margennoter() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  foer text := coalesce(current_setting('app.arver', true), '');
BEGIN
  PERFORM set_config('app.arver', 'ja', true);
  UPDATE public.sager_margennote SET region_id = NEW.region_id, koordinator_id = NEW.koordinator_id
    WHERE sag_id = NEW.id;
  PERFORM set_config('app.arver', foer, true);
  RETURN NULL;
END $$;
"""


def triggere() -> list[str]:
    """SQL that (re)creates every trigger. Runs as the owner of the tables."""
    sql = []
    for tabel, vej in OM_BORGEREN.items():
        sql += [
            f"DROP TRIGGER IF EXISTS b_arv_udelukkede ON {tabel}",
            f"CREATE TRIGGER b_arv_udelukkede BEFORE INSERT OR UPDATE ON {tabel} "
            f"FOR EACH ROW EXECUTE FUNCTION adgang.arv_udelukkede('{vej}')",
        ]
    hvor = ", ".join(
        f"'{tabel} SET udelukkede = udelukkede WHERE {vej} = {HVIS[vej]}'"
        for tabel, vej in OM_BORGEREN.items()
    )
    return [
        *sql,
        "DROP TRIGGER IF EXISTS spred_udelukkede ON sager_inhabilitet",
        "CREATE TRIGGER spred_udelukkede AFTER INSERT OR UPDATE OF ophaevet_tid ON sager_inhabilitet "
        f"FOR EACH ROW EXECUTE FUNCTION adgang.spred_udelukkede({hvor})",
    ]


def habil(vaeg: Vaeg) -> str:
    """What a row must meet for this kind of person at work to see or write it, whatever else lets her in.

    Who asks is looked up only at a row somebody is kept out of: nearly none, so the wall costs next to nothing. And
    how many rows have the empty list is in PostgreSQL's statistics: of a computed length it would guess, four of five.
    """
    return f"(udelukkede = '{{}}'::uuid[] OR NOT adgang.holdt_ude('{vaeg}', udelukkede))"
