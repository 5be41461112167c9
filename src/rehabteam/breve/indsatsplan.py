"""The kommune's indsatsdel: goals, efforts, follow-up, mentor and jobformidler (BEK 2408/2021 § 5)."""

from __future__ import annotations

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former import Indsatsplan, Mentor
from rehabteam.breve.indstilling import indsatstabel

I_MIN_PLAN = (
    "Alt, hvad der hører til planen, står i borgerens Min Plan. Derfor er der ikke lavet en særskilt plan. Det, der "
    "står her, er kun det, kommunen har skrevet op."
)


def indsatsplan(data: Indsatsplan) -> bytes:
    """Set the plan (see former.Indsatsplan). Raises TegnFejl, SkrifterMangler, BrevFejl."""
    udgave = data.get("udgave") or "BEK 2408/2021"
    afgivet = data.get("indstilling_afgivet")
    mentor, formidler = data.get("mentor"), data.get("jobformidler")
    afsnit = [
        brevpapir.afsnit(
            "Planen står i Min Plan",
            brevpapir.tekst(I_MIN_PLAN) if data.get("min_plan") else None,
            hjemmel=f"{udgave} § 5, stk. 3",
        ),
        _maal(data, udgave),
        _delmaal(data, udgave),
        brevpapir.afsnit(
            "Indsatser",
            indsatstabel(data["indsatser"]),
            brevpapir.tekst(_periode(data)),
            hjemmel=f"{udgave} § 5, stk. 1, nr. 3",
        ),
        brevpapir.afsnit(
            "Opfølgning og mentor",
            brevpapir.tekst(data.get("opfoelgning")),
            brevpapir.tekst(_mentor(mentor)) if mentor else None,
            hjemmel=f"{udgave} § 5, stk. 1, nr. 4",
        ),
        brevpapir.afsnit(
            "Personlig jobformidler",
            brevpapir.oplysninger(
                ("Navn", formidler["navn"]),
                ("Kontakt", formidler["kontaktdata"]),
                ("Rolle og opgaver", formidler["rolle"]),
                ("Aftaler", formidler["aftaler"]),
            )
            if formidler
            else None,
            hjemmel=f"{udgave} § 5, stk. 4",
        ),
    ]
    return brevpapir.saet(
        kilde=data,
        titel="Indsatsplan",
        slags=data.get("slags") or "Kommunens plan for ressourceforløbet",
        dato=data["dato"],
        borger=data["borger"],
        flere_oplysninger=[("Indstilling afgivet", datoer.skrevet(afgivet) if afgivet else None)],
        afsnit=[a for a in afsnit if a["dele"]],
        underskrift=data.get("underskrift"),
        underskrift_indledning="Planen er lagt af",
    )


def _maal(data: Indsatsplan, udgave: str) -> brevpapir.Del:
    art, hvorfor = data.get("maal_art"), data.get("maal_hvorfor")
    return brevpapir.afsnit(
        "Målet",
        brevpapir.oplysninger(("Slags mål", art)),
        brevpapir.tekst(data["maal"]),
        brevpapir.tekst(f"Hvorfor der ikke kan sættes et konkret mål nu: {hvorfor}") if hvorfor else None,
        hjemmel=f"{udgave} § 5, stk. 1, nr. 1",
    )


def _delmaal(data: Indsatsplan, udgave: str) -> brevpapir.Del:
    return brevpapir.afsnit(
        "Delmål",
        brevpapir.tabel(
            ["Område", "Delmål", "Begrundelse"],
            [[d["omraade"], d["delmaal"], d.get("begrundelse") or "–"] for d in data.get("delmaal") or []],
            [1.4, 2.6, 2.6],
        ),
        brevpapir.tekst(data.get("delmaal_samlet")),
        hjemmel=f"{udgave} § 5, stk. 1, nr. 2",
    )


def _periode(data: Indsatsplan) -> str:
    fra, til = data.get("plan_fra"), data.get("plan_til")
    if not fra or not til:
        return ""
    return f"Planen gælder fra {datoer.skrevet(fra)} til {datoer.skrevet(til)}."


def _mentor(mentor: Mentor) -> str:
    if not mentor["behov"]:
        return f"Der er ikke behov for en mentor. {mentor.get('rolle') or ''}".strip()
    rolle = mentor.get("rolle")
    return f"Der er behov for en mentor. {rolle}" if rolle else "Der er behov for en mentor."
