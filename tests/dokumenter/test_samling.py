"""The collected PDF: order, numbers, contents, bookmarks, and documents that cannot be shown."""

from __future__ import annotations

import io
import os
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from rehabteam import breve
from rehabteam.dokumenter.samling import NYT, Bilag, Samlet, byg, opstil
from tests.breve import aflaes
from tests.breve.eksempler import DOKUMENT, INDSTILLING, MAPPE, RESUME
from tests.dokumenter import korpus

PDF = "application/pdf"
FORSIDE: dict[str, Any] = {**MAPPE, "dato": "2026-06-04", "moededato": "2026-06-11", "demo": True}


def bilag(titel: str, data: bytes | Path, mime: str = PDF, **mere: Any) -> Bilag:
    felter = {"slags": "Helbred", "dato": date(2026, 5, 1), "kilde_tekst": "egen læge", **mere}
    return Bilag(
        titel, felter.pop("slags"), felter.pop("dato"), felter.pop("kilde_tekst"), data, mime, **felter
    )


def samlet(*liste: Bilag) -> Samlet:
    return byg(liste, FORSIDE, breve.bundt)


def sidetekst(s: Samlet, nr: int) -> str:
    """Text of the document page with this number (the contents are not counted)."""
    plads = str(s.indholdssider + nr)
    return aflaes.tekst(s.pdf, "-f", plads, "-l", plads)


@pytest.fixture(scope="module")
def sag() -> Samlet:
    return samlet(
        bilag("Forberedende del", breve.dokument(DOKUMENT), slags="Plan og indstilling", fulgte_med=True),
        bilag("Attest til teamet", korpus.pdf(4)),
        bilag("Indstilling fra teamet", breve.indstilling(INDSTILLING), slags="Plan og indstilling"),
        bilag("Resumé siden sidst", breve.resume(RESUME), slags="Resumé", nyt=True),
        bilag("Foto", korpus.billede(stoerrelse=(300, 200)), "image/jpeg", slags="Borgeren", dato=None),
        bilag("Låst", b"%PDF-1.4 intet", slags="Borgeren"),
    )


def test_nyt_staar_foerst_og_resten_efter_slags(sag: Samlet) -> None:
    assert [(p.nr, p.gruppe, p.titel, p.sider) for p in sag.poster] == [
        (1, NYT, "Resumé siden sidst", "1"),
        (2, "Plan og indstilling", "Forberedende del", "2"),
        (3, "Plan og indstilling", "Indstilling fra teamet", "3–4"),
        (4, "Helbred", "Attest til teamet", "5–8"),
        (5, "Borgeren", "Foto", "9"),
        (6, "Borgeren", "Låst", "10"),
    ]
    assert (sag.sider, sag.indholdssider) == (10, 1)


def test_opstillingen_kan_vises_uden_at_samle() -> None:
    a, b, c = bilag("a", b""), bilag("b", b"", nyt=True), bilag("c", b"", slags="Andet")
    assert opstil([a, b, c]) == [(NYT, [(1, b)]), ("Helbred", [(2, a)]), ("Andet", [(3, c)])]


def test_hver_side_siger_hvilket_dokument_og_hvilken_side(sag: Samlet) -> None:
    for post in sag.poster:
        for nr in range(post.antal):
            tekst = sidetekst(sag, post.foerste + nr)
            assert f"Bilag {post.nr} · side {nr + 1} af {post.antal}" in tekst
            assert f"Sag 2026-01847 · side {post.foerste + nr} af 10" in tekst


def test_indholdet_foran(sag: Samlet) -> None:
    tekst = aflaes.tekst(sag.pdf, "-l", "1")
    for ventet in ("Alle dokumenter", "6 dokumenter, 10 sider", "s. 5–8", "01.05.2026 · egen læge", "PDF/UA"):
        assert ventet in tekst
    assert tekst.index(NYT) < tekst.index("Plan og indstilling") < tekst.index("Helbred")
    assert "Bilag" not in tekst and "af 10" not in tekst


def test_hver_linje_i_indholdet_foerer_til_sit_dokument(sag: Samlet) -> None:
    with aflaes.aabn(sag.pdf) as doc:
        maal = [a.Dest[0].objgen for a in doc.pages[0].Annots]
        assert maal == [doc.pages[sag.indholdssider + p.foerste - 1].obj.objgen for p in sag.poster]
        assert not any("/A" in a for a in doc.pages[0].Annots)


def test_bogmaerker_er_samlet_efter_slags(sag: Samlet) -> None:
    with aflaes.aabn(sag.pdf) as doc, doc.open_outline() as oversigt:
        traeet = [(g.title, [b.title for b in g.children]) for g in oversigt.root]
    assert traeet == [
        ("Indhold", []),
        (NYT, ["1. Resumé siden sidst"]),
        ("Plan og indstilling", ["2. Forberedende del", "3. Indstilling fra teamet"]),
        ("Helbred", ["4. Attest til teamet"]),
        ("Borgeren", ["5. Foto", "6. Låst"]),
    ]


