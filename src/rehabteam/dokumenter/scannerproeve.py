"""Is the scanner one that can be relied upon? Asked before production starts.

Answering is not enough. A clamd without signatures finds nothing, and one with small limits calls a big file clean
without having read it. So it is given the harmless test file every scanner knows, at the bottom of as big a file as
Rehabteam takes in.
"""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator

from rehabteam.dokumenter import scanner
from rehabteam.dokumenter.afvist import Afvist
from rehabteam.dokumenter.modtag import MAKS_BYTES

# EICAR's test file, in two pieces: whole, a scanner would take this file for it.
PROEVE = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD" + b"-ANTIVIRUS-TEST-FILE!$H+H*"
OPSAETNING = "Se docs/virusscanner.md."


def efterproev() -> Iterator[str]:
    """Every reason not to trust the scanner, as Danish sentences."""
    try:
        scanner.ping()
        if not scanner.tager_imod(MAKS_BYTES):
            yield f"Virusscanneren tager ikke imod filer på 50 MB: sæt StreamMaxLength op til 60M. {OPSAETNING}"
        elif _finder(PROEVE):
            if not _finder(_paa_bunden()):
                yield (
                    "Virusscanneren kalder en stor fil ren uden at have læst den: sæt MaxFileSize til 60M, MaxScanSize "
                    f"til 400M og AlertExceedsMax til yes. {OPSAETNING}"
                )
        else:
            yield f"Virusscanneren finder ikke prøvefilen EICAR: den har ingen signaturer. {OPSAETNING}"
    except scanner.ScannerNede as fejl:
        yield f"{fejl} REHABTEAM_CLAMD skal pege på en clamd, der kører. {OPSAETNING}"


def _finder(data: bytes) -> bool:
    try:
        return not scanner.scan(io.BytesIO(data)).ren
    except Afvist:  # it says itself that it did not read to the end: no file passes unread
        return True


def _paa_bunden() -> bytes:
    """A little zip with a tar of MAKS_BYTES, empty but for the test file at its end."""
    ud = io.BytesIO()
    with (
        zipfile.ZipFile(ud, "w", zipfile.ZIP_DEFLATED) as z,
        z.open("proeve.tar", "w") as ind,
        tarfile.open(fileobj=ind, mode="w|") as tar,
    ):
        fyld = tarfile.TarInfo("fyld")
        fyld.size = MAKS_BYTES - 64 * 1024
        tar.addfile(fyld, _Nuller())
        sidst = tarfile.TarInfo("proeve.com")
        sidst.size = len(PROEVE)
        tar.addfile(sidst, io.BytesIO(PROEVE))
    return ud.getvalue()


class _Nuller(io.RawIOBase):
    """As many zeros as are asked for."""

    def read(self, antal: int = -1) -> bytes:
        return bytes(max(antal, 0))
