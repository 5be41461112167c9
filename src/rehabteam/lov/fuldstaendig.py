"""The answer to "is it complete?": one order of statuses for every rule that asks it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from rehabteam.lov.vaerdier import Udeladt
from rehabteam.lov.vurdering import (
    MANUEL_VURDERING,
    Aendring,
    Grund,
    Grundslag,
    Hjemmel,
    Mangel,
    SkalVurderes,
    Uddybning,
    Udgave,
    Vurdering,
)

FULDSTAENDIG = "FULDSTAENDIG"
MANGELFULD = "MANGELFULD"
FEJL = "FEJL"


def krav(hjemmel: Hjemmel, tekst: str) -> Mangel:
    """A requirement whose code is the provision itself, as the order's rules write it."""
    return Mangel(hjemmel.kort, hjemmel, tekst)


@lru_cache(maxsize=512)
def grund_af(kode: str, hjemmel: Hjemmel, tekst: str) -> Grund:
    """A ground that says what a mangel or a question already says."""
    return Grundslag(kode, hjemmel, lambda: tekst)()


def afgoer(
    regel: str,
    udgave: Udgave,
    i_orden: Grund,
    *,
    mangler: Iterable[Mangel] = (),
    fejl: Iterable[Mangel] = (),
    advarsler: Iterable[Mangel] = (),
    skoen: Iterable[SkalVurderes] = (),
    grunde: Iterable[Grund] = (),
    detaljer: Any = None,
    andre_aendringer: tuple[Aendring, ...] = (),
) -> Vurdering:
    """First that fits: FEJL, MANGELFULD, MANUEL_VURDERING (a judgement is lacking), FULDSTAENDIG.

    i_orden: the ground when nothing is wrong; grunde: further grounds that apply. No code appears twice.
    detaljer and andre_aendringer: the rule's own details, and what else would change the answer.
    """
    alle_mangler, alle_fejl = _en_gang(mangler), _en_gang(fejl)
    alle_advarsler, alle_skoen = _en_gang(advarsler), tuple(dict.fromkeys(skoen))
    if alle_fejl:
        status = FEJL
    elif alle_mangler:
        status = MANGELFULD
    elif alle_skoen:
        status = MANUEL_VURDERING
    else:
        status = FULDSTAENDIG
    fundne = [grund_af(m.kode, m.hjemmel, m.tekst) for m in (*alle_fejl, *alle_mangler)]
    fundne += [grund_af(s.noegle, s.hjemmel, s.spoergsmaal) for s in alle_skoen]
    if status == FULDSTAENDIG:
        fundne.append(i_orden)
    fundne += grunde
    fundne += [grund_af(a.kode, a.hjemmel, a.tekst) for a in alle_advarsler]
    return Vurdering(
        regel,
        status,
        tuple(dict.fromkeys(fundne)),
        udgave,
        mangler=alle_mangler,
        fejl=alle_fejl,
        advarsler=alle_advarsler,
        skal_vurderes=alle_skoen,
        uddyb=(_uddyb, (alle_fejl, alle_mangler, alle_skoen, detaljer, andre_aendringer)),
    )


def _uddyb(
    fejl: tuple[Mangel, ...],
    mangler: tuple[Mangel, ...],
    skoen: tuple[SkalVurderes, ...],
    detaljer: Any,
    andre: tuple[Aendring, ...],
) -> Uddybning:
    """What would change the answer: each thing found, and how many are left when it is put right."""
    tilbage = len(fejl) + len(mangler) + len(skoen) - 1
    if tilbage == 1:
        rest = "er der én ting tilbage"
    else:
        rest = f"er der {tilbage} ting tilbage" if tilbage else "er der ikke mere at se på"
    fundet = [Aendring(m.kode, "Ret det", f"{m.tekst} Er det rettet, {rest}.", m.hjemmel) for m in fejl]
    fundet += [
        Aendring(m.kode, "Tilføj det", f"{m.tekst} Er det lagt til, {rest}.", m.hjemmel) for m in mangler
    ]
    fundet += [
        Aendring(s.noegle, "Tag stilling", f"{s.spoergsmaal} Er der svaret, {rest}.", s.hjemmel)
        for s in skoen
    ]
    return Uddybning(detaljer=detaljer, aendrer=(*fundet, *andre))


def _en_gang(fundet: Iterable[Mangel]) -> tuple[Mangel, ...]:
    """Each code once, in the order found."""
    efter_kode: dict[str, Mangel] = {}
    for m in fundet:
        efter_kode.setdefault(m.kode, m)
    return tuple(efter_kode.values())


def mangler_i(krav_efter_noegle: dict[str, Mangel], til_stede: Iterable[str] | None) -> list[Mangel]:
    """The requirements whose key is not there; None = nothing is there."""
    der = frozenset(til_stede or ())
    return [m for noegle, m in krav_efter_noegle.items() if noegle not in der]


def betinget(
    skoennet: bool | None | Udeladt, sagt: bool | None | Udeladt, krav: Mangel, spoergsmaal: SkalVurderes
) -> tuple[list[Mangel], list[SkalVurderes]]:
    """Something that must be said only when a human's judgement is a yes: what is missing, and what nobody judged."""
    if skoennet is True and tom(sagt):
        return [krav], []
    return [], [spoergsmaal] if skoennet is None and sagt is not True else []


def tom(vaerdi: object) -> bool:
    """Answered, but with nothing: null, no, an empty or blank text, or a list of such. Left out is not empty."""
    if isinstance(vaerdi, str):
        return not vaerdi.strip()
    if isinstance(vaerdi, tuple):
        return all(tom(v) for v in vaerdi)
    return vaerdi is None or vaerdi is False
