"""Pictures as pages: whole, upright, right colours."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image, ImageOps

from rehabteam.dokumenter.samling_vaerk.billedside import A4, BilledFejl, laeg_billede_til
from tests.dokumenter import korpus
from tests.dokumenter.test_stempel import vis

ROED, BLAA = (220, 20, 20), (20, 20, 220)


def side(data: bytes) -> bytes:
    doc = pikepdf.new()
    laeg_billede_til(doc, data)
    ud = io.BytesIO()
    doc.save(ud)
    return ud.getvalue()


def med_roedt_hjoerne(bredde: int = 320, hoejde: int = 200) -> Image.Image:
    """Blue, red in the upper left quarter."""
    billede = Image.new("RGB", (bredde, hoejde), BLAA)
    billede.paste(ROED, (0, 0, bredde // 2, hoejde // 2))
    return billede


def taet_paa(a: tuple[int, ...], b: tuple[int, ...], slup: int = 12) -> bool:
    return all(abs(x - y) <= slup for x, y in zip(a, b, strict=True))


@pytest.mark.parametrize("vending", range(1, 9))
def test_mobilens_vending_foelges(vending: int) -> None:
    """Pillow's own transposition of the same file is the answer."""
    exif = Image.Exif()
    exif[0x0112] = vending
    ud = io.BytesIO()
    med_roedt_hjoerne().save(ud, "JPEG", quality=95, exif=exif)
    pdf = vis(side(ud.getvalue()))
    ventet = ImageOps.exif_transpose(Image.open(io.BytesIO(ud.getvalue())))
    b, h = ventet.size
    x, y = (pdf.width - b) // 2, (pdf.height - h) // 2
    for u, v in ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)):
        px, py = int(b * u), int(h * v)
        assert taet_paa(pdf.getpixel((x + px, y + py)), ventet.getpixel((px, py)))
    assert pdf.getpixel((x - 4, y + h // 2)) == (255, 255, 255)


def test_en_jpeg_gaar_ind_som_den_er() -> None:
    data = korpus.billede(stoerrelse=(300, 200))
    with pikepdf.open(io.BytesIO(side(data))) as doc:
        assert doc.pages[0].Resources.XObject.B.read_raw_bytes() == data


def test_det_kameraet_skrev_ved_siden_af_foelger_ikke_med() -> None:
    exif = Image.Exif()
    exif[0x010F] = "KAMERAETS NAVN"
    exif.get_ifd(0x8825)[29] = "2026:05:04"  # the GPS part
    ud = io.BytesIO()
    med_roedt_hjoerne().save(ud, "JPEG", exif=exif, comment=b"STEDET")
    with pikepdf.open(io.BytesIO(side(ud.getvalue()))) as doc:
        raa = doc.pages[0].Resources.XObject.B.read_raw_bytes()
    assert b"KAMERAETS" in ud.getvalue() and b"STEDET" in ud.getvalue()
    for spor in (b"Exif", b"KAMERAETS", b"2026:05:04", b"STEDET"):
        assert spor not in raa
    ens = [Image.open(io.BytesIO(d)).tobytes() for d in (raa, ud.getvalue())]
    assert ens[0] == ens[1]


def test_en_telefons_dobbelte_billede_staar_op_og_pakkes_ikke_om() -> None:
    """An MPO is a JPEG with another after its end; only the first is the photo."""
    exif = Image.Exif()
    exif[0x0112] = 6
    ud = io.BytesIO()
    billede = med_roedt_hjoerne()
    billede.save(ud, "MPO", save_all=True, append_images=[billede], exif=exif)
    assert Image.open(io.BytesIO(ud.getvalue())).format == "MPO"
    pdf = side(ud.getvalue())
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        foto = doc.pages[0].Resources.XObject.B
        assert foto.Filter == pikepdf.Name.DCTDecode and len(foto.read_raw_bytes()) < len(ud.getvalue()) * 0.7
        assert [float(t) for t in doc.pages[0].MediaBox] == pytest.approx([0, 0, *A4])
    vist = vis(pdf)
    hjoerne = vist.getpixel(((vist.width + 200) // 2 - 50, (vist.height - 320) // 2 + 60))
    assert taet_paa(hjoerne, ROED)  # turned to the right, the corner is at the top right


@pytest.mark.parametrize(
    ("stoerrelse", "papir"), [((300, 200), A4[::-1]), ((200, 300), A4), ((9000, 90), A4[::-1])]
)
def test_papiret_vender_som_billedet_og_hele_billedet_er_paa(
    stoerrelse: tuple[int, int], papir: tuple[float, float]
) -> None:
    with pikepdf.open(io.BytesIO(side(korpus.billede(stoerrelse=stoerrelse)))) as doc:
        kasse = [float(t) for t in doc.pages[0].MediaBox]
        b, _, _, h, x, y = (float(t) for t in doc.pages[0].Contents.read_bytes().split()[1:7])
    assert kasse == pytest.approx([0, 0, *papir])
    assert b / h == pytest.approx(stoerrelse[0] / stoerrelse[1], rel=0.01)
    assert x >= 28 and y >= 28 and x + b <= papir[0] - 28 and y + h <= papir[1] - 28


def test_cmyk_har_de_rigtige_farver() -> None:
    ud = io.BytesIO()
    Image.new("CMYK", (200, 200), (255, 0, 0, 0)).save(ud, "JPEG", quality=95)
    r, g, b = vis(side(ud.getvalue())).getpixel((297, 421))
    assert r < 80 and g > 120 and b > 180  # cyan, not its opposite


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "RGB", "I;16"])
def test_png_i_alle_slags(mode: str) -> None:
    assert vis(side(korpus.billede("PNG", (200, 100), mode=mode))).size == (842, 596)


def test_gennemsigtigt_ligger_paa_hvidt() -> None:
    ud = io.BytesIO()
    Image.new("RGBA", (200, 200), (0, 0, 0, 0)).save(ud, "PNG")
    assert vis(side(ud.getvalue())).getpixel((297, 421)) == (255, 255, 255)


def test_graatoner_bliver_ikke_paa_hovedet() -> None:
    ud = io.BytesIO()
    Image.new("I;16", (200, 200), 50_000).save(ud, "PNG")
    lys = vis(side(ud.getvalue())).getpixel((297, 421))[0]
    assert taet_paa((lys,), (50_000 // 256,), 3)


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", korpus.jpeg_flodboelge(), korpus.png_flodboelge()]
)
def test_det_der_ikke_er_et_billede_siger_det(data: bytes) -> None:
    with pytest.raises(BilledFejl):
        side(data)
