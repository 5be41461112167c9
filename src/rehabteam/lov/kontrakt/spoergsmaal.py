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
from rehabteam.lov.cprloven import par28
from rehabteam.lov.fakta import Ressourceforloeb, Sagstype, UgyldigeFakta
from rehabteam.lov.kontrakt.laes import Laeser, laeser_for
from rehabteam.lov.love import gaeldende
from rehabteam.lov.offentlighedsloven import par36
from rehabteam.lov.procedure import genforelaeggelse, moedefrist
from rehabteam.lov.retssikkerhedsloven import par11a
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


def _uden_dato(regel: str, fakta: type) -> tuple[str, Spoergsmaal]:
    """A question without a date of its own, answered from all its facts."""
    emne = regel.partition(".")[2]
    return _s(regel, fakta, lambda f: gaeldende(emne).funktion(f))


SPOERGSMAAL: dict[str, Spoergsmaal] = dict(
    (
        _uden_dato("bek2408.par01", par01.Par01),
        _uden_dato("bek2408.par03", par03.Par03),
        _uden_dato("bek2408.par04", par04.Par04),
        _uden_dato("bek2408.par05", par05.Par05),
        _uden_dato("bek2408.indstilling", indstilling.Indstilling),
        _uden_dato("bek2408.par12", par12.Par12),
        _uden_dato("bek2408.par13", par13.Par13),
        _uden_dato("bek2408.par14", par14.Par14),
        _uden_dato("bek2408.par15", par15.Par15),
        _s(
            "bek2408.par17",
            Par17Spoergsmaal,
            lambda f: gaeldende("par17", f.forloeb_start).funktion(f, f.vurderingsdato),
        ),
        _uden_dato("bek2408.par19", par19.Par19),
        _s("bek2408.par20", par20.Par20, lambda f: gaeldende("par20", f.jaf_start).funktion(f)),
        _s(
            "procedure.frist",
            moedefrist.Moedefrist,
            lambda f: gaeldende("frist", f.moededato).funktion(f.moededato, f.oprettet),
        ),
        _uden_dato("procedure.dokumenter", genforelaeggelse.GenforelaeggelsesDokumenter),
        _s("procedure.kategori", KategoriSpoergsmaal, lambda f: gaeldende("kategori").funktion(f.sagstype)),
        _s("cpr.par28", par28.Par28, lambda f: gaeldende("par28", f.registreret).funktion(f)),
        _s("ofl.par36", par36.Par36, lambda f: gaeldende("par36", f.modtaget).funktion(f)),
        _s("rsl.par11a", par11a.Par11a, lambda f: gaeldende("par11a", f.dag).funktion(f)),
    )
)
