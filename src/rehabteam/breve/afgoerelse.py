"""Letters after the meeting: the kommune's decision, that it asks the team again, and a notice to the læge.

Short sentences and everyday words; no rule of complaint is told here but the kommune's own words. The letters are
papers on the case, so they carry no address: that is written on the envelope.
"""

from __future__ import annotations

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former import Afgoerelsesbrev, Laegebesked, Uenighedsbrev

HVAD_ER_DET = (
    "Teamet anbefaler. Det er kommunen, der bestemmer. Det kommunen bestemmer, hedder en afgørelse.\n\n"
    "Du kan klage over afgørelsen. Du kan ikke klage over det, teamet anbefaler."
)
UDEN_TEAM = "Din sag har ikke været i teamet. Det skal den ikke, når sagen er som din."
BISIDDER = (
    "Du må altid have en bisidder med, når du taler med os. Det kan være en ven, en i familien eller en anden, du er "
    "tryg ved. Sig til, hvis du har brug for en tolk."
)
SPOERG = (
    "Er der noget, du er i tvivl om? Så ring eller skriv til mig. Jeg hjælper dig gerne med at forstå brevet."
)
KLAG = "Du har ret til at klage. Du kan få hjælp til det hos os."
IGEN = (
    "Vi må ikke bare bestemme noget andet end det, teamet har anbefalet. Derfor spørger vi teamet en gang til. Du "
    "bliver inviteret til mødet, og du må sige, hvad du mener.",
    "Vi har ikke bestemt noget endnu. Det gør vi først, når teamet har talt om din sag igen. Så får du et nyt brev.",
)


def afgoerelse(data: Afgoerelsesbrev) -> bytes:
    """The decision, to the citizen. Raises TegnFejl, SkrifterMangler, BrevFejl."""
    start = data["forloeb_start"]
    return brevpapir.saet(
        kilde=data,
        titel="Afgørelse i din sag",
        slags="Brev om kommunens afgørelse",
        dato=data["dato"],
        modtager=data["modtager"],
        afsnit=[
            brevpapir.afsnit("Det har vi bestemt", brevpapir.tekst(_bestemt(data))),
            brevpapir.afsnit("Det anbefalede teamet", brevpapir.tekst(_anbefalet(data))),
            brevpapir.afsnit("Derfor", brevpapir.tekst(data["begrundelse"])),
            brevpapir.afsnit(
                "Det sker der nu",
                brevpapir.tekst(data["naeste"]),
                brevpapir.tekst(f"Dit ressourceforløb begynder {datoer.med_ugedag(start)}.")
                if start
                else None,
            ),
            brevpapir.afsnit("Du må have en bisidder med", brevpapir.tekst(BISIDDER)),
            brevpapir.afsnit("Du kan klage", brevpapir.tekst(KLAG), brevpapir.tekst(data["klagevejledning"])),
            brevpapir.afsnit("Spørg os", brevpapir.tekst(SPOERG)),
        ],
        underskrift={"navn": data["sagsbehandler"], "rolle": "Din sagsbehandler"},
        underskrift_indledning="Venlig hilsen",
    )


def _bestemt(data: Afgoerelsesbrev) -> str:
    if data["bevilget"]:
        return f"Du får {data['udfald']}."
    return f"Du får ikke {data['udfald']}. Det kalder vi et afslag."


def _anbefalet(data: Afgoerelsesbrev) -> str:
    if data["anbefalet"] is None:
        return UDEN_TEAM
    dag = data["anbefalet_dag"]
    hvornaar = f" {datoer.med_ugedag(dag)}" if dag else ""
    fulgt = (
        "Det følger vi."
        if data["foelger"]
        else "Vi har bestemt noget andet. Teamet har talt om din sag en gang til først."
    )
    return f"Teamet anbefalede {data['anbefalet']}{hvornaar}. {fulgt}\n\n{HVAD_ER_DET}"


def uenighed(data: Uenighedsbrev) -> bytes:
    """The kommune asks the team again, to the citizen. Raises TegnFejl, SkrifterMangler, BrevFejl."""
    dag, moede = data["anbefalet_dag"], data["moededato"]
    hvornaar = f" {datoer.med_ugedag(dag)}" if dag else ""
    mode = (
        f"Mødet er {datoer.med_ugedag(moede)}." if moede else "Vi har ikke en dag endnu. Den får du senere."
    )
    return brevpapir.saet(
        kilde=data,
        titel="Vi spørger teamet igen",
        slags="Brev om din sag",
        dato=data["dato"],
        modtager=data["modtager"],
        afsnit=[
            brevpapir.afsnit(
                "Det anbefalede teamet",
                brevpapir.tekst(f"Teamet anbefalede {data['anbefalet']}{hvornaar}."),
            ),
            brevpapir.afsnit("Derfor er vi ikke enige endnu", brevpapir.tekst(data["begrundelse"])),
            brevpapir.afsnit("Det sker der nu", *(brevpapir.tekst(t) for t in (*IGEN, mode))),
            brevpapir.afsnit("Du må have en bisidder med", brevpapir.tekst(BISIDDER)),
            brevpapir.afsnit("Spørg os", brevpapir.tekst(SPOERG)),
        ],
        underskrift={"navn": data["sagsbehandler"], "rolle": "Din sagsbehandler"},
        underskrift_indledning="Venlig hilsen",
    )


def laegebesked(data: Laegebesked) -> bytes:
    """That the kommune has decided, to the praktiserende læge; nothing of her health. Raises TegnFejl, BrevFejl."""
    ord_ = "bevilget" if data["bevilget"] else "givet afslag på"
    hvad = f" Vi har {ord_} {data['udfald']}." if data["udfald"] else ""
    return brevpapir.saet(
        kilde=data,
        titel="Besked om kommunens afgørelse",
        slags="Besked til den praktiserende læge",
        dato=data["dato"],
        modtager=data["modtager"],
        borger=data["borger"],
        afsnit=[
            brevpapir.afsnit(
                "Kommunen har truffet afgørelse",
                brevpapir.tekst(
                    f"Vi har afgjort sagen for din patient {datoer.med_ugedag(data['afgjort_dag'])}.{hvad}"
                ),
                brevpapir.tekst("Du skal ikke gøre noget. Vi skriver, så du kender afgørelsen."),
            ),
            brevpapir.afsnit(
                "Derfor må vi skrive til dig",
                brevpapir.tekst(
                    f"Borgeren har givet samtykke {datoer.med_ugedag(data['samtykke_givet'])}. Beskeden siger ikke "
                    "noget om helbred."
                ),
            ),
        ],
        underskrift={"navn": data["sagsbehandler"], "rolle": "Sagsbehandler"},
        underskrift_indledning="Venlig hilsen",
    )
