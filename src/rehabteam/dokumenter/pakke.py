"""A sealed package: one ZIP of named files with a manifest of their SHA-256. The same contents give the same bytes.

What comes in is never unpacked to disk, and only what the manifest names is read.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping
from typing import Any

MANIFEST = "manifest.json"
TIDSPUNKT = (1980, 1, 1, 0, 0, 0)  # the same contents, the same bytes
HOEJST_FILER = 600
HOEJST_BYTES = 512 * 1024 * 1024  # unpacked
NAVN = re.compile(r"[a-z0-9][a-z0-9._/-]{0,99}")


class PakkeFejl(ValueError):
    """The package cannot be used. `str()` is Danish, for the user."""


def pak(oplysninger: Mapping[str, Any], filer: Mapping[str, bytes]) -> bytes:
    """`oplysninger`: what the manifest says of the package itself (JSON-able). Names: lower case, no CPR."""
    manifest = {
        **oplysninger,
        "filer": {
            navn: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
            for navn, data in sorted(filer.items())
        },
    }
    ud = io.BytesIO()
    with zipfile.ZipFile(ud, "w", zipfile.ZIP_DEFLATED) as arkiv:
        for navn, data in ((MANIFEST, _json(manifest)), *sorted(filer.items())):
            arkiv.writestr(_post(navn), data)
    return ud.getvalue()


def _post(navn: str) -> zipfile.ZipInfo:
    post = zipfile.ZipInfo(navn, TIDSPUNKT)
    post.compress_type = zipfile.ZIP_DEFLATED
    post.external_attr = 0o600 << 16
    return post


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode()


def segl(data: bytes) -> str:
    """The seal of the whole package: SHA-256 of its bytes, by which both sides know it."""
    return hashlib.sha256(data).hexdigest()


def aabn(data: bytes) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The manifest and the files it names, each compared with its seal. Raises PakkeFejl."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as arkiv:
            poster = {p.filename: p for p in arkiv.infolist()}
            if len(poster) > HOEJST_FILER or sum(p.file_size for p in poster.values()) > HOEJST_BYTES:
                raise PakkeFejl("Pakken er for stor.")
            manifest = json.loads(_laes(arkiv, poster[MANIFEST]))
            navngivne: dict[str, dict[str, Any]] = manifest["filer"]
            if {MANIFEST, *navngivne} != set(poster) or not all(NAVN.fullmatch(n) for n in navngivne):
                raise PakkeFejl("Pakken har ikke de filer, den siger. Bed om at få den sendt igen.")
            filer = {navn: _laes(arkiv, poster[navn]) for navn in navngivne}
    except PakkeFejl:
        raise
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, NotImplementedError, RuntimeError, OSError):
        raise PakkeFejl(
            "Filen er ikke en pakke fra Rehabteam, eller den er beskadiget. Bed om at få den sendt igen."
        ) from None
    for navn, indhold in filer.items():
        if hashlib.sha256(indhold).hexdigest() != navngivne[navn].get("sha256"):
            raise PakkeFejl(f"Filen {navn} er ændret, siden pakken blev lavet. Bed om at få den sendt igen.")
    return manifest, filer


def _laes(arkiv: zipfile.ZipFile, post: zipfile.ZipInfo) -> bytes:
    """No more than the entry says it holds: a bomb says less than it is."""
    with arkiv.open(post) as fil:
        data = fil.read(post.file_size + 1)
    if len(data) != post.file_size:
        raise PakkeFejl("Pakken er beskadiget.")
    return data
