"""The format as a reader and a program want it: tables for docs/import.md, JSON Schema for docs/import-skema.json."""

import json
from typing import Any

from .kolonner import NAVNE, SLAGS, Kolonne

ARTER = {
    "tekst": "tekst",
    "dato": "dato",
    "ja_nej": "ja/nej",
    "tal": "tal",
    "kode": "kode",
    "cpr": "CPR-nummer",
}


def som_markdown() -> str:
    """One table per kind of row."""
    dele = []
    for slags, kolonner in SLAGS.items():
        dele.append(f"### `{slags}`: {NAVNE[slags]}\n")
        dele.append("| Kolonne | Skal udfyldes | Hvad | Form |\n|---|---|---|---|")
        dele += [f"| `{k.navn}` | {'ja' if k.paakraevet else ''} | {k.hvad} | {_form(k)} |" for k in kolonner]
        dele.append("")
    return "\n".join(dele) + "\n"


def _form(k: Kolonne) -> str:
    if k.koder:
        return ", ".join(f"`{kode}`" for kode in k.koder)
    return f"{ARTER[k.art]}, højst {k.laengde} tegn" if k.art == "tekst" else ARTER[k.art]


def som_json() -> str:
    """JSON Schema of one line of JSON Lines."""
    skema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "En linje fra kommunens andet system",
        "oneOf": [_objekt(slags, kolonner) for slags, kolonner in SLAGS.items()],
    }
    return json.dumps(skema, ensure_ascii=False, indent=2) + "\n"


def _objekt(slags: str, kolonner: tuple[Kolonne, ...]) -> dict[str, Any]:
    return {
        "title": NAVNE[slags],
        "type": "object",
        "properties": {"slags": {"const": slags}} | {k.navn: _felt(k) for k in kolonner},
        "required": ["slags", *(k.navn for k in kolonner if k.paakraevet)],
        "additionalProperties": False,
    }


def _felt(k: Kolonne) -> dict[str, Any]:
    hvad: dict[str, Any] = {"description": k.hvad}
    match k.art:
        case "tekst":
            hvad |= {"type": ["string", "integer", "null"], "maxLength": k.laengde}
        case "dato":
            hvad |= {"type": ["string", "null"], "format": "date"}
        case "ja_nej":
            hvad |= {"type": ["boolean", "string", "null"]}
        case "tal":
            hvad |= {"type": ["number", "string"]}
        case "kode":
            hvad |= {"enum": list(k.koder)}
        case "cpr":
            hvad |= {"type": "string", "pattern": "^[0-9]{6}-?[0-9A-Za-z]{4}$"}
    if k.paakraevet and isinstance(hvad.get("type"), list):
        hvad["type"] = [t for t in hvad["type"] if t != "null"]
    return hvad
