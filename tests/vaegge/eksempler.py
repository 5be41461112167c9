"""One row in every table, in every state of the case: made from the catalogue, so that a new table has its row too.

Columns are filled by what they are called (kommune_id, sag_id …) and else by their type. What a table needs beyond
that stands in FELTER; a second kind of row of the same table (a draft, another person's) in VARIANTER.
"""

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cache, partial
from itertools import count, product
from typing import Any

from django.db import connections

from rehabteam.sager.adgang.vaegge import TABELLER
from rehabteam.sager.testnumre import testnumre
from tests.vaegge.seere import DELT, IKKE, TRUKKET
from tests.verden import Verden

NU = datetime(2026, 5, 27, 8, tzinfo=UTC)
AF_TYPE: Mapping[str, Any] = {
    "uuid": uuid.uuid4,
    "varchar": lambda: "x",
    "text": lambda: "x",
    "bool": lambda: False,
    **dict.fromkeys(("int2", "int4", "int8"), partial(next, count(1))),
    "numeric": lambda: 1,
    "date": lambda: date(2026, 5, 27),
    "time": lambda: time(9),
    "timestamptz": lambda: NU,
    "jsonb": lambda: "{}",
    "bytea": lambda: b"x",
    "_uuid": list,
    "_varchar": list,
}
Raekke = dict[str, Any]


@dataclass
class Sted:
    """One citizen of the kommune with her forløb, meeting and case, in one state of sharing."""

    v: Verden
    tilstand: str
    ider: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, navn: str) -> Any:
        return self.ider[navn]


Felter = Mapping[str, Callable[[Sted], Any]]
FELTER: Mapping[str, Felter] = {
    "sager_organisation": {"id": lambda s: uuid.uuid4(), "slags": lambda s: "kommune"},
    "sager_borger": {"cpr": lambda s: next(s["numre"])},
    "sager_sag": {"nummer": lambda s: uuid.uuid4().hex[:12], "undertype": lambda s: "x"},
    "sager_moede": {"region_id": lambda s: s.v.region.id, "sted": lambda s: uuid.uuid4().hex},
    "sager_resume": {"faerdigt": lambda s: True},
    "sager_sundhedsnotat": {
        "underskrevet_tid": lambda s: NU,
        "forfatter_id": lambda s: s.v.koordinator.medarbejder_id,
    },
    "sager_indstilling": {"afgivet_tid": lambda s: NU},
    "sager_adgangspost": {
        "art": lambda s: "laes",
        "rute": lambda s: "sag.se",
        "organisation_id": lambda s: s.v.kommune.id,
        "medarbejder_id": lambda s: s.v.sagsbehandler.medarbejder_id,
    },
    "sager_logsegl": {"nr": lambda s: uuid.uuid4().int >> 66, "post_id": lambda s: uuid.uuid4().int >> 66},
    "sager_logstand": {"nr": lambda s: uuid.uuid4().int >> 66},
    "web_konto": {
        "brugernavn": lambda s: uuid.uuid4().hex,
        "udsteder": lambda s: "https://udsteder.example",
        "medarbejder_id": lambda s: _ny_medarbejder(s),
    },
    "web_myndighed": {
        "organisation_id": lambda s: _ny_organisation(s),
        "cvr": lambda s: str(uuid.uuid4().int)[:8],
    },
    "web_indlogning": {"konto_id": lambda s: s["konto_id"]},
    "otp_totp_totpdevice": {"user_id": lambda s: s["konto_id"]},
    "django_session": {"session_key": lambda s: uuid.uuid4().hex},
    "web_brugtsvar": {"noegle": lambda s: uuid.uuid4().hex},
    "web_laest": {"sha256": lambda s: uuid.uuid4().hex},
    "axes_accessattemptexpiration": {"access_attempt_id": lambda s: s["axes_accessattempt"]},
    "axes_accessattempt": {"username": lambda s: uuid.uuid4().hex},
}
# The person a row is about, where that is the point of it.
PERSONER: Mapping[str, Callable[[Verden], Any]] = {
    "regionens": lambda v: v.sekretariat,
    "koordinatorens": lambda v: v.koordinator,
    "auditorens": lambda v: v.auditor,
}


