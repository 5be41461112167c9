"""The minutes of one case at the team's meeting."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former import Afsender, Borger, Deltager, Underskrift
from rehabteam.breve.indstilling import deltagerliste


class Opgave(TypedDict):
    hvad: str
    hvem: str
    inden: str  # ISO


class Referat(TypedDict):
    """Times are "09.30". `opgaver` empty: `ingen_opgave` says why."""

    afsender: Afsender
    sagsnummer: NotRequired[str | None]
    borger: Borger
    sagens_art: str
    moededato: str
    sted: str
    planlagt: NotRequired[str | None]
    begyndt: str
    sluttet: str
    deltagere: list[Deltager]
    indstillet: str
    bemaerkninger: NotRequired[str | None]
    opgaver: list[Opgave]
    ingen_opgave: NotRequired[str | None]
    underskrift: Underskrift
    demo: NotRequired[bool]


def referat(data: Referat) -> bytes:
    """Set the minutes. Raises TegnFejl, SkrifterMangler, BrevFejl."""
    opgaver = brevpapir.tabel(
        ["Opgave", "Hvem", "Inden"],
        [[o["hvad"], o["hvem"], datoer.kort(o["inden"])] for o in data["opgaver"]],
        [3.4, 2.2, 1.2],
    )
    planlagt = data.get("planlagt")
    return brevpapir.saet(
        kilde=data,
        titel="Referat fra rehabiliteringsteamets møde",
        slags=data["sagens_art"],
        dato=data["moededato"],
        borger=data["borger"],
        flere_oplysninger=[
            ("Mødet", datoer.med_ugedag(data["moededato"])),
            ("Sted", data["sted"]),
            ("På dagsordenen", f"kl. {planlagt}" if planlagt else None),
            ("Behandlet", f"kl. {data['begyndt']}-{data['sluttet']}"),
        ],
        afsnit=[
            brevpapir.afsnit("Hvem deltog i mødet?", deltagerliste(data["deltagere"])),
            brevpapir.afsnit("Det indstillede teamet", brevpapir.tekst(data["indstillet"])),
            *(
                [brevpapir.afsnit("Bemærkninger", brevpapir.tekst(bem))]
                if (bem := data.get("bemaerkninger"))
                else []
            ),
            brevpapir.afsnit("Hvem gør hvad nu?", opgaver or brevpapir.tekst(data.get("ingen_opgave"))),
        ],
        underskrift=data["underskrift"],
        underskrift_indledning="Referatet er godkendt af",
    )
