"""Many files as one archive: the same files give the same bytes, every time and on every machine."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable
from typing import BinaryIO

SUMMER = "SHA256SUMS.txt"
# The time of every entry: the format's first day. The real days stand in the papers themselves.
TID = (1980, 1, 1, 0, 0, 0)


def pak(filer: Iterable[tuple[str, bytes]], ud: BinaryIO) -> None:
    """Write the archive: the files in the order given, byte for byte, and last a list of their SHA-256.

    Names are paths with "/", chosen by the caller; ValueError for one that is not safe or comes twice.
    """
    summer: list[str] = []
    brugt: set[str] = {SUMMER}
    with zipfile.ZipFile(ud, "w", zipfile.ZIP_STORED) as arkiv:
        for navn, data in filer:
            if navn in brugt or not _sikkert(navn):
                raise ValueError(f"name in the archive: {navn!r}")
            brugt.add(navn)
            _skriv(arkiv, navn, data)
            summer.append(f"{hashlib.sha256(data).hexdigest()}  {navn}\n")
        _skriv(arkiv, SUMMER, "".join(summer).encode())


def _sikkert(navn: str) -> bool:
    """Small ASCII letters, digits, dash and dot, in at most one folder: nothing any system reads as more."""
    dele = navn.split("/")
    return len(dele) <= 2 and all(
        d and d[0].isalnum() and d.isascii() and d.replace("-", "").replace(".", "").isalnum() for d in dele
    )


def _skriv(arkiv: zipfile.ZipFile, navn: str, data: bytes) -> None:
    post = zipfile.ZipInfo(navn, TID)
    post.create_system, post.external_attr = 3, 0o600 << 16
    arkiv.writestr(post, data)
