"""A case as data that another kommune's Rehabteam can take in: facts, answers, texts and papers, without inner ids.

Log, notes and the people who worked on it stay. Consents go along only where the citizen gave them for it.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet

from rehabteam.sager.models import (
    Afgoerelse,
    Borger,
    Dokument,
    Forloeb,
    Indsats,
    Indsatsplan,
    Indsatsstart,
    Indstilling,
    Laegevurdering,
    OrdinaereTimer,
    Planbilag,
    Plandel,
    SaerligeGrunde,
    Sag,
    Samtykke,
    Skoen,
    Spaend,
    UndtagetPeriode,
)
from rehabteam.sager.sagsfakta import laege, skoen
from rehabteam.sager.sagsfakta import plan as plandele

FORMAT = "rehabteam-overdragelse"
UDGAVE = 1
SAG = "sag.json"
ENDELSER = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}

# What of each row goes along: facts and words. Ids, walls and who registered it here do not.
FELTER: Mapping[type[Model], tuple[str, ...]] = {
    Borger: (
        "cpr",
        "fuldt_navn",
        "foedselsdato",
        "telefon",
        "bisidder",
        "tolk",
        "beskyttet_adresse",
        "egne_ord",
    ),
    Forloeb: ("start", "genbehandlet"),
    Indsats: (
        *("navn", "hjemmel", "bevilget", "aftalt_start", "paabegyndt", "afsluttet", "genoptaget"),
        *("i_indsatsdel", "optaget_i_indsatsdel", "kilde"),
    ),
    UndtagetPeriode: ("fra", "til", "hjemmel", "note"),
    OrdinaereTimer: ("dato", "timer", "art"),
    Spaend: ("slags", "fra", "til"),
    SaerligeGrunde: ("begrundelse", "beslutningstager", "dato"),
    Sag: ("nummer", "sagstype", "undertype", "tilstand", "oprettet"),
    Skoen: ("noegle", "vaerdi", "grund", "af", "rolle", "dag"),
    Plandel: ("noegle", "kommunen", "borgeren", "ingen", "poster", "punkter", "forfatter", "dag"),
    Planbilag: ("dele", "af"),
    Laegevurdering: ("kilde", "konsultation", "punkter", "forfatter", "dag"),
    Dokument: ("titel", "slags", "dato", "afsender", "filnavn", "mime", "sha256"),
    Indstilling: (
        *("udfald", "indhold", "flag", "aarsag", "indsatser", "opfoelgning", "se_igen", "uenighed"),
        *("begrundelse_tilstraekkelig", "afgivet_dag", "afgivet_af"),
    ),
    Afgoerelse: (
        *("foelger", "udfald", "bevilget", "begrundelse", "naeste", "klagevejledning", "forloeb_start"),
        *("mangler_grund", "dag", "af"),
    ),
    Indsatsplan: (
        *("placering", "maal_art", "maal", "maal_hvorfor", "delmaal", "delmaalene", "indsatser", "plan_fra"),
        *("plan_til", "varighed_mdr", "opfoelgning", "mentor_behov", "mentor", "jobformidler"),
    ),
    Indsatsstart: ("nr", "begyndt"),
    Samtykke: (
        *("oplysninger", "kilde", "formaal", "givet", "maade", "praecist", "konsekvenser_oplyst", "til"),
    ),
}
FAKTA = {
    "indsatser": Indsats,
    "undtagne_perioder": UndtagetPeriode,
    "ordinaere_timer": OrdinaereTimer,
    "spaend": Spaend,
    "saerlige_grunde": SaerligeGrunde,
}
"""The facts of a forløb, by what they are called on it."""


def indhold(
    sag: Sag, dokumenter: Sequence[Dokument], samtykker: Sequence[Samtykke]
) -> tuple[dict[str, Any], dict[UUID, str]]:
    """sag.json as a dict, and the name each document has in the package."""
    navne = {d.id: filnavnet(nr, d) for nr, d in enumerate(dokumenter, 1)}
    indstilling = sag.indstilling_raekker.exclude(afgivet_tid=None).first()
    afgoerelse = Afgoerelse.objects.filter(sag=sag).first()
    plan = Indsatsplan.objects.filter(sag=sag).exclude(faerdig_tid=None).first()
    return {
        "borger": raekke(sag.borger),
        "sag": raekke(sag),
        "forloeb": _forloeb(sag.forloeb) if sag.forloeb else None,
        "svar": [raekke(s) for s in skoen.seneste(sag).values()],
        "forberedende_del": [raekke(d) for d in plandele.seneste(sag).values()],
        # What a paper holds follows the paper: the ticks of the plan's parts, and what was found in a certificate.
        "hak": [_med_papir(b, navne) for b in plandele.bilag(sag)],
        "laegevurderinger": [_med_papir(f, navne) for f in reversed(laege.gaeldende(sag))],
        "indstilling": _med_papir(indstilling, navne),
        "afgoerelse": _med_papir(afgoerelse, navne),
        "indsatsplan": _med_papir(plan, navne),
        "begyndt": [raekke(s) for s in _begyndt(sag)],
        "samtykker": [raekke(s) for s in samtykker],
        "dokumenter": [raekke(d) | {"fil": navne[d.id]} for d in dokumenter],
    }, navne


def filnavnet(nr: int, d: Dokument) -> str:
    """No title in it: that may hold a name."""
    return (
        f"dokumenter/{nr:03d}.{ENDELSER.get(d.mime) or PurePosixPath(d.filnavn).suffix.lstrip('.') or 'bin'}"
    )


def raekke(r: Model) -> dict[str, Any]:
    return {felt: getattr(r, felt) for felt in FELTER[type(r)]}


def _begyndt(sag: Sag) -> "QuerySet[Indsatsstart]":
    """The efforts of the plan that have begun, where no forløb tells it."""
    return Indsatsstart.objects.filter(sag=sag, tilbagekaldt_tid=None).order_by("tid", "id")


def _med_papir(
    r: Indstilling | Afgoerelse | Indsatsplan | Planbilag | Laegevurdering | None,
    navne: Mapping[UUID, str],
) -> dict[str, Any] | None:
    if r is None:
        return None
    return raekke(r) | {"dokument": navne.get(r.dokument_id) if r.dokument_id else None}


def _forloeb(forloeb: Forloeb) -> dict[str, Any]:
    return raekke(forloeb) | {
        navn: [
            raekke(r)
            for r in getattr(forloeb, navn).filter(tilbagekaldt_tid=None).order_by("registreret_tid", "id")
        ]
        for navn in FAKTA
    }


def som_json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True, default=_vaerdi).encode()


def _vaerdi(vaerdi: object) -> str:
    if isinstance(vaerdi, date | datetime):
        return vaerdi.isoformat()
    if isinstance(vaerdi, Decimal):
        return str(vaerdi)
    raise TypeError(type(vaerdi).__name__)
