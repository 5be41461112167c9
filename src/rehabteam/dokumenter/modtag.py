"""What comes in: which kind of file is it, may it be kept, and can it do harm?

The bytes themselves are kept as they came. Only their kind, number of pages and a clean name leave here. The
reading is done by a process of its own with limits (`barn`), so that a hostile file can neither hang nor eat
the one who asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rehabteam.dokumenter import barn, filnavn
from rehabteam.dokumenter.afvist import GEM_SOM_PDF, Afvist

MAKS_BYTES = 50 * 1024 * 1024

MIME = {
    "pdf": "application/pdf",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "tiff": "image/tiff",
    "heic": "image/heic",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "eml": "message/rfc822",
    "msg": "application/vnd.ms-outlook",
}
ALLE = frozenset(MIME)
VISES_SOM_DE_ER = frozenset({"pdf", "jpeg", "png"})  # the others are shown as the PDF made of them
POST = frozenset({"eml", "msg"})
# The endings a person's file may have, the usual one first.
ENDELSER = {
    "pdf": ("pdf",),
    "jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "png": ("png",),
    "tiff": ("tif", "tiff"),
    "heic": ("heic", "heif", "hif"),
    "docx": ("docx",),
    "odt": ("odt",),
    "eml": ("eml",),
    "msg": ("msg",),
}
# What the first bytes say. "zip" and "ole" are wrappings: only the child can tell what is in them.
KENDETEGN = (
    (b"%PDF-", "pdf"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
)
HVAD = {
    "pdf": "en PDF-fil",
    "jpeg": "et JPEG-billede",
    "png": "et PNG-billede",
    "docx": "et Word-dokument",
    "odt": "et ODT-dokument",
    "msg": "en mail fra Outlook",
    "zip": "et Word-, Excel- eller zip-dokument",
    "ole": "et ældre Office-dokument eller en mail",
    "eml": "en mail",
    "tiff": "et TIFF-billede",
    "heic": "et HEIC-billede",
}
INDPAKNING = {"zip": frozenset({"docx", "odt"}), "ole": frozenset({"msg"})}
HEIC_MAERKER = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))
ANDRE = (  # first bytes, where, what people call it
    (b"GIF8", 0, "et GIF-billede"),
    (b"WEBP", 8, "et WebP-billede"),
    (b"ftypavif", 4, "et AVIF-billede"),
    (b"ftyp", 4, "en video- eller lydfil"),
    (b"{\\rtf", 0, "et RTF-dokument"),
)
ALDRIG = (  # as a PDF they would be of no more use
    (b"Rar!", "arkiv"),
    (b"7z\xbc\xaf", "arkiv"),
    (b"\x1f\x8b", "arkiv"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
HOVED = 64 * 1024  # a mail's header fields end before this
FELT = re.compile(rb"([!-9;-~]{1,70}):")
POSTFELTER = frozenset(
    (
        *(b"from", b"to", b"cc", b"subject", b"date", b"received", b"message-id", b"mime-version"),
        *(b"return-path", b"delivered-to", b"content-type", b"reply-to", b"sender"),
    )
)


@dataclass(frozen=True, slots=True)
class Undersoegt:
    """A file that may be kept.

    `slags`: one of ALLE; `sider` ≥ 1, None where only a conversion can tell; `navn`: cleaned, with the right
    ending.
    """

    slags: str
    mime: str
    sider: int | None
    stoerrelse: int
    navn: str


def undersoeg(navn: str, data: bytes, tilladt: frozenset[str] = ALLE) -> Undersoegt:
    """Check an upload; only the kinds in `tilladt` come in. Raises Afvist with a code and a Danish text."""
    rent = filnavn.rens(navn)
    if not data:
        raise Afvist("tom")
    if len(data) > MAKS_BYTES:
        raise Afvist("for_stor")
    slags = _slags(data)
    if slags not in ("pdf", "zip") and b"%PDF-" in data[:1024]:
        raise Afvist("flere_filer")
    muligheder = INDPAKNING.get(slags, frozenset({slags}))
    if not muligheder & tilladt:
        raise _vises_ikke(HVAD.get(slags, "af en anden slags"))
    endelse = filnavn.endelse(rent)
    if slags not in INDPAKNING:
        _passer(endelse, slags)
    svar = barn.svar(slags, data)
    if slags in INDPAKNING:
        slags = str(svar.get("slags"))
        if slags not in muligheder & tilladt:
            raise Afvist("ikke_understoettet")
        _passer(endelse, slags)
    if not endelse:
        rent = filnavn.rens(f"{rent}.{ENDELSER[slags][0]}")
    return Undersoegt(slags, MIME[slags], _sider(svar.get("sider")), len(data), rent)


def _vises_ikke(hvad: str) -> Afvist:
    return Afvist("ikke_understoettet", f"Filen er {hvad} og kan ikke vises for alle. {GEM_SOM_PDF}")


def _passer(endelse: str, slags: str) -> None:
    if endelse and endelse not in ENDELSER[slags]:
        ret = f"Giv den endelsen .{ENDELSER[slags][0]}, og vælg den igen."
        raise Afvist("forkert_endelse", f"Filen er {HVAD[slags]}, men hedder .{endelse}. {ret}")


def _sider(svar: object) -> int | None:
    if svar is None:
        return None
    if not isinstance(svar, int) or svar < 1:
        raise Afvist("beskadiget")
    return svar


def _slags(data: bytes) -> str:
    for begyndelse, slags in KENDETEGN:
        if data.startswith(begyndelse):
            return slags
    if data[4:8] == b"ftyp" and data[8:12] in HEIC_MAERKER:
        return "heic"
    for kendetegn, kode in ALDRIG:
        if data.startswith(kendetegn):
            raise Afvist(kode)
    for kendetegn, sted, hvad in ANDRE:
        if data.startswith(kendetegn, sted):
            raise _vises_ikke(hvad)
    if any(begyndelse in data[:1024] for begyndelse, slags in KENDETEGN if slags not in ("jpeg", "tiff")):
        raise Afvist("flere_filer")
    if _er_post(data):
        return "eml"
    raise Afvist("ikke_understoettet")


def _er_post(data: bytes) -> bool:
    """A mail begins with header fields and nothing else, two of them known and one of them the sender's."""
    hoved = re.split(rb"\r?\n\r?\n", data[:HOVED], maxsplit=1)[0]
    if b"\0" in hoved:
        return False
    linjer = [linje for linje in hoved.splitlines() if linje[:1] not in (b" ", b"\t")]
    felter = [FELT.match(linje) for linje in linjer]
    if not linjer or not all(felter):
        return False
    navne = {felt[1].lower() for felt in felter if felt}
    return b"from" in navne and len(navne & POSTFELTER) >= 2
