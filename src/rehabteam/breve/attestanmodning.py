"""The request for a certificate: what the doctor is asked for, for which case, and that the kommune pays.

Nothing of the citizen's health stands in it: the doctor has that already.
"""

from __future__ import annotations

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former_forberedelse import Attestanmodning

TIL_BORGEREN = (
    "Bestil selv en tid hos lægen, og sig, at det er til en attest til kommunen. Så sætter lægen tid nok af.",
    "Tag brevet med, og giv det til lægen.",
    "Du skal ikke betale for attesten. Det gør kommunen.",
    "Fortæl din sagsbehandler, hvornår du har fået tid.",
)


def attestanmodning(data: Attestanmodning) -> bytes:
    """Set the letter (see former_forberedelse.Attestanmodning). Raises TegnFejl, SkrifterMangler, BrevFejl."""
    blanket = f" Anmodningens blanket hedder {data['anmodes']}." if data.get("anmodes") else ""
    return brevpapir.saet(
        kilde=data,
        titel=f"Vi beder om {data['nummer']}: {data['navn']}",
        slags="Anmodning om lægeattest",
        dato=data["dato"],
        borger=data["borger"],
        modtager={"navn": data["til"]},
        afsnit=[
            brevpapir.afsnit(
                "Det beder vi om",
                brevpapir.tekst(f"{data['nummer']}, {data['navn'].lower()}.{blanket}"),
                brevpapir.tekst(data["oplysninger"]),
            ),
            brevpapir.afsnit(
                "Hvad den skal bruges til",
                brevpapir.tekst(
                    f"Sag {data['sagsnummer']} i {data['afsender']['navn']}: {data['sagens_art'].lower()}. Skriv "
                    "kun det, der har betydning for den."
                ),
            ),
            *_punkterne(data),
            brevpapir.afsnit("Hvornår", brevpapir.punkter(_hvornaar(data))),
            brevpapir.afsnit(
                "Betaling",
                brevpapir.tekst(
                    "Kommunen betaler for attesten. Regningen sendes til kommunen, ikke til borgeren."
                ),
                hjemmel=data.get("betaling_hjemmel"),
            ),
            _grundlag(data),
            *(
                [brevpapir.afsnit("Til dig, der skal til lægen", brevpapir.punkter(TIL_BORGEREN))]
                * data["fremmoede"]
            ),
        ],
        underskrift=data["underskrift"],
    )


def _punkterne(data: Attestanmodning) -> list[brevpapir.Del]:
    punkter = data.get("punkter")
    if not punkter:
        return []
    return [
        brevpapir.afsnit(
            "Det skal stå i attesten",
            brevpapir.tekst("Den bygger på en konsultation med borgeren og indeholder:"),
            brevpapir.punkter(punkter),
            hjemmel="BEK 2408/2021 § 4, stk. 3",
        )
    ]


def _hvornaar(data: Attestanmodning) -> list[str]:
    kendte = list(data.get("frister") or ["Der er ikke aftalt en frist. Send den, så snart den er skrevet."])
    if data["fremmoede"]:
        kendte.append("Borgeren bestiller selv tid og har brevet med.")
    return kendte


def _grundlag(data: Attestanmodning) -> brevpapir.Del:
    givet = data.get("samtykke")
    if givet:
        return brevpapir.afsnit(
            "Borgerens samtykke",
            brevpapir.tekst(f"Borgeren har sagt ja til det {datoer.skrevet(givet)}."),
            hjemmel="Retssikkerhedsloven § 11 a, stk. 1",
        )
    return brevpapir.afsnit(
        "Grundlag", brevpapir.tekst("Vi beder om attesten uden samtykke."), hjemmel=data.get("undtagelse")
    )
