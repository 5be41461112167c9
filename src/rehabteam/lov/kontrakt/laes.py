"""Reads facts from JSON values, strictly, by the types of the fact classes. Nothing is repaired in silence.

A reader is made once per class and collects every offending path: `undtagne_perioder[0].til`.
"""

from __future__ import annotations

import math
import re
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from rehabteam.lov.fakta import UgyldigeFakta
from rehabteam.lov.vaerdier import Blandt, Moenster, Tal, Tekst, Udeladt

Laeser = Callable[[Any], Any]


def _afvis() -> UgyldigeFakta:
    return UgyldigeFakta("")


def sti(foran: str, bagefter: str) -> str:
    """Join two parts of a path: a key and what lies below it."""
    if not bagefter or bagefter[0] == "[":
        return foran + bagefter
    return f"{foran}.{bagefter}" if foran else bagefter


@lru_cache(maxsize=65536)
def _dato(tekst: str) -> date:
    if len(tekst) != 10 or tekst[4] != "-" or tekst[7] != "-":
        raise ValueError
    return date.fromisoformat(tekst)


def laes_dato(v: Any) -> date:
    """YYYY-MM-DD and nothing else."""
    if type(v) is not str:
        raise _afvis()
    try:
        return _dato(v)
    except ValueError:
        raise _afvis() from None


def laes_bool(v: Any) -> bool:
    """true or false; 0 and 1 are numbers."""
    if v is True or v is False:
        return bool(v)
    raise _afvis()


def laes_tekst(v: Any) -> str:
    """Text that can be written down as UTF-8: no half characters."""
    if type(v) is not str:
        raise _afvis()
    if not v.isascii():
        try:
            v.encode()
        except UnicodeEncodeError:
            raise _afvis() from None
    return v


def _laes_tal(graenser: Tal, heltal: bool) -> Laeser:
    arter: tuple[type, ...] = (int,) if heltal else (int, float)

    def laes(v: Any) -> Any:
        if type(v) not in arter or (type(v) is float and not math.isfinite(v)) or v < graenser.mindst:
            raise _afvis()
        if graenser.hoejst is not None and v > graenser.hoejst:
            raise _afvis()
        return v

    return laes


def _laes_navn(blandt: Blandt) -> Laeser:
    saet = blandt.saet

    def laes(v: Any) -> Any:
        if type(v) is str and v in saet:
            return v
        raise _afvis()

    return laes


def _laes_moenster(m: Moenster) -> Laeser:
    passer = re.compile(m.moenster).fullmatch
    kendte: set[str] = set()

    def laes(v: Any) -> Any:
        if type(v) is str and (v in kendte or passer(v)):
            if len(kendte) < 256:
                kendte.add(v)
            return v
        raise _afvis()

    return laes


def _laes_liste(element: Laeser) -> Laeser:
    def laes(v: Any) -> Any:
        if type(v) is not list:
            raise _afvis()
        if not v:
            return ()
        try:
            return tuple([element(x) for x in v])
        except UgyldigeFakta:
            raise UgyldigeFakta(*_alle_fejl(v, element)) from None

    return laes


def _alle_fejl(v: list[Any], element: Laeser) -> list[str]:
    stier = []
    for nr, x in enumerate(v):
        try:
            element(x)
        except UgyldigeFakta as fejl:
            stier += [sti(f"[{nr}]", s) for s in fejl.stier]
    return stier


def _eller_null(laeser: Laeser) -> Laeser:
    return lambda v: None if v is None else laeser(v)


def _for_type(art: Any, maerker: tuple[Any, ...] = ()) -> Laeser:
    """The reader of a field's type; `maerker` are the marks of Annotated."""
    if get_origin(art) is Annotated:
        indre, *nye = get_args(art)
        return _for_type(indre, (*maerker, *nye))
    if get_origin(art) in (Union, types.UnionType):
        dele = [a for a in get_args(art) if a is not Udeladt]
        rest = [a for a in dele if a is not type(None)]
        laeser = _for_type(rest[0], maerker)
        return _eller_null(laeser) if len(rest) < len(dele) else laeser
    if get_origin(art) is tuple:
        return _laes_liste(_for_type(get_args(art)[0], maerker))
    for maerke in maerker:
        if isinstance(maerke, Blandt):
            return _laes_navn(maerke)
        if isinstance(maerke, Moenster):
            return _laes_moenster(maerke)
        if isinstance(maerke, Tal):
            return _laes_tal(maerke, art is int)
        if isinstance(maerke, Tekst):
            return laes_tekst
    if isinstance(art, type) and is_dataclass(art):
        return laeser_for(art)
    return {date: laes_dato, bool: laes_bool, str: laes_tekst}[art]


@lru_cache(maxsize=128)
def laeser_for(klasse: type) -> Laeser:
    """The reader of a fact class: a JSON object in, the frozen facts out. Raises UgyldigeFakta with
    every bad path.
    """
    typer = get_type_hints(klasse, include_extras=True)
    felter = {f.name: _for_type(typer[f.name]) for f in fields(klasse)}
    kraevede = [f.name for f in fields(klasse) if f.default is MISSING and f.default_factory is MISSING]

    def laes(v: Any) -> Any:
        if type(v) is not dict:
            raise _afvis()
        vaerdier: dict[str, Any] = {}
        stier: list[str] = []
        for noegle, vaerdi in v.items():
            laeser = felter.get(noegle)
            if laeser is None:
                stier.append(noegle)
                continue
            try:
                vaerdier[noegle] = laeser(vaerdi)
            except UgyldigeFakta as fejl:
                stier += [sti(noegle, s) for s in fejl.stier]
        for noegle in kraevede:
            if noegle not in v:
                stier.append(noegle)
        if stier:
            raise UgyldigeFakta(*stier)
        return klasse(**vaerdier)

    return laes
