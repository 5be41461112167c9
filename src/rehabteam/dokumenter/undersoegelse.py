"""Read a hostile file inside limits. Run as a program: kind as argument, bytes on stdin, JSON on stdout.

Imports nothing of ours: it starts alone, without Django, and knows no case. Answers {"sider": n} or
{"afvist": code}; a process that is stopped by its limits answers nothing.
"""

from __future__ import annotations

import contextlib
import io
import json
import resource
import struct
import sys
import warnings
import zlib

import pikepdf
from PIL import Image

MB = 1024 * 1024
SEKUNDER = 5
HUKOMMELSE = 300 * MB
MAKS_SIDER = 2000
MAKS_PIXELS = 40_000_000
MAKS_UDPAKKET = 200 * MB
MAKS_FORHOLD = 100
SMAA = 10 * MB  # what unpacks to less than this is no bomb, however blank the page is
FARLIGE = frozenset(
    (
        *("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE"),
        *("/Rendition", "/Movie", "/Sound", "/RichMediaExecute"),
    )
)


class Nej(Exception):
    """Refused; the argument is the code."""


def saet_graenser() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SEKUNDER, SEKUNDER))
    resource.setrlimit(resource.RLIMIT_DATA, (HUKOMMELSE, HUKOMMELSE))  # heap and private mappings
    resource.setrlimit(resource.RLIMIT_AS, (3 * HUKOMMELSE, 3 * HUKOMMELSE))  # and libraries
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


def pdf(data: bytes) -> int:
    """Pages of a PDF that is whole, unlocked, passive and of sane size."""
    slut = data.rfind(b"%%EOF")
    if slut < 0 or len(data) - slut > 2048:
        raise Nej("afskaaret")
    if data[slut + 5 :].strip(b"\r\n\t \0"):
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
    udpakket = 0
    for obj in doc.objects:
        _passiv(obj, 0)
        if isinstance(obj, pikepdf.Stream):
            udpakket += _udpakket(obj, MAKS_UDPAKKET - udpakket)
    if udpakket > max(SMAA, MAKS_FORHOLD * len(data)):
        raise Nej("bombe")
    return antal


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
    for noegle in noegler:
        led = obj[noegle]
        if isinstance(led, pikepdf.Object) and not led.is_indirect:
            _passiv(led, dybde + 1)


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


def png(data: bytes) -> int:
    """A PNG whose chunks, checksums and amount of picture are all right; read without keeping the picture."""
    sted, pakker, forventet, fundet, slut = 8, zlib.decompressobj(), None, 0, False
    while not slut:
        hoved = data[sted : sted + 8]
        if len(hoved) < 8:
            raise Nej("afskaaret")
        laengde, slags = struct.unpack(">I4s", hoved)
        krop, crc = data[sted + 8 : sted + 8 + laengde], data[sted + 8 + laengde : sted + 12 + laengde]
        if len(crc) < 4:
            raise Nej("afskaaret")
        if zlib.crc32(krop, zlib.crc32(slags)) != int.from_bytes(crc, "big"):
            raise Nej("beskadiget")
        if slags == b"IHDR":
            forventet = _png_stoerrelse(krop)
        elif slags == b"IDAT":
            if forventet is None:
                raise Nej("beskadiget")
            while krop and not pakker.eof:
                fundet += len(pakker.decompress(krop, MB))
                krop = pakker.unconsumed_tail
                if fundet > forventet:
                    raise Nej("bombe")
        slut = slags == b"IEND"
        sted += 12 + laengde
    if forventet is None or fundet < forventet:
        raise Nej("afskaaret")
    if len(data) > sted:
        raise Nej("flere_filer")
    return 1


def _png_stoerrelse(ihdr: bytes) -> int:
    """Bytes of picture, with the filter byte of each row."""
    bredde, hoejde, bit, farve, _, _, flettet = struct.unpack(">IIBBBBB", ihdr)
    if bredde * hoejde > MAKS_PIXELS:
        raise Nej("for_mange_pixels")
    kanaler = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(farve)
    if not bredde or not hoejde or not kanaler or bit not in (1, 2, 4, 8, 16):
        raise Nej("beskadiget")
    gange = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    ialt = 0
    for x, y, dx, dy in gange if flettet else ((0, 0, 1, 1),):
        b, h = -(-(bredde - x) // dx), -(-(hoejde - y) // dy)
        ialt += h * (1 + (b * bit * kanaler + 7) // 8) if b > 0 and h > 0 else 0
    return ialt


def jpeg(data: bytes) -> int:
    """A JPEG that can be read to its end, at an eighth of its size."""
    Image.MAX_IMAGE_PIXELS = None  # our own limit, below
    warnings.simplefilter("ignore")
    with Image.open(io.BytesIO(data), formats=["JPEG"]) as billede:
        if billede.width * billede.height > MAKS_PIXELS:
            raise Nej("for_mange_pixels")
        billede.draft(None, (max(billede.width // 8, 1), max(billede.height // 8, 1)))
        try:
            billede.load()
        except OSError as fejl:
            raise Nej("afskaaret" if "truncated" in str(fejl) else "beskadiget") from None
    hale = data[data.rfind(b"\xff\xd9") + 2 :]
    if any(t in hale.lower() for t in (b"%pdf-", b"pk\x03\x04", b"pk\x05\x06", b"<script", b"<html")):
        raise Nej("flere_filer")
    return 1


def main() -> None:
    saet_graenser()
    data = sys.stdin.buffer.read()
    try:
        svar: dict[str, object] = {"sider": {"pdf": pdf, "png": png, "jpeg": jpeg}[sys.argv[1]](data)}
    except Nej as nej:
        svar = {"afvist": str(nej)}
    except MemoryError:
        svar = {"afvist": "for_tung"}
    except Exception:  # whatever a parser says about a hostile file, the answer is the same
        svar = {"afvist": "beskadiget"}
    json.dump(svar, sys.stdout)


if __name__ == "__main__":
    main()
