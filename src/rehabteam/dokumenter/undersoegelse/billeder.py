"""JPEG and PNG: whole, of sane size, and nothing after the picture."""

from __future__ import annotations

import io
import struct
import warnings
import zlib

from graenser import MAKS_PIXELS, MB, Nej
from PIL import Image


def png(data: bytes) -> dict[str, object]:
    """A PNG whose chunks, checksums and amount of picture are all right; read without keeping the picture."""
    sted, pakker, forventet, fundet, slut = 8, zlib.decompressobj(), None, 0, False
    while not slut:
        hoved = data[sted : sted + 8]
        if len(hoved) < 8:
            raise Nej("afskaaret")
        laengde, slags = struct.unpack(">I4s", hoved)
        krop, crc = data[sted + 8 : sted + 8 + laengde], data[sted + 8 + laengde : sted + 12 + laengde]
        if len(crc) < 4:
            raise Nej("afskaaret")
        if zlib.crc32(krop, zlib.crc32(slags)) != int.from_bytes(crc, "big"):
            raise Nej("beskadiget")
        if slags == b"IHDR":
            forventet = _png_stoerrelse(krop)
        elif slags == b"IDAT":
            if forventet is None:
                raise Nej("beskadiget")
            while krop and not pakker.eof:
                fundet += len(pakker.decompress(krop, MB))
                krop = pakker.unconsumed_tail
                if fundet > forventet:
                    raise Nej("bombe")
        slut = slags == b"IEND"
        sted += 12 + laengde
    if forventet is None or fundet < forventet:
        raise Nej("afskaaret")
    if len(data) > sted:
        raise Nej("flere_filer")
    return {"sider": 1}


def _png_stoerrelse(ihdr: bytes) -> int:
    """Bytes of picture, with the filter byte of each row."""
    bredde, hoejde, bit, farve, _, _, flettet = struct.unpack(">IIBBBBB", ihdr)
    if bredde * hoejde > MAKS_PIXELS:
        raise Nej("for_mange_pixels")
    kanaler = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(farve)
    if not bredde or not hoejde or not kanaler or bit not in (1, 2, 4, 8, 16):
        raise Nej("beskadiget")
    gange = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    ialt = 0
    for x, y, dx, dy in gange if flettet else ((0, 0, 1, 1),):
        b, h = -(-(bredde - x) // dx), -(-(hoejde - y) // dy)
        ialt += h * (1 + (b * bit * kanaler + 7) // 8) if b > 0 and h > 0 else 0
    return ialt


def jpeg(data: bytes) -> dict[str, object]:
    """A JPEG that can be read to its end, at an eighth of its size."""
    Image.MAX_IMAGE_PIXELS = None  # our own limit, below
    warnings.simplefilter("ignore")
    with Image.open(io.BytesIO(data), formats=["JPEG"]) as billede:
        if billede.width * billede.height > MAKS_PIXELS:
            raise Nej("for_mange_pixels")
        billede.draft(None, (max(billede.width // 8, 1), max(billede.height // 8, 1)))
        try:
            billede.load()
        except OSError as fejl:
            raise Nej("afskaaret" if "truncated" in str(fejl) else "beskadiget") from None
    slut = data.rfind(b"PK\5\6", max(0, len(data) - 66_000))
    if slut >= 0 and len(data) == slut + 22 + int.from_bytes(data[slut + 20 : slut + 22], "little"):
        raise Nej("flere_filer")  # a zip, whatever its last bytes say
    hale = data[data.rfind(b"\xff\xd9") + 2 :]
    if any(t in hale.lower() for t in (b"%pdf-", b"pk\x03\x04", b"pk\x05\x06", b"<script", b"<html")):
        raise Nej("flere_filer")
    return {"sider": 1}
