"""TIFF and HEIC, good and hostile. The HEIC was made by us once: no encoder is among the tools of the tests."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image

from tests.dokumenter import korpus

HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    "ACJpbG9jAAAAAERAAAEAAQAAAAABoQABAAAAAAAAAB8AAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRt"
    "AAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA"
    "AAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5j"
    "bHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBp"
    "eGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAACdtZGF0AAAAGygBrwtg9QruC418WNfdRrq5+3/KjM9HuAA9Ww=="
)
# 6400 × 6400 of one grey.
STOR_HEIC = zlib.decompress(
    base64.b64decode(
        "eNrt1M9rE0EUB/CZTGyqRD1YTUUPm+pBS6H0DxCi5lDFS0UkKJQmmyw7YbdZYloielhpwUsPgohHRapYjBqUHhSEiGcPghHqzWOl"
        "hx4UChbaN0kU9CSl30Pom/0xb2bffnZm2F0hxFGncj1wC7oqqPjaGTGxr7OOEHLML1Syol2Sbt4rd2IRaLsi/ikD2ivZJkinhKSN"
        "ipxq13T3Ep2OaT3ptJqm9yA1CpFOy522R0y4L9AV/0/KJx2UA6pf6cAuUT1FaWdltJfCB2sm6d2qWF9fo3C/mqA7EikZlxsbJkG1"
        "MhSlvI2ksnTt5Bkp/77QUJYl7xy6unD8yZu6RX3KnEQyR9mxtHxfrudS9IwDdskrT9pelbr3ip6Quvr0taDQntjhzmFGXtWtgZvh"
        "JXTg/145WozorYiK0ip88/NZWrhk84R8sedh/tSv6drSy/HFYvPZ5edXFovt4Py9wUsLFx9vvbJ+nh5Yfl0fmpn7MB625rqt+8fw"
        "0eyFscRQY/tp8TW8e6Q2AYCVyDVuQ1yh5DkQLO6HGHn3U4xLnz7ClQkIqxwIG8tD2HgGwvbXIeygBWFBL5jbgLDzmM+3CWHlMES9"
        "AVGXEWqkCFG/I1TMv0t9AajROQC6K45AbyLQFQDa4yHQGgCN9SHQNAJFvKexeQT6uWvQH92C9vYzyuhORUcRaKZr0NGdjWYYZZRR"
        "RhlllFFGGWWUUUYZZZTR/0TdTQEyyqY="
    )
)


def tiff(sider: int = 1, stoerrelse: tuple[int, int] = (60, 40), mode: str = "1", **gem: object) -> bytes:
    ud = io.BytesIO()
    billede = Image.linear_gradient("L").resize(stoerrelse).convert(mode)
    billede.save(ud, "TIFF", save_all=True, append_images=[billede] * (sider - 1), **gem)
    return ud.getvalue()


def tiff_felt(data: bytes, maerke: int, vaerdi: int) -> bytes:
    """The same TIFF with another value in the first directory's field."""
    orden = "<" if data[:2] == b"II" else ">"
    (sted,) = struct.unpack_from(f"{orden}I", data, 4)
    (antal,) = struct.unpack_from(f"{orden}H", data, sted)
    ud = bytearray(data)
    for nr in range(antal):
        plads = sted + 2 + 12 * nr
        if struct.unpack_from(f"{orden}H", data, plads)[0] == maerke:
            struct.pack_into(f"{orden}HII", ud, plads + 2, 4, 1, vaerdi)
    return bytes(ud)


def tiff_i_ring() -> bytes:
    """Its only directory says that the next one is itself."""
    data = bytearray(tiff())
    (sted,) = struct.unpack_from("<I", data, 4)
    (antal,) = struct.unpack_from("<H", data, sted)
    struct.pack_into("<I", data, sted + 2 + 12 * antal, sted)
    return bytes(data)


