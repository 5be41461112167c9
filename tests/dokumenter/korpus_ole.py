"""OLE compound files, made by hand: Outlook's mails, older Office files, locked ones, and ones that lie."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

SEKTOR, LILLE, GRAENSE = 512, 64, 4096
FRI, SLUT, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Traeet = Mapping[str, "bytes | Traeet"]
TEKST, BYTES, TAL, TID, OBJEKT = 0x001F, 0x0102, 0x0003, 0x0040, 0x000D


@dataclass
class _Post:
    navn: str
    slags: int
    data: bytes = b""
    boern: list[_Post] = field(default_factory=list)
    nr: int = 0
    start: int = 0
    stoerrelse: int = 0
    naeste: int = FRI


def ole(indhold: Traeet) -> bytes:
    """A compound file with these streams (bytes) and folders (dicts)."""
    rod = _trae("Root Entry", 5, indhold)
    poster: list[_Post] = []
    _nummerer(rod, poster)
    smaa = b""
    minifat: list[int] = []
    for post in poster:
        post.stoerrelse = len(post.data)
        if post.slags == 2 and 0 < len(post.data) < GRAENSE:
            post.start = len(smaa) // LILLE
            antal = -(-len(post.data) // LILLE)
            minifat += [*range(post.start + 1, post.start + antal), SLUT]
            smaa += post.data.ljust(antal * LILLE, b"\0")
    rod.data, rod.stoerrelse = smaa, len(smaa)
    sektorer: list[bytes] = []
    fat: list[int] = []

    def laeg(data: bytes) -> int:
        if not data:
            return SLUT
        start = len(sektorer)
        antal = -(-len(data) // SEKTOR)
        fyldt = data.ljust(antal * SEKTOR, b"\0")
        sektorer.extend(fyldt[nr * SEKTOR : (nr + 1) * SEKTOR] for nr in range(antal))
        fat.extend([*range(start + 1, start + antal), SLUT])
        return start

    for post in poster:
        if post.slags == 5 or (post.slags == 2 and not 0 < len(post.data) < GRAENSE):
            post.start = laeg(post.data)
    minifat_start = laeg(struct.pack(f"<{len(minifat)}I", *minifat).ljust(1, b"\xff")) if minifat else SLUT
    antal_minifat = -(-len(minifat) * 4 // SEKTOR)
    mappe = b"".join(map(_mappepost, poster))
    mappe_start = laeg(mappe.ljust(-(-len(mappe) // SEKTOR) * SEKTOR, b"\0"))
    antal_fat = 1
    while antal_fat * SEKTOR // 4 < len(fat) + antal_fat:
        antal_fat += 1
    assert antal_fat <= 109
    fat_start = len(sektorer)
    fat += [FAT] * antal_fat
    fat += [FRI] * (antal_fat * SEKTOR // 4 - len(fat))
    sektorer.append(struct.pack(f"<{len(fat)}I", *fat))
    hoved = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack(
        "<HHHHH6x9I",
        *(0x3E, 3, 0xFFFE, 9, 6, 0, antal_fat, mappe_start, 0, GRAENSE),
        *(minifat_start, antal_minifat, SLUT, 0),
    )  # fmt: skip
    difat = [fat_start + nr for nr in range(antal_fat)] + [FRI] * (109 - antal_fat)
    return hoved + struct.pack("<109I", *difat) + b"".join(sektorer)


def _trae(navn: str, slags: int, indhold: Traeet) -> _Post:
    post = _Post(navn, slags)
    for barn, vaerdi in indhold.items():
        post.boern.append(_Post(barn, 2, vaerdi) if isinstance(vaerdi, bytes) else _trae(barn, 1, vaerdi))
    post.boern.sort(key=lambda b: (len(b.navn), b.navn.upper()))
    return post


def _nummerer(post: _Post, poster: list[_Post]) -> None:
    post.nr = len(poster)
    poster.append(post)
    for barn in post.boern:
        _nummerer(barn, poster)
    for dette, naeste in zip(post.boern, post.boern[1:], strict=False):
        dette.naeste = naeste.nr


def _mappepost(post: _Post) -> bytes:
    navn = post.navn.encode("utf-16-le") + b"\0\0"
    foerste = post.boern[0].nr if post.boern else FRI
    return navn.ljust(64, b"\0") + struct.pack(
        "<HBBIII16xI16xIQ",
        len(navn),
        post.slags,
        1,
        FRI,
        post.naeste,
        foerste,
        0,
        post.start,
        post.stoerrelse,
    )


# --- Outlook's mail -------------------------------------------------------------------------------------


def egenskaber(hoved: int, vaerdier: Mapping[tuple[int, int], object]) -> dict[str, bytes]:
    """The property list and the streams beside it; `hoved` bytes stand before the list."""
    liste, stroemme = bytes(hoved), {}
    for (nr, type_), vaerdi in vaerdier.items():
        if type_ in (TEKST, BYTES):
            data = vaerdi.encode("utf-16-le") if isinstance(vaerdi, str) else vaerdi
            stroemme[f"__substg1.0_{nr:04X}{type_:04X}"] = data
            plads = struct.pack("<Q", len(data) + (2 if type_ == TEKST else 0))
        elif type_ == TID:
            plads = struct.pack(
                "<Q", int((vaerdi - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7
            )
        else:
            plads = struct.pack("<iI", vaerdi, 0)
        liste += struct.pack("<HHI", type_, nr, 6) + plads
    return {"__properties_version1.0": liste, **stroemme}


def vedhaeftet(navn: str, data: bytes | Traeet, maade: int = 1, **andet: str) -> dict[str, object]:
    vaerdier: dict[tuple[int, int], object] = {(0x3705, TAL): maade, (0x3707, TEKST): navn}
    if cid := andet.get("cid"):
        vaerdier |= {(0x3712, TEKST): cid, (0x370E, TEKST): "image/png"}
    if isinstance(data, bytes):
        return egenskaber(8, vaerdier | {(0x3701, BYTES): data})
    return egenskaber(8, vaerdier) | {"__substg1.0_3701000D": data}


def mail(
    emne: str = "Epikrise",
    tekst: str | None = "Kære rehabiliteringsteam\r\n\r\nSe den vedhæftede epikrise.",
    bilag: list[dict[str, object]] | None = None,
    indre: bool = False,
    **andet: object,
) -> dict[str, object]:
    """The tree of a mail; `indre`: to lie inside another."""
    vaerdier: dict[tuple[int, int], object] = {
        (0x001A, TEKST): andet.get("klasse", "IPM.Note"),
        (0x0037, TEKST): emne,
        (0x0C1A, TEKST): "Læge Åse",
        (0x5D01, TEKST): "aase@laege.example",
        (0x0C1F, TEKST): "aase@laege.example",
        (0x0039, TID): datetime(2026, 5, 20, 8, 15, tzinfo=UTC),
        (0x3FDE, TAL): 65001,
    }
    if tekst is not None:
        vaerdier[0x1000, TEKST] = tekst
    if html := andet.get("html"):
        vaerdier[0x1013, BYTES] = str(html).encode()
    if rtf := andet.get("rtf"):
        vaerdier[0x1009, BYTES] = rtf
    modtager = egenskaber(8, {(0x3001, TEKST): "Nordby Kommune", (0x39FE, TEKST): "rehab@nordby.example"})
    alle = bilag or []
    return {
        **egenskaber(24 if indre else 32, vaerdier),
        "__recip_version1.0_#00000000": modtager,
        **{f"__attach_version1.0_#{nr:08X}": et for nr, et in enumerate(alle)},
    }


def msg(*args: object, **andet: object) -> bytes:
    """A whole .msg file (see `mail`)."""
    return ole(mail(*args, **andet))  # type: ignore[arg-type]


def mail_i_mail(lag: int) -> dict[str, object]:
    """So many mails inside one another."""
    trae = mail("Inderst", indre=True)
    for nr in range(lag - 1):
        trae = mail(f"Lag {nr}", indre=True, bilag=[vedhaeftet("mail.msg", trae, 5)])
    return mail("Yderst", bilag=[vedhaeftet("mail.msg", trae, 5)])
