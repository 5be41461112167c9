"""Build the walls: roles, key, policies, grants and triggers, as one idempotent step after the migrations."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime

from django.conf import settings
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from . import logdele, udelukkelse
from .aktoer import Tjeneste, Vaeg
from .deling import FUNKTIONER, triggere
from .kontekst import noegle, rollenavn
from .vaegge import LUKKEDE, SAMMENSATTE, TABELLER, UTVUNGNE, Dor, udelukkede

KONTEKST_SQL = """
CREATE SCHEMA IF NOT EXISTS adgang;
REVOKE ALL ON SCHEMA adgang FROM PUBLIC;
CREATE TABLE IF NOT EXISTS adgang.noegle (indre bytea NOT NULL, ydre bytea NOT NULL);
REVOKE ALL ON adgang.noegle FROM PUBLIC;

DROP FUNCTION IF EXISTS adgang.ctx_felt(text, int);
CREATE FUNCTION adgang.ctx_felt(slags text, nr int) RETURNS text LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  ctx text := current_setting('app.ctx', true);
  felter text := left(ctx, -65);
  n adgang.noegle;
  besked text;
BEGIN
  IF split_part(felter, '|', 1) IS DISTINCT FROM slags THEN RETURN NULL; END IF;
  SELECT * INTO n FROM adgang.noegle;
  besked := concat_ws('|', felter, pg_backend_pid(), extract(epoch FROM transaction_timestamp()));
  IF encode(sha256(n.ydre || sha256(n.indre || convert_to(besked, 'UTF8'))), 'hex') IS DISTINCT FROM right(ctx, 64)
  THEN RETURN NULL; END IF;
  -- From here on the words are our own.
  IF split_part(felter, '|', 8)::bigint < extract(epoch FROM clock_timestamp()) THEN RETURN NULL; END IF;
  RETURN nullif(split_part(felter, '|', nr), '');
END $$;
"""
# The parts of the context by name, each asked for by its own kind of user: name, type, place.
FELTER = (
    ("slags", "text", 1),
    ("org", "uuid", 2),
    ("person", "uuid", 3),
    ("for", "uuid", 4),
    ("sag", "uuid", 5),
    ("borger", "uuid", 6),
    ("nummer", "text", 7),
)
# Not in SQL, which would be planned anew in every query; and with no word in it that a search path could move.
ET_FELT = """
CREATE OR REPLACE FUNCTION adgang.ctx_{navn}(slags text) RETURNS {type} LANGUAGE plpgsql STABLE
AS $$ BEGIN RETURN adgang.ctx_felt(slags, {nr}); END $$;
"""


def hmac_halvdele(hemmelig: bytes) -> tuple[bytes, bytes]:
    """The two padded keys of HMAC-SHA256: what PostgreSQL needs to check a signature with sha256() alone."""
    if len(hemmelig) > 64:
        hemmelig = hashlib.sha256(hemmelig).digest()
    fyldt = hemmelig.ljust(64, b"\0")
    return bytes(b ^ 0x36 for b in fyldt), bytes(b ^ 0x5C for b in fyldt)


def _politikker(tabel: str, dor: Dor) -> Iterator[str]:
    rolle = rollenavn(dor.vaeg)
    skriver = dor.skriver or dor.ser
    if dor.laeser:
        yield f"CREATE POLICY {dor.vaeg}_se ON {tabel} FOR SELECT TO {rolle} USING ({dor.ser})"
        kolonner = f" ({', '.join(dor.sete_kolonner)})" if dor.sete_kolonner else ""
        yield f"GRANT SELECT{kolonner} ON {tabel} TO {rolle}"
    if dor.indsaetter:
        yield f"CREATE POLICY {dor.vaeg}_ny ON {tabel} FOR INSERT TO {rolle} WITH CHECK ({skriver})"
        kolonner = f" ({', '.join(dor.nye_kolonner)})" if dor.nye_kolonner else ""
        yield f"GRANT INSERT{kolonner} ON {tabel} TO {rolle}"
    if dor.aendrer:
        yield (
            f"CREATE POLICY {dor.vaeg}_ret ON {tabel} FOR UPDATE TO {rolle} "
            f"USING ({skriver}) WITH CHECK ({skriver})"
        )
        kolonner = f" ({', '.join(dor.kolonner)})" if dor.kolonner else ""
        yield f"GRANT UPDATE{kolonner} ON {tabel} TO {rolle}"
    if dor.sletter:
        yield f"CREATE POLICY {dor.vaeg}_slet ON {tabel} FOR DELETE TO {rolle} USING ({dor.fjerner or dor.ser})"
        yield f"GRANT DELETE ON {tabel} TO {rolle}"


def _udelukkelse(tabel: str) -> Iterator[str]:
    """The owner's own way, open only inside her functions, and the wall around the one who is kept out."""
    yield (
        f"CREATE POLICY arv ON {tabel} TO {settings.ROLLEPRAEFIKS}_eje "
        f"USING ({udelukkelse.EJEREN}) WITH CHECK ({udelukkelse.EJEREN})"
    )
    for vaeg in udelukkede(tabel):
        habil = udelukkelse.habil(vaeg)
        yield (
            f"CREATE POLICY {vaeg}_habil ON {tabel} AS RESTRICTIVE TO {rollenavn(vaeg)} "
            f"USING ({habil}) WITH CHECK ({habil})"
        )


