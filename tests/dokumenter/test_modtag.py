"""Uploads: the good ones come in as they are, the others are refused with a reason and a way out."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from rehabteam.dokumenter import barn, modtag
from rehabteam.dokumenter.afvist import TEKSTER
from rehabteam.dokumenter.modtag import ENDELSER, HVAD, Afvist, Undersoegt, undersoeg
from tests.dokumenter import korpus, korpus_billeder, korpus_kontor, korpus_post
from tests.dokumenter.uden_mur import hurtigt

__all__ = ["hurtigt"]

PDF = korpus.pdf()
JPEG = korpus.billede()
PNG = korpus.billede("PNG")

GODE: dict[str, tuple[str, bytes, Undersoegt]] = {
    "pdf": ("Attest.pdf", PDF, Undersoegt("pdf", "application/pdf", 1, len(PDF), "Attest.pdf")),
    "jpg": ("foto.JPG", JPEG, Undersoegt("jpeg", "image/jpeg", 1, len(JPEG), "foto.JPG")),
    "jpeg": ("foto.jpeg", JPEG, Undersoegt("jpeg", "image/jpeg", 1, len(JPEG), "foto.jpeg")),
    "png": ("skærm.png", PNG, Undersoegt("png", "image/png", 1, len(PNG), "skærm.png")),
    "uden endelse": ("Epikrise", PDF, Undersoegt("pdf", "application/pdf", 1, len(PDF), "Epikrise.pdf")),
}
Indhold = bytes | Callable[[], bytes]  # the heavy ones are made when they are needed
FLERE_GODE: dict[str, Indhold] = {
    "syv sider": lambda: korpus.pdf(7),
    "2000 sider": lambda: korpus.pdf(2000),
    "objektstrømme": lambda: korpus.pdf(3, object_stream_mode=pikepdf.ObjectStreamMode.generate),
    "lineariseret": lambda: korpus.pdf(3, linearize=True),
    "blank skanning": lambda: korpus.pdf(1, korpus.billedbombe(2480, 3508, 2480 * 3508)),
    "almindelig start": lambda: korpus.pdf(
        1, lambda d: setattr(d.Root, "OpenAction", pikepdf.Array([d.pages[0].obj, pikepdf.Name.Fit]))
    ),
    "linjeskift efter slutningen": PDF + b"\r\n\r\n",
    "bemærkning efter slutningen": PDF + b"\r\n%Skannet af Kopimaskine 5 (2026)\r\n% side 1\n",
}
FLERE_BILLEDER: dict[str, Indhold] = {
    "grå jpeg": lambda: korpus.billede(mode="L"),
    "cmyk jpeg": lambda: korpus.billede(mode="CMYK"),
    "progressiv": lambda: korpus.billede(stoerrelse=(3000, 2000), progressive=True),
    "40 megapixel": lambda: korpus.billede(stoerrelse=(8000, 5000)),
    "mobilfoto med hale": JPEG + b"SEFT" + bytes(400),
    "palet": lambda: korpus.billede("PNG", mode="P"),
    "bit": lambda: korpus.billede("PNG", (37, 19), mode="1"),
    "gennemsigtig": lambda: korpus.billede("PNG", mode="RGBA"),
    "16 bit": lambda: korpus.billede("PNG", mode="I;16"),
    "stor png": lambda: korpus.billede("PNG", (8000, 5000), mode="L"),
}

DAARLIGE: dict[str, tuple[str, Indhold, str]] = {
    "tom": ("a.pdf", b"", "tom"),
    "for stor": ("a.pdf", PDF + bytes(modtag.MAKS_BYTES), "for_stor"),
    "skåret over": ("a.pdf", PDF[: len(PDF) // 2], "afskaaret"),
    "kun hovedet": ("a.pdf", b"%PDF-1.7\n", "afskaaret"),
    "jpeg skåret over": ("a.jpg", lambda: korpus.billede(stoerrelse=(900, 900))[:-2000], "afskaaret"),
    "png skåret over": ("a.png", PNG[:-20], "afskaaret"),
    "png uden billede": ("a.png", korpus._png(9, 9, b""), "afskaaret"),
    "png med forkert sum": ("a.png", PNG[:60] + bytes([PNG[60] ^ 1]) + PNG[61:], "beskadiget"),
    "jpeg uden indhold": ("a.jpg", b"\xff\xd8\xff" + b"x" * 500, "beskadiget"),
    "pdf uden indhold": ("a.pdf", b"%PDF-1.7\nvrovl %%EOF", "beskadiget"),
    "exe kaldt pdf": ("a.pdf", b"MZ" + bytes(500), "program"),
    "arkiv kaldt pdf": ("a.pdf", b"7z\xbc\xaf" + bytes(500), "arkiv"),
    "pdf kaldt jpg": ("a.jpg", PDF, "forkert_endelse"),
    "jpeg kaldt pdf": ("a.pdf", JPEG, "forkert_endelse"),
    "pdf kaldt exe": ("epikrise.pdf.exe", PDF, "forkert_endelse"),
    "pdf kaldt html": ("epikrise.html", PDF, "forkert_endelse"),
    "gif": ("a.gif", lambda: korpus.billede("GIF", mode="L"), "ikke_understoettet"),
    "gif med script": ("a.jpg", b"GIF89a/*" + bytes(50) + b"*/=1;alert(1)", "ikke_understoettet"),
    "webp": ("a.webp", lambda: korpus.billede("WEBP"), "ikke_understoettet"),
    "rtf": ("a.rtf", b"{\\rtf1 x}", "ikke_understoettet"),
    "tekst": ("a.txt", b"bare tekst", "ikke_understoettet"),
    "html": ("a.pdf", b"<html><script>alert(1)</script>", "ikke_understoettet"),
    "svg": ("a.png", b'<svg xmlns="x" onload="alert(1)"/>', "ikke_understoettet"),
    "nul-bytes": ("a.pdf", bytes(1000), "ikke_understoettet"),
    "virusprøve": (
        "a.pdf",
        b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
        "ikke_understoettet",
    ),
    "html foran pdf": ("a.pdf", b"<html>" + PDF, "flere_filer"),
    "pdf med zip efter": ("a.pdf", PDF + korpus.zip_(a=b"x"), "flere_filer"),
    "pdf med html efter": ("a.pdf", PDF + b"<script>alert(1)</script>", "flere_filer"),
    "pdf med side i en bemærkning": ("a.pdf", PDF + b"\n%<script>alert(1)</script>\n", "flere_filer"),
    "pdf med andet i en bemærkning": ("a.pdf", PDF + b"\n%\xff\xd8\xff\n", "flere_filer"),
    "jpeg med zip efter": ("a.jpg", JPEG + korpus.zip_(a=b"x"), "flere_filer"),
    "jpeg med zip og falsk slutning": ("a.jpg", JPEG + korpus.zip_note(b"\xff\xd9"), "flere_filer"),
    "jpeg og pdf": ("a.jpg", lambda: JPEG[:20] + b"%PDF-1.7" + JPEG[20:], "flere_filer"),
    "pdf og html": ("a.pdf", PDF[:9] + b"%<html><script>1</script>\n" + PDF[9:], "flere_filer"),
    "jpeg med html efter": ("a.jpg", JPEG + b"<SCRIPT>alert(1)</script>", "flere_filer"),
    "png med zip efter": ("a.png", PNG + korpus.zip_(a=b"x"), "flere_filer"),
    "låst": (
        "a.pdf",
        lambda: korpus.pdf(1, encryption=pikepdf.Encryption(owner="a", user="b")),
        "krypteret",
    ),
    "begrænset": (
        "a.pdf",
        lambda: korpus.pdf(1, encryption=pikepdf.Encryption(owner="a", user="")),
        "krypteret",
    ),
    "2001 sider": ("a.pdf", lambda: korpus.pdf(2001), "for_mange_sider"),
    "ingen sider": ("a.pdf", lambda: korpus.pdf(0), "ingen_sider"),
    "javascript": ("a.pdf", lambda: korpus.pdf(1, korpus.javascript_ved_aabning), "aktivt_indhold"),
    "javascript i navne": ("a.pdf", lambda: korpus.pdf(1, korpus.javascript_i_navne), "aktivt_indhold"),
    "javascript dybt": ("a.pdf", lambda: korpus.pdf(1, korpus.javascript_dybt_paa_en_side), "aktivt_indhold"),
    "javascript i objektstrøm": (
        "a.pdf",
        lambda: korpus.pdf(
            1, korpus.javascript_i_navne, object_stream_mode=pikepdf.ObjectStreamMode.generate
        ),
        "aktivt_indhold",
    ),
    "start program": ("a.pdf", lambda: korpus.pdf(1, korpus.start_program), "aktivt_indhold"),
    "send formular": ("a.pdf", lambda: korpus.pdf(1, korpus.send_formular), "aktivt_indhold"),
    "adresse ved åbning": ("a.pdf", lambda: korpus.pdf(1, korpus.adresse_ved_aabning), "aktivt_indhold"),
    "anden fil på en server": ("a.pdf", lambda: korpus.pdf(1, korpus.anden_fil), "henter_udefra"),
    "indhold i en anden fil": ("a.pdf", lambda: korpus.pdf(1, korpus.indhold_udefra), "henter_udefra"),
    "fil indeni": ("a.pdf", lambda: korpus.pdf(1, korpus.fil_indeni), "indlejret_fil"),
    "fil som note": ("a.pdf", lambda: korpus.pdf(1, korpus.fil_som_note), "indlejret_fil"),
    "xfa": ("a.pdf", lambda: korpus.pdf(1, korpus.xfa), "formular"),
    "flad bombe": ("a.pdf", lambda: korpus.pdf(1, korpus.bombe()), "bombe"),
    "bombe i lag": ("a.pdf", lambda: korpus.pdf(1, korpus.bombe(3, 250_000_000)), "bombe"),
    "forhold over 100": ("a.pdf", lambda: korpus.pdf(1, korpus.bombe(stoerrelse=30_000_000)), "bombe"),
    "billede der er en bombe": (
        "a.pdf",
        lambda: korpus.pdf(1, korpus.billedbombe(10, 10, 90_000_000)),
        "bombe",
    ),
    "billede i pdf for stort": (
        "a.pdf",
        lambda: korpus.pdf(1, korpus.billedbombe(90_000, 90_000, 9)),
        "for_mange_pixels",
    ),
    "dybt indlejret": ("a.pdf", lambda: korpus.pdf(1, korpus.dybt), "beskadiget"),
    "png-bombe": ("a.png", lambda: korpus.png_bombe(), "bombe"),
    "png-flodbølge": ("a.png", lambda: korpus.png_flodboelge(), "for_mange_pixels"),
    "jpeg-flodbølge": ("a.jpg", lambda: korpus.jpeg_flodboelge(), "for_mange_pixels"),
    "41 megapixel": ("a.jpg", lambda: korpus.billede(stoerrelse=(8000, 5125), mode="L"), "for_mange_pixels"),
}


def lav(indhold: Indhold) -> bytes:
    return indhold if isinstance(indhold, bytes) else indhold()


@pytest.mark.parametrize("navn", GODE)
def test_gode_filer(navn: str) -> None:
    filnavn, data, ventet = GODE[navn]
    assert undersoeg(filnavn, data) == ventet


@pytest.mark.parametrize("navn", FLERE_GODE)
def test_gode_pdf_filer(navn: str) -> None:
    data = lav(FLERE_GODE[navn])
    with pikepdf.open(io.BytesIO(data)) as doc:
        assert undersoeg("a.pdf", data).sider == len(doc.pages)


@pytest.mark.parametrize("navn", FLERE_BILLEDER)
def test_gode_billeder(navn: str) -> None:
    data = lav(FLERE_BILLEDER[navn])
    svar = undersoeg("billede", data)
    assert svar.sider == 1 and svar.navn in ("billede.jpg", "billede.png")


TUNGE = [  # seconds to make
    pytest.param(navn, marks=pytest.mark.langsom) if navn in ("flad bombe", "bombe i lag") else navn
    for navn in DAARLIGE
]


@pytest.mark.parametrize("navn", TUNGE)
def test_daarlige_filer(navn: str) -> None:
    filnavn, indhold, kode = DAARLIGE[navn]
    data = lav(indhold)
    foer = time.monotonic()
    with pytest.raises(Afvist) as afvist:
        undersoeg(filnavn, data)
    assert afvist.value.kode == kode
    assert time.monotonic() - foer < barn.SEKUNDER


def test_hver_afvisning_siger_hvad_der_er_galt_og_hvad_man_goer() -> None:
    for kode, tekst in TEKSTER.items():
        assert len(tekst.split(". ")) >= 2 or ":" in tekst or "," in tekst, kode
        assert any(ord_ in tekst for ord_ in ("vælg", "udskriv", "Udskriv", "Gem", "Hent")), kode
        assert "ugyldig" not in tekst.lower() and "!" not in tekst, kode


def test_et_navn_der_lyver_faar_at_vide_hvad_filen_er() -> None:
    with pytest.raises(Afvist) as afvist:
        undersoeg("Attest.PDF", JPEG)
    siger = "Filen er et JPEG-billede, men hedder .pdf. Giv den endelsen .jpg, og vælg den igen."
    assert afvist.value.dansk_tekst == siger
    assert set(ENDELSER) <= set(HVAD)


def test_hver_slags_afvisning_er_proevet() -> None:
    alle = (DAARLIGE, korpus_billeder.DAARLIGE, korpus_kontor.DAARLIGE, korpus_post.DAARLIGE)
    proevet = {kode for filer in alle for _, _, kode in filer.values()}
    assert proevet | {"virus", "for_stor_til_scanneren", "travlt"} == set(
        TEKSTER
    )  # test_scanner, test_undersoegelse


@pytest.mark.parametrize(
    ("givet", "renset"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\mo\\Attest.pdf", "Attest.pdf"),
        ("epikrise\u202efdp.exe.pdf", "epikrisefdp.exe.pdf"),
        ("a\x00b\x07c.pdf", "abc.pdf"),
        ("linje\r\nskift.pdf", "linje skift.pdf"),
        ("  .skjult.pdf", "skjult.pdf"),
        (".pdf", "dokument.pdf"),
        ("", "dokument.pdf"),
        ("...", "dokument.pdf"),
        ('a<b>:"|?*.pdf', "a_b______.pdf"),
        ("Ærø attest (2).pdf", "Ærø attest (2).pdf"),
        ("a\u030arsag.pdf", "årsag.pdf"),
        ("\ud800.pdf", "dokument.pdf"),
        ("\u200bnul\u200bbredde.pdf", "nulbredde.pdf"),
    ],
)
def test_navnet_renses(givet: str, renset: str) -> None:
    assert undersoeg(givet, PDF).navn == renset


@pytest.mark.parametrize("tegn", ["a", "å", "日", "😀"])
def test_lange_navne_kortes_med_endelsen_i_behold(tegn: str) -> None:
    navn = undersoeg(tegn * 400 + ".pdf", PDF).navn
    assert navn.endswith(".pdf") and 190 <= len(navn.encode()) <= 200
    assert set(navn.removesuffix(".pdf")) == {tegn}


def test_intet_skrives_paa_disken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    undersoeg("a.pdf", lav(FLERE_GODE["syv sider"]))
    assert os.listdir(tmp_path) == []
