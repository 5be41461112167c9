"""The team's indstilling when a ressourceforløb comes before it again (BEK 2408/2021 § 19)."""

from __future__ import annotations

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former import Deltager, Indsats, Indstilling

HVAD_DET_ER = (
    "Indstillingen er teamets anbefaling til kommunen. Den er ikke en afgørelse, og derfor kan du ikke "
    "klage over den.\n\n"
    "Det er kommunen, der beslutter, hvad der skal ske. Afgørelsen kan du klage over, og i den står der, "
    "hvordan du gør."
)


def indstilling(data: Indstilling) -> bytes:
    """Set the indstilling (see former.Indstilling). Raises TegnFejl, SkrifterMangler, BrevFejl."""
    udgave = data["udgave"]
    hjemler = {
        "aarsag": f"{udgave} § 19, 1. pkt.",
        "indsatser": f"{udgave} § 19, 2. pkt.",
        "opfoelgning": f"{udgave} § 19, 2. pkt.",
        **(data.get("hjemler") or {}),
    }
    start = data.get("forloeb_start")
    ord_ = data.get("borgerens_ord")
    igen, uenig = data["se_igen"], data.get("uenighed")
    afgivet = data["afgivet_af"].get("dato") or data["moededato"]
    return brevpapir.saet(
        kilde=data,
        titel="Indstilling fra rehabiliteringsteamet",
        slags="Genforelæggelse af ressourceforløb",
        dato=afgivet,
        borger=data["borger"],
        flere_oplysninger=[
            ("Ressourceforløb fra", datoer.skrevet(start) if start else None),
            ("Mødet", datoer.med_ugedag(data["moededato"])),
        ],
        afsnit=[
            *([brevpapir.afsnit("Det siger borgeren", brevpapir.tekst(ord_, "citat"))] if ord_ else []),
            brevpapir.afsnit(
                "1. Hvorfor er der ikke begyndt en indsats?",
                brevpapir.tekst(data["aarsag"]),
                hjemmel=hjemler["aarsag"],
            ),
            brevpapir.afsnit(
                "2. Det anbefaler teamet",
                brevpapir.tekst(data.get("indsatser_begrundelse")),
                indsatstabel(data["indsatser"]),
                hjemmel=hjemler["indsatser"],
            ),
            brevpapir.afsnit(
                "3. Sådan skal kommunen følge op",
                brevpapir.tekst(data["opfoelgning"]),
                hjemmel=hjemler["opfoelgning"],
            ),
            brevpapir.afsnit(
                "Vil teamet se sagen igen?",
                brevpapir.tekst(("Ja. " if igen["svar"] else "Nej. ") + (igen.get("begrundelse") or "")),
                hjemmel=hjemler.get("se_igen"),
            ),
            *([brevpapir.afsnit("Uenighed i teamet", brevpapir.tekst(uenig))] if uenig else []),
            brevpapir.afsnit("Hvem deltog i mødet?", deltagerliste(data["deltagere"])),
            brevpapir.afsnit(None, brevpapir.ramme("Hvad er en indstilling?", HVAD_DET_ER)),
            brevpapir.afsnit("Regler", brevpapir.tekst(regellinje(udgave, data.get("udgave_hvorfor")))),
        ],
        underskrift=data["afgivet_af"],
        underskrift_indledning="Indstillingen er afgivet på teamets vegne af",
    )


def indsatstabel(indsatser: list[Indsats]) -> brevpapir.Del | None:
    """Efforts with number, area, purpose, start and follow-up; a column nobody filled in is left out."""
    kolonner = [
        ("Nr.", 0.6, [i.get("nr") or "" for i in indsatser]),
        ("Indsats", 3.0, [_indsats(i) for i in indsatser]),
        ("Område", 1.8, [i.get("omraade") or "" for i in indsatser]),
        ("Formål", 2.6, [i.get("formaal") or "" for i in indsatser]),
        ("Start", 1.5, [datoer.kort(i.get("start")) for i in indsatser]),
        ("Opfølgning", 2.2, [datoer.kort(d) if (d := i.get("opfoelgning")) else "" for i in indsatser]),
        ("Ansvarlig", 2.0, [i.get("ansvarlig") or "" for i in indsatser]),
    ]
    brugte = [k for k in kolonner if k[0] in {"Indsats", "Start"} or any(k[2])]
    return brevpapir.tabel(
        [k[0] for k in brugte],
        list(zip(*(k[2] for k in brugte), strict=True)),
        [k[1] for k in brugte],
    )


def _indsats(i: Indsats) -> str:
    return f"{i['indsats']} ({i['hjemmel']})" if i.get("hjemmel") else i["indsats"]


def deltagerliste(deltagere: list[Deltager]) -> brevpapir.Del | None:
    """Who was at the meeting and who was not, and why."""

    def staar(d: Deltager) -> str:
        if d["til_stede"]:
            return "Til stede"
        return f"Ikke til stede: {d['grund']}" if d.get("grund") else "Ikke til stede"

    return brevpapir.tabel(
        ["Navn", "Rolle", "Deltog"], [[d["navn"], d["rolle"], staar(d)] for d in deltagere], [2.4, 2.6, 2.6]
    )


def regellinje(udgave: str, hvorfor: str | None) -> str:
    """Which edition it was given by, and why that one."""
    return f"Indstillingen er givet efter {udgave}." + (f" {hvorfor}" if hvorfor else "")
