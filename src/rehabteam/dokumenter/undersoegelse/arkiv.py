"""A zip read strictly: every byte accounted for, every entry once, nothing bigger than it says.

Read by hand, because a lenient reader is one of the things a hostile file plays on: two readers that see two
different files in the same bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from graenser import MAKS_FORHOLD, MAKS_UDPAKKET, MB, SMAA, Nej

MAKS_INDGANGE = 2000
LAENGSTE_NAVN = 255
STYKKE = MB // 4
HALER = (0, 12, 16, 20, 24)  # what may stand after an entry's bytes: nothing, or its size once more


@dataclass(frozen=True, slots=True)
class Indgang:
    """One file in the zip: its bytes lie at `start` .. `slut`."""

    navn: str
    pakket: bool
    crc: int
    stoerrelse: int
    hoved: int
    start: int
    slut: int


def indgange(data: bytes) -> list[Indgang]:
    """Every entry, in the order they lie in the file. Raises Nej where the zip is not exactly what it says."""
    slut = data.rfind(b"PK\5\6")
    if slut < 0 or len(data) < slut + 22:
        raise Nej("afskaaret")
    disk, foerste, her, antal, laengde, sted, note = struct.unpack("<HHHHIIH", data[slut + 4 : slut + 22])
    if len(data) != slut + 22 or note:
        raise Nej("flere_filer")
    if disk or foerste or her != antal or antal == 0xFFFF or sted == 0xFFFFFFFF:
        raise Nej("beskadiget")
    if antal > MAKS_INDGANGE:
        raise Nej("bombe")
    if sted + laengde != slut:
        raise Nej("flere_filer")
    fundne = sorted(_oversigt(data, sted, slut, antal), key=lambda i: i.hoved)
    _efterproev_navne(fundne)
    _uden_overlap(fundne, sted)
    return fundne


def _oversigt(data: bytes, sted: int, slut: int, antal: int) -> Iterator[Indgang]:
    for _ in range(antal):
        if data[sted : sted + 4] != b"PK\1\2":
            raise Nej("beskadiget")
        flag, metode, _tid, crc, pakket, stoerrelse, n, ekstra, note, _d, _i, _e, hoved = struct.unpack(
            "<HHIIIIHHHHHII", data[sted + 8 : sted + 46]
        )
        if flag & 0x2041:  # locked, strongly locked, or with its names locked
            raise Nej("krypteret")
        if metode not in (0, 8) or (metode == 0 and pakket != stoerrelse):
            raise Nej("beskadiget")
        navn = data[sted + 46 : sted + 46 + n]
        start = _lokal(data, hoved, navn, metode)
        if start + pakket > slut:
            raise Nej("beskadiget")
        yield Indgang(_navn(navn), metode == 8, crc, stoerrelse, hoved, start, start + pakket)
        sted += 46 + n + ekstra + note
    if sted != slut:
        raise Nej("beskadiget")


def _lokal(data: bytes, hoved: int, navn: bytes, metode: int) -> int:
    """Where the entry's bytes begin; its own head must say the same as the list."""
    if data[hoved : hoved + 4] != b"PK\3\4" or len(data) < hoved + 30:
        raise Nej("beskadiget")
    (dens_metode,) = struct.unpack("<H", data[hoved + 8 : hoved + 10])
    n, ekstra = struct.unpack("<HH", data[hoved + 26 : hoved + 30])
    if dens_metode != metode or data[hoved + 30 : hoved + 30 + n] != navn:
        raise Nej("beskadiget")
    return hoved + 30 + n + ekstra


def _navn(raa: bytes) -> str:
    if not raa or len(raa) > LAENGSTE_NAVN:
        raise Nej("beskadiget")
    try:
        return raa.decode()
    except UnicodeDecodeError:
        return raa.decode("cp437")


def _efterproev_navne(fundne: list[Indgang]) -> None:
    """No way out of the folder, no two of the same name on any machine."""
    for indgang in fundne:
        led = indgang.navn.removesuffix("/").split("/")
        if not all(led) or ".." in led or "." in led or any(c in indgang.navn for c in '\\:\0\r\n"<>|'):
            raise Nej("beskadiget")
    if len({indgang.navn.casefold() for indgang in fundne}) != len(fundne):
        raise Nej("beskadiget")


def _uden_overlap(fundne: list[Indgang], oversigt: int) -> None:
    """The entries lie one after another from the first byte to the list, and share none."""
    sted = 0
    mulige = {0}
    for indgang in fundne:
        if indgang.hoved < sted:
            raise Nej("bombe")
        if indgang.hoved not in mulige:
            raise Nej("flere_filer")
        sted, mulige = indgang.slut, {indgang.slut + hale for hale in HALER}
    if oversigt not in mulige:
        raise Nej("flere_filer" if oversigt > sted else "bombe")


class Udpakker:
    """Unpacks the entries of one zip and keeps count across them."""

    def __init__(self, data: bytes) -> None:
        self.data, self.ialt = data, 0

    def stykker(self, indgang: Indgang) -> Iterator[bytes]:
        """The bytes of one entry, in pieces, and no more than it says; its checksum is right at the end."""
        crc, laengde = 0, 0
        for stykke in self._raa(indgang):
            laengde += len(stykke)
            self.ialt += len(stykke)
            if self.ialt > MAKS_UDPAKKET or self.ialt > max(SMAA, MAKS_FORHOLD * len(self.data)):
                raise Nej("bombe")
            if laengde > indgang.stoerrelse:
                raise Nej("bombe")
            crc = zlib.crc32(stykke, crc)
            yield stykke
        if laengde != indgang.stoerrelse or crc != indgang.crc:
            raise Nej("beskadiget")

    def _raa(self, indgang: Indgang) -> Iterator[bytes]:
        if not indgang.pakket:
            for sted in range(indgang.start, indgang.slut, STYKKE):
                yield self.data[sted : min(sted + STYKKE, indgang.slut)]
            return
        pakker = zlib.decompressobj(-15)
        rest = self.data[indgang.start : indgang.slut]
        while not pakker.eof:
            stykke = pakker.decompress(rest, STYKKE)
            rest = pakker.unconsumed_tail
            if not stykke and not pakker.eof:
                raise Nej("afskaaret")
            if stykke:
                yield stykke
        if pakker.unused_data or rest:
            raise Nej("flere_filer")
