"""Faxes, photos and mails as pages: every frame, upright, and a mail's text never becomes markup."""

from __future__ import annotations

import io
from datetime import datetime
from types import SimpleNamespace

import pikepdf
import pytest
from PIL import Image

from rehabteam.dokumenter import omdan
from rehabteam.dokumenter.omdan.sider import billede_til_pdf
from tests.dokumenter.omdan import filer
from tests.dokumenter.omdan.test_sider import _flaget_er_oprejst, _vendt

PDF = "application/pdf"
FARVER = {
    "tiff": ("1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"),
    "png": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"),
    "jpeg": ("L", "RGB", "CMYK"),
}


def _side(pdf: bytes, nr: int = 1, bredde: int = 600) -> Image.Image:
    return Image.open(io.BytesIO(omdan.sidebilleder(pdf, PDF, [nr], bredde)[nr])).convert("RGB")


def _indhold(side: Image.Image) -> Image.Image:
    """The page cut to what is on it: the flag's colours reach its corners."""
    kasse = side.convert("L").point(lambda p: 255 if p < 200 else 0).getbbox()
    assert kasse
    return side.crop(kasse)


def test_en_fax_paa_flere_sider_beholder_hver_prik() -> None:
    ark = [filer.ark([f"Side {n}"], dpi=100).convert("1") for n in (1, 2, 3)]
    pdf = omdan.til_pdf("tiff", filer.tiff(*ark, dpi=(100, 100), compression="group4"))
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        assert len(doc.pages) == 3
        assert [round(float(t)) for t in doc.pages[0].mediabox] == [0, 0, 595, 842]
        for ark_nr, side in zip(ark, doc.pages, strict=True):
            (billede,) = side.get_images().values()
            assert pikepdf.PdfImage(billede).as_pil_image().convert("1").tobytes() == ark_nr.tobytes()