def _persons(navn: str) -> Felter:
    hvem = PERSONER[navn]
    return {
        "organisation_id": lambda s: hvem(s.v).organisation_id,
        "medarbejder_id": lambda s: hvem(s.v).medarbejder_id,
    }


VARIANTER: Mapping[str, Felter] = {
    "sager_resume@kladde": {"faerdigt": lambda s: False},
    "sager_sundhedsnotat@kladde": {"underskrevet_tid": lambda s: None},
    "sager_sundhedsnotat@andens-kladde": {
        "underskrevet_tid": lambda s: None,
        "forfatter_id": lambda s: s.v.anden_koordinator.medarbejder_id,
    },
    "sager_indstilling@kladde": {"afgivet_tid": lambda s: None},
    "sager_haendelse@uden-sag": dict.fromkeys(("sag_id", "forloeb_id", "borger_id"), lambda s: None),
    "sager_medarbejder@regionens": {"organisation_id": lambda s: s.v.region.id},
    "sager_adgangspost@doerens": {
        "art": lambda s: "login",
        "rute": lambda s: "log_ind",
        "organisation_id": lambda s: None,
        "medarbejder_id": lambda s: None,
    },
    "sager_adgangspost@udtag": {
        "art": lambda s: "eksport",
        "organisation_id": lambda s: None,
        "medarbejder_id": lambda s: None,
    },
    "web_konto@demo": {"demo": lambda s: True, "udsteder": lambda s: ""},
    **{
        f"{tabel}@{navn}": _persons(navn)
        for tabel in ("sager_adgangspost", "web_engangsnoegle", "web_laest")
        for navn in PERSONER
        if (tabel, navn) != ("web_laest", "auditorens")
    },
}
# In the order that rows point at one another; the rest follows as it stands in vaegge.py.
FOERST = ("sager_borger", "sager_moede", "sager_forloeb", "sager_sag", "axes_accessattempt")


def linjer() -> list[str]:
    """The names of the matrix's lines: every table, and its variants."""
    return [
        navn for tabel in TABELLER for navn in (tabel, *(v for v in VARIANTER if v.split("@")[0] == tabel))
    ]


def _ny_medarbejder(s: Sted) -> uuid.UUID:
    return indsaet("sager_medarbejder", s)["id"]


def _ny_organisation(s: Sted) -> uuid.UUID:
    return indsaet("sager_organisation", s)["id"]


@cache
def kolonner(tabel: str) -> dict[str, tuple[str, bool, bool]]:
    """Name → (type, may be empty, is filled by PostgreSQL)."""
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute(
            "SELECT column_name, udt_name, is_nullable = 'YES', column_default IS NOT NULL OR is_identity = 'YES' "
            "FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s "
            "ORDER BY ordinal_position",
            [tabel],
        )
        return {navn: (slags, tom, fyldt) for navn, slags, tom, fyldt in cursor.fetchall()}


def ny_raekke(linje: str, s: Sted) -> Raekke:
    """The values of a new row of this line, without what PostgreSQL fills in itself."""
    tabel = linje.split("@")[0]
    felter = {**FELTER.get(tabel, {}), **VARIANTER.get(linje, {})}
    raekke: Raekke = {}
    for navn, (slags, tom, fyldt) in kolonner(tabel).items():
        if navn in felter:
            raekke[navn] = felter[navn](s)
        elif navn in s.ider and not (tom and navn in ("region_id", "koordinator_id")):
            raekke[navn] = s.ider[navn]
        elif not tom and not fyldt:
            raekke[navn] = AF_TYPE[slags]()
    return raekke


