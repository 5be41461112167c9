"""Any paper with a head, sections and a signature."""

from __future__ import annotations

from rehabteam.breve import brevpapir
from rehabteam.breve.former import Dokument


def dokument(data: Dokument) -> bytes:
    """Set a generic paper (see former.Dokument). Raises TegnFejl, SkrifterMangler, BrevFejl."""
    return brevpapir.saet(
        kilde=data,
        titel=data["titel"],
        slags=data["slags"],
        dato=data["dato"],
        borger=data["borger"],
        modtager=data.get("modtager"),
        afsnit=brevpapir.af_afsnit(data["afsnit"]),
        underskrift=data.get("underskrift"),
    )
