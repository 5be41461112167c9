"""What comes in: is it a PDF, JPEG or PNG that can be shown to everybody and cannot do harm?

The bytes themselves are kept as they came. Only their kind, number of pages and a clean name leave here. The
reading is done by a process of its own with limits (`undersoegelse`), so that a hostile file can neither
hang nor eat the one who asks.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from rehabteam.dokumenter import filnavn
from rehabteam.dokumenter.afvist import GEM_SOM_PDF, TEKSTER, Afvist

MAKS_BYTES = 50 * 1024 * 1024
SEKUNDER = 20  # by the wall clock; the child's own limit is 5 s of processor time
BARN = Path(__file__).with_name("undersoegelse.py")

MIME = {"pdf": "application/pdf", "jpeg": "image/jpeg", "png": "image/png"}
ENDELSER = {"pdf": ("pdf",), "jpeg": ("jpg", "jpeg", "jpe", "jfif"), "png": ("png",)}
KENDETEGN = ((b"%PDF-", "pdf"), (b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"))
ANDRE = (  # first bytes, where, what people call it
    (b"PK\x03\x04", 0, "et Word-, Excel- eller zip-dokument"),
    (b"\xd0\xcf\x11\xe0", 0, "et ældre Office-dokument eller en mail"),
    (b"II*\x00", 0, "et TIFF-billede"),
    (b"MM\x00*", 0, "et TIFF-billede"),
    (b"ftyphei", 4, "et HEIC-billede"),
    (b"ftypmif1", 4, "et HEIC-billede"),
    (b"GIF8", 0, "et GIF-billede"),
    (b"WEBP", 8, "et WebP-billede"),
    (b"{\\rtf", 0, "et RTF-dokument"),
    (b"MZ", 0, "et program"),
    (b"\x7fELF", 0, "et program"),
)


@dataclass(frozen=True, slots=True)
class Undersoegt:
    """A file that may be kept.

    `slags`: "pdf", "jpeg" or "png"; `sider` ≥ 1; `navn`: cleaned, with the right ending.
    """

    slags: str
    mime: str
    sider: int
    stoerrelse: int
    navn: str


def undersoeg(navn: str, data: bytes) -> Undersoegt:
    """Check an upload. Raises Afvist with a code and a Danish text."""
    rent = filnavn.rens(navn)
    if not data:
        raise Afvist("tom")
    if len(data) > MAKS_BYTES:
        raise Afvist("for_stor")
    slags = _slags(data)
    endelse = filnavn.endelse(rent)
    if not endelse:
        rent = f"{rent}.{ENDELSER[slags][0]}"
    elif endelse not in ENDELSER[slags]:
        raise Afvist("forkert_endelse")
    return Undersoegt(slags, MIME[slags], _sider(slags, data), len(data), rent)


def _slags(data: bytes) -> str:
    for begyndelse, slags in KENDETEGN:
        if data.startswith(begyndelse):
            return slags
    for kendetegn, sted, hvad in ANDRE:
        if data.startswith(kendetegn, sted):
            raise Afvist("ikke_understoettet", f"Filen er {hvad} og kan ikke vises for alle. {GEM_SOM_PDF}")
    if any(begyndelse in data[:1024] for begyndelse, _ in KENDETEGN):
        raise Afvist("flere_filer")
    raise Afvist("ikke_understoettet")


def _sider(slags: str, data: bytes) -> int:
    """Number of pages, found by the child; whatever stops the child is a refusal."""
    try:
        barn = subprocess.run(
            [sys.executable, "-I", "-B", str(BARN), slags],
            input=data,
            capture_output=True,
            timeout=SEKUNDER,
            env={"LC_ALL": "C.UTF-8"},
            check=False,
        )
    except subprocess.TimeoutExpired as fejl:
        raise Afvist("for_tung") from fejl
    try:
        svar = json.loads(barn.stdout) if barn.returncode == 0 else {"afvist": "for_tung"}
    except ValueError:
        svar = {"afvist": "beskadiget"}
    if (kode := svar.get("afvist")) is not None:
        raise Afvist(kode if kode in TEKSTER else "beskadiget")
    return int(svar["sider"])
