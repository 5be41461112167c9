"""Words stand where the ink is, however the page is turned and cut; pictures of pages are as wide as asked for."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image, ImageChops

from rehabteam.dokumenter import omdan
from tests.dokumenter.omdan import filer

PDF = "application/pdf"
ORD = ["Rehabilitering", "arbejdsevne", "æøå", "sygemeldt"]
UDSNIT = (50.0, 80.0, 390.0, 560.0)


def _billede(pdf: bytes, bredde: int, nr: int = 1) -> Image.Image:
    return Image.open(io.BytesIO(omdan.sidebilleder(pdf, PDF, [nr], bredde)[nr])).convert("L")


def _ordene_staar_paa_blaekket(side: omdan.Side, billede: Image.Image) -> None:
    """Ink in every box, and none outside them."""
    skala = billede.width / side.bredde
    assert abs(billede.height - side.hoejde * skala) < 2
    uden = billede.point(lambda p: 255 if p < 128 else 0)
    for o in side.ord:
        kasse = (int(o.x0 * skala) - 3, int(o.y0 * skala) - 3, int(o.x1 * skala) + 4, int(o.y1 * skala) + 4)
        assert uden.crop(kasse).getbbox(), o
        uden.paste(0, kasse)
    assert uden.getbbox() is None


@pytest.mark.parametrize(
    ("drejet", "udsnit"),
    [
        (0, None),
        (90, UDSNIT),
        pytest.param(180, None, marks=pytest.mark.langsom),
        pytest.param(270, UDSNIT, marks=pytest.mark.langsom),
        pytest.param(0, UDSNIT, marks=pytest.mark.langsom),
        pytest.param(90, None, marks=pytest.mark.langsom),
        pytest.param(180, UDSNIT, marks=pytest.mark.langsom),
        pytest.param(270, None, marks=pytest.mark.langsom),
    ],
)
def test_ordene_staar_hvor_laeseren_ser_dem(drejet: int, udsnit: tuple[float, ...] | None) -> None:
    pdf = filer.trykt(drejet, udsnit)
    (side,) = omdan.sidetekster(pdf)
    bredde, hoejde = (udsnit[2] - udsnit[0], udsnit[3] - udsnit[1]) if udsnit else (400, 600)
    assert (side.bredde, side.hoejde) == ((hoejde, bredde) if drejet % 180 else (bredde, hoejde))
    assert [o.tekst for o in side.ord] == ORD
    assert side.tekst.split() == ORD
    assert not omdan.er_scannet(side)
    _ordene_staar_paa_blaekket(side, _billede(pdf, 800))


@pytest.mark.langsom
def test_svar_i_en_formular_og_noter_paa_siden_laeses_og_ses() -> None:
    """What was filled in is part of the page: in the text, in the picture, and at its place."""
    pdf = pikepdf.open(io.BytesIO(filer.trykt()))
    side = pdf.pages[0]
    side.Annots = pikepdf.Array()
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=side.Annots)
    for navn, undertype, y in (("Udfyldt", "/Widget", 400), ("Paategning", "/FreeText", 200)):
        udseende = pdf.make_stream(f"BT /F 16 Tf 4 6 Td ({navn}) Tj ET".encode())
        udseende.Type, udseende.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        udseende.BBox, udseende.Resources = pikepdf.Array([0, 0, 150, 24]), side.Resources
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(undertype), Rect=pikepdf.Array([100, y, 250, y + 24]), F=4,
            AP=pikepdf.Dictionary(N=udseende), FT=pikepdf.Name.Tx, T=navn, V=navn,
        )  # fmt: skip
        side.Annots.append(pdf.make_indirect(note))
    ud = io.BytesIO()
    pdf.save(ud)
    (laest,) = omdan.sidetekster(ud.getvalue())
    assert {"Udfyldt", "Paategning"} <= {o.tekst for o in laest.ord}
    _ordene_staar_paa_blaekket(laest, _billede(ud.getvalue(), 800))


@pytest.mark.langsom
def test_et_ord_delt_af_linjen_er_helt() -> None:
    """A search finds »rehabiliteringsteamet« though the page wrote »rehabili-« and »teringsteamet«."""
    pdf = pikepdf.open(io.BytesIO(filer.trykt()))
    pdf.pages[0].Contents = pdf.make_stream(
        b"BT /F 20 Tf 24 TL 60 400 Td (et rehabili-) Tj T* (teringsteam kommer) Tj ET"
    )
    ud = io.BytesIO()
    pdf.save(ud)
    (side,) = omdan.sidetekster(ud.getvalue())
    assert [o.tekst for o in side.ord] == ["et", "rehabiliteringsteam", "kommer"]
    assert side.tekst.split() == ["et", "rehabiliteringsteam", "kommer"]
    assert side.ord[1].y1 < side.ord[2].y0  # its box is the first part's


@pytest.mark.langsom
def test_bogstaver_er_som_man_taster_dem() -> None:
    """A file that writes å as a and a ring, and fi as one joined letter, is found by the word people type."""
    pdf = pikepdf.open(io.BytesIO(filer.trykt()))
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"3 beginbfchar <41> <0061030A> <42> <FB01> <43> <0074> endbfchar endcmap"
    )
    pdf.pages[0].Resources.Font.F.ToUnicode = pdf.make_stream(cmap)
    pdf.pages[0].Contents = pdf.make_stream(b"BT /F 20 Tf 60 400 Td (ABC) Tj ET")
    ud = io.BytesIO()
    pdf.save(ud)
    (side,) = omdan.sidetekster(ud.getvalue())
    assert (side.tekst, [o.tekst for o in side.ord]) == ("åfit", ["åfit"])


def test_flere_sider_i_et_hug_og_kun_dem_der_findes() -> None:
    pdf = filer.scannet(*(Image.new("L", (400, 600), 255 - 40 * n) for n in range(4)), dpi=72)
    billeder = omdan.sidebilleder(pdf, PDF, [3, 1, 9, 0, 4], 320)
    assert sorted(billeder) == [1, 3, 4]
    assert [s.nr for s in omdan.sidetekster(pdf, hoejst=2)] == [1, 2]
    for nr, data in billeder.items():
        billede = Image.open(io.BytesIO(data))
        assert (billede.format, billede.size) == ("WEBP", (320, 480))
        assert abs(billede.convert("L").getpixel((5, 5)) - (255 - 40 * (nr - 1))) < 4  # type: ignore[operator]


@pytest.mark.langsom
@pytest.mark.parametrize("vending", range(1, 9))
def test_et_foto_vises_oprejst(vending: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = vending
    ud = io.BytesIO()
    _vendt(filer.flag(), vending).save(ud, "JPEG", exif=exif, quality=95)
    billede = Image.open(io.BytesIO(omdan.sidebilleder(ud.getvalue(), "image/jpeg", [1], 160)[1])).convert(
        "RGB"
    )
    assert billede.size == (160, 107)
    _flaget_er_oprejst(billede)


def _vendt(billede: Image.Image, vending: int) -> Image.Image:
    """The dots as a camera with this orientation stores them: what a viewer undoes."""
    t = Image.Transpose
    omvendt = {2: t.FLIP_LEFT_RIGHT, 3: t.ROTATE_180, 4: t.FLIP_TOP_BOTTOM, 5: t.TRANSPOSE, 6: t.ROTATE_90,
               7: t.TRANSVERSE, 8: t.ROTATE_270}  # fmt: skip
    return billede.transpose(omvendt[vending]) if vending in omvendt else billede


def _flaget_er_oprejst(billede: Image.Image) -> None:
    b, h = billede.size
    hjoerner = [billede.getpixel(p) for p in ((b // 4, h // 4), (3 * b // 4, h // 4), (b // 4, 3 * h // 4),
                                             (3 * b // 4, 3 * h // 4))]  # fmt: skip
    navne = ["roed" if r > 180 > 90 > g else "blaa" if bl > 180 > 90 > g else "hvid" for r, g, bl in hjoerner]
    assert navne == ["roed", "hvid", "hvid", "blaa"]


@pytest.mark.langsom
@pytest.mark.parametrize("mime", ["image/png", "image/jpeg"])
def test_et_billede_goeres_ikke_stoerre(mime: str) -> None:
    ud = io.BytesIO()
    filer.flag((90, 60)).save(ud, mime.removeprefix("image/"))
    billede = Image.open(io.BytesIO(omdan.sidebilleder(ud.getvalue(), mime, [1, 2], 900)[1]))
    assert billede.size == (90, 60)


def test_det_der_ikke_kan_laeses_siges() -> None:
    with pytest.raises(omdan.OmdanFejl) as fejl:
        omdan.sidetekster(b"%PDF-1.7\n" + bytes(500))
    assert fejl.value.kode == "beskadiget"
    assert "vælg den" in str(fejl.value)


@pytest.mark.langsom
def test_en_laast_pdf_siges_at_vaere_laast() -> None:
    pdf = pikepdf.open(io.BytesIO(filer.trykt()))
    ud = io.BytesIO()
    pdf.save(ud, encryption=pikepdf.Encryption(user="kode", owner="kode"))
    with pytest.raises(omdan.OmdanFejl) as fejl:
        omdan.sidebilleder(ud.getvalue(), PDF, [1], 300)
    assert fejl.value.kode == "laast"


@pytest.mark.langsom
def test_en_kaempeside_holder_sig_under_graensen() -> None:
    """A page of 200 inches, or one that is a long strip, is drawn smaller; it does not eat the machine."""
    for maal in ((14400, 14400), (100, 14400), (14400, 3)):
        pdf = pikepdf.new()
        pdf.add_blank_page(page_size=maal)
        ud = io.BytesIO()
        pdf.save(ud)
        billede = Image.open(io.BytesIO(omdan.sidebilleder(ud.getvalue(), PDF, [1], 1600)[1]))
        assert billede.width * billede.height <= 40_000_000
        assert ImageChops.invert(billede.convert("L")).getbbox() is None
