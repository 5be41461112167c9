"""A picture file as a PDF: every frame a page, upright, on paper of its own size or on A4."""

from __future__ import annotations

import io
import zlib
from typing import Any

import pi_heif
import pikepdf
from foto import paa_hvidt
from PIL import Image, ImageOps, ImageSequence
from svar import Nej, svar
from webp import MAKS_PIXELS

A4 = (595.28, 841.89)
MARGEN = 28.35  # 10 mm round a photo
MAKS_SIDER = 2000
MAKS_I_ALT = 2_000_000_000  # picture points in all: some 230 pages in 300 dpi


def lav(data: bytes, sagt: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """{"slags": tiff | heic} → {"sider"}, and the PDF."""
    Image.MAX_IMAGE_PIXELS = None  # our own limit, below
    pi_heif.register_heif_opener()
    formater = {"tiff": ["TIFF"], "heic": ["HEIF"]}[sagt["slags"]]
    pdf, i_alt = pikepdf.new(), 0
    with Image.open(io.BytesIO(data), formats=formater) as fil:
        for ramme in ImageSequence.Iterator(fil):
            i_alt += ramme.width * ramme.height
            if ramme.width * ramme.height > MAKS_PIXELS or i_alt > MAKS_I_ALT:
                raise Nej("for_tung")
            if len(pdf.pages) >= MAKS_SIDER:
                raise Nej("for_tung")
            _side(pdf, ramme, _punkter(ramme))
            if sagt["slags"] == "heic":
                break  # the first is the photo; the rest are its thumbnails and bursts
    if not len(pdf.pages):
        raise Nej("ingen_sider")
    ud = io.BytesIO()
    pdf.save(ud, deterministic_id=True)
    return {"sider": len(pdf.pages)}, [ud.getvalue()]


def _punkter(ramme: Image.Image) -> tuple[float, float] | None:
    """The paper's size in points, where a scanner said how many dots went to an inch."""
    x, y = (float(t) for t in ramme.info.get("dpi", (0, 0)))
    if not (70 <= x <= 1300 and 70 <= y <= 1300):
        return None
    b, h = ramme.width * 72 / x, ramme.height * 72 / y
    if ramme.getexif().get(0x0112, 1) >= 5:
        b, h = h, b
    return (b, h) if 200 <= b <= 1300 and 200 <= h <= 1800 else None


def _side(pdf: pikepdf.Pdf, ramme: Image.Image, papir: tuple[float, float] | None) -> None:
    oprejst = ImageOps.exif_transpose(ramme)
    objekt, bredde, hoejde = _objekt(pdf, oprejst)
    margen = 0.0 if papir else MARGEN
    papir = papir or (A4 if hoejde >= bredde else A4[::-1])
    skala = min((papir[0] - 2 * margen) / bredde, (papir[1] - 2 * margen) / hoejde)
    if margen:
        skala = min(skala, 1.0)
    b, h = bredde * skala, hoejde * skala
    side = pdf.add_blank_page(page_size=papir)
    side.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(B=objekt))
    x, y = (papir[0] - b) / 2, (papir[1] - h) / 2
    side.Contents = pdf.make_stream(f"q {b:.3f} 0 0 {h:.3f} {x:.3f} {y:.3f} cm /B Do Q".encode())


def _objekt(pdf: pikepdf.Pdf, billede: Image.Image) -> tuple[pikepdf.Object, int, int]:
    """A fax or a line drawing keeps every dot; what has shades goes in as a JPEG."""
    bit = 8
    if billede.mode == "1":
        krop, filter_, rum, bit = zlib.compress(billede.tobytes(), 6), "/FlateDecode", "/DeviceGray", 1
    else:
        flad = paa_hvidt(billede)
        ud = io.BytesIO()
        flad.save(ud, "JPEG", quality=90)
        krop, filter_ = ud.getvalue(), "/DCTDecode"
        rum = "/DeviceGray" if flad.mode == "L" else "/DeviceRGB"
    objekt = pdf.make_stream(krop)
    objekt.Type, objekt.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    objekt.Width, objekt.Height = billede.size
    objekt.ColorSpace, objekt.BitsPerComponent = pikepdf.Name(rum), bit
    objekt.Filter = pikepdf.Name(filter_)
    return objekt, *billede.size


def main() -> None:
    svar(lav)
