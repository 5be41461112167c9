"""Where the rows of the matrix stand: one citizen with forløb, meeting and case in every state of sharing."""

import uuid
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import product

from django.db import connections

from tests.vaegge.eksempler import NU, Raekke, indsaet, linjer
from tests.vaegge.seere import DELT, IKKE, TRUKKET, UDE, UDELUKKEDE, Sted
from tests.verden import Verden

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
