"""A picture file as a PDF: every frame a page, upright, on paper of its own size or on A4."""

from __future__ import annotations

import io
import zlib
from typing import Any, NamedTuple

import pi_heif
import pikepdf
from foto import paa_hvidt
from PIL import Image, ImageOps, ImageSequence
from rentfoto import uden_oplysninger
from svar import Nej, svar
from webp import MAKS_PIXELS

A4 = (595.28, 841.89)
MARGEN = 28.35  # 10 mm round a photo
FORMATER = {"tiff": "TIFF", "heic": "HEIF", "jpeg": "JPEG", "png": "PNG"}
MAKS_SIDER = 2000
MAKS_I_ALT = 2_000_000_000  # picture points in all: some 230 pages in 300 dpi


def lav(data: bytes, sagt: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """{"slags": one of FORMATER} → {"sider"}, and the PDF."""
    Image.MAX_IMAGE_PIXELS = None  # our own limit, below
    pi_heif.register_heif_opener()
    pdf, i_alt = pikepdf.new(), 0
    with Image.open(io.BytesIO(data), formats=[FORMATER[sagt["slags"]]]) as fil:
        for ramme in ImageSequence.Iterator(fil):
            i_alt += ramme.width * ramme.height
            if ramme.width * ramme.height > MAKS_PIXELS or i_alt > MAKS_I_ALT:
                raise Nej("for_tung")
            if len(pdf.pages) >= MAKS_SIDER:
                raise Nej("for_tung")
            _side(pdf, ramme, data)
            if sagt["slags"] != "tiff":
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


def _side(pdf: pikepdf.Pdf, ramme: Image.Image, data: bytes) -> None:
    papir = _punkter(ramme)
    som_den_er = ramme.format == "JPEG" and ramme.mode in ("RGB", "L") and ramme.getexif().get(0x0112, 1) == 1
    oprejst = ramme if som_den_er else ImageOps.exif_transpose(ramme)
    pakket = (
        Pakket(uden_oplysninger(data), "/DCTDecode", ramme.mode == "L")
        if som_den_er
        else _pak(oprejst, ramme.format)
    )
    objekt = _objekt(pdf, oprejst, pakket)
    bredde, hoejde = oprejst.size
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


class Pakket(NamedTuple):
    """A picture as a PDF holds it."""

    krop: bytes
    filter: str
    graa: bool
    bit: int = 8


def _pak(billede: Image.Image, fra: str | None) -> Pakket:
    """A fax, a drawing and a screen picture keep every dot; what has shades goes in as a JPEG."""
    if billede.mode == "1":
        return Pakket(zlib.compress(billede.tobytes(), 6), "/FlateDecode", True, 1)
    flad = paa_hvidt(billede)
    if fra == "PNG":
        return Pakket(zlib.compress(flad.tobytes(), 6), "/FlateDecode", flad.mode == "L")
    ud = io.BytesIO()
    flad.save(ud, "JPEG", quality=90, comment=b"")
    return Pakket(ud.getvalue(), "/DCTDecode", flad.mode == "L")


def _objekt(pdf: pikepdf.Pdf, billede: Image.Image, pakket: Pakket) -> pikepdf.Object:
    objekt = pdf.make_stream(pakket.krop)
    objekt.Type, objekt.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    objekt.Width, objekt.Height = billede.size
    objekt.ColorSpace = pikepdf.Name.DeviceGray if pakket.graa else pikepdf.Name.DeviceRGB
    objekt.BitsPerComponent, objekt.Filter = pakket.bit, pikepdf.Name(pakket.filter)
    return objekt


def main() -> None:
    svar(lav)
