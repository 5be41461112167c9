"""DOCX and ODT: a zip of XML and pictures, that runs nothing, fetches nothing and hides nothing."""

from __future__ import annotations

import io
import itertools
import re
import warnings
from collections.abc import Iterator
from xml.parsers import expat

from arkiv import Indgang, Udpakker, indgange
from docx import Docxvagt, docx_navne
from graenser import MAKS_PIXELS, MB, Nej
from odt import Odtvagt, odt_navne
from PIL import Image, UnidentifiedImageError
from xmlvagt import Vagt

ODT = b"application/vnd.oasis.opendocument.text"
TYPER = "[Content_Types].xml"
BILLEDER = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
TEGNINGER = (b"\xd7\xcd\xc6\x9a", b"\1\0\x09\0\0", b"II\xbc")  # WMF with and without its head, JPEG XR
SKRIFTER = re.compile(r"(word/fonts/[^/]+\.(odttf|ttf|otf)|Fonts/[^/]+)")
SKRIFTTEGN = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
MAKS_BILLEDE = 64 * MB


def kontor(data: bytes) -> dict[str, object]:
    """Which of the two it is. Raises Nej."""
    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None  # our own limit, below
    dele = indgange(data)
    udpakker = Udpakker(data)
    navne = [d.navn for d in dele]
    if TYPER in navne and "mimetype" in navne:  # Word would read the one, LibreOffice the other
        raise Nej("flere_filer")
    if TYPER in navne:
        docx_navne(navne)
        slags, vagt = "docx", Docxvagt
    elif navne[:1] == ["mimetype"]:
        maerke = b"".join(Udpakker(data).stykker(dele[0])).strip()
        if maerke != ODT:
            raise Nej("andet_kontor" if maerke.startswith(b"application/vnd.oasis") else "arkiv")
        odt_navne(navne)
        slags, vagt = "odt", Odtvagt
    else:
        raise Nej("arkiv")
    if b"%PDF-" in data[:1024]:
        raise Nej("flere_filer")
    for indgang in dele:
        _del(indgang, udpakker.stykker(indgang), vagt(indgang.navn))
    return {"slags": slags, "sider": None}


def _del(indgang: Indgang, stykker: Iterator[bytes], vagt: Vagt) -> None:
    """One file in the zip: XML that the guard accepts, a picture of sane size, or a font."""
    foerste = next(stykker, b"")
    alle = itertools.chain((foerste,), stykker)
    if _er_xml(foerste):
        try:
            vagt.laes(alle)
        except expat.ExpatError:
            raise Nej("beskadiget") from None
        return
    if indgang.navn.lower().endswith((".xml", ".rels")) and foerste.strip():
        raise Nej("beskadiget")
    if foerste.startswith(BILLEDER):
        _billede(alle)
        return
    for _ in alle:  # counted and checked, not kept
        pass
    if not (
        not foerste
        or indgang.navn in ("mimetype", "layout-cache")
        or foerste.startswith(TEGNINGER)
        or foerste[40:44] == b" EMF"
        or (
            SKRIFTER.fullmatch(indgang.navn)
            and (indgang.navn.endswith(".odttf") or foerste[:4] in SKRIFTTEGN)
        )
    ):
        raise Nej("indlejret_fil")


def _er_xml(begyndelse: bytes) -> bool:
    return begyndelse.startswith((b"\xff\xfe<\0", b"\xfe\xff\0<")) or begyndelse.removeprefix(
        b"\xef\xbb\xbf"
    ).lstrip().startswith(b"<")


def _billede(stykker: Iterator[bytes]) -> None:
    samlet = bytearray()
    for stykke in stykker:
        samlet += stykke
        if len(samlet) > MAKS_BILLEDE:
            raise Nej("for_tung")
    try:
        with Image.open(io.BytesIO(samlet), formats=["PNG", "JPEG", "GIF", "BMP", "TIFF"]) as billede:
            if billede.width * billede.height > MAKS_PIXELS:
                raise Nej("for_mange_pixels")
    except (UnidentifiedImageError, OSError, SyntaxError):
        raise Nej("beskadiget") from None
