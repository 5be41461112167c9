"""Invitations to the meeting: what, when, where, who is there. Short sentences, and nothing about the illness.

A letter lies on the case, so it carries no address: that is written on the envelope.
"""

from __future__ import annotations

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former_indkaldelse import Indkaldelse, Tid

TITLER = {
    "foerste": "Du er inviteret til et møde",
    "aendret": "Mødet er ændret",
    "aflyst": "Mødet er aflyst",
}
HVAD = (
    "Vi skal tale om, hvad der kan hjælpe dig videre. Du må sige det med dine egne ord. Sæt en time af. "
    "Teamet anbefaler, hvad der skal ske. Bagefter bestemmer kommunen."
)
BISIDDER = "Du må tage en bisidder med. Det kan være en ven, en i familien eller en anden, du er tryg ved."
BISIDDER_KENDT = "Vi har skrevet ned, at du har en bisidder med. Du må gerne vælge en anden."
TOLK = "Sig til, hvis du har brug for en tolk. Så finder vi en."
TAG_MED = (
    "Dette brev.",
    "Det, du selv har skrevet om din sag, hvis du vil vise det.",
    "Papirer, du har fået for nylig, og som vi ikke har set.",
)
KAN_IKKE = (
    "Kan du ikke den dag, eller er det svært for dig at komme? Så ring til mig, så finder vi ud af det."
)
NYT = "Du får et nyt brev, når vi har en ny dag. Du skal ikke gøre noget."
FORTROLIGT = "Det, du hører på mødet, er privat. Fortæl det ikke til andre."


def indkaldelse(data: Indkaldelse) -> bytes:
    """One letter. Raises TegnFejl, SkrifterMangler, BrevFejl."""
    afsnit = {"borger": _til_borgeren, "bisidder": _til_bisidderen, "laege": _til_laegen}[data["til"]](data)
    return brevpapir.saet(
        kilde=data,
        titel=TITLER[data["udgave"]],
        slags="Indkaldelse til møde",
        dato=data["dato"],
        modtager=data["modtager"],
        afsnit=afsnit,
        underskrift={"navn": data["sagsbehandler"], "rolle": _rolle(data)},
        underskrift_indledning="Venlig hilsen",
    )


def _rolle(data: Indkaldelse) -> str:
    return "Din sagsbehandler" if data["til"] == "borger" else "Sagsbehandler"


def _naar(tid: Tid) -> str:
    return f"{datoer.med_ugedag(tid['dato'])} klokken {tid['kl']}"


def _hvornaar(data: Indkaldelse) -> brevpapir.Del:
    """Day, time and place; the same part in every letter."""
    tid = data["tid"]
    hvor = ("Mødet er på video", tid["sted"]) if tid["video"] else ("Sted", tid["sted"])
    titel = "Det var mødet" if data["udgave"] == "aflyst" else "Dag og sted"
    return brevpapir.afsnit(
        titel,
        brevpapir.oplysninger(("Dag", datoer.med_ugedag(tid["dato"])), ("Klokken", tid["kl"]), hvor),
    )


def _aendret(data: Indkaldelse) -> brevpapir.Del | None:
    if data["udgave"] != "aendret":
        return None
    return brevpapir.tekst("Der er ændret noget. Brug dette brev. Det gamle gælder ikke længere.")


def _hvem(data: Indkaldelse) -> brevpapir.Del:
    return brevpapir.afsnit("De andre på mødet", brevpapir.punkter(data["hvem"]))


def _til_borgeren(data: Indkaldelse) -> list[brevpapir.Del]:
    tid = data["tid"]
    if data["udgave"] == "aflyst":
        return [
            brevpapir.afsnit(
                None, brevpapir.tekst(f"Mødet {_naar(tid)} bliver ikke til noget."), brevpapir.tekst(NYT)
            ),
            _hvornaar(data),
        ]
    tolk = (
        f"Du har sagt, at du har brug for en tolk ({data['tolk']}). Sig til, hvis det er forkert."
        if data.get("tolk")
        else TOLK
    )
    return [
        brevpapir.afsnit(
            None,
            _aendret(data),
            brevpapir.tekst("Du skal til møde i rehabiliteringsteamet. Det er et møde om dig og med dig."),
        ),
        _hvornaar(data),
        brevpapir.afsnit("Det skal vi tale om", brevpapir.tekst(HVAD)),
        _hvem(data),
        brevpapir.afsnit(
            "Bisidder og tolk",
            brevpapir.tekst(BISIDDER_KENDT if data.get("har_bisidder") else BISIDDER),
            brevpapir.tekst(tolk),
        ),
        brevpapir.afsnit("Tag det her med", brevpapir.punkter(TAG_MED)),
        brevpapir.afsnit("Kan du ikke komme", brevpapir.tekst(KAN_IKKE)),
    ]


def _til_bisidderen(data: Indkaldelse) -> list[brevpapir.Del]:
    tid = data["tid"]
    om = f"Du er bisidder i sag {data['sagsnummer']}."
    if data["udgave"] == "aflyst":
        return [
            brevpapir.afsnit(
                None, brevpapir.tekst(f"{om} Mødet {_naar(tid)} bliver ikke til noget. Du skal ikke komme.")
            ),
            _hvornaar(data),
        ]
    return [
        brevpapir.afsnit(
            None,
            _aendret(data),
            brevpapir.tekst(f"{om} Derfor må du være med til mødet i rehabiliteringsteamet."),
        ),
        _hvornaar(data),
        _hvem(data),
        brevpapir.afsnit("Det gælder for dig", brevpapir.tekst(FORTROLIGT)),
    ]


def _til_laegen(data: Indkaldelse) -> list[brevpapir.Del]:
    tid = data["tid"]
    om = f"Du har sagt, at du gerne vil være med til mødet i sag {data['sagsnummer']}."
    if data["udgave"] == "aflyst":
        return [
            brevpapir.afsnit(None, brevpapir.tekst(f"{om} Mødet {_naar(tid)} bliver ikke til noget.")),
            _hvornaar(data),
        ]
    givet = data.get("samtykke_givet")
    return [
        brevpapir.afsnit(
            None, _aendret(data), brevpapir.tekst(f"{om} Mødet holdes af kommunens rehabiliteringsteam.")
        ),
        _hvornaar(data),
        _hvem(data),
        brevpapir.afsnit(
            "Derfor må vi skrive til dig",
            brevpapir.tekst(
                f"Din patient har givet samtykke {datoer.med_ugedag(givet)}. " if givet else "",
            ),
            brevpapir.tekst(
                "Brevet siger ikke, hvem det er. Ring til os, så oplyser vi det, når vi ved, hvem du er."
            ),
        ),
    ]
