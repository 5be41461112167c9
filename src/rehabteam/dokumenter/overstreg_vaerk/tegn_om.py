"""Draw a hostile document anew, page by page, with the marked areas painted over. Runs behind the wall (omdan/mur).

On stdin: one line of JSON ({"mime", "felter": {page: [[x0, y0, x1, y1], …]}, "sider": [page, …] | null}; fractions of
the page as the reader sees it, from its top left), then the bytes. On stdout: a new PDF of one picture per page. A
program that is stopped by its limits answers nothing. Imports nothing of ours.
"""

from __future__ import annotations

import io
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw, ImageOps

MAKS_SIDER = 400
MAKS_PIXELS = 40_000_000
PUNKTER_PR_TOMME = 200
A4 = (595.28, 841.89)
KVALITET = 85

Boks = tuple[float, float, float, float]


def tegnede(mime: str, data: bytes, numre: Sequence[int] | None) -> Iterator[tuple[int, Image.Image, Boks]]:
    """Each page (or those named) as pixels, with its size in points (the box's last two)."""
    if mime != "application/pdf":
        yield 1, *_billede(data)
        return
    doc = pypdfium2.PdfDocument(data)
    doc.init_forms()  # what is filled in is drawn as the reader sees it
    if len(doc) > MAKS_SIDER:
        raise ValueError("for mange sider")
    for nr in numre or range(1, len(doc) + 1):
        side = doc[nr - 1]
        bredde, hoejde = side.get_size()  # turned and cropped as it is shown
        skala = min(PUNKTER_PR_TOMME / 72, math.sqrt(MAKS_PIXELS / max(1.0, bredde * hoejde)))
        flade = side.render(scale=skala, draw_annots=True, may_draw_forms=True, fill_color=(255,) * 4)
        yield nr, flade.to_pil().convert("RGB"), (0, 0, bredde, hoejde)
        flade.close()
        side.close()


def _billede(data: bytes) -> tuple[Image.Image, Boks]:
    with Image.open(io.BytesIO(data), formats=["JPEG", "PNG"]) as aabnet:
        if aabnet.width * aabnet.height > MAKS_PIXELS:
            raise ValueError("for mange billedpunkter")
        ret = ImageOps.exif_transpose(aabnet)
        if ret.mode.startswith("I"):  # 16 bits of grey
            ret = ret.point(lambda p: p / 256).convert("L")
        klar = ret.convert("RGBA")
    flad = Image.new("RGB", klar.size, "white")
    flad.paste(klar, mask=klar.getchannel("A"))
    papir = A4 if flad.height >= flad.width else A4[::-1]
    skala = min(papir[0] / flad.width, papir[1] / flad.height)
    return flad, (0, 0, flad.width * skala, flad.height * skala)


def mal_over(billede: Image.Image, felter: Sequence[Boks]) -> None:
    """Black in the pixels themselves, a pixel beyond the mark on every side; looked at afterwards."""
    pen = ImageDraw.Draw(billede)
    for x0, y0, x1, y1 in felter:
        boks = (
            max(0, math.floor(x0 * billede.width) - 1),
            max(0, math.floor(y0 * billede.height) - 1),
            min(billede.width, math.ceil(x1 * billede.width) + 1),
            min(billede.height, math.ceil(y1 * billede.height) + 1),
        )
        if boks[2] <= boks[0] or boks[3] <= boks[1]:
            raise ValueError("et felt ligger uden for siden")
        pen.rectangle((boks[0], boks[1], boks[2] - 1, boks[3] - 1), fill="black")
        if billede.crop(boks).getextrema() != ((0, 0),) * 3:
            raise ValueError("feltet blev ikke sort")


def laeg_til(ud: pikepdf.Pdf, billede: Image.Image, boks: Boks) -> None:
    """A new page with the picture, and nothing else."""
    roed, groen, blaa = billede.split()
    graa = roed.tobytes() == groen.tobytes() == blaa.tobytes()
    buffer = io.BytesIO()
    (roed if graa else billede).save(buffer, "JPEG", quality=KVALITET, subsampling=0)
    objekt = ud.make_stream(buffer.getvalue())
    objekt.Type, objekt.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    objekt.Width, objekt.Height = billede.size
    objekt.ColorSpace = pikepdf.Name.DeviceGray if graa else pikepdf.Name.DeviceRGB
    objekt.BitsPerComponent, objekt.Filter = 8, pikepdf.Name.DCTDecode
    bredde, hoejde = boks[2], boks[3]
    side = ud.add_blank_page(page_size=(round(bredde, 2), round(hoejde, 2)))
    side.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(B=objekt))
    side.Contents = ud.make_stream(f"q {bredde:.2f} 0 0 {hoejde:.2f} 0 0 cm /B Do Q".encode())


def tegn_om(
    mime: str, data: bytes, felter: Mapping[int, Sequence[Boks]], numre: Sequence[int] | None
) -> bytes:
    rest = set(felter)
    with pikepdf.new() as ud:
        for nr, billede, boks in tegnede(mime, data, numre):
            mal_over(billede, felter.get(nr, ()))
            rest.discard(nr)
            laeg_til(ud, billede, boks)
        if rest and numre is None:
            raise ValueError("et felt ligger på en side, der ikke findes")
        ud.Root.Lang = pikepdf.String("da")
        buffer = io.BytesIO()
        ud.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def main() -> None:
    bestilling = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    felter = {
        int(nr): [(float(x0), float(y0), float(x1), float(y1)) for x0, y0, x1, y1 in liste]
        for nr, liste in bestilling["felter"].items()
    }
    sys.stdout.buffer.write(tegn_om(bestilling["mime"], data, felter, bestilling.get("sider")))