def indsaet(linje: str, s: Sted) -> Raekke:
    """As the maintenance role, which passes every wall; gives the row as it then stands."""
    tabel, raekke = linje.split("@")[0], ny_raekke(linje, s)
    navne = ", ".join(raekke)
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {tabel} ({navne}) VALUES ({', '.join(['%s'] * len(raekke))}) RETURNING *",
            list(raekke.values()),
        )
        return dict(zip([k.name for k in cursor.description], cursor.fetchone(), strict=True))


def opstil(v: Verden) -> tuple[dict[tuple[str, str], Raekke], dict[tuple[str, str], Sted]]:
    """(line, state) → the row; and the place where it stands. Every kind of variant has citizens and cases of its own.

    Shared: with the region and the coordinator; taken back: it was.
    """
    numre = iter(testnumre())
    arter = dict.fromkeys(linje.partition("@")[2] for linje in linjer())
    raekker, steder = {}, {}
    for tilstand, art in product((DELT, IKKE, TRUKKET), arter):
        sted, foerste = _plads(v, tilstand, numre)
        for linje in (linje for linje in linjer() if linje.partition("@")[2] == art):
            raekker[linje, tilstand] = foerste.get(linje) or indsaet(linje, sted)
            steder[linje, tilstand] = sted
        if tilstand != IKKE:
            _del(sted["sag_id"], v.region.id, v.koordinator.medarbejder_id)
        if tilstand == TRUKKET:
            _del(sted["sag_id"], None, None)
    return {noegle: _laes(noegle[0], raekke) for noegle, raekke in raekker.items()}, steder


def ny_plads(v: Verden, numre: Iterator[str]) -> Sted:
    """A citizen of `v.kommune` with forløb, meeting and case, shared with nobody."""
    return _plads(v, IKKE, numre)[0]


def _plads(v: Verden, tilstand: str, numre: Iterator[str]) -> tuple[Sted, dict[str, Raekke]]:
    person = v.sagsbehandler.medarbejder_id
    ider = {
        "numre": numre,
        "kommune_id": v.kommune.id,
        "organisation_id": v.kommune.id,
        **dict.fromkeys(("medarbejder_id", "sagsbehandler_id", "moedeleder_id", "forfatter_id"), person),
    }
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute("SELECT id FROM web_konto WHERE medarbejder_id = %s", [person])
        ider["konto_id"] = cursor.fetchone()[0]
    sted, foerste = Sted(v, tilstand, ider), {}
    for tabel in FOERST:
        foerste[tabel] = indsaet(tabel, sted)
        sted.ider[_kaldes(tabel)] = foerste[tabel]["id"]
    return sted, foerste


def _kaldes(tabel: str) -> str:
    """What other tables call the column that points at this one."""
    return f"{tabel.removeprefix('sager_')}_id" if tabel.startswith("sager_") else tabel


def _del(sag_id: uuid.UUID, region: uuid.UUID | None, koordinator: uuid.UUID | None) -> None:
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute(
            "UPDATE sager_sag SET region_id = %s, koordinator_id = %s WHERE id = %s",
            [region, koordinator, sag_id],
        )


@cache
def noegle(tabel: str) -> list[str]:
    """The columns of the primary key."""
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute(
            "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey) "
            "WHERE i.indrelid = %s::regclass AND i.indisprimary",
            [tabel],
        )
        return [r[0] for r in cursor.fetchall()]


def _laes(linje: str, raekke: Raekke) -> Raekke:
    """The row as it stands after the sharing has spread."""
    tabel = linje.split("@")[0]
    dele = noegle(tabel)
    hvor = " AND ".join(f"{k} = %s" for k in dele)
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute(f"SELECT * FROM {tabel} WHERE {hvor}", [raekke[k] for k in dele])
        return dict(zip([k.name for k in cursor.description], cursor.fetchone(), strict=True))
