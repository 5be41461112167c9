"""What PostgreSQL itself keeps true: who a row is shared with, and what can never be rewritten."""

from .udelukkelse import OM_BORGEREN

# Tables whose rows belong to a case and follow its sharing.
FOELGER_SAGEN = (
    "sager_dokument",
    "sager_dokumentside",
    "sager_gennemgang",
    "sager_resume",
    "sager_sundhedsnotat",
    "sager_deltager",
    "sager_indstilling",
    "sager_referat",
    "sager_regionsspoergsmaal",
    "sager_haendelse",
    "sager_laegevurdering",
    "sager_planbilag",
    "sager_skoen",
)
# Follow it too, though whoever shares the case cannot see them all: the owner's function spreads it.
FOELGER_USET = ("sager_margennote",)
DELING = ("region_id", "koordinator_id")

# Computed by PostgreSQL itself from the row's other columns, and not yet when the lock looks.
UDREGNEDE = ("soegning", "mistet_dag")

TRUKKET_TILBAGE = ("trukket_tilbage_tid", "trukket_tilbage_grund", "trukket_tilbage_af")
# What the reading of a redacted edition changes on its own row.
OVERSTREGNING_LAESES = ("laesning", "laes_forsoeg", "sha256", "stoerrelse", "soegbar", "sider_uden_tekst")

# table, the condition under which the row is frozen, the columns that may still change
FROSNE = (
    ("sager_haendelse", "true", DELING),
    ("sager_adgangspost", "true", ()),
    ("sager_logsegl", "true", ()),
    ("sager_logstand", "true", ()),
    ("sager_logstikproeve", "OLD.gennemgaaet_tid IS NOT NULL", ()),
    ("sager_vikariat", "true", ("slut", "slut_af")),
    ("sager_noedadgang", "true", ("slut",)),
    ("sager_noedkvittering", "true", ()),
    ("sager_resume", "true", DELING),
    ("sager_plandel", "true", ()),
    ("sager_planbilag", "true", DELING),
    ("sager_skoen", "true", DELING),
    ("sager_dokument", "true", (*DELING, "trukket_tilbage_tid", "trukket_tilbage_grund")),
    ("sager_dokumentside", "true", DELING),
    # Read once; what could not be read may be tried again.
    ("sager_gennemgang", "OLD.tilstand = 'faerdig'", DELING),
    ("sager_sundhedsnotat", "OLD.underskrevet_tid IS NOT NULL", DELING),
    ("sager_indstilling", "OLD.afgivet_tid IS NOT NULL", DELING),
    # Asked once, answered once.
    (
        "sager_regionsspoergsmaal",
        "true",
        (*DELING, "svar", "svar_tid", "svar_dag", "svar_af"),
    ),
    ("sager_regionsspoergsmaal", "OLD.svar_tid IS NOT NULL", DELING),
    ("sager_fravaer", "true", ("slut", "slut_af")),
    ("sager_referat", "OLD.godkendt_tid IS NOT NULL", DELING),
    ("sager_indsatsplan", "OLD.faerdig_tid IS NOT NULL", ()),
    ("sager_aktindsigt", "OLD.afgjort IS NOT NULL", ()),
    # A redacted edition is made once and withdrawn once; what was given to a receiver stays as it was given.
    # Only while a long one waits for its text may the file with the text take the place of the pictures alone.
    ("sager_overstregning", "OLD.lavet_tid IS NOT NULL", (*TRUKKET_TILBAGE, *OVERSTREGNING_LAESES)),
    ("sager_overstregning", "OLD.lavet_tid IS NOT NULL AND OLD.laesning <> 'venter'", TRUKKET_TILBAGE),
    ("sager_overstregning", "OLD.trukket_tilbage_tid IS NOT NULL", ()),
    ("sager_forsendelse", "OLD.udleveret_tid IS NOT NULL OR OLD.opgivet_tid IS NOT NULL", ()),
    ("sager_forsendelseslinje", "OLD.laast", ()),
    ("sager_importjob", "OLD.slut_tid IS NOT NULL", ()),
    ("sager_udlevering", "OLD.laast", ()),
    # A closed case is opened by saying why in a row of its own, which names the version it opens; once, and no more
    # than its state. Every other column stays as it was closed.
    ("sager_sag", "OLD.tilstand = 'afsluttet'", (*DELING, "tilstand", "afsluttet", "version")),
    ("sager_sag", "OLD.tilstand = 'afsluttet' AND NOT adgang.genaabnes(OLD.id, OLD.version)", DELING),
    ("sager_samarbejdsaftale", "true", ()),
    # Lines and approvals are only ever added; a settlement is locked once.
    ("sager_afregning", "true", ("laast_tid",)),
    ("sager_afregning", "OLD.laast_tid IS NOT NULL", ()),
    ("sager_afregningslinje", "true", ()),
    ("sager_afregningsgodkendelse", "true", ()),
    ("sager_afgoerelse", "true", ()),
    ("sager_sagsskifte", "true", ()),
    ("sager_overdragelse", "true", ()),
    ("sager_indsatsstart", "true", ("tilbagekaldt_tid", "tilbagekaldt_grund")),
    ("sager_inhabilitet", "true", ("ophaevet_tid", "ophaevet_grund", "ophaevet_af")),
    # A consent is withdrawn once, a request closed once (an answer noted by mistake is
    # opened again: attestskridt); nothing else is ever written on them.
    ("sager_samtykke", "true", ("tilbagekaldt_tid", "tilbagekaldt_dag", "tilbagekaldt_af")),
    ("sager_samtykke", "OLD.tilbagekaldt_tid IS NOT NULL", ()),
    ("sager_anmodning", "true", ("tilstand", "lukket_tid", "lukket_dag", "lukket_af", "lukket_grund")),
    ("sager_anmodning", "OLD.tilstand NOT IN ('sendt', 'modtaget')", ()),
    ("sager_attestskridt", "true", ()),
    ("sager_laegevurdering", "true", DELING),
    ("sager_note", "true", ()),
    ("sager_invitation", "true", ()),
    # One's own until it is shared; then it stands, and is withdrawn once.
    ("sager_margennote", "OLD.delt_tid IS NOT NULL", (*DELING, "trukket_tilbage_tid")),
    ("sager_margennote", "OLD.trukket_tilbage_tid IS NOT NULL", DELING),
    # A reminder goes to a new hand with its case, and is closed once.
    ("sager_paamindelse", "true", ("medarbejder_id", "lukket_tid", "lukket_af")),
    ("sager_paamindelse", "OLD.lukket_tid IS NOT NULL", ()),
    # Laid on the case or given up, a file on its way in is past.
    ("sager_modtagetfil", "OLD.tilstand IN ('lagt', 'opgivet')", ()),
)

