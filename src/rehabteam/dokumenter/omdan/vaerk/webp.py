"""How large a picture of a page may be, and how it is packed."""

from __future__ import annotations

import io

from PIL import Image

MAKS_PIXELS = 40_000_000
MAKS_HOEJDE = 16_000  # WebP holds no more than 16383


def pak(billede: Image.Image) -> bytes:
    ud = io.BytesIO()
    billede.save(ud, "WEBP", quality=80, method=1)
    return ud.getvalue()
