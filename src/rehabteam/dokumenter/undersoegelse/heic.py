"""A HEIC from a phone: the picture its maker calls the main one, decoded once to see that it is whole."""

from __future__ import annotations

import struct

import pi_heif
from graenser import MAKS_PIXELS, Nej

HOEJST_BILLEDER = 50  # a burst; a phone's photo has one, and little ones beside it


def heic(data: bytes) -> dict[str, object]:
    """One page: only the main picture is shown. Raises Nej."""
    _kasser(data)
    pi_heif.options.DECODE_THREADS = 1
    pi_heif.options.THUMBNAILS = False
    fil = pi_heif.open_heif(data, convert_hdr_to_8bit=True)
    if len(fil) > HOEJST_BILLEDER:
        raise Nej("bombe")
    hoved = fil[fil.primary_index]
    if hoved.size[0] * hoved.size[1] > MAKS_PIXELS:
        raise Nej("for_mange_pixels")
    hoved.load()
    return {"sider": 1}


def _kasser(data: bytes) -> None:
    """The boxes on the outside fill the file to its last byte: nothing before, between or after."""
    sted = 0
    while sted < len(data):
        if len(data) - sted < 8:
            raise Nej("flere_filer")
        laengde, slags = struct.unpack_from(">I4s", data, sted)
        if laengde == 1 and len(data) - sted >= 16:
            (laengde,) = struct.unpack_from(">Q", data, sted + 8)
        if slags not in (
            b"ftyp",
            b"meta",
            b"mdat",
            b"free",
            b"skip",
            b"moov",
            b"uuid",
            b"idat",
            b"mpvd",
            b"wide",
        ):
            raise Nej("flere_filer")
        if not laengde and slags == b"mdat":  # to the end
            return
        if laengde < 8:
            raise Nej("beskadiget")
        sted += laengde
    if sted > len(data):
        raise Nej("afskaaret")
