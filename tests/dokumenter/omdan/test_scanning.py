"""Scans made searchable: Danish words, in place, on pages that lie on their side; the picture untouched."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from PIL import Image, ImageChops

from rehabteam.dokumenter import omdan
from rehabteam.dokumenter.omdan import scanning
from tests.dokumenter.omdan import filer

pytestmark = [
    pytest.mark.langsom,
    pytest.mark.skipif(not scanning.TESSERACT.exists(), reason="Tesseract er ikke installeret"),
]
PDF = "application/pdf"
ORDENE = re.findall(r"\w+", " ".join(filer.LINJER))


def _fundne(side: omdan.Side) -> float:
    """The share of the sheet's words that were read exactly."""
    laest = re.findall(r"\w+", side.tekst)
    return sum(o in laest for o in ORDENE) / len(ORDENE)


def _billede(pdf: bytes, bredde: int = 827) -> Image.Image:
    return Image.open(io.BytesIO(omdan.sidebilleder(pdf, PDF, [1], bredde)[1])).convert("L")


@pytest.mark.parametrize("drejet", [0, 90, 180, 270])
@pytest.mark.parametrize("sidens", [0, 90])
def test_danske_ord_paa_plads_ogsaa_naar_arket_ligger_ned(drejet: int, sidens: int) -> None:
    """`drejet`: how the sheet lay in the scanner; `sidens`: what the PDF's own /Rotate says."""
    pdf = pikepdf.open(io.BytesIO(filer.scannet(filer.ark().rotate(-drejet, expand=True))))
    if sidens:
        pdf.pages[0].Rotate = sidens
    ud = io.BytesIO()
    pdf.save(ud)
    soegbar = omdan.goer_soegbar(ud.getvalue())
    (side,) = soegbar.sider
    assert _fundne(side) >= 0.95, side.tekst
    assert soegbar.laest[0].drejet == (360 - drejet - sidens) % 360
    assert soegbar.uden_tekst == ()
    # The page stands upright, and each word lies on its ink: the sheet as it was before it was laid down.
    assert side.hoejde > side.bredde
    billede = _billede(soegbar.pdf)
    skala = billede.width / side.bredde
    sort = billede.point(lambda p: 255 if p < 128 else 0)
    for o in side.ord:
        kasse = (int(o.x0 * skala) - 4, int(o.y0 * skala), int(o.x1 * skala) + 4, int(o.y1 * skala))
        assert sort.crop(kasse).getbbox(), o
    foerste = next(o for o in side.ord if o.tekst == "Borgeren")
    # Printed one inch from the left, 1⅓ inch from the top.
    assert (foerste.x0, foerste.y0) == pytest.approx((72, 72 + 24), abs=6)


def test_billedet_er_det_samme_og_laget_ses_ikke() -> None:
    pdf = filer.scannet(filer.ark())
    ny = omdan.goer_soegbar(pdf).pdf
    assert ImageChops.difference(_billede(pdf), _billede(ny)).getbbox() is None
    with pikepdf.open(io.BytesIO(pdf)) as foer, pikepdf.open(io.BytesIO(ny)) as efter:
        (a,), (b,) = foer.pages[0].get_images().values(), [
            i for i in efter.pages[0].get_images().values() if i.get("/Subtype") == "/Image"
        ]  # fmt: skip
        assert a.read_raw_bytes() == b.read_raw_bytes()


def test_kun_de_sider_der_mangler_tekst_laeses() -> None:
    pdf = pikepdf.open(io.BytesIO(filer.trykt()))
    pdf.pages.extend(
        pikepdf.open(io.BytesIO(filer.scannet(filer.ark(), Image.new("L", (1654, 2339), 255)))).pages
    )
    ud = io.BytesIO()
    pdf.save(ud)
    gange: list[tuple[int, int]] = []
    soegbar = omdan.goer_soegbar(ud.getvalue(), fremdrift=lambda nr, af: gange.append((nr, af)))
    assert gange == [(1, 2), (2, 2)]
    assert [s.nr for s in soegbar.laest] == [2, 3]
    assert soegbar.uden_tekst == (3,)  # the blank page is said to be without text
    assert "Rehabilitering" in soegbar.sider[0].tekst
    assert _fundne(soegbar.sider[1]) >= 0.95
    assert soegbar.sider[2].tekst == ""


def test_et_stempel_paa_en_scanning_goer_den_ikke_soegbar() -> None:
    """A scanner's stamp is words; the page below it is still a picture."""
    pdf = pikepdf.open(io.BytesIO(filer.scannet(filer.ark())))
    side = pdf.pages[0]
    side.Resources.Font = pikepdf.Dictionary(
        F=pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    side.contents_add(b"BT /F 9 Tf 20 20 Td (Modtaget 04-05-2026 12:03 side 1 af 1) Tj ET")
    ud = io.BytesIO()
    pdf.save(ud)
    soegbar = omdan.goer_soegbar(ud.getvalue())
    assert "Modtaget 04-05-2026" in soegbar.sider[0].tekst
    assert _fundne(soegbar.sider[0]) >= 0.95


def test_med_tekst_er_der_intet_at_goere() -> None:
    pdf = filer.trykt()
    soegbar = omdan.goer_soegbar(pdf)
    assert soegbar.pdf is pdf
    assert soegbar.laest == ()


def test_en_side_der_tager_for_lang_tid_siges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "SEKUNDER", 0.05)
    pdf = filer.scannet(filer.ark())
    soegbar = omdan.goer_soegbar(pdf)
    assert soegbar.pdf is pdf
    assert soegbar.laest == (scanning.Laest(1, 0, fejl="for_langsom"),)
    assert soegbar.uden_tekst == (1,)


def test_udsnit_og_skaev_begyndelse() -> None:
    """A page whose MediaBox does not begin at 0 and whose CropBox shows part of it."""
    pdf = pikepdf.open(io.BytesIO(filer.scannet(filer.ark())))
    side = pdf.pages[0]
    b, h = (float(t) for t in side.mediabox[2:])
    side.contents_add(b"q 1 0 0 1 100 200 cm\n", prepend=True)
    side.contents_add(b"\nQ")
    side.MediaBox, side.CropBox = (
        pikepdf.Array([100, 200, b + 100, h + 200]),
        pikepdf.Array([130, 400, b + 80, h + 190]),
    )
    ud = io.BytesIO()
    pdf.save(ud)
    (laest,) = omdan.goer_soegbar(ud.getvalue()).sider
    assert (laest.bredde, laest.hoejde) == pytest.approx((b - 50, h - 210), abs=0.1)
    assert _fundne(laest) >= 0.95
    foerste = next(o for o in laest.ord if o.tekst == "Borgeren")
    assert (foerste.x0, foerste.y0) == pytest.approx((72 - 30, 96 - 10), abs=6)


def test_uden_tesseract_venter_filen(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(scanning, "TESSERACT", scanning.TESSERACT.with_name("findes-ikke"))
    with pytest.raises(omdan.OmdanNede, match="Tesseract"):
        omdan.goer_soegbar(filer.scannet(filer.ark()))


def test_et_sprog_der_ikke_er_der_er_maskinens_fejl() -> None:
    """Without the language every page would be »without text« for good."""
    with pytest.raises(omdan.OmdanNede, match="tesseract-ocr-qqq"):
        omdan.goer_soegbar(filer.scannet(filer.ark()), sprog="qqq")
