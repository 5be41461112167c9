"""Pages that hold a word in every way a PDF can, and every way the word can be had out of a file again."""

from __future__ import annotations

import io
import subprocess
import zlib

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

ORD = "Hemmelbjerg"
STED = (0.1, 0.1, 0.6, 0.2)  # where the word is drawn: fractions of the page as it is seen
VARIANTER = ("ligeud", "drejet", "beskaaret", "formular", "annotation", "usynligt", "scan", "delt", "gemt")


def _indhold(x: float, y: float, foer: str = "", matrix: str = "") -> bytes:
    skrift = matrix or f"1 0 0 1 {x} {y}"
    return f"q BT {foer} /F 24 Tf {skrift} Tm ({ORD}) Tj ET Q".encode()


def med_ordet(variant: str) -> bytes:
    """A page of 400 × 600 points (as seen) with the word at STED, kept in the file the way `variant` says."""
    with pikepdf.new() as pdf:
        side = pdf.add_blank_page(page_size=(400, 600))
        skrift = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        side.Resources = Dictionary(Font=Dictionary(F=skrift))
        indhold = _indhold(60, 500)
        if variant == "drejet":  # seen upright, drawn lying: the page's own box is 600 × 400
            side.MediaBox, side.Rotate = Array([0, 0, 600, 400]), 90
            indhold = _indhold(0, 0, matrix="0 1 -1 0 100 60")
        elif variant == "beskaaret":
            side.MediaBox, side.CropBox = Array([0, 0, 500, 700]), Array([50, 50, 450, 650])
            indhold = _indhold(110, 550) + b" " + _indhold(2, 2)  # a second one outside what is seen
        elif variant == "usynligt":
            indhold += b" " + _indhold(60, 300, "3 Tr")  # a layer that nobody sees, elsewhere on the page
        elif variant == "formular":
            indhold = b""
            flade = pdf.make_stream(
                f"q BT /F 24 Tf 2 6 Td ({ORD}) Tj ET Q".encode(),
                Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 30]),
                Resources=Dictionary(Font=Dictionary(F=skrift)),
            )  # fmt: skip
            felt = pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(ORD), V=String(ORD), F=4,
                    Rect=Array([60, 494, 360, 524]), AP=Dictionary(N=flade), DA=String("/F 24 Tf 0 g"),
                )
            )  # fmt: skip
            side.Annots = Array([felt])
            pdf.Root.AcroForm = Dictionary(Fields=Array([felt]), DR=Dictionary(Font=Dictionary(F=skrift)))
        elif variant == "annotation":
            side.Annots = Array(
                [
                    pdf.make_indirect(
                        Dictionary(
                            Type=Name.Annot, Subtype=Name.Text, Rect=Array([60, 500, 80, 520]),
                            Contents=String(ORD), T=String(ORD),
                        )
                    )
                ]
            )  # fmt: skip
        elif (
            variant == "scan"
        ):  # a picture of the word with the word behind it, as a scanner with OCR makes it
            objekt = pdf.make_stream(zlib.compress(foto().tobytes()))
            objekt.Type, objekt.Subtype, objekt.Filter = Name.XObject, Name.Image, Name.FlateDecode
            objekt.Width, objekt.Height, objekt.BitsPerComponent, objekt.ColorSpace = (
                800,
                1200,
                8,
                Name.DeviceRGB,
            )
            side.Resources.XObject = Dictionary(B=objekt)
            side.Thumb = pdf.make_stream(b"\0" * 100, Width=10, Height=10, ColorSpace=Name.DeviceGray)
            indhold = b"q 400 0 0 600 0 0 cm /B Do Q " + _indhold(60, 500, "3 Tr")
        elif variant == "gemt":
            pdf.docinfo["/Title"] = String(ORD)
            with pdf.open_metadata() as meta:
                meta["dc:description"] = ORD
            pdf.attachments["bilag.txt"] = pikepdf.AttachedFileSpec(pdf, ORD.encode(), filename=f"{ORD}.txt")
            with pdf.open_outline() as oversigt:
                oversigt.root.append(pikepdf.OutlineItem(ORD, 0))
            pdf.Root.Dests = Dictionary({f"/{ORD}": Array([side.obj, Name.Fit])})
        side.Contents = pdf.make_stream(indhold)
        if variant == "delt":  # the next page, unmarked, uses the very object the word stands in
            pdf.pages.append(side)
            pdf.pages[1].Rotate = 0
        ud = io.BytesIO()
        pdf.save(ud)
    return ud.getvalue()


def foto() -> Image.Image:
    billede = Image.new("RGB", (800, 1200), (250, 240, 200))
    pen = ImageDraw.Draw(billede)
    pen.rectangle((120, 160, 440, 210), fill=(10, 20, 90))
    pen.rectangle((120, 800, 440, 850), fill=(10, 20, 90))
    return billede


def alle_bytes(pdf: bytes) -> bytes:
    """The file as it is, and every stream and every string in it unpacked."""
    stykker = [pdf]
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        for obj in doc.objects:
            stykker.append(obj.unparse(resolved=True))
            if isinstance(obj, pikepdf.Stream):
                stykker.append(obj.read_raw_bytes())
                if obj.get("/Filter") != Name.DCTDecode:
                    stykker.append(obj.read_bytes())
    return b"\n".join(stykker)


def staar_der(pdf: bytes) -> list[str]:
    """Every way the word can be had out of the file."""
    fundet = []
    raa = alle_bytes(pdf)
    hexet = raa.lower()
    for navn, moenster in (
        ("latin", ORD.encode()), ("utf-16be", ORD.encode("utf-16-be")), ("utf-16le", ORD.encode("utf-16-le")),
    ):  # fmt: skip
        fundet += [navn] if moenster in raa else []
        fundet += [f"hex {navn}"] if moenster.hex().encode() in hexet else []
    tekst = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    fundet += ["pdftotext"] if ORD.encode() in tekst else []
    doc = pypdfium2.PdfDocument(pdf)
    fundet += ["pdfium"] if any(ORD in s.get_textpage().get_text_range() for s in doc) else []
    return fundet
