"""The questions of the contract: for each rule the facts it is asked with, and how it is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from rehabteam.lov.bek2408_2021 import (
    indstilling,
    par01,
    par03,
    par04,
    par05,
    par12,
    par13,
    par14,
    par15,
    par19,
    par20,
)
from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.fakta import Ressourceforloeb, Sagstype, UgyldigeFakta
from rehabteam.lov.kontrakt.laes import Laeser, laeser_for
from rehabteam.lov.procedure import genforelaeggelse
from rehabteam.lov.vurdering import Vurdering


@dataclass(frozen=True, slots=True)
class AndenUddannelse:
    """Education that is not STU: kept for the record, decides nothing."""

    art: str
    fra: date
    til: date | None

    def __post_init__(self) -> None:
        if self.til is not None and self.til < self.fra:
            raise UgyldigeFakta("til")


@dataclass(frozen=True, slots=True, kw_only=True)
class Par17Spoergsmaal(Ressourceforloeb):
    """§ 17 asked about one day. What follows `vurderingsdato` is for the record and decides nothing."""

    vurderingsdato: date
    sagstype: Sagstype | None = None
    tidligere_teammoede: date | None = None
    afgoerelse: date | None = None
    ansaettelse_begyndt: date | None = None
    anden_uddannelse: tuple[AndenUddannelse, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KategoriSpoergsmaal:
    """Which category a kind of case belongs to."""

    sagstype: Sagstype


@dataclass(frozen=True, slots=True)
class Spoergsmaal:
    """One kind of question: its facts' class, their reader, and the call."""

    regel: str
    fakta: type
    laes: Laeser
    svar: Callable[[Any], Vurdering]


def _s(regel: str, fakta: type, svar: Callable[[Any], Vurdering]) -> tuple[str, Spoergsmaal]:
    return regel, Spoergsmaal(regel, fakta, laeser_for(fakta), svar)


SPOERGSMAAL: dict[str, Spoergsmaal] = dict(
    (
        _s("bek2408.par01", par01.Par01, par01.skal_forelaegges),
        _s("bek2408.par03", par03.Par03, par03.forberedende_del),
        _s("bek2408.par04", par04.Par04, par04.laegens_vurdering),
        _s("bek2408.par05", par05.Par05, par05.indsatsdel),
        _s("bek2408.indstilling", indstilling.Indstilling, indstilling.indstillingens_indhold),
        _s("bek2408.par12", par12.Par12, par12.helt_aabenbart),
        _s("bek2408.par13", par13.Par13, par13.egen_ansoegning),
        _s("bek2408.par14", par14.Par14, par14.revalidering),
        _s("bek2408.par15", par15.Par15, par15.selvstaendig),
        _s("bek2408.par17", Par17Spoergsmaal, lambda f: seks_maaneder(f, f.vurderingsdato)),
        _s("bek2408.par19", par19.Par19, par19.indstilling),
        _s("bek2408.par20", par20.Par20, par20.overgang),
        _s(
            "procedure.frist",
            genforelaeggelse.Moedefrist,
            lambda f: genforelaeggelse.frist(f.moededato, f.oprettet),
        ),
        _s("procedure.dokumenter", genforelaeggelse.GenforelaeggelsesDokumenter, genforelaeggelse.dokumenter),
        _s("procedure.kategori", KategoriSpoergsmaal, lambda f: genforelaeggelse.kategori(f.sagstype)),
    )
)
