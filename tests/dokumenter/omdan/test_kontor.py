"""Word and ODT as PDF: the words survive; what the file would fetch, run or eat, does not."""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from rehabteam.dokumenter import omdan
from rehabteam.dokumenter.omdan import kontor
from rehabteam.dokumenter.omdan.graenser import MB, Graenser
from tests.dokumenter.omdan import filer

pytestmark = [
    pytest.mark.langsom,
    pytest.mark.skipif(
        not any(Path(s).exists() for s in kontor.STEDER), reason="LibreOffice er ikke installeret"
    ),
]
AFSNIT = ("Ærøskøbing, Ålborg og Østre Skole", "Arbejdsevnen er nedsat i en længere periode.")
TABEL = "<w:tbl>" + "".join(
    f"<w:tr><w:tc><w:p><w:r><w:t>Række {n}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{n * 7} timer</w:t></w:r>"
    "</w:p></w:tc></w:tr>"
    for n in (1, 2, 3)
) + "</w:tbl>"  # fmt: skip


@pytest.mark.parametrize("slags", ["docx", "odt"])
def test_ordene_kommer_med_og_papiret_er_maerket_op(slags: str) -> None:
    data = filer.docx(*AFSNIT, raat=TABEL) if slags == "docx" else filer.odt(*AFSNIT)
    pdf = omdan.til_pdf(slags, data)
    tekst = " ".join(s.tekst for s in omdan.sidetekster(pdf))
    for afsnit in AFSNIT:
        assert afsnit in tekst
    if slags == "docx":
        assert "Række 3" in tekst and "21 timer" in tekst
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        assert doc.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in doc.Root
        assert str(doc.Root.Lang) == "da-DK"
        assert "/AcroForm" not in doc.Root and "/Names" not in doc.Root


def test_sideskift_giver_sider() -> None:
    skift = '<w:p><w:r><w:br w:type="page"/><w:t>Side to</w:t></w:r></w:p>'
    sider = omdan.sidetekster(omdan.til_pdf("docx", filer.docx("Side et", raat=skift)))
    assert [s.tekst for s in sider] == ["Side et", "Side to"]


@pytest.fixture
def lytter() -> Iterator[socket.socket]:
    """A server on this machine's loopback that only counts who comes."""
    with socket.create_server(("127.0.0.1", 0), backlog=50) as server:
        server.setblocking(False)
        yield server


def _besoeg(server: socket.socket) -> int:
    antal = 0
    try:
        while True:
            server.accept()[0].close()
            antal += 1
    except BlockingIOError:
        return antal


def _henter(port: int) -> dict[str, tuple[str, bytes]]:
    """Files that fetch something from a server when they are opened."""
    adresse = f"http://127.0.0.1:{port}/b.png"
    tegning, forbindelse = filer.billedlink(adresse)
    skabelon = (
        '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'attachedTemplate" Target="http://127.0.0.1:{port}/s.dotm" TargetMode="External"/>'
    )
    return {
        "docx": ("docx", filer.docx("Tekst", raat=tegning, forbindelser=forbindelse + skabelon)),
        "odt": ("odt", filer.odt("Tekst", raat=(
            f'<text:p><draw:frame svg:width="2cm" svg:height="2cm" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:'
            f'svg-compatible:1.0"><draw:image xlink:href="{adresse}"/></draw:frame></text:p>'
            f'<text:section text:name="s"><text:section-source xlink:href="http://127.0.0.1:{port}/x.odt"/>'
            "<text:p>indsat</text:p></text:section>"
        ))),
    }  # fmt: skip


@pytest.mark.parametrize("slags", ["docx", "odt"])
def test_henter_intet_paa_nettet(slags: str, lytter: socket.socket) -> None:
    _, data = _henter(lytter.getsockname()[1])[slags]
    assert "Tekst" in omdan.sidetekster(omdan.til_pdf(slags, data))[0].tekst
    assert _besoeg(lytter) == 0


def test_uden_mur_ville_den_have_hentet(lytter: socket.socket, tmp_path: Path) -> None:
    """The files are not harmless by themselves: without the wall and our settings LibreOffice calls the server."""
    data = _henter(lytter.getsockname()[1])["docx"][1]
    (tmp_path / "a.docx").write_bytes(data)
    soffice = next(s for s in kontor.STEDER if Path(s).exists())
    program = [soffice, "--headless", f"-env:UserInstallation=file://{tmp_path}/p", "--convert-to", "pdf",
               "--outdir", str(tmp_path), str(tmp_path / "a.docx")]  # fmt: skip
    besoeg = 0
    barn = subprocess.Popen(
        program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={"HOME": str(tmp_path)}
    )
    frist = time.monotonic() + 20
    while time.monotonic() < frist:
        besoeg += _besoeg(lytter)
        if barn.poll() == 81:
            barn = subprocess.Popen(
                program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={"HOME": str(tmp_path)}
            )
        elif besoeg or barn.poll() is not None:
            break
        time.sleep(0.02)
    barn.kill()
    barn.wait()
    assert besoeg >= 1


