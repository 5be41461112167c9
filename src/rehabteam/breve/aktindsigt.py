"""The answer to a request to see the papers: what is in the archive, what is held back and why, and how to complain."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former import Afsender, Borger, Modtager


class Udleveret(TypedDict):
    """One thing in the archive."""

    titel: str
    dato: NotRequired[str | None]  # ISO
    fil: str  # its name in the archive


class Tilbageholdt(TypedDict):
    """One thing that is not, or something in it that is painted over."""

    titel: str
    dato: NotRequired[str | None]
    hjemmel: str
    begrundelse: str


class Aktindsigt(TypedDict):
    """`for_sent`: why the answer is late; empty when it is not."""

    afsender: Afsender
    sagsnummer: str
    borger: Borger
    modtager: NotRequired[Modtager | None]
    dato: str
    modtaget: str
    hvad: str
    udleveret: list[Udleveret]
    overstreget: NotRequired[list[Tilbageholdt]]
    tilbageholdt: list[Tilbageholdt]
    senest: str
    for_sent: str
    underskriver: str
    demo: NotRequired[bool]


def aktindsigt(data: Aktindsigt) -> bytes:
    """Set the answer. Raises TegnFejl, SkrifterMangler, BrevFejl."""
    ude, inde, overstreget = data["udleveret"], data["tilbageholdt"], data.get("overstreget", [])
    indledning = (
        f"Vi fik din anmodning {datoer.skrevet(data['modtaget'])}. Du har bedt om:\n\n{data['hvad']}\n\n"
        f"Du får {_antal(len(ude))}. {_ikke(len(inde), len(overstreget))} "
        "Listen SHA256SUMS.txt kan bruges til at se efter, at ingen af "
        "dem er ændret."
    )
    for_sent = (
        f"Svaret skulle være givet senest {datoer.skrevet(data['senest'])}. Det er givet for sent:\n\n{data['for_sent']}"
        if data["for_sent"]
        else None
    )
    return brevpapir.saet(
        kilde=data,
        titel="Svar på din anmodning om aktindsigt",
        slags="Afgørelse om aktindsigt",
        dato=data["dato"],
        borger=data["borger"],
        modtager=data.get("modtager"),
        afsnit=[
            a
            for a in (
                brevpapir.afsnit(None, brevpapir.tekst(indledning)),
                brevpapir.afsnit("Svaret kom for sent", brevpapir.tekst(for_sent)),
                brevpapir.afsnit(
                    "Det får du",
                    brevpapir.tabel(
                        ["Hvad", "Dato", "Fil"],
                        [[u["titel"], _dag(u.get("dato")), u["fil"]] for u in ude],
                        [4, 1.5, 3],
                    ),
                ),
                _hvorfor("Noget er streget over", overstreget),
                _hvorfor("Det er holdt tilbage", inde),
                brevpapir.afsnit("Hvis du er uenig", brevpapir.tekst(_klage(data))),
            )
            if a["dele"]
        ],
        underskrift={"navn": data["underskriver"], "organisation": data["afsender"]["navn"]},
    )


def _ikke(inde: int, overstreget: int) -> str:
    """What she does not get, and how the files compare with those on the case."""
    if not overstreget:
        tilbage = f"Vi holder {_antal(inde)} tilbage." if inde else "Intet er holdt tilbage."
        return f"{tilbage} Filerne er præcis dem, der ligger på din sag."
    helt = f"Vi holder {_antal(inde)} helt tilbage. " if inde else ""
    i = "ét dokument" if overstreget == 1 else f"{overstreget} dokumenter"
    return (
        f"{helt}I {i} er noget streget over: det står sort i din udgave. De andre filer er præcis dem, der ligger på "
        "din sag."
    )


def _hvorfor(titel: str, holdt: list[Tilbageholdt]) -> brevpapir.Del:
    """What is held back, and why."""
    raekker = [[t["titel"], _dag(t.get("dato")), t["hjemmel"], t["begrundelse"]] for t in holdt]
    return brevpapir.afsnit(
        titel, brevpapir.tabel(["Hvad", "Dato", "Bestemmelse", "Hvorfor"], raekker, [2.5, 1.4, 2.5, 4])
    )


def _klage(data: Aktindsigt) -> str:
    hvem = data["afsender"]["navn"]
    hvorfor = "at noget er holdt tilbage" if data["tilbageholdt"] or data.get("overstreget") else "svaret"
    return (
        f"Du kan klage over {hvorfor}. Skriv eller sig til {hvem}, at du klager, og gerne hvorfor. Gør det inden fire "
        f"uger efter, at du har fået dette brev. {hvem} ser først på det igen. Bliver svaret ikke lavet om, sender "
        "vi selv klagen videre til Ankestyrelsen. Det koster ikke noget, og du kan få hjælp til det."
    )


def _antal(n: int) -> str:
    return "én ting" if n == 1 else f"{n} ting"


def _dag(iso: str | None) -> str:
    return datoer.kort(iso) if iso else ""
