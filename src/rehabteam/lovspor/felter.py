"""The facts of a rule as fields a person can fill in, read from the types of the fact classes themselves."""

from __future__ import annotations

import types
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.vaerdier import Blandt, Moenster, Tal, Udeladt
from rehabteam.lovspor import feltnavne

Slags = Literal["dato", "ja_nej", "valg", "flere", "tal", "heltal", "tekst", "linjer", "gruppe", "raekker"]


@dataclass(frozen=True, slots=True)
class Felt:
    """One fact. `boern`: the facts within a group or a row.

    `kraevet`: the question cannot be asked without it. `kan_vaere_null`: null may be said of it, and
    `null_er_sit_eget`: null is then something else than leaving it out. `skoen`: a human's judgement.
    `til_orientering`: kept for the record, decides nothing.
    """

    noegle: str
    slags: Slags
    navn: str
    hjaelp: str
    kraevet: bool
    kan_vaere_null: bool
    null_er_sit_eget: bool
    skoen: bool
    til_orientering: bool
    klasse: str
    valg: tuple[tuple[str | int, str], ...] = ()
    boern: tuple[Felt, ...] = ()


@cache
def for_regel(regel: str) -> tuple[Felt, ...]:
    """The rule's facts: those it cannot do without first, then in the order of the class."""
    alle = felter(SPOERGSMAAL[regel].fakta)
    return tuple(sorted(alle, key=lambda f: not f.kraevet))


def felter(klasse: type) -> tuple[Felt, ...]:
    """The facts of one class."""
    typer = get_type_hints(klasse, include_extras=True)
    return tuple(
        _felt(klasse.__name__, f.name, typer[f.name], f.default is MISSING, isinstance(f.default, Udeladt))
        for f in fields(klasse)
    )


def _felt(klasse: str, noegle: str, art: Any, kraevet: bool, udeladt_er_sit_eget: bool) -> Felt:
    art, maerker, kan_vaere_null = _skraellet(art)
    slags, boern = _slags(art, maerker)
    valg = feltnavne.valg(klasse, noegle).items() if slags in ("valg", "flere") else ()
    return Felt(
        noegle,
        slags,
        feltnavne.navn(klasse, noegle),
        feltnavne.hjaelp(klasse, noegle),
        kraevet,
        kan_vaere_null,
        kan_vaere_null and udeladt_er_sit_eget,
        noegle in feltnavne.SKOEN,
        feltnavne.til_orientering(klasse, noegle),
        klasse,
        tuple(valg),
        boern,
    )


def _skraellet(
    art: Any, maerker: tuple[Any, ...] = (), null: bool = False
) -> tuple[Any, tuple[Any, ...], bool]:
    """The type without its marks, null and left-out: the type, the marks, whether it may be null."""
    if get_origin(art) is Annotated:
        indre, *nye = get_args(art)
        return _skraellet(indre, (*maerker, *nye), null)
    if get_origin(art) in (Union, types.UnionType):
        rest = [a for a in get_args(art) if a is not Udeladt and a is not type(None)]
        return _skraellet(rest[0], maerker, null or type(None) in get_args(art))
    return art, maerker, null


def _slags(art: Any, maerker: tuple[Any, ...]) -> tuple[Slags, tuple[Felt, ...]]:
    if get_origin(art) is tuple:
        element, elementmaerker, _ = _skraellet(get_args(art)[0], maerker)
        if is_dataclass(element):
            return "raekker", felter(element)  # type: ignore[arg-type]
        return ("flere" if elementmaerker else "linjer"), ()
    if isinstance(art, type) and is_dataclass(art):
        return "gruppe", felter(art)
    if any(isinstance(m, Blandt | Moenster) for m in maerker):
        return "valg", ()
    if any(isinstance(m, Tal) for m in maerker):
        return ("heltal" if art is int else "tal"), ()
    kendte: dict[type, Slags] = {date: "dato", bool: "ja_nej", str: "tekst"}
    return kendte[art], ()
