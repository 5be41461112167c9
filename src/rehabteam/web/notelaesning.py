"""Which notes a person has read. Kept as documents are (web/laest.py), by a fingerprint of the note's id."""

import hashlib
from collections.abc import Iterable

from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Note

from . import laest


def _aftryk(note: Note) -> str:
    return hashlib.sha256(f"note {note.id}".encode()).hexdigest()


def ulaeste(aktoer: Aktoer, noter: list[Note]) -> list[Note]:
    """Those of them she has not read."""
    sete = laest.laeste(aktoer, [_aftryk(n) for n in noter])
    return [n for n in noter if _aftryk(n) not in sete]


def marker(aktoer: Aktoer, noter: Iterable[Note]) -> None:
    """Read now: those that name her."""
    mine = [_aftryk(n) for n in noter if aktoer.medarbejder_id in n.omtalte]
    if mine:
        laest.marker(aktoer, mine)
