"""The contents pages in front of "Åbn alle dokumenter"."""

from __future__ import annotations

from typing import Any

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former_bundt import Bundt, Bundtpost

OM = (
    "Den samlede fil er lavet til at læse og søge i. Når dokumenter lægges sammen, går koderne til "
    "skærmlæsere tabt: filen er hverken PDF/UA eller PDF/A. Hvert dokument kan åbnes for sig fra listen på "
    "sagen, i den udgave det blev gemt."
)
OM_TIL = (
    "Filen er lavet til at læse og søge i. Når dokumenter lægges sammen, går koderne til skærmlæsere tabt: "
    "filen er hverken PDF/UA eller PDF/A. Afsenderen kan give hvert dokument for sig."
)
MAERKEDE = "Dokumenter mærket »til skærmlæser« findes hver for sig som en fil med de koder."
MAERKET = "til skærmlæser"

PLADSHOLDER = (
    "Dokumentet kan ikke vises her.\n\n{hvorfor}\n\nDet ligger uændret på sagen. Hent originalen fra "
    "listen over dokumenter."
)


def bundt(data: Bundt) -> bytes:
    """Set the contents pages (see former_bundt.Bundt). A title's unshowable character becomes a box.

    Raises SkrifterMangler, BrevFejl.
    """
    moede = data.get("moededato")
    til = data.get("til")
    maerkede = any(p.get("maerket") for g in data["grupper"] for p in g["poster"])
    uvist = [p for g in data["grupper"] for p in g["poster"] if p.get("kan_ikke_vises")]
    antal = (
        f"{_antal(data['dokumenter'], 'dokument', 'dokumenter')}, {_antal(data['sider'], 'side', 'sider')}"
    )
    return brevpapir.saet(
        kilde=data,
        titel="Dokumenter fra sagen" if til else "Alle dokumenter",
        slags="Samlet til en modtager" if til else "Samlet til rehabiliteringsteamet",
        dato=data["dato"],
        borger=data["borger"],
        flere_oplysninger=[
            ("Til", til),
            ("Til mødet", datoer.med_ugedag(moede) if moede else None),
            ("I alt", antal),
        ],
        afsnit=[],
        skabelon="bundt.typ",
        erstat=True,
        mere={
            "sideord": "Indhold, side",
            "om": _afsnit(f"{OM_TIL if til else OM} {MAERKEDE}" if maerkede else OM_TIL if til else OM),
            "grupper": [
                {"slags": g["slags"], "poster": [_post(p) for p in g["poster"]]} for g in data["grupper"]
            ],
            "pladsholdere": [
                {
                    "nr": p["nr"],
                    "titel": p["titel"],
                    "tekst": _afsnit(PLADSHOLDER.format(hvorfor=p["kan_ikke_vises"])),
                }
                for p in uvist
            ],
            "sider_uden_tal": len(uvist),
        },
    )


def _post(p: Bundtpost) -> dict[str, Any]:
    vises = "kan ikke vises" if p.get("kan_ikke_vises") else None
    maerket = MAERKET if p.get("maerket") else None
    dele = [datoer.kort(p["dato"]) if p["dato"] else None, p["kilde_tekst"], vises, maerket]
    return {
        "nr": p["nr"],
        "titel": p["titel"],
        "sider": f"s. {p['sider']}",
        "nyt": p["nyt"],
        "fulgte_med": p["fulgte_med"],
        "undertekst": " · ".join(d for d in dele if d),
    }


def _afsnit(tekst: str) -> list[list[str]]:
    return [[stykke] for stykke in tekst.split("\n\n")]


def _antal(antal: int, ental: str, flertal: str) -> str:
    return f"{antal} {ental if antal == 1 else flertal}"
