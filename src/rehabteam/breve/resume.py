"""The koordinerende sagsbehandler's resumé of the case since the team's last meeting."""

from __future__ import annotations

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former import Resume


def resume(data: Resume) -> bytes:
    """Set the resumé (see former.Resume). Raises TegnFejl, SkrifterMangler, BrevFejl."""
    siden = data.get("siden")
    bilag = data.get("dokumentation") or []
    return brevpapir.saet(
        kilde=data,
        titel="Resumé af sagsforløbet",
        slags="Koordinerende sagsbehandlers resumé",
        dato=data["dato"],
        borger=data["borger"],
        flere_oplysninger=[("Siden mødet", datoer.med_ugedag(siden) if siden else None)],
        afsnit=[
            *brevpapir.af_afsnit(data["afsnit"]),
            *([brevpapir.afsnit("Dokumentation", brevpapir.punkter(bilag))] if bilag else []),
        ],
        underskrift=data["underskrift"],
        underskrift_indledning="Resuméet er skrevet af",
    )
