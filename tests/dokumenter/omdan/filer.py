"""Real files for the tests, made here: Word, ODT, scans, faxes, and one photo as a telephone takes it."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Sequence

import pikepdf
from PIL import Image, ImageDraw, ImageFont

SKRIFT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPER = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
LINJER = (
    "Lægeattest til rehabiliteringsteamet",
    "Borgeren har været sygemeldt siden foråret på grund af smerter i ryggen.",
    "Arbejdsevnen vurderes nedsat, og der er brug for hjælp i hverdagen.",
    "Praktik på få timer om ugen har ikke kunnet gennemføres som aftalt.",
    "Lægen anbefaler øvelser under vejledning og en rolig gradvis optrapning.",
    "Med venlig hilsen, Søren Østergård, speciallæge i almen medicin.",
)
# Red top left, blue bottom right, the rest white; 96 × 64, packed as a telephone packs its photos.
HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5w"
    "aXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFmAAEAAAAAAAAAdgAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEA"
    "AAAAwmlwcnAAAACkaXBjbwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEA"
    "AQArQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAGAAAABA"
    "AAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAB+bWRhdAAAAHIoAa9Yin4Okl//853f/5UekPsSvOjcW/OgzF6f"
    "xP9w2UBkMOD1Cmh8+MDNejW8Olk6/AGDG0BUEyvgBWInJjJqgihj/pkaeQv/8O6DjyhSv9bOjT+7//zQxg+O8X3oR4ScWAPT0h4Pnmz4"
    "cGWGAAAquJg="
)


def zip_(dele: dict[str, str | bytes]) -> bytes:
    ud = io.BytesIO()
    with zipfile.ZipFile(ud, "w", zipfile.ZIP_DEFLATED) as arkiv:
        for navn, indhold in dele.items():
            arkiv.writestr(navn, indhold)
    return ud.getvalue()


def docx(*afsnit: str, raat: str = "", forbindelser: str = "", foran: str = "", **dele: str | bytes) -> bytes:
    """A Word file. `raat`: body XML as it is; `forbindelser`: relations of the document; `dele`: more parts."""
    krop = "".join(f"<w:p><w:r><w:t>{a}</w:t></w:r></w:p>" for a in afsnit) + raat
    rel = "http://schemas.openxmlformats.org/package/2006/relationships"
    return zip_(
        {
            "[Content_Types].xml": TYPER,
            "_rels/.rels": (
                f'<Relationships xmlns="{rel}"><Relationship Id="rId1" Type="{R}/officeDocument" '
                'Target="word/document.xml"/></Relationships>'
            ),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{rel}">{forbindelser}</Relationships>',
            "word/document.xml": (
                f'<?xml version="1.0" encoding="UTF-8"?>{foran}<w:document {W} xmlns:r="{R}">'
                f"<w:body>{krop}</w:body></w:document>"
            ),
            **dele,
        }
    )


def billedlink(adresse: str) -> tuple[str, str]:
    """Body and relation of a picture that lies on a server."""
    tegning = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="b"/><a:graphic '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.'
        'openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/'
        'drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="b"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:link="rId9"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    return tegning, f'<Relationship Id="rId9" Type="{R}/image" Target="{adresse}" TargetMode="External"/>'


def odt(*afsnit: str, raat: str = "", forskrift: str = "", **dele: str | bytes) -> bytes:
    """`forskrift`: scripts of the document; `raat`: body XML as it is."""
    o, x = "urn:oasis:names:tc:opendocument:xmlns", 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    krop = "".join(f"<text:p>{a}</text:p>" for a in afsnit) + raat
    filer = "".join(
        f'<manifest:file-entry manifest:full-path="{navn}" manifest:media-type="text/xml"/>'
        for navn in ("content.xml", *dele)
    )
    return zip_(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": (
                f'<manifest:manifest xmlns:manifest="{o}:manifest:1.0" manifest:version="1.2"><manifest:file-entry '
                'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
                f"{filer}</manifest:manifest>"
            ),
            "content.xml": (
                f'<office:document-content xmlns:office="{o}:office:1.0" xmlns:text="{o}:text:1.0" '
                f'xmlns:draw="{o}:drawing:1.0" xmlns:script="{o}:script:1.0" {x} '
                'xmlns:dom="http://www.w3.org/2001/xml-events" xmlns:ooo="http://openoffice.org/2004/office" '
                f'office:version="1.2">{forskrift}<office:body><office:text>{krop}</office:text></office:body>'
                "</office:document-content>"
            ),
            **dele,
        }
    )


def ark(linjer: Sequence[str] = LINJER, dpi: int = 200) -> Image.Image:
    """An A4 sheet with lines of print, as a scanner sees it."""
    billede = Image.new("L", (round(8.27 * dpi), round(11.69 * dpi)), 255)
    tegner, skrift = ImageDraw.Draw(billede), ImageFont.truetype(SKRIFT, round(11 * dpi / 72))
    for nr, linje in enumerate(linjer):
        tegner.text((dpi, dpi + nr * dpi // 3), linje, fill=0, font=skrift)
    return billede


def scannet(*billeder: Image.Image, dpi: int = 200) -> bytes:
    """A PDF of pictures alone."""
    ud = io.BytesIO()
    billeder[0].save(ud, "PDF", resolution=dpi, save_all=True, append_images=billeder[1:])
    return ud.getvalue()


def tiff(*billeder: Image.Image, **valg: object) -> bytes:
    ud = io.BytesIO()
    billeder[0].save(ud, "TIFF", save_all=True, append_images=billeder[1:], **valg)
    return ud.getvalue()


def flag(stoerrelse: tuple[int, int] = (300, 200)) -> Image.Image:
    """Red top left, blue bottom right, the rest white: it shows which way is up."""
    b, h = stoerrelse
    billede = Image.new("RGB", stoerrelse, "white")
    billede.paste("red", (0, 0, b // 2, h // 2))
    billede.paste("blue", (b // 2, h // 2, b, h))
    return billede


def trykt(drejet: int = 0, udsnit: tuple[float, float, float, float] | None = None) -> bytes:
    """A page of print from the typesetter's own letters, turned and cut as a PDF may be."""
    pdf = pikepdf.new()
    side = pdf.add_blank_page(page_size=(400, 600))
    skrift = pdf.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    ))  # fmt: skip
    side.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=skrift))
    linjer = ((100, 500, "Rehabilitering"), (120, 300, "arbejdsevne \xe6\xf8\xe5"), (90, 120, "sygemeldt"))
    indhold = b"".join(f"BT /F 20 Tf {x} {y} Td ({t}) Tj ET\n".encode("latin-1") for x, y, t in linjer)
    side.Contents = pdf.make_stream(indhold)
    if drejet:
        side.Rotate = drejet
    if udsnit:
        side.CropBox = pikepdf.Array(udsnit)
    ud = io.BytesIO()
    pdf.save(ud)
    return ud.getvalue()
