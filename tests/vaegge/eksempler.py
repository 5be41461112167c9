"""One row in every table, in every state of the case: made from the catalogue, so that a new table has its row too.

Columns are filled by what they are called (kommune_id, sag_id …) and else by their type. What a table needs beyond
that stands in FELTER; a second kind of row of the same table (a draft, another person's) in VARIANTER.
"""

import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, partial
from itertools import count
from typing import Any

from django.db import connections

from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.vaegge import TABELLER
from tests.vaegge.seere import I_DRIFT, MASKINEN, Sted
from tests.verden import Verden

NU = datetime(2026, 5, 27, 8, tzinfo=UTC)
AF_TYPE: Mapping[str, Any] = {
    "uuid": uuid.uuid4,
    "varchar": lambda: "x",
    "text": lambda: "x",
    "bool": lambda: False,
    **dict.fromkeys(("int2", "int4", "int8", "float8"), partial(next, count(1))),
    "numeric": lambda: 1,
    "date": lambda: date(2026, 5, 27),
    "time": lambda: time(9),
    "timestamptz": lambda: NU,
    "jsonb": lambda: "{}",
    "bytea": lambda: b"x",
    "_uuid": list,
    "_varchar": list,
    "_int2": list,
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
    "sager_attestskridt": {
        "anmodning_id": lambda s: _en("sager_anmodning", s),
        "slags": lambda s: "udleveret",
    },
    "sager_invitation": {"uid": lambda s: uuid.uuid4().hex, "medarbejder_id": lambda s: s["medarbejder_id"]},
    "sager_medarbejder": {"rolle": lambda s: "teammedlem"},
    "sager_importjob": {"tilstand": lambda s: "modtaget", "slut_tid": lambda s: None},
    "sager_modtagetfil": {"tilstand": lambda s: "venter", "trin": lambda s: "undersoeges"},
    "sager_importnoegle": {"kilde_id": lambda s: uuid.uuid4().hex},
    # The same package is taken in once.
    "sager_overdragelse": {"sha256": lambda s: uuid.uuid4().hex},
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
        "overstregning_id": lambda s: None,
        "hjemmel": lambda s: "",
    },
    # One draft of each document.
    "sager_overstregning": {
        "dokument_id": lambda s: indsaet("sager_dokument", s)["id"],
        "laesning": lambda s: "",
        "bestilt_af_id": lambda s: s.v.sagsbehandler.medarbejder_id,
    },
    "sager_forsendelse": {"modtager": lambda s: "borger", "fuldmagt_id": lambda s: None},
    "sager_forsendelseslinje": {"dokument_id": lambda s: indsaet("sager_dokument", s)["id"]},
    "web_borgerkonto": {"fuldmagt_id": lambda s: s["fuldmagt_id"]},
    "sager_samarbejdsaftale": {"region_id": lambda s: s.v.region.id},
    "sager_afregning": {"region_id": lambda s: s.v.region.id, "maaned": lambda s: date(2026, 5, 1)},
    "sager_afregningslinje": {
        "region_id": lambda s: s.v.region.id,
        "slags": lambda s: "sag",
        "kategori": lambda s: "",
        "oprindelse": lambda s: "beregnet",
        "noegle": lambda s: f"sag:{s['sag_id']}",
        "sag_id": lambda s: s["sag_id"],
    },
    "sager_afregningsgodkendelse": {"region_id": lambda s: s.v.region.id, "side": lambda s: "kommune"},
    "sager_organisation": {"id": lambda s: uuid.uuid4(), "slags": lambda s: "kommune"},
    "sager_borger": {"cpr": lambda s: next(s["numre"])},
    "sager_sag": {"nummer": lambda s: uuid.uuid4().hex[:12], "undertype": lambda s: "x"},
    # A case of the same citizen on the same day, for a case has one place.
    "sager_moedeplads": {
        "region_id": lambda s: s.v.region.id,
        "sag_id": lambda s: indsaet("sager_sag", s)["id"],
    },
    "sager_moedemedlem": {
        "region_id": lambda s: s.v.region.id,
        "fagomraade": lambda s: uuid.uuid4().hex[:24],
        "stedfortraeder_id": lambda s: None,
    },
    "sager_moede": {"region_id": lambda s: s.v.region.id, "sted": lambda s: uuid.uuid4().hex},
    "sager_resume": {"faerdigt": lambda s: True},
    "sager_sundhedsnotat": {
        "underskrevet_tid": lambda s: NU,
        "forfatter_id": lambda s: s.v.koordinator.medarbejder_id,
    },
    "sager_indstilling": {"afgivet_tid": lambda s: NU},
    "sager_referat": {"godkendt_tid": lambda s: NU},
    "sager_regionsspoergsmaal": {"svar_tid": lambda s: None},
    "sager_gennemgang": {
        "tilstand": lambda s: "venter",
        "dokument_id": lambda s: indsaet("sager_dokument", s)["id"],
    },
    "sager_adgangspost": {
        "art": lambda s: "laes",
        "rute": lambda s: "sag.se",
        "organisation_id": lambda s: s.v.kommune.id,
        "medarbejder_id": lambda s: s.v.sagsbehandler.medarbejder_id,
    },
    "sager_logsegl": {"nr": lambda s: uuid.uuid4().int >> 66, "post_id": lambda s: uuid.uuid4().int >> 66},
    # Before every real one, and readable: the page of the log's state asks for the latest.
    "sager_logstand": {
        "nr": lambda s: -(uuid.uuid4().int >> 66),
        "linje": lambda s: f'{{"nr": 0, "tid": "{NU.isoformat()}", "horisont": -1, "efter": 0}}',
    },
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
    "web_visning": {"side": lambda s: uuid.uuid4().hex[:20]},
    "web_mailvalg": {"om": lambda s: uuid.uuid4().hex[:20]},
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
    "sager_overstregning@lavet": {
        "lavet_tid": lambda s: NU,
        "dokument_id": lambda s: indsaet("sager_dokument", s)["id"],
    },
    "sager_overstregning@venter": {
        "lavet_tid": lambda s: NU,
        "laesning": lambda s: "venter",
        "dokument_id": lambda s: indsaet("sager_dokument", s)["id"],
    },
    "sager_forsendelse@udleveret": {"udleveret_tid": lambda s: NU},
    "sager_dokument@hendes": {"slags": lambda s: "afgoerelse"},
    "sager_indsatsplan@faerdig": {"faerdig_tid": lambda s: NU},
    "web_borgerkonto@uden-fuldmagt": {"fuldmagt_id": lambda s: None},
    # To one of the team about the whole day: about no citizen.
    "sager_invitation@dagens": {"sag_id": lambda s: None},
    "sager_moedemedlem@regionens": _persons("koordinatorens"),
    "sager_moedeplads@fri": {"sag_id": lambda s: None},
    "sager_modtagetfil@klar": {"tilstand": lambda s: "klar", "trin": lambda s: ""},
    "sager_modtagetfil@laeses": {"tilstand": lambda s: "klar", "trin": lambda s: "laeses"},
    "sager_modtagetfil@lagt": {"tilstand": lambda s: "lagt"},
    "sager_laesenote@kollegaens": {"medarbejder_id": lambda s: s.v.teammedlem.medarbejder_id},
    "sager_margennote@delt": {"delt_tid": lambda s: NU},
    "sager_margennote@kollegaens": {"medarbejder_id": lambda s: s.v.teammedlem.medarbejder_id},
    "sager_margennote@kollegaens-delt": {
        "medarbejder_id": lambda s: s.v.teammedlem.medarbejder_id,
        "delt_tid": lambda s: NU,
    },
    "sager_margennote@regionens": _persons("regionens"),
    "sager_margennote@hendes": _persons("koordinatorens"),
    "sager_margennote@hendes-delt": {**_persons("koordinatorens"), "delt_tid": lambda s: NU},
    "sager_inhabilitet@om-koordinatoren": _persons("koordinatorens"),
    "sager_inhabilitet@ophaevet": {"ophaevet_tid": lambda s: NU, **_persons("koordinatorens")},
    "sager_medarbejder@sagsbehandleren": {},
    "sager_adgangspost@om-borgeren": {"borgere": lambda s: [s["borger_id"]]},
    **{
        f"sager_adgangspost@{navn}": {"medarbejder_id": lambda s, h=hvem: h(s.v, s).medarbejder_id}
        for navn, hvem in (("driftens", I_DRIFT), ("maskinens", MASKINEN))
    },
    "sager_haendelse@noed": {"handling": lambda s: "tag_noedadgang"},
    # A case that lost its meeting day: the auditor counts it.
    "sager_haendelse@mistet": {"data": lambda s: '{"moede_id": "x"}'},
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
    "sager_afregningsgodkendelse@region": {"side": lambda s: "region"},
    "sager_fravaer@regionens": _persons("koordinatorens"),
    "web_visning@regionens": _persons("regionens"),
    "sager_referat@kladde": {"godkendt_tid": lambda s: None},
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
            "SELECT column_name, udt_name, is_nullable = 'YES', "
            "column_default IS NOT NULL OR is_identity = 'YES' OR is_generated = 'ALWAYS' "
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
