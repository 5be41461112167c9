"""The deadline before a meeting as a sheet of paper (the procedure for re-submission)."""

from __future__ import annotations

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.beregning import flere_maader, grunde, regler
from rehabteam.breve.former_beregning import Moedefrist


def moedefrist(data: Moedefrist) -> bytes:
    """Set the sheet (see former_beregning.Moedefrist). Raises TegnFejl, SkrifterMangler, BrevFejl."""
    oprettet = data.get("oprettet")
    afsnit = [
        brevpapir.afsnit("Derfor", *grunde(data["grunde"])),
        brevpapir.afsnit("Vær opmærksom på", brevpapir.punkter(data.get("advarsler") or [])),
        brevpapir.afsnit(
            "Dag for dag", brevpapir.tabel(["Dag", "Hverdage før mødet", "Hvad"], data["dage"], [2.4, 1.4, 3])
        ),
        flere_maader(data.get("laesninger") or []),
        regler(data["udgave"], data["grundlag"]),
    ]
    return brevpapir.saet(
        kilde=data,
        titel=data["dom"],
        slags="Fristen før mødet i rehabiliteringsteamet",
        dato=data["moede"],
        flere_oplysninger=[
            ("Møde", datoer.med_ugedag(data["moede"])),
            ("Sagen er oprettet", datoer.med_ugedag(oprettet) if oprettet else "Ikke angivet"),
            ("Opret senest", datoer.med_ugedag(data["seneste"])),
            ("Sekretariatet sender videre", datoer.med_ugedag(data["videresendelse"])),
        ],
        afsnit=[a for a in afsnit if a["dele"]],
    )