FUNKTIONER = """
CREATE OR REPLACE FUNCTION adgang.arv_deling() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.sag_id IS NOT NULL THEN
    SELECT s.region_id, s.koordinator_id INTO NEW.region_id, NEW.koordinator_id
      FROM public.sager_sag s WHERE s.id = NEW.sag_id AND s.kommune_id = NEW.kommune_id;
    IF NOT FOUND THEN RAISE EXCEPTION 'sagen findes ikke her' USING ERRCODE = 'foreign_key_violation'; END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION adgang.spred_deling() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE tabel text;
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.region_id, OLD.koordinator_id) IS DISTINCT FROM (NEW.region_id, NEW.koordinator_id)
  THEN
    FOREACH tabel IN ARRAY TG_ARGV LOOP
      EXECUTE format('UPDATE public.%I SET region_id = $1, koordinator_id = $2 WHERE sag_id = $3', tabel)
        USING NEW.region_id, NEW.koordinator_id, NEW.id;
    END LOOP;
  END IF;
  IF NEW.koordinator_id IS NOT NULL THEN
    UPDATE public.sager_borger SET koordinatorer = array_append(koordinatorer, NEW.koordinator_id)
      WHERE id = NEW.borger_id AND NOT koordinatorer @> ARRAY[NEW.koordinator_id];
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.koordinator_id IS DISTINCT FROM NEW.koordinator_id AND OLD.koordinator_id IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM public.sager_sag s
                     WHERE s.borger_id = NEW.borger_id AND s.koordinator_id = OLD.koordinator_id) THEN
    UPDATE public.sager_borger SET koordinatorer = array_remove(koordinatorer, OLD.koordinator_id)
      WHERE id = NEW.borger_id;
  END IF;
  -- Taken back: the region keeps the citizen only for another case of hers that it still has.
  IF TG_OP = 'UPDATE' AND OLD.region_id IS DISTINCT FROM NEW.region_id AND OLD.region_id IS NOT NULL THEN
    UPDATE public.sager_borger SET region_id = (
        SELECT s.region_id FROM public.sager_sag s WHERE s.borger_id = NEW.borger_id AND s.region_id IS NOT NULL
        ORDER BY s.sendt_tid DESC NULLS LAST LIMIT 1)
      WHERE id = NEW.borger_id;
  END IF;
  IF NEW.region_id IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.region_id IS NULL) THEN
    UPDATE public.sager_borger SET region_id = NEW.region_id WHERE id = NEW.borger_id;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION adgang.afregning_aaben(hvilken uuid) RETURNS boolean LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM public.sager_afregning a WHERE a.id = hvilken AND a.laast_tid IS NULL);
END $$;

CREATE OR REPLACE FUNCTION adgang.kun_disse_kolonner() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(OLD) - TG_ARGV) = (to_jsonb(NEW) - TG_ARGV) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rækken i % er låst', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""


def laase() -> list[tuple[str, str, str, tuple[str, ...]]]:
    """The locks on the rows of FROSNE by trigger, table, condition, columns; each on a table has its own name."""
    sete: list[str] = []
    fundne = []
    for tabel, naar, kolonner in FROSNE:
        # Who is kept out of a citizen's cases changes on what is frozen too.
        aabne = (*kolonner, "udelukkede", *UDREGNEDE) if tabel in OM_BORGEREN else kolonner
        fundne.append(("laast" + "_igen" * sete.count(tabel), tabel, naar, aabne))
        sete.append(tabel)
    return fundne


def triggere() -> list[str]:
    """SQL that (re)creates every trigger. Runs as the owner of the tables."""
    sql = []
    for tabel in (*FOELGER_SAGEN, *FOELGER_USET):
        sql += [
            f"DROP TRIGGER IF EXISTS a_arv_deling ON {tabel}",
            f"CREATE TRIGGER a_arv_deling BEFORE INSERT OR UPDATE ON {tabel} "
            "FOR EACH ROW EXECUTE FUNCTION adgang.arv_deling()",
        ]
    tabeller = ", ".join(f"'{tabel}'" for tabel in FOELGER_SAGEN)
    sql += [
        "DROP TRIGGER IF EXISTS spred_deling ON sager_sag",
        "CREATE TRIGGER spred_deling AFTER INSERT OR UPDATE OF region_id, koordinator_id ON sager_sag "
        f"FOR EACH ROW EXECUTE FUNCTION adgang.spred_deling({tabeller})",
    ]
    sql += [
        "DROP TRIGGER IF EXISTS slet_laesenoter ON sager_sag",
        "CREATE TRIGGER slet_laesenoter AFTER UPDATE OF tilstand ON sager_sag FOR EACH ROW "
        "WHEN (NEW.tilstand = 'afsluttet') EXECUTE FUNCTION adgang.slet_laesenoter()",
        "DROP TRIGGER IF EXISTS spred_margennoter ON sager_sag",
        "CREATE TRIGGER spred_margennoter AFTER UPDATE OF region_id, koordinator_id ON sager_sag FOR EACH ROW "
        "WHEN ((OLD.region_id, OLD.koordinator_id) IS DISTINCT FROM (NEW.region_id, NEW.koordinator_id)) "
        "EXECUTE FUNCTION adgang.spred_margennoter()",
    ]
    for navn, tabel, naar, kolonner in laase():
        argumenter = ", ".join(f"'{kolonne}'" for kolonne in kolonner)
        sql += [
            f"DROP TRIGGER IF EXISTS {navn} ON {tabel}",
            f"CREATE TRIGGER {navn} BEFORE UPDATE OR DELETE ON {tabel} FOR EACH ROW WHEN ({naar}) "
            f"EXECUTE FUNCTION adgang.kun_disse_kolonner({argumenter})",
            f"DROP TRIGGER IF EXISTS laast_helt ON {tabel}",
            f"CREATE TRIGGER laast_helt BEFORE TRUNCATE ON {tabel} "
            "FOR EACH STATEMENT EXECUTE FUNCTION adgang.kun_disse_kolonner()",
        ]
    return sql
