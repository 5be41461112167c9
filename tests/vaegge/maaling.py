"""What each viewer's database role can really do to each row: four commands, tried and taken back.

A cell has four places: S sees, N inserts a new one like it, R changes, X deletes; a small letter means that only some
columns are open; - means refused. Refused is: no grant, no row met, or the wall's own »no« to what would be written.
"""

from collections.abc import Mapping
from typing import Any

import psycopg
from django.db import DatabaseError, connections, transaction
from django.db.backends.utils import CursorWrapper
from psycopg.types.json import Jsonb

from tests.vaegge.eksempler import Raekke, kolonner
from tests.vaegge.seere import Seer

KOMMANDOER = (("S", "SELECT"), ("N", "INSERT"), ("R", "UPDATE"), ("X", "DELETE"))
NAEGTET = psycopg.errors.InsufficientPrivilege
Rettigheder = Mapping[tuple[str, str, str], tuple[bool, list[str]]]


def rettigheder(roller: list[str], tabeller: list[str]) -> Rettigheder:
    """(role, table, command) → (the whole table?, the columns), as the catalogue has it."""
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute(
            "SELECT r, t, k, has_table_privilege(r, t, k), "
            "CASE WHEN k = 'DELETE' THEN '{}' ELSE (SELECT array_agg(a.attname ORDER BY a.attnum) "
            "FROM pg_attribute a WHERE a.attrelid = t::regclass AND a.attnum > 0 AND NOT a.attisdropped "
            "AND has_column_privilege(r, t, a.attname, k)) END "
            "FROM unnest(%s::text[]) r, unnest(%s::text[]) t, unnest(%s::text[]) k",
            [roller, tabeller, [k for _, k in KOMMANDOER]],
        )
        return {(r, t, k): (hel, list(navne or [])) for r, t, k, hel, navne in cursor.fetchall()}


class Maaler:
    """Tries the commands of one viewer on one table."""

    def __init__(
        self,
        seer: Seer,
        cursor: CursorWrapper,
        rolle: str,
        rettigheder: Rettigheder,
        uden_ret: set[tuple[str, str, str]] | None = None,
    ) -> None:
        self.uden_ret = set() if uden_ret is None else uden_ret
        self.uden_grund = False
        self.seer, self.cursor, self.rolle, self.rettigheder = seer, cursor, rolle, rettigheder
        self.alias = cursor.db.alias

    def celle(self, tabel: str, raekke: Raekke, ny: Raekke) -> str:
        tegn = []
        for bogstav, kommando in KOMMANDOER:
            noegle = self.rolle, tabel, kommando
            hel, navne = self.rettigheder[noegle]
            # Without a grant the refusal is the role's and the table's, whoever asks about whatever row: tried once.
            maa = noegle not in self.uden_ret and getattr(self, kommando.lower())(tabel, raekke, ny, navne)
            if self.uden_grund:
                self.uden_ret.add(noegle)
            tegn.append((bogstav if hel else bogstav.lower()) if maa else "-")
        return "".join(tegn)

    def proev(self, tabel: str, sql: str, vaerdier: list[Any]) -> int:
        """Rows met; 0 if refused. What only a constraint of the table stops has passed the wall."""
        self.uden_grund = False
        try:
            with transaction.atomic(using=self.alias):
                self.cursor.execute(sql, vaerdier)
                antal = int(self.cursor.rowcount)
                if not sql.startswith("SELECT"):
                    raise _Tilbage(antal)
                return antal
        except _Tilbage as tilbage:
            return tilbage.antal
        except DatabaseError as fejl:
            aarsag = fejl.__cause__
            # Of the table itself, not of one that a trigger reads.
            self.uden_grund = (
                f"permission denied for table {tabel}\n" in f"{aarsag}\n".partition("CONTEXT")[0]
            )
            if isinstance(aarsag, NAEGTET) or "sagen findes ikke her" in str(aarsag):
                return 0
            if isinstance(aarsag, psycopg.errors.UniqueViolation | psycopg.errors.ForeignKeyViolation):
                return 1
            if type(aarsag) is psycopg.errors.IntegrityConstraintViolation and "er låst" in str(aarsag):
                return 1
            raise

    def kan_blive(self, sql: str, vaerdier: list[Any]) -> bool:
        """Would the composite keys, which are asked about at the end of a transaction, let it be kept?"""
        try:
            with transaction.atomic(using=self.alias):
                self.cursor.execute(sql, vaerdier)
                self.cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                raise _Tilbage(1)
        except _Tilbage:
            return True
        except DatabaseError as fejl:
            if isinstance(fejl.__cause__, psycopg.errors.ForeignKeyViolation):
                return False
            raise

    def _hvor(self, tabel: str, raekke: Raekke) -> tuple[str, list[Any]]:
        """The row by every column this role may read; by none, all rows."""
        navne = self.rettigheder[self.rolle, tabel, "SELECT"][1]
        navne = [n for n in navne if kolonner(tabel)[n][0] != "jsonb"]
        led = [f"{n} IS NOT DISTINCT FROM %s" for n in navne]
        return " AND ".join(led) or "true", [raekke[n] for n in navne]

    def select(self, tabel: str, raekke: Raekke, ny: Raekke, navne: list[str]) -> int:
        hvor, vaerdier = self._hvor(tabel, raekke)
        return self.proev(tabel, f"SELECT {', '.join(navne) or '*'} FROM {tabel} WHERE {hvor}", vaerdier)

    def insert(self, tabel: str, raekke: Raekke, ny: Raekke, navne: list[str]) -> int:
        felter = {n: w for n, w in ny.items() if n in navne} or ny
        plads = ", ".join(["%s"] * len(felter))
        sql = f"INSERT INTO {tabel} ({', '.join(felter)}) VALUES ({plads})"
        return self.proev(tabel, sql, [_v(w) for w in felter.values()])

    def update(self, tabel: str, raekke: Raekke, ny: Raekke, navne: list[str]) -> int:
        hvor, vaerdier = self._hvor(tabel, raekke)
        kolonne = navne[0] if navne else next(iter(raekke))
        return self.proev(
            tabel, f"UPDATE {tabel} SET {kolonne} = %s WHERE {hvor}", [_v(raekke[kolonne]), *vaerdier]
        )

    def delete(self, tabel: str, raekke: Raekke, ny: Raekke, navne: list[str]) -> int:
        hvor, vaerdier = self._hvor(tabel, raekke)
        return self.proev(tabel, f"DELETE FROM {tabel} WHERE {hvor}", vaerdier)

    def blinde(self, tabel: str, raekke: Raekke) -> int:
        """Rows met by an UPDATE and a DELETE that ask for nothing, beyond those the viewer may see."""
        if {(self.rolle, tabel, k) for k in ("UPDATE", "DELETE")} <= self.uden_ret:
            return 0
        ser = self.proev(tabel, f"SELECT 1 FROM {tabel}", [])
        navne = self.rettigheder[self.rolle, tabel, "UPDATE"][1]
        kolonne = navne[0] if navne else next(iter(raekke))
        rettet = self.proev(tabel, f"UPDATE {tabel} SET {kolonne} = {kolonne}", [])
        rettet = max(rettet, self.proev(tabel, f"UPDATE {tabel} SET {kolonne} = %s", [_v(raekke[kolonne])]))
        return max(rettet, self.proev(tabel, f"DELETE FROM {tabel}", [])) - ser


class _Tilbage(Exception):
    def __init__(self, antal: int) -> None:
        self.antal = antal


def _v(vaerdi: Any) -> Any:
    return Jsonb(vaerdi) if isinstance(vaerdi, dict) else vaerdi
