"""The answer to "is it complete?": one order of statuses for every rule that asks it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from rehabteam.lov.vurdering import (
    MANUEL_VURDERING,
    Grund,
    Grundslag,
    Hjemmel,
    Mangel,
    SkalVurderes,
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
def _grund(kode: str, hjemmel: Hjemmel, tekst: str) -> Grund:
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
    svar: tuple[tuple[str, Any], ...] = (),
) -> Vurdering:
    """First that fits: FEJL, MANGELFULD, MANUEL_VURDERING (a judgement is lacking), FULDSTAENDIG.

    i_orden: the ground when nothing is wrong; grunde: further grounds that apply. No code appears twice.
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
    fundne = [_grund(m.kode, m.hjemmel, m.tekst) for m in (*alle_fejl, *alle_mangler)]
    fundne += [_grund(s.noegle, s.hjemmel, s.spoergsmaal) for s in alle_skoen]
    if status == FULDSTAENDIG:
        fundne.append(i_orden)
    fundne += grunde
    fundne += [_grund(a.kode, a.hjemmel, a.tekst) for a in alle_advarsler]
    return Vurdering(
        regel,
        status,
        tuple(dict.fromkeys(fundne)),
        udgave,
        mangler=alle_mangler,
        fejl=alle_fejl,
        advarsler=alle_advarsler,
        skal_vurderes=alle_skoen,
        svar=svar,
    )


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


def tom(vaerdi: object) -> bool:
    """Answered, but with nothing: null, no, an empty or blank text, or a list of such. Left out is not empty."""
    if isinstance(vaerdi, str):
        return not vaerdi.strip()
    if isinstance(vaerdi, tuple):
        return all(tom(v) for v in vaerdi)
    return vaerdi is None or vaerdi is False
