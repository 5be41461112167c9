"""Files a person could send in, good and bad, made here. Nothing is fetched and nothing is stored."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image


def pdf(sider: int = 1, goer: Callable[[pikepdf.Pdf], None] | None = None, **gem: object) -> bytes:
    """A plain PDF; `goer` may change it before it is saved."""
    doc = pikepdf.new()
    for nr in range(sider):
        side = doc.add_blank_page(page_size=(595, 842))
        side.Resources = Dictionary(
            Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        )
        side.Contents = doc.make_stream(f"BT /F 14 Tf 60 760 Td (Side {nr + 1}) Tj ET".encode())
    if goer:
        goer(doc)
    ud = io.BytesIO()
    doc.save(ud, static_id=True, **gem)
    return ud.getvalue()


def billede(
    format_: str = "JPEG", stoerrelse: tuple[int, int] = (60, 40), mode: str = "RGB", **gem: object
) -> bytes:
    ud = io.BytesIO()
    Image.linear_gradient("L").resize(stoerrelse).convert(mode).save(ud, format_, **gem)
    return ud.getvalue()


def zip_(**filer: bytes) -> bytes:
    ud = io.BytesIO()
    with zipfile.ZipFile(ud, "w") as z:
        for navn, indhold in filer.items():
            z.writestr(navn, indhold)
    return ud.getvalue()


def zip_note(note: bytes) -> bytes:
    """A zip whose last bytes are `note`."""
    ud = io.BytesIO()
    with zipfile.ZipFile(ud, "w") as z:
        z.writestr("a.html", b"<script>")
        z.comment = note
    return ud.getvalue()


def javascript_ved_aabning(doc: pikepdf.Pdf) -> None:
    doc.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def javascript_i_navne(doc: pikepdf.Pdf) -> None:
    skript = doc.make_indirect(Dictionary(S=Name.JavaScript, JS=String("1")))
    doc.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), skript])))


def javascript_dybt_paa_en_side(doc: pikepdf.Pdf) -> None:
    handling = Dictionary(S=Name.URI, URI=String("x"), Next=Array([Dictionary(S=Name.JavaScript)]))
    doc.pages[0].Annots = Array([Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=handling)])


def start_program(doc: pikepdf.Pdf) -> None:
    doc.Root.OpenAction = Dictionary(S=Name.Launch, F=String("cmd.exe"))


def send_formular(doc: pikepdf.Pdf) -> None:
    doc.pages[0].AA = Dictionary(O=Dictionary(S=Name.SubmitForm, F=String("http://127.0.0.1/")))


def adresse_ved_aabning(doc: pikepdf.Pdf) -> None:
    doc.Root.OpenAction = Dictionary(S=Name.URI, URI=String("http://127.0.0.1/"))


def anden_fil(doc: pikepdf.Pdf) -> None:
    handling = Dictionary(S=Name.GoToR, F=String("\\\\server\\del\\a.pdf"), D=Array([0, Name.Fit]))
    doc.pages[0].AA = Dictionary(O=handling)


def indhold_udefra(doc: pikepdf.Pdf) -> None:
    doc.pages[0].Contents.F = String("http://127.0.0.1/x")


def fil_indeni(doc: pikepdf.Pdf) -> None:
    doc.attachments["gave.exe"] = b"MZ"


def fil_som_note(doc: pikepdf.Pdf) -> None:
    indhold = doc.make_stream(b"MZ")
    doc.pages[0].Annots = Array(
        [Dictionary(Subtype=Name.FileAttachment, FS=Dictionary(Type=Name.Filespec, EF=Dictionary(F=indhold)))]
    )


def xfa(doc: pikepdf.Pdf) -> None:
    doc.Root.AcroForm = Dictionary(Fields=Array(), XFA=doc.make_stream(b"<xdp/>"))


def bombe(lag: int = 1, stoerrelse: int = 400_000_000) -> Callable[[pikepdf.Pdf], None]:
    def goer(doc: pikepdf.Pdf) -> None:
        pakker = zlib.compressobj(9)
        stykke = bytes(10_000_000)
        data = b"".join(pakker.compress(stykke) for _ in range(stoerrelse // len(stykke))) + pakker.flush()
        for _ in range(lag - 1):
            data = zlib.compress(data, 9)
        filter_ = Name.FlateDecode if lag == 1 else Array([Name.FlateDecode] * lag)
        doc.pages[0].Contents = pikepdf.Stream(doc, data, Filter=filter_)

    return goer


def billedbombe(bredde: int, hoejde: int, data: int) -> Callable[[pikepdf.Pdf], None]:
    def goer(doc: pikepdf.Pdf) -> None:
        billede = pikepdf.Stream(doc, zlib.compress(bytes(data)), Filter=Name.FlateDecode)
        billede.Type, billede.Subtype = Name.XObject, Name.Image
        billede.Width, billede.Height, billede.BitsPerComponent = bredde, hoejde, 8
        billede.ColorSpace = Name.DeviceGray
        doc.pages[0].Resources.XObject = Dictionary(B=billede)

    return goer


def dybt(doc: pikepdf.Pdf) -> None:
    led = Array()
    for _ in range(200):
        led = Array([led])
    doc.Root.Dyb = led


def png_bombe() -> bytes:
    """Says 100 × 100, holds 100 MB."""
    return _png(100, 100, zlib.compress(bytes(100_000_000)))


def png_flodboelge() -> bytes:
    """60,000 × 60,000 in a few bytes."""
    return _png(60_000, 60_000, zlib.compress(b""))


def _png(bredde: int, hoejde: int, data: bytes) -> bytes:
    def stykke(slags: bytes, krop: bytes) -> bytes:
        return len(krop).to_bytes(4, "big") + slags + krop + zlib.crc32(slags + krop).to_bytes(4, "big")

    hoved = bredde.to_bytes(4, "big") + hoejde.to_bytes(4, "big") + bytes([8, 0, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + stykke(b"IHDR", hoved) + stykke(b"IDAT", data) + stykke(b"IEND", b"")


def jpeg_flodboelge() -> bytes:
    """A small JPEG whose head says 60,000 × 60,000."""
    data = bytearray(billede())
    sof = data.index(b"\xff\xc0")
    data[sof + 5 : sof + 9] = (60_000).to_bytes(2, "big") * 2
    return bytes(data)