MAKRO = {
    "Basic/script-lc.xml": '<library:libraries xmlns:library="http://openoffice.org/2000/library" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" library:link="false"/>'
    "</library:libraries>",
    "Basic/Standard/script-lb.xml": '<library:library xmlns:library="http://openoffice.org/2000/library" '
    'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="M"/></library:library>',
    "Basic/Standard/M.xml": '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="M" '
    'script:language="StarBasic">Sub Main\nThisComponent.Text.setString("MAKROEN KOERTE")\nEnd Sub\n</script:module>',
}
VED_AABNING = (
    '<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" '
    'script:event-name="dom:load" xlink:href="vnd.sun.star.script:Standard.M.Main?language=Basic&amp;location=document" '
    'xlink:type="simple"/></office:event-listeners></office:scripts>'
)


def test_ingen_makro_koerer() -> None:
    pdf = omdan.til_pdf("odt", filer.odt("Uskyldig tekst", forskrift=VED_AABNING, **MAKRO))
    assert omdan.sidetekster(pdf)[0].tekst == "Uskyldig tekst"


def test_intet_fra_maskinen_flettes_ind(tmp_path: Path) -> None:
    """Neither an entity, an INCLUDETEXT field nor a linked section brings a file of the machine into the PDF."""
    hemmelig = tmp_path / "hemmelig.txt"
    hemmelig.write_text("HEMMELIGT INDHOLD")
    hemmelig.chmod(0o644)
    felt = (
        f'<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;{hemmelig}&quot; ">'
        "<w:r><w:t>gammelt</w:t></w:r></w:fldSimple></w:p>"
    )
    foran = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{hemmelig}">]>'
    afsnit = (
        f'<text:section text:name="s"><text:section-source xlink:href="file://{hemmelig}"/></text:section>'
    )
    for slags, data in (
        ("docx", filer.docx("Tekst", raat=felt)),
        ("docx", filer.docx("Tekst &x;", foran=foran)),
        ("odt", filer.odt("Tekst", raat=afsnit)),
    ):
        try:
            sider = omdan.sidetekster(omdan.til_pdf(slags, data))
        except omdan.OmdanFejl:
            continue
        assert "HEMMELIGT" not in " ".join(s.tekst for s in sider)


@pytest.mark.parametrize(
    "data",
    [b"ikke en zip", os.urandom(4000), filer.zip_({"a.txt": "hej"}), filer.docx("x" * 2000)[:-60], b""],
    ids=["tekst", "stoej", "anden zip", "afskåret", "tom"],
)
def test_vroevl_bliver_ikke_til_sider(data: bytes) -> None:
    with pytest.raises(omdan.OmdanFejl) as fejl:
        omdan.til_pdf("docx", data)
    assert fejl.value.kode == "beskadiget"


def test_det_der_haenger_stoppes_i_tide() -> None:
    """A file of 300 KB that unpacks to 200,000 paragraphs: three seconds of a processor, then no more."""
    data = filer.docx(raat="<w:p><w:r><w:t>ord ord ord ord</w:t></w:r></w:p>" * 200_000)
    foer = time.monotonic()
    with pytest.raises(omdan.OmdanFejl) as fejl:
        kontor.til_pdf("docx", data, Graenser(sekunder=40, cpu=3, hukommelse=1200 * MB, skrivebord=200 * MB))
    assert fejl.value.kode == "for_langsom"
    assert time.monotonic() - foer < 30


def test_det_der_aeder_hukommelse_stoppes() -> None:
    data = filer.docx(raat="<w:p><w:r><w:t>ord ord ord ord</w:t></w:r></w:p>" * 200_000)
    with pytest.raises(omdan.OmdanFejl) as fejl:
        kontor.til_pdf("docx", data, Graenser(sekunder=60, cpu=60, hukommelse=150 * MB, skrivebord=200 * MB))
    assert fejl.value.kode in ("for_tung", "beskadiget")


def test_uden_libreoffice_venter_filen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kontor, "STEDER", ())
    with pytest.raises(omdan.OmdanNede, match="LibreOffice"):
        omdan.til_pdf("docx", filer.docx("x"))


def test_efterlader_intet_paa_disken(tmp_path: Path) -> None:
    foer = {m: set(os.listdir(m)) for m in ("/tmp", "/var/tmp", os.path.expanduser("~")) if os.path.isdir(m)}
    omdan.til_pdf("docx", filer.docx("Tekst"))
    for mappe, var in foer.items():
        nye = [
            n
            for n in set(os.listdir(mappe)) - var
            if "libreoffice" in n.lower() or n.startswith(("lu", "ind."))
        ]
        assert not nye, (mappe, nye)
    assert (
        shutil.which("soffice") is None or not (Path.home() / ".config/libreoffice/4/user/ind.pdf").exists()
    )
