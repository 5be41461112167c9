"""The forberedende del of the rehabiliteringsplan (BEK 2408/2021 §§ 3 and 15), as it goes to the team."""

from __future__ import annotations

from rehabteam.breve import brevpapir, datoer
from rehabteam.breve.former_forberedelse import ForberedendeDel, Plandel, Planindsats

IKKE_SKREVET = "Ikke udfyldt."


def forberedende_del(data: ForberedendeDel) -> bytes:
    """Set the plan (see former_forberedelse.ForberedendeDel). Raises TegnFejl, SkrifterMangler, BrevFejl."""
    kladde = data.get("kladde")
    return brevpapir.saet(
        kilde=data,
        titel="Rehabiliteringsplanens forberedende del",
        slags="Kladde – ikke sendt" if kladde else "Forberedende del",
        dato=data["dato"],
        borger=data["borger"],
        flere_oplysninger=[("Slags sag", data["slags_sag"]), *map(tuple, data.get("om_sagen") or [])],  # type: ignore[list-item]
        afsnit=[
            *(a for del_ in data["dele"] for a in _del(del_)),
            *(
                [
                    brevpapir.afsnit(
                        "Det står kommunen inde for",
                        brevpapir.tabel(
                            ["Spørgsmål", "Svar", "Hvem og hvornår"], data["attester"], [4.0, 1.2, 2.8]
                        ),
                    )
                ]
                if data.get("attester")
                else []
            ),
            brevpapir.afsnit(
                "Regler",
                brevpapir.tekst(
                    f"Planen følger {data['udgave']}. Den beskriver og dokumenterer. Hvad der skal ske fremover, "
                    "vurderer den ikke."
                ),
            ),
        ],
        underskrift=data.get("underskrift"),
        underskrift_indledning="Planen er sendt af",
    )


def _del(del_: Plandel) -> list[brevpapir.Del]:
    """One part: its texts under headings of their own, or its efforts one by one."""
    oeverst = [
        brevpapir.tekst(del_.get("note")),
        brevpapir.tekst(del_["ingen"]) if del_.get("ingen") else None,
        brevpapir.punkter([f"Se bilaget »{titel}«" for titel in del_.get("bilag") or []]),
    ]
    under = [
        *(
            brevpapir.afsnit(navn, brevpapir.tekst(tekst or IKKE_SKREVET), niveau=2)
            for navn, tekst in del_.get("punkter") or []
        ),
        *(
            [brevpapir.afsnit("Kommunens beskrivelse", brevpapir.tekst(del_["kommunen"]), niveau=2)]
            if del_.get("kommunen")
            else []
        ),
        *(
            [brevpapir.afsnit("Borgerens egne ord", brevpapir.tekst(del_["borgeren"], "citat"), niveau=2)]
            if del_.get("borgeren")
            else []
        ),
        *(_indsats(i) for i in del_.get("indsatser") or []),
    ]
    if not under and not any(oeverst):
        oeverst.append(brevpapir.tekst(IKKE_SKREVET))
    return [brevpapir.afsnit(del_["titel"], *oeverst, hjemmel=del_["hjemmel"]), *under]


def _indsats(indsats: Planindsats) -> brevpapir.Del:
    return brevpapir.afsnit(
        indsats["navn"] or "Indsats uden navn",
        brevpapir.oplysninger(*((navn, tekst or IKKE_SKREVET) for navn, tekst in indsats["om"])),
        brevpapir.tabel(
            ["Emne", "Kommunen", "Borgeren"],
            [[navn, k or IKKE_SKREVET, b or IKKE_SKREVET] for navn, k, b in indsats["syn"]],
            [1.4, 3.0, 3.0],
        ),
        niveau=2,
    )


def maaneder_tilbage(fra: str, til: str) -> str:
    """The line on the 24 months of § 15: which they are."""
    return f"De 24 måneder er {datoer.skrevet(fra)} til {datoer.skrevet(til)}."
