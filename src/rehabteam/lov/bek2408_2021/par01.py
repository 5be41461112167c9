"""§ 1: which cases the order governs, and which of them must go to the team.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from rehabteam.lov.bek2408_2021 import par02
from rehabteam.lov.bek2408_2021.par01_vendinger import VALGET, VENDINGER
from rehabteam.lov.fakta import Sagstype
from rehabteam.lov.fuldstaendig import grund_af
from rehabteam.lov.regel import regel
from rehabteam.lov.stykke import stykke
from rehabteam.lov.udgaver import udateret
from rehabteam.lov.vaerdier import UDELADT, Blandt, Udeladt
from rehabteam.lov.vurdering import (
    BESVARET,
    MANUEL_VURDERING,
    Aendring,
    Grund,
    Grundslag,
    SkalVurderes,
    Uddybning,
    Vurdering,
    bek,
)

SPOR = ("TEAM_12", "LSP_18_STK_2", "LSP_17_STK_2", "LSP_17_STK_3")
Spor = Annotated[str, Blandt(*SPOR)]
UDEN_TEAM = frozenset({"LSP_18_STK_2", "LSP_17_STK_3"})
Ophoer = Annotated[str, Blandt("SDL_24_STK_1", "ANDET")]
JAF = "jobafklaringsforloeb"

STK3_GAELDER = ("§ 2", "§ 3", "§ 4", "§ 12", "§ 13")
STK4_GAELDER = ("§ 2", "§ 3", "§ 4", "§ 14")

FORMAAL = {
    "ressourceforloeb": 1,
    "ressourceforloeb_genbehandling": 1,
    JAF: 2,
    "sygedagpenge_kat3": 2,
    "fleksjob": 4,
    "tilskud_selvstaendig": 4,
    "foertidspension": 5,
}
"""The number of stk. 1 that names the case; a jobafklaringsforløb after the first is nr. 3."""

I_TEAMET = {
    nr: Grundslag(f"forelaegges_nr{nr}", bek(1, 1, nr), saetning)
    for nr, saetning in {
        1: lambda: "Teamet skal vurdere ressourceforløbet og de indsatser, der skal i gang.",
        2: lambda: "Teamet skal vurdere, hvilken indsats borgeren skal have i forløbet.",
        3: lambda: "Teamet skal vurdere, om borgeren skal have et nyt jobafklaringsforløb.",
        4: lambda: "Teamet skal vurdere, om borgeren skal have fleksjob eller tilskud som selvstændig.",
        5: lambda: "Teamet skal vurdere, om sagen skal behandles efter reglerne om førtidspension.",
    }.items()
}
NR2_ELLER_NR3 = Grundslag(
    "forelaegges_nr2_eller_nr3",
    bek(1, 1),
    lambda: (
        "Sagen skal for teamet. I det første jobafklaringsforløb vurderer teamet indsatsen, ellers om borgeren "
        "skal have et nyt forløb."
    ),
)
UNDTAGET = Grundslag(
    "undtaget_13d",
    bek(1, 2),
    lambda: (
        "Borgeren har allerede fået en tværfaglig indsats på sygedagpenge og går derefter over i "
        "jobafklaringsforløb, så sagen skal ikke forelægges."
    ),
)
PENSION_UDEN_TEAM = Grundslag(
    "pension_uden_team",
    bek(1, 3),
    lambda: "Kommunen afgør sagen om førtidspension uden teamet. Kun §§ 2-4 og 12-13 gælder.",
)
REVALIDERING = Grundslag(
    "revalidering",
    bek(1, 4),
    lambda: "En sag om revalidering skal ikke for teamet. Kun §§ 2-4 og 14 gælder.",
)
ANDEN_SAG = Grundslag(
    "anden_sag",
    bek(1, 5),
    lambda: (
        "Sagen skal ikke for teamet, men kommunen kan vælge at forelægge den. Om bekendtgørelsen så skal "
        "bruges, vælger kommunen også selv."
    ),
)
SKOEN_UNDTAGET = SkalVurderes(
    "undtaget_13d",
    "Har borgeren fået en tværfaglig indsats efter sygedagpengelovens § 13 d, og ophørte sygedagpengene "
    "derefter efter § 24, stk. 1, så borgeren gik over i sit første jobafklaringsforløb?",
    bek(1, 2),
)
SKOEN_SPOR = SkalVurderes(
    "spor", "Efter hvilken regel behandles sagen om førtidspension, og skal den for teamet?", bek(1, 3)
)
SKOEN_FOERSTE = SkalVurderes("foerste_jaf", "Er det borgerens første jobafklaringsforløb?", bek(1, 1, 3))


@dataclass(frozen=True, slots=True, kw_only=True)
class Par01:
    """The kind of case and what decides its scope. Left out = an exception is not there; None = not known."""

    sagstype: Sagstype
    foerste_jaf: bool | None | Udeladt = UDELADT
    indsats_13d: bool | None | Udeladt = UDELADT
    ophoer: Ophoer | None | Udeladt = UDELADT
    kommunen_vaelger: bool | None | Udeladt = UDELADT
    spor: Spor | None | Udeladt = UDELADT


@regel("bek2408.par01", bek(1))
def skal_forelaegges(fakta: Par01) -> Vurdering:
    """Must the case go to the team, for which purpose, and which parts of the plan does it need?"""
    skal, skoen = pligt(fakta)
    nr = stk1(fakta) if skal is not False else None
    if skal and nr is None:
        skoen = (*skoen, SKOEN_FOERSTE)
    return Vurdering(
        "bek2408.par01",
        MANUEL_VURDERING if skal is None else BESVARET,
        _grunde(fakta, skal, nr, skoen),
        udateret("par01"),
        skal_vurderes=skoen,
        svar=(
            ("skal_forelaegges", skal),
            ("kan_forelaegges", stk5(fakta)),
            ("formaal", f"stk. 1, nr. {nr}" if nr and skal else None),
            ("forberedende_del_kraeves", par02.stk1_forberedende_del(fakta.sagstype, skal)),
            ("indsatsdel_kraeves", par02.stk1_indsatsdel(fakta.sagstype)),
            ("anvendelige", stk3(fakta) or stk4(fakta)),
        ),
        uddyb=(_uddyb, (fakta,)),
    )


@stykke(
    bek(1),
    "En sag skal for teamet, når stk. 1 nævner den, og stk. 2, 3 eller 4 ikke tager den ud.",
)
def pligt(fakta: Par01) -> tuple[bool | None, tuple[SkalVurderes, ...]]:
    """The duty to submit: stk. 1 with the exceptions of stk. 2-4. None = a human must decide first, and what."""
    if fakta.sagstype == "foertidspension" and fakta.spor is None:
        return None, (SKOEN_SPOR,)
    if stk3(fakta) or stk4(fakta) or fakta.sagstype not in FORMAAL:
        return False, ()
    undtaget = stk2(fakta)
    if undtaget is None:
        return None, (SKOEN_UNDTAGET,)
    return not undtaget, ()


@stykke(
    bek(1, 1),
    "Teamet ser på ressourceforløb, jobafklaringsforløb, kategori 3, fleksjob, tilskud til selvstændige "
    "og førtidspension.",
)
def stk1(fakta: Par01) -> int | None:
    """The number of the purpose; None where stk. 1 does not name the case, or it is not known which."""
    if fakta.sagstype == JAF:
        if fakta.foerste_jaf is False:
            return 3
        if fakta.foerste_jaf is None:
            return None
    return FORMAAL.get(fakta.sagstype)


@stykke(
    bek(1, 2),
    "Et første jobafklaringsforløb undtages, når borgeren fik indsats efter SDL § 13 d, før "
    "sygedagpengene ophørte efter SDL § 24, stk. 1.",
)
def stk2(fakta: Par01) -> bool | None:
    """A first jobafklaringsforløb after a § 13 d effort and an end of benefits under § 24(1) is left out of nr. 2.

    Both are needed. Nr. 3 still governs the next one. None = it turns on something nobody has answered.
    """
    if fakta.sagstype != JAF or fakta.foerste_jaf is False:
        return False
    indsats = False if fakta.indsats_13d is UDELADT else fakta.indsats_13d
    ophoer = None if fakta.ophoer is None else fakta.ophoer == "SDL_24_STK_1"
    if indsats is False or ophoer is False:
        return False
    if indsats is None or ophoer is None or fakta.foerste_jaf is None:
        return None
    return True


@stykke(
    bek(1, 3),
    "Afgør kommunen en sag om førtidspension uden teamet, gælder kun §§ 2-4 og 12-13.",
)
def stk3(fakta: Par01) -> tuple[str, ...]:
    """Førtidspension decided without the team: the §§ that still apply."""
    if fakta.sagstype == "foertidspension" and fakta.spor in UDEN_TEAM:
        return STK3_GAELDER
    return ()


@stykke(
    bek(1, 4),
    "En sag om revalidering skal ikke for teamet, og kun §§ 2-4 og 14 gælder for den.",
)
def stk4(fakta: Par01) -> tuple[str, ...]:
    """Revalidering never goes to the team: the §§ that still apply."""
    return STK4_GAELDER if fakta.sagstype == "revalidering" else ()


@stykke(
    bek(1, 5),
    "Kommunen kan vælge at forelægge andre sager og kan vælge at følge bekendtgørelsen i dem.",
)
def stk5(fakta: Par01) -> bool:
    """Another case may be submitted when the municipality chooses so."""
    return fakta.sagstype == "andet" and fakta.kommunen_vaelger is not False


def _grunde(
    fakta: Par01, skal: bool | None, nr: int | None, skoen: tuple[SkalVurderes, ...]
) -> tuple[Grund, ...]:
    grunde = [grund_af(s.noegle, s.hjemmel, s.spoergsmaal) for s in skoen]
    if skal:
        grunde.append(I_TEAMET[nr]() if nr else NR2_ELLER_NR3())
    elif skal is False and stk3(fakta):
        grunde.append(PENSION_UDEN_TEAM())
    elif skal is False and stk4(fakta):
        grunde.append(REVALIDERING())
    elif skal is False:
        grunde.append(UNDTAGET() if fakta.sagstype == JAF else ANDEN_SAG())
    return (*grunde, par02.stk1_dele(fakta.sagstype, skal))


def hvad_aendrer(fakta: Par01) -> tuple[Aendring, ...]:
    """The facts that would turn the duty, each put to the rule itself."""
    skal, _ = pligt(fakta)
    fundet = tuple(
        v.aendring
        for v in VENDINGER
        if v.sagstype == fakta.sagstype
        and v.skal != skal
        and pligt(replace(fakta, **dict(v.fakta)))[0] is v.skal
    )
    valget = fakta.sagstype == "andet" and not stk5(fakta)
    return (*fundet, VALGET) if valget else fundet


def _uddyb(fakta: Par01) -> Uddybning:
    return Uddybning(aendrer=hvad_aendrer(fakta))
