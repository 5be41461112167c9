"""§ 7: which outcomes the team can recommend in which case. What each must say is in §§ 8-11 and 16.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rehabteam.lov.fuldstaendig import grund_af, krav
from rehabteam.lov.stykke import stykke, uden_funktion
from rehabteam.lov.vaerdier import UDELADT, Udeladt
from rehabteam.lov.vurdering import Grund, Grundslag, Mangel, SkalVurderes, bek

JAF, KAT3, GENBEHANDLING = "jobafklaringsforloeb", "sygedagpenge_kat3", "ressourceforloeb_genbehandling"
UDFALD = {
    "ressourceforloeb": "ressourceforløb",
    "fleksjob": "fleksjob",
    "tilskud_selvstaendig": "tilskud til selvstændige",
    "foertidspension": "førtidspension",
    "anden_indsats": "en anden indsats",
    "indsats_jobafklaringsforloeb": "indsats i jobafklaringsforløbet",
    "nyt_jobafklaringsforloeb": "et nyt jobafklaringsforløb",
    "indsats_sygedagpenge_kat3": "indsats i en sygedagpengesag i kategori 3",
}
"""Every outcome of §§ 7 and 11, in the order of the text, and its name in a sentence."""
EGNE_UDFALD = frozenset(
    {"indsats_jobafklaringsforloeb", "nyt_jobafklaringsforloeb", "indsats_sygedagpenge_kat3"}
)
"""The outcomes that belong to jobafklaringsforløb and kategori 3: an effort, or a new jobafklaringsforløb."""

STK2_PKT3 = krav(
    bek(7, 2, pkt=3),
    "Teamet kan kun anbefale noget andet end et nyt jobafklaringsforløb, når den forberedende del kan bære det.",
)
SKOEN_KAN_BAERE = SkalVurderes(
    "forberedende_del_kan_danne_grundlag",
    "Kan den forberedende del bære en anden anbefaling end et nyt jobafklaringsforløb?",
    bek(7, 2, pkt=3),
)
SKOEN_FOERSTE = SkalVurderes(
    "andet_udfald_i_foerste_forloeb",
    "Kan teamet anbefale dette i et første jobafklaringsforløb? Reglen nævner kun indsatsen i forløbet.",
    bek(7, 2),
)
SKOEN_KAT3 = SkalVurderes(
    "andet_udfald_i_kategori_3",
    "Kan teamet anbefale dette i en sygedagpengesag i kategori 3? Reglen nævner kun indsatsen.",
    bek(7, 3),
)


@dataclass(frozen=True, slots=True)
class Udfaldsproeve:
    """Whether the outcome is open in this case: what forbids it, and what a human must judge."""

    fejl: tuple[Mangel, ...] = ()
    skoen: tuple[SkalVurderes, ...] = ()


@stykke(
    bek(7, 1),
    "Teamet indstiller ressourceforløb, fleksjob, tilskud til selvstændige eller førtidspension.",
)
def stk1(
    sagstype: str | Udeladt,
    indstilling: str,
    foerste: bool | None | Udeladt,
    kan_baere: bool | None | Udeladt,
) -> Udfaldsproeve:
    """Every outcome is open; only jobafklaringsforløb (stk. 2) and kategori 3 (stk. 3) limit it."""
    if sagstype == KAT3:
        return stk3(indstilling)
    return stk2(indstilling, foerste, kan_baere) if sagstype == JAF else Udfaldsproeve()


@stykke(
    bek(7, 2),
    "I jobafklaringsforløb indstiller teamet indsatsen, og efter et afsluttet forløb også, om der skal et nyt til "
    "eller noget andet, som den forberedende del kan bære.",
)
def stk2(indstilling: str, foerste: bool | None | Udeladt, kan_baere: bool | None | Udeladt) -> Udfaldsproeve:
    """After an ended jobafklaringsforløb another outcome takes a forberedende del that can carry it.

    In a first one the text names no other outcome. foerste=None: not known, so a human must say.
    """
    if indstilling in EGNE_UDFALD:
        return Udfaldsproeve()
    if foerste is not False:
        return Udfaldsproeve(skoen=(SKOEN_FOERSTE,))
    if kan_baere is None:
        return Udfaldsproeve(skoen=(SKOEN_KAN_BAERE,))
    return Udfaldsproeve(fejl=(STK2_PKT3,)) if kan_baere is False else Udfaldsproeve()


@stykke(bek(7, 3), "I sygedagpengesager i kategori 3 indstiller teamet, hvilken indsats borgeren skal have.")
def stk3(indstilling: str) -> Udfaldsproeve:
    """In kategori 3 the team recommends an effort; another outcome is for a human to judge."""
    return Udfaldsproeve() if indstilling in EGNE_UDFALD else Udfaldsproeve(skoen=(SKOEN_KAT3,))


uden_funktion(
    bek(7, 4),
    "Teamet begrunder sin indstilling så godt, at kommunen kan afgøre sagen og lave indsatsdelen ud fra den.",
    "Om en begrundelse er god nok, vurderer et menneske. Hvad den skal omfatte, måles efter §§ 8-11 og 16.",
)


# --- Which outcomes are open -----------------------------------------------------------------------------

AABENT, VURDERES, LUKKET, ANDEN_SAG = "AABENT", "VURDERES", "LUKKET", "HOERER_TIL_ANDEN_SAG"
KAN_INDSTILLES = {
    stk: Grundslag(f"udfald_aabent_stk{stk}", bek(7, stk), lambda navn: f"Teamet kan indstille {navn}.")
    for stk in (1, 2, 3)
}
KUN_JAF = Grundslag(
    "kun_jobafklaringsforloeb",
    bek(7, 2),
    lambda navn: f"At indstille {navn} hører til sager om jobafklaringsforløb.",
)
KUN_EFTER_OPHOER = Grundslag(
    "kun_efter_ophoer",
    bek(7, 2, pkt=2),
    lambda navn: f"At indstille {navn} hører til, når et jobafklaringsforløb er afsluttet.",
)
KUN_KAT3 = Grundslag(
    "kun_kategori_3", bek(7, 3), lambda navn: f"At indstille {navn} hører til sygedagpengesager i kategori 3."
)
KUN_INDSATSER = Grundslag(
    "kun_indsatser",
    bek(19, pkt=2),
    lambda navn: f"Når sagen er for teamet igen, indstiller teamet indsatser og opfølgning og ikke {navn}.",
)
IKKE_I_TEAMET = Grundslag(
    "ikke_i_teamet", bek(1, 4), lambda _: "En sag om revalidering skal ikke for teamet."
)


@dataclass(frozen=True, slots=True)
class Udfald:
    """One outcome in one kind of case; svar: AABENT, VURDERES (by a human), LUKKET or HOERER_TIL_ANDEN_SAG."""

    navn: str
    svar: str
    grund: Grund


@lru_cache(maxsize=256)
def udfald_i_sagen(
    sagstype: str, foerste: bool | None | Udeladt = UDELADT, kan_baere: bool | None | Udeladt = UDELADT
) -> tuple[Udfald, ...]:
    """Every outcome, whether the team can recommend it in this kind of case, and why or why not."""
    return tuple(_udfald(navn, sagstype, foerste, kan_baere) for navn in UDFALD)


def _udfald(
    navn: str, sagstype: str, foerste: bool | None | Udeladt, kan_baere: bool | None | Udeladt
) -> Udfald:
    fremmed = _hoerer_til(navn, sagstype, foerste)
    if fremmed is not None:
        return Udfald(navn, ANDEN_SAG, fremmed(UDFALD[navn]))
    proeve = stk1(sagstype, navn, foerste, kan_baere)
    if proeve.fejl:
        m = proeve.fejl[0]
        return Udfald(navn, LUKKET, grund_af(m.kode, m.hjemmel, m.tekst))
    if proeve.skoen:
        skoen = proeve.skoen[0]
        return Udfald(navn, VURDERES, grund_af(skoen.noegle, skoen.hjemmel, skoen.spoergsmaal))
    stk = {JAF: 2, KAT3: 3}.get(sagstype, 1)
    return Udfald(navn, AABENT, KAN_INDSTILLES[stk](UDFALD[navn]))


def _hoerer_til(navn: str, sagstype: str, foerste: bool | None | Udeladt) -> Grundslag | None:
    """The ground that says where the outcome belongs, when it is not in this kind of case."""
    if sagstype == "revalidering":
        return IKKE_I_TEAMET
    if sagstype == GENBEHANDLING:
        return KUN_INDSATSER
    if navn == "indsats_sygedagpenge_kat3":
        return None if sagstype == KAT3 else KUN_KAT3
    if navn in EGNE_UDFALD and sagstype != JAF:
        return KUN_JAF
    return KUN_EFTER_OPHOER if navn == "nyt_jobafklaringsforloeb" and foerste is True else None
