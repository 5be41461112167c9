"""§ 17: what would change the answer, so that a caseworker knows what to look for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rehabteam.lov.bek2408_2021.par17.grunde import STK1, STK2, STK3, STK4
from rehabteam.lov.bek2408_2021.par17.stykker import Taelling, stk1_indsats, stk3, stk3_holder_ude
from rehabteam.lov.fakta import Ressourceforloeb, UgyldigeFakta
from rehabteam.lov.lab.par113 import STK2_PKT2
from rehabteam.lov.ord import dag, dage, dato, hjemmel
from rehabteam.lov.vurdering import Aendring


def hvad_aendrer(
    fakta: Ressourceforloeb, pr: date, taelling: Taelling, d0: date, status: str, svar: Sequence[str]
) -> tuple[Aendring, ...]:
    """In the order a caseworker would ask: efforts, exemptions, periods, særlige grunde."""
    frist = taelling.frist
    fundet: list[Aendring] = []
    if status == "SUSPENDERET":
        rest = taelling.n - taelling.talte_dage
        fundet.append(
            Aendring(
                "perioden_slutter",
                "Perioden slutter",
                f"Når perioden får en slutdato, er der {dage(rest)} tilbage at tælle fra dagen efter.",
                STK3,
            )
        )
    if status in ("IKKE_UDLOEBET", "SKAL_GENBEHANDLES", "SUSPENDERET", "MANUEL_VURDERING", "SAERLIGE_GRUNDE"):
        fundet += _indsats(frist, pr)
        fundet += _ikke_i_indsatsdel(fakta, frist, svar)
        fundet.append(_undtagelser(fakta.forloeb_start, d0, pr))
    if status == "SKAL_GENBEHANDLES" and frist is not None:
        mangler = pr.toordinal() - frist.toordinal()
        fundet.append(
            Aendring(
                "undtagne_dage",
                f"{dage(mangler).capitalize()} mere, der holdes ude",
                f"flytter fristen til {dag(pr)}. Så er den ikke overskredet den dag.",
                STK3,
            )
        )
    fundet += _uden_perioden(fakta, taelling, d0)
    if status == "SKAL_GENBEHANDLES":
        fundet.append(
            Aendring(
                "saerlige_grunde",
                "Særlige grunde",
                "er din skriftlige vurdering med navn og dato. En snarlig start er ikke nok alene.",
                STK2_PKT2,
            )
        )
    if status == "INDSATS_RETTIDIG" and svar.count("TAELLER") == 1:
        fundet.append(
            Aendring(
                "indsatsen_falder_ud",
                "Indsatsen falder ud",
                "Kun én indsats tæller. Viser det sig, at den ikke begyndte, eller at den ikke står i "
                "indsatsdelen, ændrer svaret sig.",
                STK2,
            )
        )
    return tuple(fundet)


def _indsats(frist: date | None, pr: date) -> list[Aendring]:
    slags = "efter LAB kap. 11, 12 eller 14, serviceloven eller kommunens sundhedstilbud"
    if frist is None:
        tekst = f"{slags}, der begynder og står i indsatsdelen, så snart den er begyndt."
    elif pr <= frist:
        tekst = f"{slags}, der begynder og står i indsatsdelen senest {dag(frist)}."
    else:
        tekst = (
            f"{slags}, begyndt og skrevet i indsatsdelen senest {dag(frist)}, som ikke er registreret endnu."
        )
    return [Aendring("indsats_senest", "En indsats", tekst, STK1)]


def _ikke_i_indsatsdel(fakta: Ressourceforloeb, frist: date | None, svar: Sequence[str]) -> list[Aendring]:
    """Efforts that only lack their place in the indsatsdel."""
    fundet = []
    for indsats, s in zip(fakta.indsatser, svar, strict=True):
        begyndt = indsats.paabegyndt
        if s != "TAELLER_IKKE" or indsats.i_indsatsdel or stk1_indsats(indsats) is not None:
            continue
        if begyndt is None or begyndt < fakta.forloeb_start:
            continue
        if frist is None or begyndt <= frist:
            senest = "" if frist is None else f" senest {dag(frist)}"
            fundet.append(
                Aendring(
                    "i_indsatsdel",
                    "Skrevet i indsatsdelen",
                    f"Indsatsen efter {hjemmel(indsats.hjemmel)} fra {dato(begyndt)} skal stå i "
                    f"indsatsdelen eller Min Plan{senest} for at kunne tælle.",
                    STK2,
                )
            )
    return fundet


def _undtagelser(start: date, d0: date, pr: date) -> Aendring:
    spand = f"mellem {dato(start)} og {dato(d0)}"
    tekst = (
        f"{spand}. Én ordinær løntime er nok."
        if pr <= d0
        else f"{spand}, som ikke er registreret. Én time er nok."
    )
    return Aendring("undtagelser", "Løntimer, § 15-løntilskud eller STU", tekst, STK4)


def _uden_perioden(fakta: Ressourceforloeb, taelling: Taelling, d0: date) -> list[Aendring]:
    """How much each period alone has moved the limit."""
    fundet = []
    for nr, p in enumerate(fakta.undtagne_perioder):
        if not stk3_holder_ude(p):
            continue
        andre = replace(
            fakta, undtagne_perioder=fakta.undtagne_perioder[:nr] + fakta.undtagne_perioder[nr + 1 :]
        )
        try:
            uden = stk3(fakta.forloeb_start, d0, andre.undtagne_perioder)
        except UgyldigeFakta:
            continue
        if uden.frist == taelling.frist or uden.frist is None:
            continue
        navn = f"{hjemmel(p.hjemmel)}, {dato(p.fra)} – {dato(p.til) if p.til else 'stadig i gang'}"
        flyttet = "" if taelling.frist is None else f", {dage((taelling.frist - uden.frist).days)} tidligere"
        fundet.append(
            Aendring(
                "uden_perioden",
                "Uden perioden",
                f"Uden perioden ({navn}) er fristen {dag(uden.frist)}{flyttet}.",
                STK3,
            )
        )
    return fundet