@pytest.mark.langsom
@pytest.mark.parametrize("vending", range(1, 9))
@pytest.mark.parametrize("slags", ["tiff", "jpeg"])
def test_sider_staar_oprejst(slags: str, vending: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = vending
    ud = io.BytesIO()
    _vendt(filer.flag(), vending).save(ud, slags, exif=exif)
    side = _side(billede_til_pdf(slags, ud.getvalue()))
    assert side.width > side.height
    _flaget_er_oprejst(_indhold(side))


@pytest.mark.langsom
@pytest.mark.parametrize(("slags", "art"), [(slags, art) for slags, arter in FARVER.items() for art in arter])
def test_alle_slags_farver(slags: str, art: str) -> None:
    """Black is black and white is white, whatever way the file counts colours."""
    billede = Image.new("L", (300, 200), 255)
    billede.paste(0, (100, 50, 200, 150))
    if art == "I;16":
        billede = Image.frombytes("I;16", (300, 200), b"".join(bytes((p, p)) for p in billede.tobytes()))
    else:
        billede = billede.convert(art)
    ud = io.BytesIO()
    billede.save(ud, slags)
    side = _side(billede_til_pdf(slags, ud.getvalue()), bredde=842).convert("L")
    assert side.getpixel((421, 297)) < 20 and side.getpixel((421 - 120, 297)) > 235  # type: ignore[operator]
    assert _indhold(side.convert("RGB")).size == pytest.approx((100, 100), abs=2)


def test_en_telefons_foto() -> None:
    _flaget_er_oprejst(_indhold(_side(omdan.til_pdf("heic", filer.HEIC), bredde=842)))


@pytest.mark.langsom
def test_en_jpeg_laegges_ind_som_den_er() -> None:
    ud = io.BytesIO()
    filer.flag().save(ud, "JPEG")
    with pikepdf.open(io.BytesIO(billede_til_pdf("jpeg", ud.getvalue()))) as doc:
        (billede,) = doc.pages[0].get_images().values()
        assert billede.read_raw_bytes() == ud.getvalue()


@pytest.mark.langsom
@pytest.mark.parametrize("vending", [1, 6])
def test_hvor_et_foto_er_taget_foelger_ikke_med(vending: int) -> None:
    """What the camera wrote may be where somebody with a protected address lives."""
    exif = Image.Exif()
    exif[0x0112] = vending
    exif[0x010F] = "Telefonen"
    exif.get_ifd(0x8825).update({1: "N", 2: (55.0, 40.0, 12.345), 3: "E", 4: (12.0, 34.0, 56.789)})
    ud = io.BytesIO()
    filer.flag().save(ud, "JPEG", exif=exif, comment=b"Telefonen")
    assert b"Exif" in ud.getvalue() and b"Telefonen" in ud.getvalue()
    pdf = billede_til_pdf("jpeg", ud.getvalue())
    assert b"Exif" not in pdf and b"Telefonen" not in pdf


@pytest.mark.langsom
def test_for_store_og_oedelagte_billeder_afvises() -> None:
    stor = filer.tiff(Image.new("1", (9000, 5000)), compression="group4")
    with pytest.raises(omdan.OmdanFejl, match="for tung"):
        omdan.til_pdf("tiff", stor)
    for slags, data in (("tiff", stor[:200]), ("heic", filer.HEIC[:300]), ("heic", b""), ("tiff", b"II*\0")):
        with pytest.raises(omdan.OmdanFejl, match="beskadiget"):
            omdan.til_pdf(slags, data)
    with pytest.raises(omdan.OmdanFejl, match="Den slags"):
        omdan.til_pdf("exe", b"MZ")


def _mail(**valg: object) -> SimpleNamespace:
    return SimpleNamespace(**{
        "emne": "Attest på Ærø", "fra": "Søren Ås <soeren@laege.dk>", "til": ("team@kommune.dk", "b@kommune.dk"),
        "dato": datetime(2026, 5, 4, 12, 3), "tekst": "Kære team\n\nHer er attesten.\nHilsen Søren",
        "bilag": (SimpleNamespace(navn="Attest.pdf"),), "udeladt": (), **valg,
    })  # fmt: skip


def test_en_mail_som_papir() -> None:
    pdf = omdan.mail_til_pdf(
        _mail(tekst='#let x = 1\n$ y $ *fed* \\u{41} #include "/etc/passwd"\n= Overskrift')
    )
    tekst = omdan.sidetekster(pdf)[0].tekst
    for ord_ in ("Attest på Ærø", "Søren Ås <soeren@laege.dk>", "team@kommune.dk, b@kommune.dk",
                 "04.05.2026 kl. 12.03", "#let x = 1", '$ y $ *fed* \\u{41} #include "/etc/passwd"',
                 "= Overskrift", "Attest.pdf"):  # fmt: skip
        assert ord_ in tekst
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        assert doc.Root.MarkInfo.Marked and str(doc.Root.Lang) == "da"
        assert str(doc.docinfo["/Title"]) == "Attest på Ærø"


def test_intet_i_en_mail_vender_laesningen_om() -> None:
    mail = _mail(tekst="gpj.\u202eexe.attest", emne="To\r\nBcc: x@y.dk")
    tekst = omdan.sidetekster(omdan.mail_til_pdf(mail))[0].tekst
    assert "gpj.exe.attest" in tekst and "To Bcc: x@y.dk" in tekst


@pytest.mark.langsom
def test_mange_slags_mails() -> None:
    """Empty, endless, in letters no font has, with marks that turn the reading round."""
    for mail, ventet in (
        (_mail(emne="", fra="", til=(), dato=None, tekst="", bilag=()), "(uden emne)"),
        (_mail(tekst="ord " * 200_000), "Mailen er længere end dette"),
        (_mail(tekst="漢字 \U0001f600 \ud800 abc"), "abc"),
        (_mail(dato="i går", til="en@to.dk"), "en@to.dk"),
        (_mail(udeladt=("mailens tekst",)), "Kunne ikke tages ud af mailen • mailens tekst"),
    ):
        tekst = " ".join(s.tekst for s in omdan.sidetekster(omdan.mail_til_pdf(mail)))
        assert ventet in " ".join(tekst.split())
