"""The kommune's indsatsplan: goals, efforts and follow-up (BEK 2408/2021 § 5)."""

from __future__ import annotations

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former import Indsatsplan, Mentor
from rehabteam.breve.indstilling import indsatstabel


def indsatsplan(data: Indsatsplan) -> bytes:
    """Set the plan (see former.Indsatsplan). Raises TegnFejl, SkrifterMangler, BrevFejl."""
    udgave = data.get("udgave") or "BEK 2408/2021"
    afgivet = data.get("indstilling_afgivet")
    delmaal = data.get("delmaal") or []
    mentor = data.get("mentor")
    afsnit = [
        brevpapir.afsnit("Målet", brevpapir.tekst(data["maal"]), hjemmel=f"{udgave} § 5, stk. 1, nr. 1"),
        brevpapir.afsnit(
            "Delmål",
            brevpapir.tabel(
                ["Område", "Delmål", "Begrundelse"],
                [[d["omraade"], d["delmaal"], d.get("begrundelse") or "–"] for d in delmaal],
                [1.4, 2.6, 2.6],
            ),
            hjemmel=f"{udgave} § 5, stk. 1, nr. 2",
        ),
        brevpapir.afsnit(
            "Indsatser", indsatstabel(data["indsatser"]), hjemmel=f"{udgave} § 5, stk. 1, nr. 3"
        ),
        brevpapir.afsnit(
            "Opfølgning og mentor",
            brevpapir.tekst(data.get("opfoelgning")),
            brevpapir.tekst(_mentor(mentor)) if mentor else None,
            hjemmel=f"{udgave} § 5, stk. 1, nr. 4",
        ),
    ]
    return brevpapir.saet(
        kilde=data,
        titel="Indsatsplan",
        slags="Kommunens plan for ressourceforløbet",
        dato=data["dato"],
        borger=data["borger"],
        flere_oplysninger=[("Indstilling afgivet", datoer.skrevet(afgivet) if afgivet else None)],
        afsnit=[a for a in afsnit if a["dele"]],
        underskrift=data.get("underskrift"),
        underskrift_indledning="Planen er lagt af",
    )


def _mentor(mentor: Mentor) -> str:
    if not mentor["behov"]:
        return "Der er ikke behov for en mentor."
    rolle = mentor.get("rolle")
    return f"Der er behov for en mentor. {rolle}" if rolle else "Der er behov for en mentor."
