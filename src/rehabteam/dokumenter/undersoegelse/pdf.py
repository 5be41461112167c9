"""A PDF: whole, unlocked, passive and of sane size."""

from __future__ import annotations

import contextlib
import io
import re
import zlib

import pikepdf
from graenser import MAKS_FORHOLD, MAKS_PIXELS, MAKS_SIDER, MAKS_UDPAKKET, MB, SMAA, Nej

FARLIGE = frozenset(
    (
        *("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE"),
        *("/Rendition", "/Movie", "/Sound", "/RichMediaExecute"),
    )
)

KOMMENTAR = re.compile(rb"(?:%[ -;=-~]*)?")  # no "<": nothing a browser could take for a page


def pdf(data: bytes) -> dict[str, object]:
    """Pages of a PDF that is whole, unlocked, passive and of sane size."""
    begyndelse = data[:1024].lower()
    if b"<html" in begyndelse or b"<script" in begyndelse:
        raise Nej("flere_filer")
    slut = data.rfind(b"%%EOF")
    if slut < 0 or len(data) - slut > 2048:
        raise Nej("afskaaret")
    # Some scanners sign with a comment after the end; whatever else stands there is another file.
    efter = (linje.strip(b"\t \0") for linje in data[slut + 5 :].splitlines())
    if not all(KOMMENTAR.fullmatch(linje) for linje in efter):
        raise Nej("flere_filer")
    if data.find(b"PK\x05\x06", max(0, len(data) - 66_000)) >= 0:
        raise Nej("flere_filer")
    try:
        doc = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError:
        raise Nej("krypteret") from None
    if doc.is_encrypted:
        raise Nej("krypteret")
    antal = len(doc.pages)
    if antal > MAKS_SIDER:
        raise Nej("for_mange_sider")
    if not antal:
        raise Nej("ingen_sider")
    _aabner_stille(doc)
    udpakket = 0
    for obj in doc.objects:
        _passiv(obj, 0)
        if isinstance(obj, pikepdf.Stream):
            udpakket += _udpakket(obj, MAKS_UDPAKKET - udpakket)
    if udpakket > max(SMAA, MAKS_FORHOLD * len(data)):
        raise Nej("bombe")
    return {"sider": antal}


def _aabner_stille(doc: pikepdf.Pdf) -> None:
    """Opening it shows a page of its own, and does nothing else."""
    start = doc.Root.get("/OpenAction")
    if isinstance(start, pikepdf.Dictionary) and str(start.get("/S")) not in ("/GoTo", "/Named"):
        raise Nej("aktivt_indhold")


def _passiv(obj: pikepdf.Object, dybde: int) -> None:
    """No scripts, no programs, no files inside, no forms that only one program can open."""
    if dybde > 50:
        raise Nej("beskadiget")
    if isinstance(obj, pikepdf.Array):
        for led in obj:
            if isinstance(led, pikepdf.Object) and not led.is_indirect:
                _passiv(led, dybde + 1)
        return
    if not isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
        return
    noegler = set(obj.keys())
    if noegler & {"/JS", "/JavaScript", "/RichMedia", "/RichMediaContent"} or str(obj.get("/S")) in FARLIGE:
        raise Nej("aktivt_indhold")
    if "/EF" in noegler or "/EmbeddedFiles" in noegler or obj.get("/Type") == pikepdf.Name.EmbeddedFile:
        raise Nej("indlejret_fil")
    if "/XFA" in noegler:
        raise Nej("formular")
    if (isinstance(obj, pikepdf.Stream) and "/F" in noegler) or "/OPI" in noegler or _ude(obj):
        raise Nej("henter_udefra")
    for noegle in noegler:
        led = obj[noegle]
        if isinstance(led, pikepdf.Object) and not led.is_indirect:
            _passiv(led, dybde + 1)


def _ude(obj: pikepdf.Object) -> bool:
    """Another file that is opened or read in: on a server, or wherever it lies."""
    if str(obj.get("/S")) == "/GoToR":
        return True
    return obj.get("/Type") == pikepdf.Name.XObject and "/Ref" in obj


def _udpakket(stream: pikepdf.Stream, plads: int) -> int:
    """Bytes a stream unpacks to, counted, not kept. Pictures answer to their own width and height."""
    billede = stream.get("/Subtype") == pikepdf.Name.Image
    if billede:
        bredde, hoejde = int(stream.get("/Width", 0)), int(stream.get("/Height", 0))
        if bredde * hoejde > MAKS_PIXELS:
            raise Nej("for_mange_pixels")
        plads = max(bredde * hoejde * 8 + hoejde + MB, MB)  # at most 4 colours of 16 bits
    filtre = stream.get("/Filter")
    navne = [str(f) for f in filtre] if isinstance(filtre, pikepdf.Array) else [str(filtre)] if filtre else []
    raa = stream.read_raw_bytes()
    if navne and all(n in ("/FlateDecode", "/Fl") for n in navne):
        antal = _pust_op(raa, len(navne), plads)
    elif navne and not set(navne) & {"/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/DCT"}:
        antal = len(stream.read_bytes())
    else:
        antal = len(raa)
    if antal > plads:
        raise Nej("bombe")
    return 0 if billede else antal


def _pust_op(raa: bytes, lag: int, plads: int) -> int:
    """Unpacked size of `lag` layers of zlib, in pieces; stops a little above `plads`."""
    if lag > 4:
        raise Nej("bombe")
    kaede = [zlib.decompressobj() for _ in range(lag)]
    antal = 0

    def videre(nr: int, stykke: bytes) -> None:
        nonlocal antal
        if nr == lag:
            antal += len(stykke)
            if antal > plads:
                raise Nej("bombe")
            return
        while stykke and not kaede[nr].eof:
            ud = kaede[nr].decompress(stykke, MB)
            stykke = kaede[nr].unconsumed_tail
            videre(nr + 1, ud)

    with contextlib.suppress(zlib.error):  # a viewer shows what can be unpacked; so much has been counted
        videre(0, raa)
    return antal
