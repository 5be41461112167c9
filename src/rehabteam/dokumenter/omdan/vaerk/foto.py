"""A picture on white paper, whatever colours and transparency it has."""

from __future__ import annotations

from PIL import Image, ImageOps


def paa_hvidt(billede: Image.Image) -> Image.Image:
    """RGB or grey: paper has no transparency."""
    if billede.mode.startswith("I"):  # 16 bits of grey
        return ImageOps.autocontrast(billede.point(lambda p: p / 256).convert("L"), cutoff=0)
    if billede.mode in ("RGB", "L") and "transparency" not in billede.info:
        return billede
    if billede.mode in ("CMYK", "YCbCr", "LAB"):
        return billede.convert("RGB")
    klar = billede.convert("RGBA")
    flad = Image.new("RGB", klar.size, "white")
    flad.paste(klar, mask=klar.getchannel("A"))
    return flad
