"""An answer as Danish prose: what it is, why, what is open, and which rules it rests on."""

from __future__ import annotations

from datetime import date
from typing import Any

from rehabteam.lov.kontrakt.svar import UGYLDIGE_DATA, spoerg
from rehabteam.lov.ord import dag
from rehabteam.lov.vurdering import Mangel, Vurdering

OVERSKRIFT = {
    "INDSATS_RETTIDIG": "En indsats er begyndt i tide",
    "UNDTAGET_STK_4": "Sagen er undtaget, fordi borgeren har haft løntimer",
    "UNDTAGET_STK_5": "Sagen er undtaget, fordi borgeren har været i løntilskud efter kompensationslovens § 15",
    "UNDTAGET_STK_6": "Sagen er undtaget, fordi borgeren har deltaget i STU",
    "SUSPENDERET": "Fristen står stille",
    "IKKE_UDLOEBET": "De seks måneder er ikke gået",
    "SAERLIGE_GRUNDE": "Særlige grunde taler imod at forelægge sagen igen",
    "SKAL_GENBEHANDLES": "Sagen skal for rehabiliteringsteamet igen",
    "MANUEL_VURDERING": "Et menneske skal vurdere",
    "FULDSTAENDIG": "Der mangler ikke noget",
    "MANGELFULD": "Der mangler noget",
    "FEJL": "Der er noget, som ikke må være der",
    "RETTIDIG": "Det er i tide",
    "FOR_SENT": "Det er for sent",
    "BESVARET": "Her er svaret",
    "BESKYTTET": "Navn og adresse er beskyttet",
    "UDLOEBET": "Beskyttelsen er faldet bort",
    "OPHAEVET": "Beskyttelsen er løftet",
    "IKKE_BEGYNDT": "Beskyttelsen er ikke begyndt",
    "LOEBER": "Fristen løber",
    "FORLAENGET": "Borgeren har fået en ny dag",
    "OVERSKREDET": "Fristen er overskredet",
}
TAL = {
    "undtagne_dage": "Dage, der er holdt ude",
    "talte_dage": "Dage, der er talt",
    "resterende_dage": "Dage tilbage",
    "seneste_oprettelsesdato": "Sidste dag at oprette sagen",
    "sekretariat_videresendelse": "Sekretariatet sender videre",
    "skal_forelaegges": "Skal for teamet",
    "kan_forelaegges": "Kan forelægges, hvis kommunen vælger det",
    "formaal": "Formål i § 1",
    "forberedende_del_kraeves": "Forberedende del",
    "indsatsdel_kraeves": "Indsatsdel",
    "anvendelige": "Paragraffer, der gælder",
    "omfattet_par20": "Omfattet af § 20",
    "seneste_forelaeggelse": "Sidste dag for teamet",
    "tidlig_indsats_tilladt": "Indsats før mødet er tilladt",
    "reform": "Reform",
    "deadline_afsnit": "Aftalens afsnit om frist",
    "pris_afsnit": "Aftalens afsnit om pris",
    "pris_gruppe": "Prisgruppe",
    "beskyttet_til": "Sidste dag med beskyttelse",
    "svar_senest": "Sidste dag at svare",
}


def forklar(spoergsmaal: Any) -> tuple[str, bool]:
    """The answer to one question as paragraphs of text, and whether the data were valid."""
    svar, vurdering = spoerg(spoergsmaal)
    if vurdering is None:
        return ulaeselig(svar["id"], svar["valideringsfejl"]), False
    return prosa(str(svar["id"]), vurdering), True


def ulaeselig(nummer: Any, stier: list[str], linje: int | None = None) -> str:
    """What to say about a question that cannot be answered."""
    hvilken = f"Linje {linje}" if linje else str(nummer)
    hvor = "linjen er ikke et spørgsmål" if stier == ["$"] else f"det er galt ved {', '.join(stier)}"
    return f"{hvilken}: Kan ikke besvares ({UGYLDIGE_DATA}), for {hvor}.\n"


def prosa(nummer: str, v: Vurdering) -> str:
    """One Vurdering in words."""
    linjer = [f"{nummer}: {OVERSKRIFT[v.status]}."]
    if v.frist is not None:
        linjer.append(f"Frist: {dag(v.frist)}.")
    linjer += [
        f"{TAL[navn]}: {_i_ord(vaerdi)}." for navn, vaerdi in v.svar if vaerdi not in (None, (), v.frist)
    ]
    linjer += ["", "Derfor:"]
    linjer += [f"- {g.tekst} ({g.hjemmel})" for g in v.grunde]
    linjer += _liste("Mangler", v.mangler) + _liste("Fejl", v.fejl) + _liste("Godt at vide", v.advarsler)
    if v.skal_vurderes:
        linjer += ["", "Du skal vurdere:"]
        linjer += [f"- {s.spoergsmaal} ({s.hjemmel})" for s in v.skal_vurderes]
    aabne = [laesning for laesning in v.laesninger if laesning.forskel]
    if aabne:
        linjer += ["", "Hvor reglen kan læses på flere måder:"]
        for laesning in aabne:
            her = f": {_udfald(laesning.anden_frist, laesning.anden_resultat)}"
            linjer.append(
                f"- {laesning.spoergsmaal.rstrip('?')}? Her: {laesning.vores.lower()}. Den anden læsning "
                f"({laesning.anden[0].lower()}{laesning.anden[1:]}){her}. ({laesning.nr})"
            )
    if v.aendrer:
        linjer += ["", "Det ville ændre svaret:"]
        linjer += [f"- {a.tekst} ({a.hjemmel})" for a in v.aendrer]
    linjer += ["", f"Regler: {v.udgave.navn}. {v.udgave.hvorfor}"]
    linjer += [f"- {forbehold}" for forbehold in v.udgave.forbehold]
    return "\n".join(linjer) + "\n"


def _liste(overskrift: str, fundet: tuple[Mangel, ...]) -> list[str]:
    return ["", f"{overskrift}:", *[f"- {m.kode}: {m.tekst}" for m in fundet]] if fundet else []


def _udfald(frist: date | None, resultat: str) -> str:
    dele = [dag(frist)] if frist else []
    return ", ".join(dele + ([resultat.lower()] if resultat else []))


def _i_ord(vaerdi: object) -> str:
    if isinstance(vaerdi, bool):
        return "ja" if vaerdi else "nej"
    if isinstance(vaerdi, date):
        return dag(vaerdi)
    return ", ".join(vaerdi) if isinstance(vaerdi, tuple) else str(vaerdi)
