"""A TIFF of one or more pages: its directories walked by hand, then the first and the last page read."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from graenser import MAKS_FORHOLD, MAKS_PIXELS, MAKS_SIDER, MAKS_UDPAKKET, Nej
from PIL import Image

BREDDE, HOEJDE, BIT, STEDER, PROEVER, LAENGDER, FLISER, FLISELAENGDER = 256, 257, 258, 273, 277, 279, 324, 325
STOERRELSER = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
FORMATER = {1: "B", 3: "H", 4: "I", 13: "I"}
HOEJST_FELTER = 500


@dataclass(frozen=True, slots=True)
class Side:
    """Width and height in pixels; `bytes_`: what it unpacks to."""

    bredde: int
    hoejde: int
    bytes_: int


def tiff(data: bytes) -> dict[str, object]:
    """Its pages. Raises Nej."""
    if data.find(b"PK\5\6", max(0, len(data) - 66_000)) >= 0:
        raise Nej("flere_filer")
    sider = list(_sider(data))
    if not sider:
        raise Nej("ingen_sider")
    if sum(side.bytes_ for side in sider) > max(MAKS_UDPAKKET, MAKS_FORHOLD * len(data)):
        raise Nej("bombe")
    _kan_laeses(data, {0, len(sider) - 1})
    return {"sider": len(sider)}


def _sider(data: bytes) -> Iterator[Side]:
    orden = "<" if data[:2] == b"II" else ">"
    (sted,) = struct.unpack_from(f"{orden}I", data, 4)
    set_: set[int] = set()
    while sted:
        if sted in set_:
            raise Nej("bombe")
        set_.add(sted)
        if len(set_) > MAKS_SIDER:
            raise Nej("for_mange_sider")
        if sted + 2 > len(data):
            raise Nej("afskaaret")
        (antal,) = struct.unpack_from(f"{orden}H", data, sted)
        slut = sted + 2 + 12 * antal
        if antal > HOEJST_FELTER:
            raise Nej("beskadiget")
        if slut + 4 > len(data):
            raise Nej("afskaaret")
        yield _side(data, orden, sted + 2, antal)
        (sted,) = struct.unpack_from(f"{orden}I", data, slut)


def _side(data: bytes, orden: str, sted: int, antal: int) -> Side:
    felter: dict[int, tuple[int, ...]] = {}
    for nr in range(antal):
        maerke, slags, laengde = struct.unpack_from(f"{orden}HHI", data, sted + 12 * nr)
        if maerke not in (BREDDE, HOEJDE, BIT, STEDER, PROEVER, LAENGDER, FLISER, FLISELAENGDER):
            continue
        if slags not in FORMATER or laengde > len(data):
            raise Nej("beskadiget")
        plads = sted + 12 * nr + 8
        if STOERRELSER[slags] * laengde > 4:
            (plads,) = struct.unpack_from(f"{orden}I", data, plads)
        if plads + STOERRELSER[slags] * laengde > len(data):
            raise Nej("afskaaret")
        felter[maerke] = struct.unpack_from(f"{orden}{laengde}{FORMATER[slags]}", data, plads)
    return _maal(felter, len(data))


def _maal(felter: dict[int, tuple[int, ...]], filen: int) -> Side:
    bredde, hoejde = felter.get(BREDDE, (0,))[0], felter.get(HOEJDE, (0,))[0]
    if not bredde or not hoejde:
        raise Nej("beskadiget")
    if bredde * hoejde > MAKS_PIXELS:
        raise Nej("for_mange_pixels")
    bit, proever = max(felter.get(BIT, (1,))), felter.get(PROEVER, (1,))[0]
    if not 1 <= bit <= 64 or not 1 <= proever <= 8:
        raise Nej("beskadiget")
    steder = felter.get(STEDER) or felter.get(FLISER)
    laengder = felter.get(LAENGDER) or felter.get(FLISELAENGDER)
    if not steder or not laengder or len(steder) != len(laengder):
        raise Nej("beskadiget")
    if any(sted + laengde > filen for sted, laengde in zip(steder, laengder, strict=True)):
        raise Nej("afskaaret")
    return Side(bredde, hoejde, hoejde * ((bredde * bit * proever + 7) // 8))


def _kan_laeses(data: bytes, numre: set[int]) -> None:
    Image.MAX_IMAGE_PIXELS = None  # our own limit, above
    warnings.simplefilter("ignore")
    with Image.open(io.BytesIO(data), formats=["TIFF"]) as billede:
        for nr in sorted(numre):
            billede.seek(nr)
            try:
                billede.load()
            except OSError as fejl:
                raise Nej("afskaaret" if "truncated" in str(fejl) else "beskadiget") from None
