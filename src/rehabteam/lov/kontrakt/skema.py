"""JSON Schema of the questions and the answers, made from the same types that the reader follows."""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.vaerdier import Blandt, EllerTom, Moenster, Tal

Skema = dict[str, Any]
DATO: Skema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format": "date"}
TOM: Skema = {"type": "string", "pattern": "^\\s*$"}
TEKST: Skema = {"type": "string"}
TEKSTER: Skema = {"type": "array", "items": TEKST}
GRUND: Skema = {
    "type": "object",
    "required": ["hjemmel", "tekst"],
    "properties": {"hjemmel": {"type": "string", "pattern": "§|^Procedure"}, "tekst": TEKST},
}
FUNDET: Skema = {
    "type": "array",
    "items": {"type": "object", "required": ["kode", "hjemmel", "tekst"], "properties": {"kode": TEKST}},
}


def skema() -> Skema:
    """One schema with two definitions: `spoergsmaal` (a question) and `svar` (an answer)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "rehabteam vurder: et spørgsmål pr. linje ind, et svar pr. linje ud",
        "$defs": {
            "spoergsmaal": {"oneOf": [_spoergsmaal(regel) for regel in SPOERGSMAAL]},
            "svar": {"oneOf": [_ugyldigt(), _svar()]},
        },
        "$ref": "#/$defs/spoergsmaal",
    }


def _spoergsmaal(regel: str) -> Skema:
    return {
        "type": "object",
        "required": ["id", "regel", "fakta"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": ["string", "integer"]},
            "regel": {"const": regel},
            "fakta": _objekt(SPOERGSMAAL[regel].fakta),
            **dict.fromkeys(("titel", "forventet", "hjemmel", "note"), True),
        },
    }


def _ugyldigt() -> Skema:
    return {
        "type": "object",
        "required": ["id", "status", "valideringsfejl"],
        "additionalProperties": False,
        "properties": {
            "id": True,
            "linje": {"type": "integer", "minimum": 1},
            "status": {"const": "UGYLDIGE_DATA"},
            "valideringsfejl": {**TEKSTER, "minItems": 1},
        },
    }


def _svar() -> Skema:
    return {
        "type": "object",
        "required": ["id", "regel", "grunde", "udgave"],
        "properties": {
            "id": {"type": ["string", "integer"]},
            "regel": {"enum": list(SPOERGSMAAL)},
            "status": {"type": "string", "not": {"const": "UGYLDIGE_DATA"}},
            "frist": {"anyOf": [DATO, {"type": "null"}]},
            "mangler": FUNDET,
            "fejl": FUNDET,
            "advarsler": FUNDET,
            "valideringsfejl": TEKSTER,
            "grunde": {"type": "array", "minItems": 1, "items": GRUND},
            "udgave": {
                "type": "object",
                "required": ["navn", "hvorfor", "forbehold"],
                "properties": {"navn": TEKST, "hvorfor": TEKST, "forbehold": TEKSTER},
            },
        },
    }


def _objekt(klasse: type) -> Skema:
    typer = get_type_hints(klasse, include_extras=True)
    kraevede = [f.name for f in fields(klasse) if f.default is MISSING and f.default_factory is MISSING]
    return {
        "type": "object",
        "description": (klasse.__doc__ or "").split("\n")[0],
        "required": kraevede,
        "additionalProperties": False,
        "properties": {f.name: _type(typer[f.name]) for f in fields(klasse)},
    }


def _type(art: Any, maerker: tuple[Any, ...] = ()) -> Skema:
    if get_origin(art) is Annotated:
        indre, *nye = get_args(art)
        return _type(indre, (*maerker, *nye))
    if get_origin(art) in (Union, types.UnionType):
        # The type itself stands first, as the reader has it.
        skemaet = _type(get_args(art)[0], maerker)
        return {"anyOf": [skemaet, {"type": "null"}]} if type(None) in get_args(art) else skemaet
    if get_origin(art) is tuple:
        return {"type": "array", "items": _type(get_args(art)[0])}
    for maerke in maerker:
        if isinstance(maerke, Blandt):
            return {"enum": list(maerke.navne)}
        if isinstance(maerke, Moenster):
            return {"type": "string", "pattern": f"^{maerke.moenster}$", "description": maerke.ord}
        if isinstance(maerke, EllerTom):
            return {"anyOf": [_type(art), TOM]}
        if isinstance(maerke, Tal):
            tal: Skema = {"type": "integer" if art is int else "number", "minimum": maerke.mindst}
            return tal if maerke.hoejst is None else {**tal, "maximum": maerke.hoejst}
    if isinstance(art, type) and is_dataclass(art):
        return _objekt(art)
    return {date: DATO, bool: {"type": "boolean"}, str: TEKST}[art]
