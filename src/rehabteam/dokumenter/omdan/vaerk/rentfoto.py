"""A JPEG without what the camera wrote beside the picture: where it was taken, when, and with whose telephone.

Only the standard library: read by the walled child, which sees this folder alone, and by the one who lays pages together.
"""

from __future__ import annotations

import re

BEGYND, SLUT = b"\xff\xd8", b"\xff\xd9"
ALENE = frozenset((0x01, *range(0xD0, 0xD8)))  # markers that no length follows
SCAN, NOTE = 0xDA, 0xFE
OPLYSNINGER = range(0xE0, 0xF0)
# Inside a scan FF 00 is a byte of the picture, and FF D0-D7 and FF FF go on with it.
NAESTE = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def uden_oplysninger(data: bytes) -> bytes:
    """The same picture, byte for byte; what the colours are read by stays. Nothing after its end comes along."""
    ud, sted = [BEGYND], len(BEGYND)
    while 0 <= (sted := data.find(b"\xff", sted)) < len(data) - 1:
        maerke = data[sted + 1]
        if maerke == 0xFF or maerke == 0x00:
            sted += 1
            continue
        if maerke == SLUT[1]:
            break
        slut = sted + 2 if maerke in ALENE else sted + 2 + int.from_bytes(data[sted + 2 : sted + 4], "big")
        if maerke == SCAN:
            fundet = NAESTE.search(data, slut)
            slut = fundet.start() if fundet else len(data)
        if _skal_med(maerke, data[sted + 4 : slut]):
            ud.append(data[sted:slut])
        sted = slut
    return b"".join((*ud, SLUT))


def _skal_med(maerke: int, indhold: bytes) -> bool:
    if maerke == 0xE0:
        return indhold.startswith(b"JFIF\0") and len(indhold) == 14  # longer: a small picture of the picture
    if maerke == 0xEE:
        return indhold.startswith(b"Adobe")  # whether the colours are RGB, YCbCr or ink
    return maerke not in OPLYSNINGER and maerke != NOTE
