"""One row in every table, in every state of the case: made from the catalogue, so that a new table has its row too.

Columns are filled by what they are called (kommune_id, sag_id …) and else by their type. What a table needs beyond
that stands in FELTER; a second kind of row of the same table (a draft, another person's) in VARIANTER.
"""

import uuid
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, partial
from itertools import count, product
from typing import Any

from django.db import connections

from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.vaegge import TABELLER
from tests.vaegge.seere import DELT, I_DRIFT, IKKE, MASKINEN, TRUKKET, UDE, UDELUKKEDE, Sted
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


Felter = Mapping[str, Callable[[Sted], Any]]
FELTER: Mapping[str, Felter] = {
    "sager_inhabilitet": {"medarbejder_id": lambda s: s.v.teammedlem.medarbejder_id},
    "sager_fuldmagt": {"kodeaftryk": lambda s: uuid.uuid4().hex, "dokumenter": lambda s: True},
    "sager_anmodning": {
        "samtykke_id": lambda s: _en("sager_samtykke", s),
        "tilstand": lambda s: "sendt",
        "undtagelse": lambda s: "",
    },
    "sager_vikariat": {
        "for_hvem_id": lambda s: s.v.sagsbehandler.medarbejder_id,
        "vikar_id": lambda s: s.v.teammedlem.medarbejder_id,
    },
    # What a page shows as one of a few words must be one of them: the routes' tests read these rows too.
    "sager_logstikproeve": {"valgt": lambda s: "risiko", "udfald": lambda s: ""},
    "sager_noedadgang": {
        "rolle": lambda s: "sagsbehandler",
        "tid": lambda s: NU,
        "udloeber": lambda s: NU + timedelta(minutes=30),
    },
    "sager_noedkvittering": {
        "noedadgang_id": lambda s: _noed(s, s.v.teammedlem),
        "kvitteret_af_id": lambda s: s.v.sagsbehandler.medarbejder_id,
        "medarbejder_id": lambda s: s.v.teammedlem.medarbejder_id,
    },
    "sager_udlevering": {
        "del_navn": lambda s: uuid.uuid4().hex[:12],
        "udleveres": lambda s: True,
        "hjemmel": lambda s: "",
    },
    "web_borgerkonto": {"fuldmagt_id": lambda s: s["fuldmagt_id"]},
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


def _af(navn: str, hvad: str = "medarbejder_id") -> Callable[[Sted], Any]:
    return lambda s: getattr(PERSONER[navn](s.v), hvad)


def _hos(navn: str) -> Felter:
    return {"organisation_id": _af(navn, "organisation_id")}


def _persons(navn: str) -> Felter:
    return {**_hos(navn), "medarbejder_id": _af(navn)}


def _noed(s: Sted, hvem: Aktoer) -> Any:
    felter = {"medarbejder_id": hvem.medarbejder_id, "organisation_id": hvem.organisation_id}
    return indsaet("sager_noedadgang", s, **felter)["id"]


VARIANTER: Mapping[str, Felter] = {
    "sager_resume@kladde": {"faerdigt": lambda s: False},
    "sager_dokument@hendes": {"slags": lambda s: "afgoerelse"},
    "sager_indsatsplan@faerdig": {"faerdig_tid": lambda s: NU},
    "web_borgerkonto@uden-fuldmagt": {"fuldmagt_id": lambda s: None},
    "sager_inhabilitet@om-koordinatoren": _persons("koordinatorens"),
    "sager_inhabilitet@ophaevet": {"ophaevet_tid": lambda s: NU, **_persons("koordinatorens")},
    "sager_medarbejder@sagsbehandleren": {},
    "sager_adgangspost@om-borgeren": {"borgere": lambda s: [s["borger_id"]]},
    **{
        f"sager_adgangspost@{navn}": {"medarbejder_id": lambda s, h=hvem: h(s.v, s).medarbejder_id}
        for navn, hvem in (("driftens", I_DRIFT), ("maskinens", MASKINEN))
    },
    "sager_haendelse@noed": {"handling": lambda s: "tag_noedadgang"},
    "sager_vikariat@koordinatorens": {
        "for_hvem_id": _af("koordinatorens"),
        "vikar_id": lambda s: s.v.anden_koordinator.medarbejder_id,
        **_hos("koordinatorens"),
    },
    "sager_vikariat@auditorens": {"for_hvem_id": _af("auditorens"), **_hos("auditorens")},
    "sager_noedadgang@koordinatorens": _persons("koordinatorens"),
    "sager_noedadgang@regionens": _persons("regionens"),
    "sager_noedkvittering@auditorens": {"kvitteret_af_id": _af("auditorens"), **_hos("auditorens")},
    "sager_noedkvittering@regionens": {
        "noedadgang_id": lambda s: _noed(s, s.v.anden_koordinator),
        "medarbejder_id": lambda s: s.v.anden_koordinator.medarbejder_id,
        "kvitteret_af_id": _af("regionens"),
        **_hos("regionens"),
    },
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
    **{
        f"{tabel}@{navn}": {"medarbejder_id": lambda s, k=kolonne: s[k]}
        for tabel in ("sager_adgangspost", "web_engangsnoegle")
        for navn, kolonne in (("borgerens", "borger_id"), ("bisidderens", "fuldmagt_id"))
    },
}
# Rows that are there already.
KENDTE: Mapping[str, Callable[[Sted], Raekke]] = {
    "sager_medarbejder@sagsbehandleren": lambda s: {"id": s["sagsbehandler_id"]},
}
# In the order that rows point at one another; the rest follows as it stands in vaegge.py.
FOERST = (
    "sager_borger",
    "sager_moede",
    "sager_forloeb",
    "sager_sag",
    "sager_fuldmagt",
    "axes_accessattempt",
)


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
def peger_paa(tabel: str) -> dict[str, str]:
    """Column → the table it points at."""
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute(
            "SELECT a.attname, c.confrelid::regclass::text FROM pg_constraint c "
            "JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] "
            "WHERE c.contype = 'f' AND c.conrelid = %s::regclass AND cardinality(c.conkey) = 1",
            [tabel],
        )
        return dict(cursor.fetchall())


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
            maal = peger_paa(tabel).get(navn)
            raekke[navn] = _en(maal, s) if maal else AF_TYPE[slags]()
    return raekke


def _en(tabel: str, s: Sted) -> Any:
    """The id of one row of a table at this place, made when first asked for."""
    noegle_ = f"en {tabel}"
    if noegle_ not in s.ider:
        s.ider[noegle_] = indsaet(tabel, s)["id"]
    return s[noegle_]


def indsaet(linje: str, s: Sted, **andet: Any) -> Raekke:
    """As the maintenance role, which passes every wall; gives the row as it then stands."""
    tabel, raekke = linje.split("@")[0], ny_raekke(linje, s) | andet
    navne = ", ".join(raekke)
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {tabel} ({navne}) VALUES ({', '.join(['%s'] * len(raekke))}) RETURNING *",
            list(raekke.values()),
        )
        return dict(zip([k.name for k in cursor.description], cursor.fetchone(), strict=True))