def tiff_med_mange_sider(antal: int, bredde: int = 8, hoejde: int = 8) -> bytes:
    """Directories by hand; all of them share one strip."""
    felter = [
        (256, bredde),
        (257, hoejde),
        (258, 1),
        (259, 1),
        (262, 1),
        (273, 8),
        (277, 1),
        (278, hoejde),
        (279, 8),
    ]
    ud = b"II*\0" + struct.pack("<I", 16) + bytes(8)
    for nr in range(antal):
        liste = b"".join(struct.pack("<HHII", m, 4, 1, v) for m, v in felter)
        naeste = len(ud) + 2 + len(liste) + 4
        ud += struct.pack("<H", len(felter)) + liste + struct.pack("<I", naeste if nr < antal - 1 else 0)
    return ud


def heic_maal(bredde: int, hoejde: int) -> bytes:
    """The little HEIC that says it is another size (in every ispe box)."""
    data = bytearray(HEIC)
    sted = data.find(b"ispe")
    while sted >= 0:
        struct.pack_into(">II", data, sted + 8, bredde, hoejde)
        sted = data.find(b"ispe", sted + 4)
    return bytes(data)


Fil = tuple[str, "bytes | Callable[[], bytes]", str]

GODE: dict[str, Fil] = {
    "tiff": ("Scan.tif", tiff(), "tiff"),
    "tiff fax i tre sider": ("a.tiff", lambda: tiff(3, (1654, 2339), compression="group4"), "tiff"),
    "tiff i farver": ("a.tif", lambda: tiff(2, mode="RGB", compression="jpeg"), "tiff"),
    "tiff deflate": ("a.tif", lambda: tiff(1, mode="L", compression="tiff_adobe_deflate"), "tiff"),
    "tiff cmyk": ("a.tif", lambda: tiff(1, mode="CMYK", compression="tiff_lzw"), "tiff"),
    "blank fax": ("a.tif", lambda: tiff(2, (2480, 3508), compression="group4"), "tiff"),
    "heic": ("IMG_1.HEIC", HEIC, "heic"),
    "heif": ("a.heif", HEIC, "heic"),
}
DAARLIGE: dict[str, Fil] = {
    "tiff kaldt pdf": ("a.pdf", tiff(), "forkert_endelse"),
    "heic kaldt jpg": ("a.jpg", HEIC, "forkert_endelse"),
    "tiff skåret over": ("a.tif", tiff(1, (900, 900), "L")[:-5000], "afskaaret"),
    "tiff kun hovedet": ("a.tif", b"II*\0\x08\0\0\0", "afskaaret"),
    "tiff uden sider": ("a.tif", b"II*\0\0\0\0\0", "ingen_sider"),
    "tiff i ring": ("a.tif", tiff_i_ring(), "bombe"),
    "tiff på 2001 sider": ("a.tif", lambda: tiff_med_mange_sider(2001), "for_mange_sider"),
    "tiff-bombe": ("a.tif", lambda: tiff_med_mange_sider(200, 6000, 6000), "bombe"),
    "tiff-flodbølge": ("a.tif", tiff_felt(tiff_felt(tiff(), 256, 60_000), 257, 60_000), "for_mange_pixels"),
    "tiff uden bredde": ("a.tif", tiff_felt(tiff(), 256, 0), "beskadiget"),
    "tiff med stribe udenfor": ("a.tif", tiff_felt(tiff(), 273, 99_999_999), "afskaaret"),
    "tiff af ukendt slags": ("a.tif", tiff_felt(tiff(), 259, 60_001), "beskadiget"),
    "tiff med zip efter": ("a.tif", tiff() + korpus.zip_(a=b"x"), "flere_filer"),
    "stor tiff": ("a.tif", b"II+\0\x08\0\0\0", "ikke_understoettet"),
    "heic skåret over": ("a.heic", HEIC[:-20], "afskaaret"),
    "heic med zip efter": ("a.heic", HEIC + korpus.zip_(a=b"x"), "flere_filer"),
    "heic på 41 megapixel": ("a.heic", STOR_HEIC, "for_mange_pixels"),
    "heic-flodbølge": ("a.heic", heic_maal(60_000, 60_000), "beskadiget"),
    "heic uden indhold": ("a.heic", b"\0\0\0\x18ftypheic" + bytes(12), "beskadiget"),
    "avif": ("a.avif", b"\0\0\0\x18ftypavif" + bytes(99), "ikke_understoettet"),
    "video": ("a.heic", b"\0\0\0\x18ftypisom" + bytes(99), "ikke_understoettet"),
}
