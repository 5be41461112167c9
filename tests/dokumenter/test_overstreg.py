"""Redaction: what is marked is black in the pixels, and the words stand in no byte of the new file."""

from __future__ import annotations

import io
import subprocess
from dataclasses import dataclass

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw

from rehabteam.dokumenter import overstreg as modul
from rehabteam.dokumenter.omdan import OmdanFejl, OmdanNede
from rehabteam.dokumenter.overstreg import (
    HOEJST_LAESES,
    Felt,
    OverstregFejl,
    Soegt,
    find,
    laes,
    laes_straks,
    overstreg,
)
from rehabteam.dokumenter.overstreg_vaerk import find as find_
from rehabteam.dokumenter.overstreg_vaerk import tegn_om
from tests.dokumenter import korpus
from tests.dokumenter.overstregsider import ORD, STED, VARIANTER, foto, med_ordet, staar_der
from tests.dokumenter.tekstpdf import BAG_MUREN, TESSERACT

PDF = "application/pdf"


def felter(variant: str) -> list[Felt]:
    return [Felt(nr, *STED) for nr in ((1, 2) if variant == "delt" else (1,))]


def billede(pdf: bytes, nr: int = 1) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[nr - 1].render(scale=2, may_draw_forms=True).to_pil().convert("RGB")


@dataclass(frozen=True)
class Proevet:
    foer: bytes
    efter: bytes
    felter: list[Felt]


@pytest.fixture(scope="module")
def alle() -> dict[str, Proevet]:
    return {v: Proevet(data := med_ordet(v), _tegnet(data, felter(v)), felter(v)) for v in VARIANTER}


def _tegnet(data: bytes, markeret: list[Felt]) -> bytes:
    """As the child does it, here without its limits: nine of them would be nine starts of Python."""
    paa_sider = {f.side: [(f.x0, f.y0, f.x1, f.y1)] for f in markeret}
    return tegn_om.tegn_om(PDF, data, paa_sider, None)


@pytest.mark.parametrize("variant", VARIANTER)
def test_ordet_staar_i_ingen_byte(alle: dict[str, Proevet], variant: str) -> None:
    x = alle[variant]
    assert staar_der(x.foer), "the test's own document hides nothing"
    assert staar_der(x.efter) == []


@pytest.mark.parametrize("variant", VARIANTER)
def test_feltet_er_sort_og_resten_er_som_foer(alle: dict[str, Proevet], variant: str) -> None:
    x = alle[variant]
    for f in x.felter:
        foer, efter = billede(x.foer, f.side), billede(x.efter, f.side)
        assert efter.size == foer.size
        b, h = foer.size
        inde = tuple(round(v) for v in (f.x0 * b + 2, f.y0 * h + 2, f.x1 * b - 2, f.y1 * h - 2))
        assert max(top for _, top in efter.crop(inde).getextrema()) <= 16
        if variant != "annotation":  # a note's icon is the viewer's own drawing
            assert foer.crop(inde).getextrema() != efter.crop(inde).getextrema()
        # Below the mark: what was there before, as a picture of it.
        rest = (0, round(0.25 * h), b, h)
        assert _forskel(foer.crop(rest), efter.crop(rest)) < 2.0


def _forskel(a: Image.Image, b: Image.Image) -> float:
    """Mean difference of a pixel, 0–255."""
    x, y = a.convert("L").tobytes(), b.convert("L").tobytes()
    return sum(abs(p - q) for p, q in zip(x, y, strict=True)) / len(x)


def test_den_nye_fil_er_billeder_og_intet_andet(alle: dict[str, Proevet]) -> None:
    """By shape: there is no kind of object left in which anything of the old file could be."""
    for x in alle.values():
        with pikepdf.open(io.BytesIO(x.efter)) as doc:
            assert set(doc.Root.keys()) == {"/Type", "/Pages", "/Lang"}
            assert set(doc.trailer.keys()) <= {
                "/Root",
                "/Size",
                "/ID",
                "/Type",
                "/W",
                "/Index",
                "/Length",
                "/Filter",
            }
            for side in doc.pages:
                assert set(side.obj.keys()) == {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}
                assert set(side.Resources.keys()) == {"/XObject"}
                assert len(side.Resources.XObject) == 1
                b = side.Resources.XObject.B
                assert b.Width >= float(side.MediaBox[2]) / 72 * 200 - 1