def opstil(v: Verden) -> tuple[dict[tuple[str, str], Raekke], dict[tuple[str, str], Sted]]:
    """(line, state) → the row; and the place where it stands.

    Shared: with the region and the coordinator; taken back: it was.
    """
    numre = v._numre
    arter = dict.fromkeys(plads(linje) for linje in linjer())
    raekker, steder = {}, {}
    for tilstand, art in product((DELT, IKKE, TRUKKET, UDE), arter):
        sted, foerste = _plads(v, tilstand, numre)
        _kend_en_anden(v, sted, numre)
        for linje in (linje for linje in linjer() if plads(linje) == art):
            kendt = KENDTE[linje](sted) if linje in KENDTE else foerste.get(linje)
            raekker[linje, tilstand] = kendt or indsaet(linje, sted)
            steder[linje, tilstand] = sted
        if tilstand != IKKE:
            _del(sted["sag_id"], v.region.id, v.koordinator.medarbejder_id)
        if tilstand == TRUKKET:
            _del(sted["sag_id"], None, None)
        for hvem in (getattr(v, navn) for navn in UDELUKKEDE if tilstand == UDE):
            felter = {"organisation_id": hvem.organisation_id, "medarbejder_id": hvem.medarbejder_id}
            # The coordinator's own line is such a row already.
            if (hvem, art) != (v.koordinator, "om-koordinatoren"):
                indsaet("sager_inhabilitet", sted, **felter)
    return {noegle: _laes(noegle[0], raekke) for noegle, raekke in raekker.items()}, steder


def plads(linje: str) -> str:
    """Which of the places a line stands at: what cannot stand beside the common rows has another citizen's."""
    art = linje.partition("@")[2]
    if art == "om-koordinatoren":
        return art
    return "ved siden af" if art in ("kladde", "andens-kladde", "faerdig", "ophaevet") else ""


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
    sted.ider["cpr"] = foerste["sager_borger"]["cpr"]
    sted.ider["tilbagekaldt_fuldmagt"] = indsaet("sager_fuldmagt", sted, tilbagekaldt_tid=NU)["id"]
    return sted, foerste


def _kend_en_anden(v: Verden, sted: Sted, numre: Iterator[str]) -> None:
    """Another citizen of the same kommune, with her case and fuldmagt: one for the whole world."""
    kendt = v.__dict__.get("_en_anden")
    if kendt is None:
        kendt = v.__dict__["_en_anden"] = _plads(v, IKKE, numre)[0]
    for hvad in ("borger", "sag", "fuldmagt"):
        sted.ider[f"en_andens_{hvad}"] = kendt[f"{hvad}_id"]


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