def test_sidetal_titel_og_sprog(sag: Samlet) -> None:
    with aflaes.aabn(sag.pdf) as doc:
        assert [p.label for p in doc.pages][:3] == ["i", "1", "2"]
        assert str(doc.docinfo["/Title"]) == "Alle dokumenter, sag 2026-01847"
        assert str(doc.docinfo["/CreationDate"]) == "D:20260604000000Z"
        assert str(doc.Root.Lang) == "da"
        assert not doc.check_pdf_syntax()


def test_filen_lover_ikke_koder_den_ikke_har(sag: Samlet) -> None:
    with aflaes.aabn(sag.pdf) as doc:
        for noegle in ("/StructTreeRoot", "/MarkInfo", "/Metadata"):
            assert noegle not in doc.Root
        assert not any("/StructParents" in side for side in doc.pages)


def test_samme_dokumenter_giver_samme_bytes() -> None:
    liste = [bilag("a", korpus.pdf(3)), bilag("b", korpus.billede("PNG", mode="RGBA"), "image/png")]
    assert samlet(*liste).pdf == samlet(*liste).pdf


def test_en_tom_sag_er_et_indhold_uden_linjer() -> None:
    s = samlet()
    assert s.sider == 0 and "0 dokumenter, 0 sider" in aflaes.tekst(s.pdf)


def test_dokumenter_kan_ligge_paa_disken(tmp_path: Path) -> None:
    sti = tmp_path / "x"
    sti.write_bytes(korpus.pdf(2))
    assert samlet(bilag("a", sti)).sider == 2
    assert os.listdir(tmp_path) == ["x"]


UVISTE = {
    "låst": (korpus.pdf(1, encryption=pikepdf.Encryption(owner="a", user="b")), PDF, "låst med en kode"),
    "vrøvl": (b"slet ingen fil", PDF, "beskadiget"),
    "tom": (b"", PDF, "beskadiget"),
    "ingen sider": (korpus.pdf(0), PDF, "ingen sider"),
    "andet": (b"PK", "application/zip", "ikke en PDF"),
    "billede i stykker": (b"\xff\xd8\xff" + bytes(90), "image/jpeg", "beskadiget"),
    "billede for stort": (korpus.jpeg_flodboelge(), "image/jpeg", "beskadiget"),
    "væk": (Path("/findes/ikke"), PDF, "kunne ikke hentes"),
}


@pytest.mark.parametrize("navn", UVISTE)
def test_et_dokument_der_ikke_kan_vises_beholder_sin_plads(navn: str) -> None:
    data, mime, hvorfor = UVISTE[navn]
    s = samlet(bilag("Før", korpus.pdf()), bilag("Epikrise 😀", data, mime), bilag("Efter", korpus.pdf()))
    assert [p.foerste for p in s.poster] == [1, 2, 3]
    tekst = sidetekst(s, 2)
    for ventet in ("Epikrise □", "kan ikke vises her", hvorfor, "Hent originalen", "Bilag 2 · side 1 af 1"):
        assert ventet in tekst
    assert "Bilag 3" in sidetekst(s, 3)
    assert "kan ikke vises" in aflaes.tekst(s.pdf, "-l", "1")
    with aflaes.aabn(s.pdf) as doc:
        assert doc.pages[s.indholdssider + 1].Annots[0].Dest[0].objgen == doc.pages[0].obj.objgen


def test_flere_uviste_i_traek() -> None:
    s = samlet(*(bilag(f"Nr. {n}", b"x") for n in range(1, 4)))
    for n in range(1, 4):
        assert f"Nr. {n}" in sidetekst(s, n) and f"Bilag {n} ·" in sidetekst(s, n)


def test_mange_dokumenter_giver_flere_sider_indhold() -> None:
    s = samlet(*(bilag(f"Dokument {n}", korpus.pdf(2)) for n in range(60)))
    assert s.indholdssider > 1 and s.sider == 120
    assert "Sag 2026-01847 · side 120 af 120" in sidetekst(s, 120)
    assert "Indhold, side 2 af" in aflaes.tekst(s.pdf, "-f", "2", "-l", "2")


def formular(svar: str, **skrift: Any) -> bytes:
    """A form that leaves the drawing of its answer to the viewer."""

    def goer(doc: pikepdf.Pdf) -> None:
        felt = doc.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Tx,
                T=String("navn"),
                V=String(svar),
                DA=String("/F 12 Tf 0 g"),
                Rect=Array([60, 600, 400, 630]),
                F=4,
            )
        )
        font = doc.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, **skrift)
        )
        doc.pages[0].Annots = Array([felt])
        doc.Root.AcroForm = Dictionary(
            Fields=Array([felt]),
            NeedAppearances=True,
            DA=String("/F 12 Tf 0 g"),
            DR=Dictionary(Font=Dictionary(F=font)),
        )

    return korpus.pdf(1, goer)


