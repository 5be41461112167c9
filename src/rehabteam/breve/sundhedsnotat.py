"""The sundhedskoordinator's signed note to the team."""

from __future__ import annotations

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former import Sundhedsnotat


def sundhedsnotat(data: Sundhedsnotat) -> bytes:
    """Set the note (see former.Sundhedsnotat). Raises TegnFejl, SkrifterMangler, BrevFejl."""
    moede = data.get("moededato")
    return brevpapir.saet(
        kilde=data,
        titel="Notat fra sundhedskoordinator",
        slags="Sundhedsfaglig rådgivning",
        dato=data["dato"],
        borger=data["borger"],
        flere_oplysninger=[("Til mødet", datoer.med_ugedag(moede) if moede else None)],
        afsnit=brevpapir.af_afsnit(data["afsnit"]),
        underskrift=data["underskrift"],
        underskrift_indledning="Notatet er underskrevet af",
    )