def byg_vaegge() -> None:
    """Make the walls what the code says, in one transaction on the maintenance connection."""
    alle = ", ".join(rollenavn(rolle) for rolle in (*Vaeg, *Tjeneste))
    forbindelse = connections["vedligehold"]
    with transaction.atomic(using="vedligehold"), forbindelse.cursor() as cursor:
        cursor.execute("SELECT set_config('role', %s, true)", [f"{settings.ROLLEPRAEFIKS}_eje"])
        tabeller = _laaste_tabeller(cursor)
        cursor.execute(KONTEKST_SQL)
        for navn, type_, nr in FELTER:
            cursor.execute(ET_FELT.format(navn=navn, type=type_, nr=nr))
        cursor.execute("DELETE FROM adgang.noegle")
        cursor.execute("INSERT INTO adgang.noegle VALUES (%s, %s)", hmac_halvdele(noegle()))
        cursor.execute(FUNKTIONER)
        cursor.execute(udelukkelse.FUNKTIONER)
        cursor.execute("REVOKE ALL ON ALL FUNCTIONS IN SCHEMA adgang FROM PUBLIC")
        cursor.execute(f"REVOKE ALL ON SCHEMA adgang FROM {alle}")
        cursor.execute(f"GRANT USAGE ON SCHEMA adgang, public TO {alle}")
        cursor.execute(f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA adgang TO {alle}")
        cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {alle}, PUBLIC")
        cursor.execute(f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {alle}, PUBLIC")
        cursor.execute("SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public'")
        for tabel, politik in cursor.fetchall():
            cursor.execute(f'DROP POLICY "{politik}" ON {tabel}')
        for tabel in tabeller:
            cursor.execute(f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY")
            tvang = "NO FORCE" if tabel in UTVUNGNE else "FORCE"
            cursor.execute(f"ALTER TABLE {tabel} {tvang} ROW LEVEL SECURITY")
            for dor in TABELLER.get(tabel, ()):
                for sql in _politikker(tabel, dor):
                    cursor.execute(sql)
        for tabel in udelukkelse.OM_BORGEREN:
            for sql in _udelukkelse(tabel):
                cursor.execute(sql)
        for sql in (*_sammensatte_noegler(), *_sekvenser(cursor), *triggere(), *udelukkelse.triggere()):
            cursor.execute(sql)
        for del_ in logdele.dele(cursor):
            logdele.luk(cursor, del_)
        logdele.lav_frem(cursor, datetime.now(UTC).date())


def _laaste_tabeller(cursor: CursorWrapper) -> list[str]:
    """Every table, held until the walls stand: taken one by one underway, an autovacuum could stop us half-way."""
    cursor.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace "
        "AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname"
    )
    tabeller = [raekke[0] for raekke in cursor.fetchall()]
    ukendte = set(tabeller) - TABELLER.keys() - LUKKEDE
    if ukendte:
        raise RuntimeError(f"Tabeller uden væg: {', '.join(sorted(ukendte))}. Skriv dem i vaegge/.")
    cursor.execute(f"LOCK TABLE {', '.join(tabeller)} IN ACCESS EXCLUSIVE MODE")
    return tabeller


def _sammensatte_noegler() -> Iterator[str]:
    maal = {(tabel, kolonner) for _, _, tabel, kolonner in SAMMENSATTE}
    for tabel, kolonner in sorted(maal):
        navn = f"{tabel}_{'_'.join(kolonner)}_maal"
        yield (
            f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '{navn}') THEN "
            f"ALTER TABLE {tabel} ADD CONSTRAINT {navn} UNIQUE ({', '.join(kolonner)}); END IF; END $$"
        )
    for fra, fra_kolonner, til, til_kolonner in SAMMENSATTE:
        navn = f"{fra}_{fra_kolonner[1]}_inde"
        yield (
            f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '{navn}') THEN "
            f"ALTER TABLE {fra} ADD CONSTRAINT {navn} FOREIGN KEY ({', '.join(fra_kolonner)}) "
            f"REFERENCES {til} ({', '.join(til_kolonner)}) DEFERRABLE INITIALLY DEFERRED; END IF; END $$"
        )


def _sekvenser(cursor: CursorWrapper) -> Iterator[str]:
    """Whoever may insert into a table with a running number may draw the number."""
    cursor.execute(
        "SELECT table_name, pg_get_serial_sequence(quote_ident(table_name), 'id') "
        "FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id'"
    )
    for tabel, sekvens in cursor.fetchall():
        for dor in TABELLER.get(tabel, ()):
            if sekvens and dor.indsaetter:
                yield f"GRANT USAGE ON SEQUENCE {sekvens} TO {rollenavn(dor.vaeg)}"
