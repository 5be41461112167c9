"""The team's indstilling of an outcome: ressourceforløb, fleksjob, førtidspension … (BEK 2408/2021 §§ 7-11 and 16)."""

from __future__ import annotations

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former import Indstillingsdel, Udfaldsindstilling
from rehabteam.breve.indstilling import HVAD_DET_ER, deltagerliste, indsatstabel, regellinje

TILSTRAEKKELIG = (
    "Mødelederen har på teamets vegne taget stilling til begrundelsen: den er god nok til, at kommunen kan træffe "
    "afgørelse og lave sin plan ud fra den."
)


def udfaldsindstilling(data: Udfaldsindstilling) -> bytes:
    """Set the indstilling (see former.Udfaldsindstilling). Raises TegnFejl, SkrifterMangler, BrevFejl."""
    udgave, ord_, uenig = data["udgave"], data.get("borgerens_ord"), data.get("uenighed")
    afgivet = data["afgivet_af"].get("dato") or data["moededato"]
    vurderet = [f"{g['tekst']} ({g['hjemmel']})" for g in data.get("vurderinger") or []]
    return brevpapir.saet(
        kilde=data,
        titel="Indstilling fra rehabiliteringsteamet",
        slags=data["sagens_art"],
        dato=afgivet,
        borger=data["borger"],
        flere_oplysninger=[("Mødet", datoer.med_ugedag(data["moededato"]))],
        afsnit=[
            brevpapir.afsnit(
                f"Teamet indstiller {data['udfald']}",
                brevpapir.punkter(vurderet),
                hjemmel=f"{udgave} § 7",
            ),
            *([brevpapir.afsnit("Det siger borgeren", brevpapir.tekst(ord_, "citat"))] if ord_ else []),
            *(_del(d) for d in data["dele"]),
            *([brevpapir.afsnit("Uenighed i teamet", brevpapir.tekst(uenig))] if uenig else []),
            brevpapir.afsnit("Hvem deltog i mødet?", deltagerliste(data["deltagere"])),
            brevpapir.afsnit(None, brevpapir.ramme("Hvad er en indstilling?", HVAD_DET_ER)),
            *(
                [
                    brevpapir.afsnit(
                        "Begrundelsen", brevpapir.tekst(TILSTRAEKKELIG), hjemmel=f"{udgave} § 7, stk. 4"
                    )
                ]
                if data["tilstraekkelig"]
                else []
            ),
            brevpapir.afsnit("Regler", brevpapir.tekst(regellinje(udgave, data.get("udgave_hvorfor")))),
        ],
        underskrift=data["afgivet_af"],
        underskrift_indledning="Indstillingen er afgivet på teamets vegne af",
    )


def _del(d: Indstillingsdel) -> brevpapir.Del:
    return brevpapir.afsnit(
        d["overskrift"],
        brevpapir.tekst(d.get("tekst")),
        indsatstabel(d.get("indsatser") or []),
        hjemmel=d["hjemmel"],
    )
