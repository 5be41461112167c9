"""§§ 7-11 and 16 together: is the indstilling open in this case, and does it say what it must?

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from rehabteam.lov.bek2408_2021 import par07, par08, par09, par10, par11, par16
from rehabteam.lov.fakta import Sagstype
from rehabteam.lov.fuldstaendig import afgoer, mangler_i
from rehabteam.lov.regel import regel
from rehabteam.lov.udgaver import udateret
from rehabteam.lov.vaerdier import UDELADT, Blandt, Udeladt
from rehabteam.lov.vurdering import Aendring, Grundslag, Mangel, SkalVurderes, Vurdering, bek

KRAV: Mapping[str, dict[str, Mangel]] = {
    "ressourceforloeb": {**par08.stk1(), **par08.stk5()},
    "nyt_jobafklaringsforloeb": {**par08.stk2(), **par08.stk5()},
    "indsats_jobafklaringsforloeb": {**par08.stk4(), **par08.stk5()},
    "indsats_sygedagpenge_kat3": {**par08.stk3(), **par08.stk5()},
    "fleksjob": par09.stk1(),
    "foertidspension": {**par10.pkt1(), **par10.pkt2()},
    "anden_indsats": par11.nr_1_og_2(),
    "tilskud_selvstaendig": par16.begrundelse(),
}
"""What each outcome must hold, and the provision that says so."""
MED_PLAN = frozenset(navn for navn, dele in KRAV.items() if "se_igen" in dele)
DELE = tuple(dict.fromkeys(del_ for dele in KRAV.values() for del_ in (*dele, "forudsaetninger", "behov")))

I_ORDEN = Grundslag("indstilling_i_orden", bek(7, 4), lambda: "Indstillingen siger det, den skal.")()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indstilling:
    """The outcome and what the indstilling holds. Left out = not asked about; None = not there or not assessed."""

    indstilling: Annotated[str, Blandt(*KRAV)]
    indeholder: tuple[Annotated[str, Blandt(*DELE)], ...] | None | Udeladt = UDELADT
    kan_ikke_parallelt: bool | None | Udeladt = UDELADT
    parallelitet_angivet: bool | None | Udeladt = UDELADT
    meget_begraenset_arbejdsevne: bool | None | Udeladt = UDELADT
    udvikling_begrundet: bool | None | Udeladt = UDELADT
    sagstype: Sagstype | Udeladt = UDELADT
    foerste_jaf: bool | None | Udeladt = UDELADT
    forberedende_del_kan_danne_grundlag: bool | None | Udeladt = UDELADT


@regel("bek2408.indstilling", bek(7))
def indstillingens_indhold(fakta: Indstilling) -> Vurdering:
    """First whether the outcome is open (§ 7), then what it must say (§§ 8-11 and 16)."""
    sagstype, foerste, kan_baere = (
        fakta.sagstype,
        fakta.foerste_jaf,
        fakta.forberedende_del_kan_danne_grundlag,
    )
    proeve = par07.stk1(sagstype, fakta.indstilling, foerste, kan_baere)
    mangler: list[Mangel] = []
    skoen = [*proeve.skoen]
    if fakta.indeholder is not UDELADT:
        mangler += mangler_i(_krav(fakta), fakta.indeholder)
    for fundet, uafklaret in _betingede(fakta):
        mangler += fundet
        skoen += uafklaret
    udfald = () if sagstype is UDELADT else par07.udfald_i_sagen(sagstype, foerste, kan_baere)
    return afgoer(
        "bek2408.indstilling",
        udateret("indstilling"),
        I_ORDEN,
        mangler=mangler,
        fejl=proeve.fejl,
        skoen=skoen,
        detaljer=udfald,
        grunde=[u.grund for u in udfald if (u.navn, u.svar) == (fakta.indstilling, par07.ANDEN_SAG)],
        andre_aendringer=_andet_udfald(udfald) if proeve.fejl or proeve.skoen else (),
    )


def krav_til(udfald: str) -> dict[str, Mangel]:
    """Every part this outcome must hold when its efforts are said too, and the provision that says so."""
    return _krav(Indstilling(indstilling=udfald, indeholder=DELE))


def _krav(fakta: Indstilling) -> dict[str, Mangel]:
    krav = KRAV[fakta.indstilling]
    if fakta.indstilling == "nyt_jobafklaringsforloeb":
        return {**krav, **par08.stk4_i_nyt_forloeb(fakta.indeholder or ())}
    return krav


def _betingede(fakta: Indstilling) -> Iterator[tuple[list[Mangel], list[SkalVurderes]]]:
    """What must be said only in some cases: § 8, stk. 6, and § 9, stk. 2."""
    if fakta.indstilling in MED_PLAN:
        yield par08.stk6(fakta.kan_ikke_parallelt, fakta.parallelitet_angivet)
    if fakta.indstilling == "fleksjob":
        yield par09.stk2(fakta.meget_begraenset_arbejdsevne, fakta.udvikling_begrundet)


def _andet_udfald(udfald: tuple[par07.Udfald, ...]) -> tuple[Aendring, ...]:
    """The outcomes that are open in this case, when the chosen one is not."""
    aabne = [par07.UDFALD[u.navn] for u in udfald if u.svar == par07.AABENT]
    if not aabne:
        return ()
    return (Aendring("andet_udfald", "Et andet udfald", f"Åbent i denne sag: {', '.join(aabne)}.", bek(7)),)