@BAG_MUREN
def test_en_side_der_ikke_er_markeret_tegnes_ogsaa_om() -> None:
    x = overstreg(med_ordet("gemt"), PDF, [])
    assert staar_der(x) == []


@BAG_MUREN
def test_barnet_goer_som_her() -> None:
    assert overstreg(data := med_ordet("scan"), PDF, felter("scan")) == _tegnet(data, felter("scan"))


def _billedfil(slags: str, vendt: int = 1) -> bytes:
    ud = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = vendt, ORD
    foto().save(ud, slags, exif=exif)
    return ud.getvalue()


@BAG_MUREN
@pytest.mark.parametrize(("slags", "mime"), [("JPEG", "image/jpeg"), ("PNG", "image/png")])
def test_billeder_uden_deres_oplysninger(slags: str, mime: str) -> None:
    data = _billedfil(slags)
    assert ORD.encode() in data
    efter = overstreg(data, mime, [Felt(1, *STED)])
    assert staar_der(efter) == []
    side = billede(efter)
    assert side.getpixel((round(0.3 * side.width), round(0.15 * side.height))) == (0, 0, 0)
    assert side.getpixel((round(0.3 * side.width), round(0.69 * side.height)))[2] > 60


@BAG_MUREN
def test_et_vendt_billede_markeres_som_det_ses() -> None:
    """EXIF says it lies on its side: what the reader sees top left is another corner of the file."""
    efter = overstreg(_billedfil("JPEG", vendt=6), "image/jpeg", [Felt(1, 0.0, 0.0, 0.2, 0.2)])
    side = billede(efter)
    assert side.width > side.height
    assert side.getpixel((5, 5)) == (0, 0, 0) and side.getpixel((side.width - 5, side.height - 5)) != (
        0,
        0,
        0,
    )


@BAG_MUREN
def test_kun_en_side_til_at_se_paa() -> None:
    efter = overstreg(korpus.pdf(3), PDF, [Felt(2, *STED), Felt(3, *STED)], kun_side=2)
    assert len(pypdfium2.PdfDocument(efter)) == 1
    side = billede(efter)
    assert side.getpixel((round(0.3 * side.width), round(0.15 * side.height))) == (0, 0, 0)


@BAG_MUREN
@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 intet", korpus.pdf(1)[:200]])
def test_det_der_ikke_kan_tegnes_siges(data: bytes) -> None:
    with pytest.raises(OverstregFejl, match="tegnes om"):
        overstreg(data, PDF, [])


@BAG_MUREN
def test_et_felt_paa_en_side_der_ikke_findes_giver_ingen_fil() -> None:
    """Never a file in which the mark was simply lost."""
    with pytest.raises(OverstregFejl):
        overstreg(korpus.pdf(1), PDF, [Felt(2, *STED)])


@pytest.mark.parametrize("boks", [(0, 0, 0, 1), (0.5, 0, 0.4, 1), (-0.1, 0, 1, 1), (0, 0, 1, 1.01)])
def test_felter_ligger_paa_siden(boks: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError):
        Felt(1, *boks)


def test_et_rektangel_som_annotation_ville_blive_opdaget() -> None:
    """The fault others have made: a black box laid over, the word still in the file."""
    with pikepdf.open(io.BytesIO(med_ordet("ligeud"))) as doc:
        doc.pages[0].Annots = Array(
            [
                Dictionary(
                    Type=Name.Annot, Subtype=Name.Square, Rect=Array([40, 480, 240, 540]), IC=Array([0, 0, 0])
                )
            ]
        )
        ud = io.BytesIO()
        doc.save(ud)
    assert {"pdftotext", "pdfium"} <= set(staar_der(ud.getvalue()))


@pytest.mark.parametrize(
    ("tekst", "udtryk", "fundne"),
    [
        ("Karin Holm bor her", "karin holm", ["Karin Holm"]),
        ("Karin bor hos Holm", "karin holm", []),
        ("i Holms have", "Holm", ["Holms"]),
        ("hos Ka-\r\nrin, 44", "Karin", ["Ka-\r\nrin"]),
        ("nr. 0102904526.", "010290-4526", ["0102904526"]),
        ("an land", "an", ["an"]),
        ("ÅGE", "åge", ["ÅGE"]),
        ("intet", " - ", []),
        ("Holm, Holm", "Holm", ["Holm", "Holm"]),
    ],
)
def test_hvor_ordene_staar(tekst: str, udtryk: str, fundne: list[str]) -> None:
    assert ["".join(tekst[fra:til]) for fra, til in find_.steder(list(tekst), udtryk)] == fundne