@pytest.mark.parametrize(
    "skrift", [{}, {"Encoding": Name.WinAnsiEncoding}, {"Encoding": Dictionary(Type=Name.Encoding)}]
)
def test_det_der_er_skrevet_i_en_formular_kommer_med(skrift: dict[str, Any]) -> None:
    tekst = sidetekst(samlet(bilag("LÆ", formular("Udfyldt af lægen på Ærø", **skrift))), 1)
    assert "Udfyldt af lægen på Ærø" in tekst


@pytest.mark.parametrize(
    ("svar", "skrift"),
    [("Škoda → 日", {}), ("lægen", {"FontDescriptor": Dictionary(Type=Name.FontDescriptor)})],
)
def test_et_svar_der_ville_blive_til_spoergsmaalstegn_vises_ikke_forkert(
    svar: str, skrift: dict[str, Any]
) -> None:
    tekst = sidetekst(samlet(bilag("LÆ", formular(svar, **skrift))), 1)
    assert "kan kun vises i det program" in tekst and "?" not in tekst


@pytest.mark.parametrize("goer", [korpus.javascript_dybt_paa_en_side, korpus.send_formular])
def test_handlinger_foelger_ikke_med(goer: Any) -> None:
    s = samlet(bilag("a", korpus.pdf(1, goer)))
    with aflaes.aabn(s.pdf) as doc:
        side = doc.pages[s.indholdssider]
        assert "/AA" not in side and not any("/A" in a for a in side.get("/Annots", []))


def _med_spor(pakket: bool) -> bytes:
    """A scan whose program wrote where it was taken: in its picture, beside the page, and beside the picture."""
    exif = Image.Exif()
    exif[0x010F] = "STEDET HVOR"
    foto = io.BytesIO()
    Image.new("RGB", (60, 60), "red").save(foto, "JPEG", exif=exif)

    def goer(doc: pikepdf.Pdf) -> None:
        data = foto.getvalue()
        billede = doc.make_stream(zlib.compress(data) if pakket else data)
        billede.Type, billede.Subtype, billede.ColorSpace = Name.XObject, Name.Image, Name.DeviceRGB
        billede.Width = billede.Height = 60
        billede.BitsPerComponent = 8
        billede.Filter = Array([Name.FlateDecode, Name.DCTDecode]) if pakket else Name.DCTDecode
        billede.Metadata = doc.make_stream(b"STEDET HVOR")
        side = doc.pages[0]
        side.Resources = Dictionary(XObject=Dictionary(B=billede))
        side.PieceInfo = Dictionary(Program=String("STEDET HVOR"))

    return korpus.pdf(1, goer)


@pytest.mark.parametrize("pakket", [False, True])
def test_en_modtager_faar_siderne_og_ikke_hvad_der_staar_ved_siden_af_dem(pakket: bool) -> None:
    def spor(til: str) -> int:
        s = byg([bilag("Scan", _med_spor(pakket))], {**FORSIDE, "til": til}, breve.bundt)
        with aflaes.aabn(s.pdf) as doc:
            side = doc.pages[s.indholdssider]
            foto = side.Resources.XObject.B
            raa = foto.read_raw_bytes()
            raa = zlib.decompress(raa) if isinstance(foto.Filter, Array) else raa
            assert Image.open(io.BytesIO(raa)).size == (60, 60)
            return sum((b"STEDET" in raa, "/PieceInfo" in side.obj, "/Metadata" in foto)) + s.pdf.count(
                b"STEDET"
            )

    assert spor("Klinisk Funktion") == 0 and spor("") > 2


def test_almindelige_henvisninger_til_nettet_bliver_staaende() -> None:
    def link(doc: pikepdf.Pdf) -> None:
        handling = Dictionary(S=Name.URI, URI=String("https://example.org"))
        doc.pages[0].Annots = Array([Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=handling)])

    s = samlet(bilag("a", korpus.pdf(1, link)))
    with aflaes.aabn(s.pdf) as doc:
        assert str(doc.pages[s.indholdssider].Annots[0].A.URI) == "https://example.org"


def test_samme_side_to_gange_stemples_hver_for_sig() -> None:
    with pikepdf.open(io.BytesIO(korpus.pdf(1))) as doc:
        doc.pages.append(doc.pages[0])
        ud = io.BytesIO()
        doc.save(ud)
    s = samlet(bilag("a", ud.getvalue()))
    assert "side 1 af 2" in sidetekst(s, 1) and "side 2 af 2" not in sidetekst(s, 1)
    assert "side 2 af 2" in sidetekst(s, 2)
