"""The citizen's consent on paper: what may be asked of whom, what she can say no to, and what follows."""

from __future__ import annotations

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former_forberedelse import Samtykke

VALGET = (
    "Du bestemmer selv, om du vil give samtykke.",
    "Du kan nøjes med at sige ja til noget af det. Stryg det, du ikke vil være med til.",
    "Du kan sætte en dato, hvor samtykket holder op.",
    "Du kan altid trække samtykket tilbage. Sig eller skriv det til kommunen. Så standser vi det, vi har bedt om, "
    "og spørger ikke igen.",
)
ET_NEJ = (
    "Siger du nej, behandler kommunen din sag med de oplysninger, vi allerede har. Det kan betyde, at teamet ved "
    "mindre om din situation, og at kommunen ikke kan give en bestemt hjælp, fordi sagen ikke er oplyst nok. Spørg "
    "din sagsbehandler, hvad det betyder i din sag, før du bestemmer dig."
)
BLANK = "_" * 44


def samtykke(data: Samtykke) -> bytes:
    """Set the paper (see former_forberedelse.Samtykke); without `givet` it is to be signed. Raises TegnFejl, BrevFejl."""
    givet, til = data.get("givet"), data.get("til")
    tilbage = data.get("tilbagekaldt")
    slut = f"Samtykket gælder til og med {datoer.skrevet(til)}." if til else "Du har ikke sat en slutdato."
    return brevpapir.saet(
        kilde=data,
        titel="Samtykke til at hente oplysninger om dig",
        slags="Samtykkeerklæring",
        dato=data["dato"],
        borger=data["borger"],
        flere_oplysninger=[
            ("Givet", datoer.skrevet(givet) if givet else None),
            ("Trukket tilbage", datoer.skrevet(tilbage) if tilbage else None),
        ],
        afsnit=[
            brevpapir.afsnit(
                "Det vil kommunen bede om",
                brevpapir.tekst(data["oplysninger"]),
                hjemmel="Retssikkerhedsloven § 11 a, stk. 1",
            ),
            brevpapir.afsnit("Hos hvem", brevpapir.tekst(data["kilde"])),
            brevpapir.afsnit(
                "Hvad det skal bruges til",
                brevpapir.tekst(f"{data['formaal']}\n\nDet gælder kun sag {data['sagsnummer']}."),
            ),
            brevpapir.afsnit("Hvor længe", brevpapir.tekst(slut)),
            brevpapir.afsnit("Du bestemmer", brevpapir.punkter(VALGET)),
            brevpapir.afsnit(
                "Hvis du siger nej", brevpapir.tekst(ET_NEJ), hjemmel="Retssikkerhedsloven § 12, nr. 3"
            ),
            *([] if givet else [_til_underskrift()]),
        ],
    )


def _til_underskrift() -> brevpapir.Del:
    return brevpapir.afsnit(
        "Din underskrift",
        brevpapir.tekst("Jeg har læst det ovenfor og siger ja til, at kommunen beder om oplysningerne."),
        *(brevpapir.oplysninger((hvad, BLANK)) for hvad in ("Slutdato, hvis du vil", "Dato", "Underskrift")),
    )
