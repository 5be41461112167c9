"""Reads facts from JSON values, strictly, by the types of the fact classes. Nothing is repaired in silence.

A reader is made once per class. The quick way through knows only right data; where it stumbles, the slow way
goes over the same values again and collects every offending path: `undtagne_perioder[0].til`.
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
from rehabteam.lov.husk import husk
from rehabteam.lov.vaerdier import Blandt, EllerTom, Moenster, Tal, Tekst

Laeser = Callable[[Any], Any]
"""A JSON value in, the fact out. A value that is wrong raises UgyldigeFakta with the paths below it."""


def _afvis() -> UgyldigeFakta:
    return UgyldigeFakta("")


def sti(foran: str, bagefter: str) -> str:
    """Join two parts of a path: a key and what lies below it."""
    if not bagefter or bagefter[0] == "[":
        return foran + bagefter
    return f"{foran}.{bagefter}"


@lru_cache(maxsize=128)
def _husket(laes: Callable[[str], Any], eller_null: bool) -> Laeser:
    """Each text is only examined once; fields of the same kind share what has been read."""

    def laes_foerste_gang(v: Any) -> Any:
        if v is None and eller_null:
            return None
        if type(v) is not str:
            raise _afvis()
        return laes(v)

    return husk(laes_foerste_gang)


def _laes_dato(v: str) -> date:
    """YYYY-MM-DD and nothing else."""
    if len(v) == 10 and v[4] == "-" and v[7] == "-":
        try:
            return date.fromisoformat(v)
        except ValueError:
            pass
    raise _afvis()


def _laes_dato_eller_tom(v: str) -> date | None:
    """A date, or an empty text: not filled in."""
    return _laes_dato(v) if v.strip() else None


def _laes_navn(blandt: Blandt) -> Laeser:
    def laes(v: str) -> str:
        if v in blandt.saet:
            return v
        raise _afvis()

    return laes


def _laes_moenster(m: Moenster) -> Laeser:
    passer = re.compile(m.moenster).fullmatch

    def laes(v: str) -> str:
        if passer(v):
            return v
        raise _afvis()

    return laes


def _laes_bool(v: Any) -> Any:
    """true or false; 0 and 1 are numbers."""
    if v is True or v is False:
        return v
    raise _afvis()


def _laes_tekst(v: Any) -> str:
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


def _laes_liste(element: Laeser) -> Laeser:
    def laes(v: Any) -> Any:
        if type(v) is not list:
            raise _afvis()
        if not v:
            return ()
        try:
            return tuple([element(x) for x in v])
        except (UgyldigeFakta, TypeError):
            raise UgyldigeFakta(*_alle_fejl(enumerate(v), lambda _: element, "[{}]")) from None

    return laes


def _alle_fejl(vaerdier: Any, laeser: Callable[[Any], Laeser | None], form: str = "{}") -> list[str]:
    """Every bad path below these (key, value) pairs; a key without a reader is one itself."""
    stier = []
    for noegle, v in vaerdier:
        navn, laes = form.format(noegle), laeser(noegle)
        if laes is None:
            stier.append(navn)
            continue
        try:
            laes(v)
        except UgyldigeFakta as fejl:
            stier += [sti(navn, s) for s in fejl.stier]
        except TypeError:
            # A list or an object where a text should be: it cannot be looked up.
            stier.append(navn)
    return stier


def _for_type(art: Any, maerker: tuple[Any, ...] = (), eller_null: bool = False) -> Laeser:
    """The reader of a field's type; `maerker` are the marks of Annotated."""
    if get_origin(art) is Annotated:
        indre, *nye = get_args(art)
        return _for_type(indre, (*maerker, *nye), eller_null)
    if get_origin(art) in (Union, types.UnionType):
        # The type itself stands first: date | None | Udeladt.
        return _for_type(get_args(art)[0], maerker, type(None) in get_args(art))
    maerke = next(iter(maerker), None)
    if isinstance(maerke, Blandt) and art is str:
        return _husket(_laes_navn(maerke), eller_null)
    if isinstance(maerke, Moenster):
        return _husket(_laes_moenster(maerke), eller_null)
    if art is date:
        laes_dato = _laes_dato_eller_tom if isinstance(maerke, EllerTom) else _laes_dato
        return _husket(laes_dato, eller_null)
    laes = _laeser(art, maerker)
    return (lambda v: None if v is None else laes(v)) if eller_null else laes


def _laeser(art: Any, maerker: tuple[Any, ...]) -> Laeser:
    """Readers that look at the value itself every time."""
    if get_origin(art) is tuple:
        return _laes_liste(_for_type(get_args(art)[0]))
    for maerke in maerker:
        if isinstance(maerke, Tal):
            return _laes_tal(maerke, art is int)
        if isinstance(maerke, Tekst):
            return _laes_tekst
    if isinstance(art, type) and is_dataclass(art):
        return laeser_for(art)
    return {bool: _laes_bool, str: _laes_tekst}[art]


@lru_cache(maxsize=128)
def laeser_for(klasse: type) -> Laeser:
    """The reader of a fact class: a JSON object in, the frozen facts out. Raises UgyldigeFakta with every bad path."""
    typer = get_type_hints(klasse, include_extras=True)
    laesere = {f.name: _for_type(typer[f.name]) for f in fields(klasse)}
    byg = _bygger(klasse, laesere)

    def laes(v: Any) -> Any:
        if type(v) is not dict:
            raise _afvis()
        try:
            return byg(v)
        except (UgyldigeFakta, KeyError, TypeError) as fejl:
            stier = _alle_fejl(v.items(), laesere.get)
            stier += [f.name for f in fields(klasse) if f.default is MISSING and f.name not in v]
            if stier:
                raise UgyldigeFakta(*stier) from None
            # Each value is right by itself: the class has said what is wrong between them.
            raise fejl

    return laes


def _bygger(klasse: type, laesere: dict[str, Laeser]) -> Laeser:
    """Writes the function that reads an object of the class, a line or two per field. For Periode it becomes

        def byg(v):
            fakta, antal = ny(klasse), 2
            saet_fra(fakta, laes_fra(v['fra']))
            saet_til(fakta, laes_til(v['til']))
            if len(v) != antal: raise KeyError('unknown key')
            efterproev(fakta)
            return fakta

    A field is set through its slot, which is what the frozen class's own __init__ does by way of its name.
    """
    navne: dict[str, Any] = {"klasse": klasse, "ny": object.__new__}
    linjer = []
    for f in fields(klasse):
        navne[f"laes_{f.name}"] = laesere[f.name]
        navne[f"saet_{f.name}"] = getattr(klasse, f.name).__set__
        navne[f"standard_{f.name}"] = f.default
        laest = f"saet_{f.name}(fakta, laes_{f.name}(v[{f.name!r}]))"
        if f.default is MISSING:
            linjer.append(laest)
        else:
            linjer += [
                f"if {f.name!r} in v: {laest}; antal += 1",
                f"else: saet_{f.name}(fakta, standard_{f.name})",
            ]
    kraevede = sum(f.default is MISSING for f in fields(klasse))
    linjer.insert(0, f"fakta, antal = ny(klasse), {kraevede}")
    linjer.append("if len(v) != antal: raise KeyError('unknown key')")
    if hasattr(klasse, "__post_init__"):
        navne["efterproev"] = klasse.__post_init__
        linjer.append("efterproev(fakta)")
    linjer.append("return fakta")
    exec("def byg(v):\n    " + "\n    ".join(linjer), navne)  # noqa: S102 - of our own classes' names only
    byg: Laeser = navne["byg"]
    return byg
