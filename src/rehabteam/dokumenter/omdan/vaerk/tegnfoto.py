"""A JPEG or PNG as the one page it is, upright, at most as wide as asked for."""

from __future__ import annotations

import io
from typing import Any

from foto import paa_hvidt
from PIL import Image, ImageOps
from svar import Nej, svar
from webp import MAKS_HOEJDE, MAKS_PIXELS, pak


def tegn(data: bytes, sagt: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """{"numre", "bredde"} → {"numre"}, and the picture if page 1 was asked for."""
    if 1 not in sagt["numre"]:
        return {"numre": []}, []
    Image.MAX_IMAGE_PIXELS = None  # our own limit, below
    with Image.open(io.BytesIO(data), formats=["JPEG", "PNG"]) as billede:
        if billede.width * billede.height > MAKS_PIXELS:
            raise Nej("for_tung")
        billede.draft("RGB", (sagt["bredde"] * 2, sagt["bredde"] * 2))
        oprejst = paa_hvidt(ImageOps.exif_transpose(billede))
        oprejst.thumbnail((sagt["bredde"], MAKS_HOEJDE))
        return {"numre": [1]}, [pak(oprejst)]


def main() -> None:
    svar(tegn)
