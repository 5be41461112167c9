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
    """One thing that is not."""

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
    tilbageholdt: list[Tilbageholdt]
    senest: str
    for_sent: str
    underskriver: str
    demo: NotRequired[bool]


def aktindsigt(data: Aktindsigt) -> bytes:
    """Set the answer. Raises TegnFejl, SkrifterMangler, BrevFejl."""
    ude, inde = data["udleveret"], data["tilbageholdt"]
    indledning = (
        f"Vi fik din anmodning {datoer.skrevet(data['modtaget'])}. Du har bedt om:\n\n{data['hvad']}\n\n"
        f"Du får {_antal(len(ude))}. {f'Vi holder {_antal(len(inde))} tilbage. ' if inde else 'Intet er holdt tilbage. '}"
        "Filerne er præcis dem, der ligger på din sag. Listen SHA256SUMS.txt kan bruges til at se efter, at ingen af "
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
                brevpapir.afsnit(
                    "Det er holdt tilbage",
                    brevpapir.tabel(
                        ["Hvad", "Dato", "Bestemmelse", "Hvorfor"],
                        [[t["titel"], _dag(t.get("dato")), t["hjemmel"], t["begrundelse"]] for t in inde],
                        [2.5, 1.4, 2.5, 4],
                    ),
                ),
                brevpapir.afsnit("Hvis du er uenig", brevpapir.tekst(_klage(data))),
            )
            if a["dele"]
        ],
        underskrift={"navn": data["underskriver"], "organisation": data["afsender"]["navn"]},
    )


def _klage(data: Aktindsigt) -> str:
    hvem = data["afsender"]["navn"]
    hvorfor = "at noget er holdt tilbage" if data["tilbageholdt"] else "svaret"
    return (
        f"Du kan klage over {hvorfor}. Skriv eller sig til {hvem}, at du klager, og gerne hvorfor. Gør det inden fire "
        f"uger efter, at du har fået dette brev. {hvem} ser først på det igen. Bliver svaret ikke lavet om, sender "
        "vi selv klagen videre til Ankestyrelsen. Det koster ikke noget, og du kan få hjælp til det."
    )


def _antal(n: int) -> str:
    return "én ting" if n == 1 else f"{n} ting"


def _dag(iso: str | None) -> str:
    return datoer.kort(iso) if iso else ""
