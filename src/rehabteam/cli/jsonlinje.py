"""One line of JSON in and out: quickly where that is surely right, and else strictly by the book.

Strictly means: the same key twice is refused, for nobody can say which value was meant; NaN and Infinity are not
JSON; whole numbers of any size are kept; half a character is carried as \\uXXXX.
"""

from __future__ import annotations

import json
from typing import Any, NoReturn

import orjson

BLANKE = b" \t\r\n"


def afkod(linje: bytes) -> Any:
    """The value on the line. Raises ValueError or RecursionError when it is not JSON.

    orjson drops the first of two equal keys and rounds great numbers without a word. So it is only believed when
    what it read, written out again, is the very same line but for spaces: then nothing was dropped or changed.
    """
    try:
        vaerdi = orjson.loads(linje)
        skrevet, uden_luft = orjson.dumps(vaerdi), linje.translate(None, BLANKE)
        if skrevet == uden_luft or skrevet.translate(None, BLANKE) == uden_luft:
            return vaerdi
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        pass
    return afkod_strengt(linje)


def afkod_strengt(linje: bytes) -> Any:
    """The same by the standard library, which sees every key."""
    return _laes(linje.decode())


def indkod(vaerdi: Any) -> bytes:
    """The value as one line of UTF-8 with its end. Raises RecursionError when it is nested too deep."""
    try:
        return orjson.dumps(vaerdi, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:
        # Half a character or a very great number in an id: rare, and the standard library can write them.
        return _skriv(vaerdi).encode(errors="backslashreplace") + b"\n"


def _ikke_json(konstant: str) -> NoReturn:
    raise ValueError(konstant)


def _objekt(par: list[tuple[str, Any]]) -> dict[str, Any]:
    fundet = dict(par)
    if len(fundet) != len(par):
        raise ValueError("same key twice")
    return fundet


_laes = json.JSONDecoder(parse_constant=_ikke_json, object_pairs_hook=_objekt).decode
_skriv = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
