"""A file's name as a person gave it, made safe to show and to send back."""

from __future__ import annotations

import re
import unicodedata

LAENGST = 200  # bytes; file systems stop at 255, and a browser may add " (1)"
ENDELSE = re.compile(r"\.([A-Za-z0-9]{1,5})$")
FORBUDT = re.compile(r'[<>:"|?*]')


def rens(navn: str, uden_navn: str = "dokument") -> str:
    """Last part of the path, no control or direction characters, no leading dots, at most LAENGST bytes."""
    sidste = re.split(r"[/\\]", navn)[-1]
    synligt = "".join(c if not _usynlig(c) else "" for c in unicodedata.normalize("NFC", sidste))
    paent = FORBUDT.sub("_", re.sub(r"\s+", " ", synligt)).strip()
    hale = _hale(paent)
    return _kort(paent.removesuffix(hale).strip(" .") or uden_navn, hale)


def endelse(navn: str) -> str:
    """The ending in small letters: "pdf" of "Attest.PDF", "" if there is none."""
    fundet = ENDELSE.search(navn)
    return fundet[1].lower() if fundet else ""


def _usynlig(c: str) -> bool:
    """Control, format (direction, zero width), private, surrogate and unassigned characters."""
    return unicodedata.category(c) in {"Cc", "Cf", "Co", "Cs", "Cn"} and c not in "\t\n\r"


def _hale(navn: str) -> str:
    """The ending with its dot."""
    fundet = ENDELSE.search(navn)
    return fundet[0] if fundet else ""


def _kort(stamme: str, hale: str) -> str:
    return stamme.encode()[: LAENGST - len(hale)].decode(errors="ignore").rstrip() + hale
