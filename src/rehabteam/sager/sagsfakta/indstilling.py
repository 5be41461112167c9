"""The team's recommendation → the facts the law asks about, the outcomes the case is open for, and how it is read."""

from collections.abc import Mapping
from dataclasses import dataclass

from rehabteam.lov.bek2408_2021 import par07
from rehabteam.lov.bek2408_2021.indstilling import Indstilling as Fakta
from rehabteam.lov.bek2408_2021.par19 import Par19
from rehabteam.lov.vaerdier import UDELADT, Udeladt
from rehabteam.lov.vurdering import Grund
from rehabteam.sager.indstillingsdele import (
    EGET_FELT,
    FORMAAL,
    INDSATSER,
    SE_IGEN,
    SIGES,
    Del,
    dele,
    spoergsmaal,
)
from rehabteam.sager.models import Indstilling, Sag, Skoen

from .skoen import seneste, svar

PARALLELT = "kan_ikke_parallelt"


@dataclass(frozen=True, slots=True)
class Valg:
    """One outcome in this case. `svar`: par07's word; `kan_vaelges`: open, or judged open by a human.

    `spoergsmaal`: the key of the judgement it waits for or was opened or closed by; `vurderet`: that judgement.
    """

    navn: str
    overskrift: str
    formaal: str
    svar: str
    grund: Grund
    kan_vaelges: bool
    spoergsmaal: str = ""
    vurderet: Skoen | None = None


@dataclass(frozen=True, slots=True)
class Vist:
    """A part to be read: `tekst` "" where nothing is written; `svar`: a yes or no in its place.

    `nr`: its number among the outcome's parts; 0 for what is only said when it is so.
    """

    nr: int
    del_: Del
    tekst: str
    svar: bool | None = None


def er_par19(sag: Sag) -> bool:
    """Does the team recommend efforts and nothing else: a ressourceforløb before it again (§ 19)?"""
    return sag.sagstype == par07.GENBEHANDLING


def udfaldets_navn(udfald: str) -> str:
    """The outcome in a sentence: "fleksjob"; "" for none."""
    return par07.UDFALD.get(udfald, "")


def valg(sag: Sag) -> tuple[Valg, ...]:
    """Every outcome of the order: whether the team can recommend it in this case, and why or why not."""
    if er_par19(sag):
        return ()
    kendt, domme = svar(sag), seneste(sag)
    foerste, kan_baere = _foerste(sag, kendt), _ja_nej(kendt, par07.SKOEN_KAN_BAERE.noegle)
    ubesvaret = {
        u.navn: u.grund.kode for u in par07.udfald_i_sagen(sag.sagstype, foerste, None) if _venter(u)
    }
    return tuple(
        _valg(u, ubesvaret.get(u.navn, ""), domme)
        for u in par07.udfald_i_sagen(sag.sagstype, foerste, kan_baere)
    )


def _valg(u: par07.Udfald, noegle: str, domme: Mapping[str, Skoen]) -> Valg:
    dom = domme.get(noegle)
    aabnet = _venter(u) and dom is not None and dom.vaerdi is True
    lukket = _venter(u) and dom is not None and dom.vaerdi is False
    navn = par07.UDFALD[u.navn]
    return Valg(
        u.navn,
        navn[0].upper() + navn[1:],
        FORMAAL[u.navn],
        par07.LUKKET if lukket else u.svar,
        u.grund,
        u.svar == par07.AABENT or aabnet,
        noegle,
        dom,
    )


def _venter(u: par07.Udfald) -> bool:
    return u.svar == par07.VURDERES


def fakta(sag: Sag, indstilling: Indstilling) -> Fakta:
    """What the rule is asked: the outcome, which parts are there, and what has been answered."""
    kendt, udfald = svar(sag), indstilling.udfald
    flag = {s.flag: _flag(indstilling, s.flag) for s in spoergsmaal(udfald)}
    sagt = {SIGES[f]: bool(tekst(indstilling, SIGES[f])) or None for f in flag}
    return Fakta(
        indstilling=udfald,
        indeholder=tuple(d.navn for d in dele(udfald) if er_der(indstilling, d)),
        sagstype=sag.sagstype,
        foerste_jaf=_foerste(sag, kendt),
        forberedende_del_kan_danne_grundlag=_ja_nej(kendt, par07.SKOEN_KAN_BAERE.noegle),
        **flag,  # type: ignore[arg-type]
        **sagt,  # type: ignore[arg-type]
    )


def fakta_par19(indstilling: Indstilling | None) -> Par19:
    """§ 19's three parts, as they stand."""
    return Par19(
        aarsag_droeftet=bool(indstilling and indstilling.aarsag),
        indsatser_fremadrettet=tuple(i["navn"] for i in indstilling.indsatser) if indstilling else (),
        opfoelgning_tilrettelagt=bool(indstilling and indstilling.opfoelgning),
    )


def er_der(indstilling: Indstilling, del_: Del) -> bool:
    """Is there anything in this part? A no to seeing the case again is an answer."""
    if del_.noegle == SE_IGEN:
        return indstilling.se_igen is not None
    if del_.noegle == INDSATSER:
        return bool(indstilling.indsatser)
    return bool(tekst(indstilling, del_.noegle))


def tekst(indstilling: Indstilling, noegle: str) -> str:
    """What is written under this key, wherever it is kept."""
    skrevet = getattr(indstilling, noegle) if noegle in EGET_FELT else indstilling.indhold.get(noegle, "")
    return str(skrevet).strip()


def viste(indstilling: Indstilling) -> list[Vist]:
    """The parts of the chosen outcome to be read, in their order; efforts have no text of their own here.

    What is said about the efforts' order stands right after them, as it is written.
    """
    sagt = [s for s in spoergsmaal(indstilling.udfald) if siges(indstilling, s.flag)]
    ud = []
    for nr, d in enumerate(dele(indstilling.udfald), start=1):
        ud.append(_vist(indstilling, d, nr))
        if d.noegle == INDSATSER:
            ud += [_vist(indstilling, s.del_) for s in sagt if s.flag == PARALLELT]
    return [*ud, *(_vist(indstilling, s.del_) for s in sagt if s.flag != PARALLELT)]


def siges(indstilling: Indstilling, flag: str) -> bool:
    """Is what hangs on this question a part? Yes when it is said, unless the answer is a no: then it is no part."""
    return indstilling.flag.get(flag) is not False and bool(tekst(indstilling, SIGES[flag]))


def _vist(indstilling: Indstilling, del_: Del, nr: int = 0) -> Vist:
    if del_.noegle == SE_IGEN:
        return Vist(nr, del_, "", indstilling.se_igen)
    return Vist(nr, del_, "" if del_.noegle == INDSATSER else tekst(indstilling, del_.noegle))


def _flag(indstilling: Indstilling, flag: str) -> bool | None | Udeladt:
    """The answer. With fewer than two efforts nobody need say whether they can run at the same time."""
    givet: bool | None = indstilling.flag.get(flag)
    if flag == PARALLELT and givet is None and len(indstilling.indsatser) < 2:
        return UDELADT
    return givet


def _foerste(sag: Sag, kendt: Mapping[str, object]) -> bool | None | Udeladt:
    return _ja_nej(kendt, "foerste_jaf") if sag.sagstype == par07.JAF else UDELADT


def _ja_nej(kendt: Mapping[str, object], noegle: str) -> bool | None:
    vaerdi = kendt.get(noegle)
    return vaerdi if isinstance(vaerdi, bool) else None
