"""A picture as a page: whole, upright, on A4."""

from __future__ import annotations

import io
import zlib

import pikepdf
from PIL import Image, ImageOps

from rehabteam.dokumenter.omdan.vaerk.rentfoto import uden_oplysninger

A4 = (595.28, 841.89)
MARGEN = 28.35  # 10 mm
MAKS_PIXELS = 40_000_000
FOTO = ("JPEG", "MPO")  # a telephone's photo is often an MPO: a JPEG with another after its end
# EXIF orientation → (a, b, c, d, e, f) on the unit square the picture is drawn in
VENDINGER = {
    2: (-1, 0, 0, 1, 1, 0), 3: (-1, 0, 0, -1, 1, 1), 4: (1, 0, 0, -1, 0, 1), 5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1), 7: (0, 1, 1, 0, 0, 0), 8: (0, 1, -1, 0, 1, 0),
}  # fmt: skip


class BilledFejl(ValueError):
    """The picture cannot be shown."""


def laeg_billede_til(pdf: pikepdf.Pdf, data: bytes) -> None:
    """Append a page with the JPEG or PNG. A JPEG's picture goes in as it is, without what the camera wrote beside it (where
    it was taken). Raises BilledFejl.
    """
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG", "PNG"]) as billede:
            if billede.width * billede.height > MAKS_PIXELS:
                raise BilledFejl("for mange billedpunkter")
            vending = billede.getexif().get(0x0112, 1) if billede.format in FOTO else 1
            objekt = _jpeg(pdf, billede, data) if billede.format in FOTO else _png(pdf, billede)
            bredde, hoejde = billede.size
    except (OSError, SyntaxError, ValueError, zlib.error, Image.DecompressionBombError) as fejl:
        raise BilledFejl(str(fejl)) from fejl
    if vending >= 5:
        bredde, hoejde = hoejde, bredde
    papir = A4 if hoejde >= bredde else A4[::-1]
    skala = min((papir[0] - 2 * MARGEN) / bredde, (papir[1] - 2 * MARGEN) / hoejde, 1.0)
    b, h = bredde * skala, hoejde * skala
    x, y = (papir[0] - b) / 2, (papir[1] - h) / 2
    vendt = " ".join(map(str, VENDINGER.get(vending, (1, 0, 0, 1, 0, 0))))
    indhold = f"q {b:.3f} 0 0 {h:.3f} {x:.3f} {y:.3f} cm {vendt} cm /B Do Q"
    side = pdf.add_blank_page(page_size=papir)
    side.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(B=objekt))
    side.Contents = pdf.make_stream(indhold.encode())


def _jpeg(pdf: pikepdf.Pdf, billede: Image.Image, data: bytes) -> pikepdf.Object:
    rum = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "YCbCr": "/DeviceRGB", "CMYK": "/DeviceCMYK"}
    if billede.mode not in rum:
        raise BilledFejl(billede.mode)
    objekt = _billede(pdf, uden_oplysninger(data), billede.size, rum[billede.mode])
    objekt.Filter = pikepdf.Name.DCTDecode
    if billede.mode == "CMYK" and "adobe" in billede.info:  # Adobe writes ink upside down
        objekt.Decode = pikepdf.Array([1, 0] * 4)
    return objekt


def _png(pdf: pikepdf.Pdf, billede: Image.Image) -> pikepdf.Object:
    """On white, since paper has no transparency."""
    if billede.mode in ("1", "L") and "transparency" not in billede.info:
        flad = billede.convert("L")
    elif billede.mode.startswith("I"):  # 16 bits of grey
        flad = ImageOps.autocontrast(billede.point(lambda p: p / 256).convert("L"), cutoff=0)
    else:
        klar = billede.convert("RGBA")
        flad = Image.new("RGB", klar.size, "white")
        flad.paste(klar, mask=klar.getchannel("A"))
    rum = "/DeviceGray" if flad.mode == "L" else "/DeviceRGB"
    objekt = _billede(pdf, zlib.compress(flad.tobytes(), 6), flad.size, rum)
    objekt.Filter = pikepdf.Name.FlateDecode
    return objekt


def _billede(pdf: pikepdf.Pdf, data: bytes, stoerrelse: tuple[int, int], rum: str) -> pikepdf.Object:
    objekt = pdf.make_stream(data)
    objekt.Type, objekt.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    objekt.Width, objekt.Height = stoerrelse
    objekt.ColorSpace, objekt.BitsPerComponent = pikepdf.Name(rum), 8
    return objekt