@pytest.mark.parametrize(
    ("tekst", "fundne"),
    [("Holm, Holms og Stockholm", ["Holm", "Holms"]), ("Holmgaard", []), ("Rask-Holm", ["Holm"])],
)
def test_et_ord_for_sig(tekst: str, fundne: list[str]) -> None:
    """A part of a name is not half of a town; its genitive is the name all the same."""
    assert [tekst[fra:til] for fra, til in find_.steder(list(tekst), "Holm", helt_ord=True)] == fundne


@BAG_MUREN
@pytest.mark.parametrize("variant", ["ligeud", "drejet", "beskaaret", "formular"])
def test_det_der_findes_daekker_ordet(variant: str) -> None:
    """Every dark dot of the word lies inside what was found; so it does on a page that is turned or cropped."""
    data = med_ordet(variant)
    fundet = find(data, [Soegt(ORD.lower())])
    assert len(fundet.felter) == 1 and fundet.uden_tekst == ()
    foer = billede(data)
    ImageDraw.Draw(foer).rectangle(
        [
            v * maal
            for f in fundet.felter
            for v, maal in zip((f.x0, f.y0, f.x1, f.y1), foer.size * 2, strict=True)
        ],
        fill="white",
    )
    assert min(bund for bund, _ in foer.getextrema()) > 200


@BAG_MUREN
def test_et_ord_delt_ved_linjens_ende_findes_i_begge_dele() -> None:
    with pikepdf.new() as pdf:
        side = pdf.add_blank_page(page_size=(400, 600))
        skrift = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        side.Resources = Dictionary(Font=Dictionary(F=skrift))
        side.Contents = pdf.make_stream(
            b"BT /F 24 Tf 200 500 Td (Hemmel-) Tj -160 -40 Td (bjerg og mere) Tj ET"
        )
        pdf.save(ud := io.BytesIO())
    fundet = find(ud.getvalue(), [Soegt(ORD)]).felter
    assert len(fundet) == 2
    assert (
        fundet[0].x0 < 0.12 and fundet[0].x1 < 0.4 and fundet[1].x0 > 0.45
    )  # only the word's own part of each line


@BAG_MUREN
def test_en_side_uden_tekst_siges() -> None:
    assert find(overstreg(korpus.pdf(2), PDF, []), [Soegt(ORD)]).uden_tekst == (1, 2)


@pytest.mark.langsom
@TESSERACT
def test_det_nye_billede_laeses_igen() -> None:
    """Two names on a page, one painted over: the other can be searched, the first cannot."""
    with pikepdf.open(io.BytesIO(med_ordet("ligeud"))) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(
            b"BT /F 24 Tf 60 500 Td (" + ORD.encode() + b") Tj 0 -200 Td (Offentlig oplysning i sagen) Tj ET"
        )
        pdf.save(ud := io.BytesIO())
    ny = laes_straks(overstreg(ud.getvalue(), PDF, list(find(ud.getvalue(), [Soegt(ORD)]).felter)))
    assert ny and (ny.soegbar, ny.sider, ny.uden_tekst) == (True, 1, 0)
    assert staar_der(ny.pdf) == []
    assert (
        b"Offentlig"
        in subprocess.run(["pdftotext", "-", "-"], input=ny.pdf, capture_output=True, check=True).stdout
    )


def test_en_lang_udgave_laeses_ikke_mens_nogen_venter() -> None:
    assert laes_straks(korpus.pdf(HOEJST_LAESES + 1)) is None


def test_en_maskine_der_ikke_kan_laese_nu_overlader_det_til_arbejderen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nede(_pdf: bytes, **_: object) -> None:
        raise OmdanNede("Der er for meget i gang.")

    monkeypatch.setattr(modul, "goer_soegbar", nede)
    assert laes_straks(korpus.pdf(1)) is None


def test_det_der_ikke_kan_laeses_er_en_udgave_uden_tekst(monkeypatch: pytest.MonkeyPatch) -> None:
    def umulig(_pdf: bytes, **_: object) -> None:
        raise OmdanFejl("for_tung")

    monkeypatch.setattr(modul, "goer_soegbar", umulig)
    ny = laes(data := korpus.pdf(2))
    assert (ny.pdf, ny.sider, ny.uden_tekst, ny.soegbar) == (data, 2, 2, False)
