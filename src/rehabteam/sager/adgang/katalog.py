"""The catalogue check: does a running database have the walls the code says? Asked at every start and in tests."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from django.db.backends.utils import CursorWrapper

from . import logdele
from .aktoer import Tjeneste, Vaeg
from .deling import FOELGER_SAGEN, FOELGER_USET, FROSNE, laase
from .kontekst import rollenavn
from .logdele import PARTITIONEREDE
from .roller import TAETTE, praefiks
from .udelukkelse import EJEREN, EJERENS, OM_BORGEREN, habil
from .vaegge import LUKKEDE, TABELLER, UTVUNGNE, Dor, udelukkede

KOMMANDOER = {"se": "SELECT", "ny": "INSERT", "ret": "UPDATE", "slet": "DELETE"}


def efterproev(cursor: CursorWrapper) -> list[str]:
    """Every fault found, as Danish sentences; [] means the walls stand. Needs no rights beyond the catalogue."""
    return [
        *_roller(cursor),
        *_tabeller(cursor),
        *_politikker(cursor),
        *_rettigheder(cursor),
        *_resten(cursor),
    ]


def _roller(cursor: CursorWrapper) -> Iterator[str]:
    cursor.execute(
        "SELECT rolname FROM pg_roles WHERE (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb) "
        "AND (rolname = session_user OR rolname LIKE %s)",
        [f"{praefiks()}\\_app\\_%"],
    )
    for (navn,) in cursor.fetchall():
        yield f"Rollen {navn} har kræfter, den ikke må have."
    cursor.execute("SELECT rolinherit FROM pg_roles WHERE rolname = session_user")
    if cursor.fetchone()[0]:
        yield "Sidens egen rolle arver rettigheder (skal være NOINHERIT)."
    cursor.execute(
        "SELECT coalesce('track_activities=off' = ANY (rolconfig), false) FROM pg_roles WHERE rolname = session_user"
    )
    if not cursor.fetchone()[0]:
        yield "Sidens forespørgsler kan læses på serverens tavle (ALTER ROLE … SET track_activities = off mangler)."
    tilladte = {rollenavn(vaeg) for vaeg in Vaeg}
    cursor.execute(
        "SELECT r.rolname FROM pg_roles r WHERE pg_has_role(session_user, r.oid, 'MEMBER') AND r.rolname <> session_user"
    )
    for (navn,) in cursor.fetchall():
        if navn not in tilladte:
            yield f"Sidens rolle kan blive til {navn}."
    for vaeg in (*Vaeg, *Tjeneste):
        cursor.execute(
            "SELECT m.roleid::regrole::text FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member "
            "WHERE r.rolname = %s",
            [rollenavn(vaeg)],
        )
        for (navn,) in cursor.fetchall():
            yield f"Rollen {rollenavn(vaeg)} er medlem af {navn}."


def _tabeller(cursor: CursorWrapper) -> Iterator[str]:
    cursor.execute(
        "SELECT c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner), "
        "(SELECT i.inhparent::regclass::text FROM pg_inherits i WHERE i.inhrelid = c.oid) FROM pg_class c "
        "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r','p','v','m','f')"
    )
    fundne = set()
    for navn, slags, rls, tvunget, ejer, hele in cursor.fetchall():
        fundne.add(navn)
        if slags != ("p" if navn in PARTITIONEREDE else "r"):
            yield f"{navn} er ikke en almindelig tabel."
        elif hele in PARTITIONEREDE:
            if not (rls and tvunget):
                yield f"Månedstabellen {navn} har ikke tvungne vægge."
        elif navn not in TABELLER and navn not in LUKKEDE:
            yield f"Tabellen {navn} har ingen væg i koden."
        elif not rls or (navn not in UTVUNGNE and not tvunget):
            yield f"Tabellen {navn} har ikke tvungne vægge."
        if ejer != f"{praefiks()}_eje":
            yield f"Tabellen {navn} ejes af {ejer}."
    for navn in sorted(TABELLER.keys() - fundne):
        yield f"Tabellen {navn} mangler."
    if logdele.navn(datetime.now(UTC).date()) not in fundne:
        yield "Loggen har ingen tabel til denne måned: kør »rehabteam database migrer«."


Politik = tuple[str, str, str, str, str]


def _ventede() -> dict[tuple[str, str], Politik]:
    """(table, policy) → (opens or shuts, command, role, condition on rows seen, condition on rows written)."""
    ventede: dict[tuple[str, str], Politik] = {}
    for tabel, doere in TABELLER.items():
        for dor in doere:
            for endelse, kommando in _brugte(dor):
                skriver = dor.skriver or dor.ser
                ser = {"INSERT": "", "UPDATE": skriver, "DELETE": dor.fjerner or dor.ser}.get(
                    kommando, dor.ser
                )
                skrives = skriver if kommando in ("INSERT", "UPDATE") else ""
                politik = ("PERMISSIVE", kommando, rollenavn(dor.vaeg), ser, skrives)
                ventede[tabel, f"{dor.vaeg}_{endelse}"] = politik
    for tabel in OM_BORGEREN:
        ventede[tabel, "arv"] = ("PERMISSIVE", "ALL", f"{praefiks()}_eje", EJEREN, EJEREN)
        for vaeg in udelukkede(tabel):
            ventede[tabel, f"{vaeg}_habil"] = (
                "RESTRICTIVE",
                "ALL",
                rollenavn(vaeg),
                habil(vaeg),
                habil(vaeg),
            )
    return ventede


def _brugte(dor: Dor) -> Iterator[tuple[str, str]]:
    for endelse, har in (
        ("se", dor.laeser),
        ("ny", dor.indsaetter),
        ("ret", dor.aendrer),
        ("slet", dor.sletter),
    ):
        if har:
            yield endelse, KOMMANDOER[endelse]


def _kun_kolonner(dor: Dor, kommando: str) -> tuple[str, ...]:
    return {"UPDATE": dor.kolonner, "INSERT": dor.nye_kolonner, "SELECT": dor.sete_kolonner}.get(kommando, ())


def _politikker(cursor: CursorWrapper) -> Iterator[str]:
    cursor.execute(
        "SELECT tablename, policyname, permissive, roles::text[], cmd, coalesce(qual, ''), coalesce(with_check, '') "
        "FROM pg_policies WHERE schemaname = 'public'"
    )
    fundne = {(r[0], r[1]): r[2:] for r in cursor.fetchall()}
    ventede = _ventede()
    for tabel, navn in sorted(fundne.keys() - ventede.keys()):
        yield f"Politikken {navn} på {tabel} står ikke i koden."
    for noegle, (virkning, kommando, rolle, ser, skrives) in ventede.items():
        if noegle not in fundne:
            yield f"Politikken {noegle[1]} på {noegle[0]} mangler."
            continue
        permissive, roller, cmd, qual, check = fundne[noegle]
        if (permissive, cmd, list(roller)) != (virkning, kommando, [rolle]):
            yield f"Politikken {noegle[1]} på {noegle[0]} gælder noget andet end i koden."
        for er, skal in ((qual, ser), (check, skrives)):
            if _ord(er) != _ord(skal):
                yield f"Politikken {noegle[1]} på {noegle[0]} er skrevet om."


def _ord(udtryk: str) -> list[str]:
    """The words of a condition, without the brackets, casts and column aliases PostgreSQL adds when it prints."""
    for vaek in ("(", ")", "::text", "[", "]", ","):
        udtryk = udtryk.replace(vaek, " ")
    ord_ = re.sub(r" AS ctx_\w+", "", udtryk).split()
    return [o for o in ord_ if o.upper() != "ARRAY"]


def _rettigheder(cursor: CursorWrapper) -> Iterator[str]:
    for vaeg in (*Vaeg, *Tjeneste):
        rolle = rollenavn(vaeg)
        ventede = {
            (tabel, kommando)
            for tabel, doere in TABELLER.items()
            for dor in doere
            if dor.vaeg == vaeg
            for _, kommando in _brugte(dor)
            if not _kun_kolonner(dor, kommando)
        }
        cursor.execute(
            "SELECT c.relname, a.privilege_type FROM pg_class c, aclexplode(c.relacl) a "
            "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind <> 'S' AND a.grantee = to_regrole(%s)",
            [rolle],
        )
        fundne = set(cursor.fetchall())
        for tabel, ret in sorted(fundne ^ ventede):
            mere = "har for meget" if (tabel, ret) in fundne else "mangler"
            yield f"Rollen {rolle} {mere}: {ret} på {tabel}."
        kolonner = {
            (tabel, kolonne, kommando)
            for tabel, doere in TABELLER.items()
            for dor in doere
            if dor.vaeg == vaeg
            for _, kommando in _brugte(dor)
            for kolonne in _kun_kolonner(dor, kommando)
        }
        cursor.execute(
            "SELECT c.relname, t.attname, a.privilege_type FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid, "
            "aclexplode(t.attacl) a WHERE c.relnamespace = 'public'::regnamespace AND a.grantee = to_regrole(%s)",
            [rolle],
        )
        for tabel, kolonne, ret in sorted(set(cursor.fetchall()) ^ kolonner):
            yield f"Rollen {rolle} har en anden ret til kolonnen {kolonne} i {tabel} end i koden: {ret}."


def _resten(cursor: CursorWrapper) -> Iterator[str]:
    cursor.execute(
        "SELECT c.relname FROM pg_class c, aclexplode(c.relacl) a "
        "WHERE c.relnamespace = 'public'::regnamespace AND a.grantee = 0"
    )
    for (navn,) in cursor.fetchall():
        yield f"Alle har rettigheder til {navn}."
    cursor.execute(
        "SELECT p.proname, coalesce(p.proconfig::text, '') FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
        "WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog', 'information_schema')"
    )
    for navn, indstillinger in cursor.fetchall():
        if navn not in ("ctx_felt", *EJERENS) or "search_path" not in indstillinger:
            yield f"Funktionen {navn} kører med ejerens kræfter."
    for funktion, navn in TAETTE.items():
        cursor.execute("SELECT proleakproof FROM pg_proc WHERE oid = %s::regprocedure", [funktion])
        if not cursor.fetchone()[0]:
            yield f"{navn} er ikke sagt tæt (LEAKPROOF): kør »rehabteam database forbered« som superbruger."
    cursor.execute(
        "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
        "WHERE p.proleakproof AND n.nspname NOT IN ('pg_catalog', 'information_schema')"
    )
    for (navn,) in cursor.fetchall():
        yield f"Funktionen {navn} er sagt tæt (LEAKPROOF), og det står ikke i koden."
    ventede = {("a_arv_deling", tabel) for tabel in (*FOELGER_SAGEN, *FOELGER_USET)}
    ventede |= {(navn, "sager_sag") for navn in ("spred_deling", "spred_margennoter", "slet_laesenoter")}
    ventede |= {("b_arv_udelukkede", tabel) for tabel in OM_BORGEREN} | {
        ("spred_udelukkede", "sager_inhabilitet")
    }
    ventede |= {(navn, tabel) for navn, tabel, _, _ in laase()}
    frosne = [tabel for tabel, _, _ in FROSNE] + logdele.dele(cursor)
    ventede |= {(navn, tabel) for tabel in frosne for navn in ("laast", "laast_helt")}
    cursor.execute("SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE tgenabled = 'O'")
    for navn, tabel in sorted(ventede - set(cursor.fetchall())):
        yield f"Låsen {navn} på {tabel} mangler eller er slået fra."
