"""The contents pages in front of "Åbn alle dokumenter"."""

from __future__ import annotations

from typing import Any

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former import Bundt, Bundtpost

OM = (
    "Den samlede fil er lavet til at læse og søge i. Når dokumenter lægges sammen, går koderne til "
    "skærmlæsere (PDF/UA) tabt. Hvert dokument kan åbnes for sig fra listen på sagen, i den udgave det "
    "blev gemt."
)


def bundt(data: Bundt) -> bytes:
    """Set the contents pages (see former.Bundt). Raises TegnFejl, SkrifterMangler, BrevFejl."""
    moede = data.get("moededato")
    antal = f"{_antal(data['dokumenter'], 'dokument', 'dokumenter')}, {_antal(data['sider'], 'side', 'sider')}"
    return brevpapir.saet(
        kilde=data,
        titel="Alle dokumenter",
        slags="Samlet til rehabiliteringsteamet",
        dato=data["dato"],
        borger=data["borger"],
        flere_oplysninger=[("Til mødet", datoer.med_ugedag(moede) if moede else None), ("I alt", antal)],
        afsnit=[],
        skabelon="bundt.typ",
        mere={
            "om": [[linje] for linje in OM.split("\n\n")],
            "grupper": [
                {"slags": g["slags"], "poster": [_post(p) for p in g["poster"]]} for g in data["grupper"]
            ],
        },
    )


def _post(p: Bundtpost) -> dict[str, Any]:
    dele = [datoer.kort(p["dato"]) if p["dato"] else None, p["kilde_tekst"], p.get("bemaerkning")]
    return {
        "nr": p["nr"],
        "titel": p["titel"],
        "sider": p["sider"],
        "nyt": p["nyt"],
        "fulgte_med": p["fulgte_med"],
        "undertekst": " · ".join(d for d in dele if d),
    }


def _antal(antal: int, ental: str, flertal: str) -> str:
    return f"{antal} {ental if antal == 1 else flertal}"
