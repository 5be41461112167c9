"""A rule's form filled in beforehand: from an example, or with what was typed and a row more or less."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from rehabteam.lovspor.felter import Felt, for_regel

from .regelfelter import INTET, NULL

HOEJST = 20
"""Rows in one list."""


def antal_raekker(kilde: Mapping[str, Any], liste: str) -> int:
    """How many rows a list has in what was sent or is to be shown."""
    tekst = str(kilde.get(f"{liste}-antal", "") or "")
    return min(int(tekst), HOEJST) if re.fullmatch("[0-9]{1,3}", tekst, re.ASCII) else 0


def fra_fakta(regel: str, fakta: Mapping[str, Any]) -> dict[str, Any]:
    """The form's values for the facts of an example."""
    return {
        navn: vaerdi
        for felt in for_regel(regel)
        if felt.noegle in fakta
        for navn, vaerdi in _felt_udfyldt(felt, felt.noegle, fakta[felt.noegle])
    }


def _felt_udfyldt(felt: Felt, navn: str, v: Any) -> Iterator[tuple[str, Any]]:
    if felt.slags == "raekker" and isinstance(v, list):
        yield f"{navn}-antal", len(v)
        for nr, raekke in enumerate(v):
            yield from _boern_udfyldt(felt, f"{navn}-{nr}", raekke)
    elif felt.slags == "gruppe" and isinstance(v, dict):
        yield from _boern_udfyldt(felt, navn, v)
    elif v is None or v == [] or (isinstance(v, str) and not v.strip()):
        i_feltet = felt.slags in ("ja_nej", "valg") and (felt.null_er_sit_eget or felt.kraevet)
        yield (navn if i_feltet else f"{navn}-tom"), INTET if v == [] else NULL
    elif felt.slags == "ja_nej":
        yield navn, "ja" if v is True else "nej" if v is False else ""
    elif felt.slags == "dato":
        yield navn, _dansk(v)
    elif felt.slags == "linjer" and isinstance(v, list):
        yield navn, "\n".join(str(x) for x in v)
    elif felt.slags == "flere" and isinstance(v, list):
        yield navn, [str(x) for x in v]
    else:
        yield navn, str(v).replace(".", ",") if felt.slags == "tal" else v


def _boern_udfyldt(felt: Felt, navn: str, v: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for barn in felt.boern:
        if barn.noegle in v:
            yield from _felt_udfyldt(barn, f"{navn}-{barn.noegle}", v[barn.noegle])


def _dansk(v: Any) -> str:
    """A date of the contract as it is typed here; what is none stays as it is."""
    try:
        return f"{date.fromisoformat(v):%d.%m.%Y}"
    except (TypeError, ValueError):
        return str(v)


def som_udfyldt(regel: str, data: Any) -> dict[str, Any]:
    """What was typed, to be shown again as it is."""
    flere = set(_med_flere((f, f.noegle) for f in for_regel(regel)))
    return {navn: data.getlist(navn) if navn in flere else data[navn] for navn in data}


def _med_flere(felter: Iterable[tuple[Felt, str]]) -> Iterator[str]:
    """The names of the fields that hold several choices. None stands in a row."""
    for felt, navn in felter:
        if felt.slags == "flere":
            yield navn
        yield from _med_flere((b, f"{navn}-{b.noegle}") for b in felt.boern)


def med_en_raekke_mere(udfyldt: dict[str, Any], liste: str) -> dict[str, Any]:
    """The same with an empty row at the end of the list."""
    antal = antal_raekker(udfyldt, liste)
    return {**udfyldt, f"{liste}-antal": antal + 1}


def uden_raekken(udfyldt: dict[str, Any], liste: str, nr: int) -> dict[str, Any]:
    """The same without that row; those below it move up."""
    antal = antal_raekker(udfyldt, liste)
    if nr >= antal:
        return udfyldt
    ny: dict[str, Any] = {}
    for navn, vaerdi in udfyldt.items():
        fundet = re.fullmatch(rf"{re.escape(liste)}-(\d{{1,3}})-(\w+)", navn)
        if fundet is None:
            ny[navn] = vaerdi
        elif int(fundet[1]) != nr:
            ny[f"{liste}-{int(fundet[1]) - (int(fundet[1]) > nr)}-{fundet[2]}"] = vaerdi
    return {**ny, f"{liste}-antal": antal - 1}
