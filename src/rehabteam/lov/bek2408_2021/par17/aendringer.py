"""§ 17: what would change the answer, so that a caseworker knows what to look for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from rehabteam.lov.bek2408_2021.par17.grunde import IKRAFT, STK1, STK2, STK3, STK4, STK5, STK6
from rehabteam.lov.bek2408_2021.par17.laesninger import STATUSORD
from rehabteam.lov.bek2408_2021.par17.stykker import Taelling, stk1_indsats, stk3, stk3_holder_ude
from rehabteam.lov.bek2408_2021.par17.udfald import udfald
from rehabteam.lov.fakta import Ressourceforloeb, UgyldigeFakta
from rehabteam.lov.lab.par113 import STK2_PKT2
from rehabteam.lov.ord import dag, dage, dato, hjemmel
from rehabteam.lov.vurdering import Aendring, Hjemmel

UNDTAGELSER: dict[str, tuple[str, Hjemmel, Callable[[Ressourceforloeb], Ressourceforloeb]]] = {
    "UNDTAGET_STK_4": ("løntimerne", STK4, lambda f: replace(f, ordinaere_timer=())),
    "UNDTAGET_STK_5": ("løntilskuddet", STK5, lambda f: replace(f, loentilskud_kompensationslov_15=())),
    "UNDTAGET_STK_6": ("STU-forløbet", STK6, lambda f: replace(f, stu=())),
}
"""Per exemption: the facts it rests on, where it stands, and the same facts without them."""


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
                f"Holdes {dage(mangler)} mere ude, er fristen {dag(pr)} og ikke overskredet den dag.",
                STK3,
            )
        )
    fundet += _uden_perioden(fakta, taelling, d0)
    if status == "SKAL_GENBEHANDLES":
        fundet.append(
            Aendring(
                "saerlige_grunde",
                "Særlige grunde",
                "Særlige grunde er din skriftlige vurdering med navn og dato. En snarlig start er ikke nok alene.",
                STK2_PKT2,
            )
        )
    if svar.count("TAELLER") == 1:
        andre = tuple(i for i, s in zip(fakta.indsatser, svar, strict=True) if s != "TAELLER")
        uden_den = replace(fakta, indsatser=andre)
        fundet.append(
            Aendring(
                "indsatsen_falder_ud",
                "Indsatsen falder ud",
                "Kun én indsats tæller. Begyndte den ikke, eller står den ikke i indsatsdelen, er svaret: "
                f"{_svar(uden_den, pr, frist, d0)}.",
                STK2,
            )
        )
    if status in UNDTAGELSER:
        hvad, hjemmel_, uden = UNDTAGELSER[status]
        tekst = f"Falder {hvad} bort, er svaret: {_svar(uden(fakta), pr, frist, d0)}."
        fundet.append(Aendring("undtagelsen_falder_bort", "Undtagelsen falder bort", tekst, hjemmel_))
    return tuple(fundet)


def hvis_reglen_gaelder(
    fakta: Ressourceforloeb, taelling: Taelling, d0: date, status: str
) -> tuple[Aendring, ...]:
    """Where the edition is not certain no fact changes the answer; somebody who says that the rule applies does."""
    tekst = f"Gælder reglen om seks måneder for forløbet, er svaret: {STATUSORD[status]}."
    return (Aendring("udgaven", "Reglen gælder", tekst, IKRAFT), *_uden_perioden(fakta, taelling, d0))


def _svar(fakta: Ressourceforloeb, pr: date, frist: date | None, d0: date) -> str:
    """The answer to other facts, in words."""
    return STATUSORD[udfald(fakta, pr, frist, d0).status]


def _indsats(frist: date | None, pr: date) -> list[Aendring]:
    slags = "En indsats efter LAB kap. 11, 12 eller 14, serviceloven eller kommunens sundhedstilbud"
    if frist is None:
        tekst = f"{slags} tæller, så snart den er begyndt og står i indsatsdelen."
    elif pr <= frist:
        tekst = f"{slags} tæller, når den begynder og står i indsatsdelen senest {dag(frist)}."
    else:
        tekst = (
            f"{slags} tæller, hvis den begyndte og stod i indsatsdelen senest {dag(frist)}, men ikke er "
            "registreret endnu."
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
    endnu = "" if pr <= d0 else ", som ikke er registreret endnu,"
    tekst = (
        f"Én ordinær løntime mellem {dato(start)} og {dato(d0)}{endnu} er nok. Det er løntilskud efter "
        "kompensationslovens § 15 og STU også."
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
