"""The planner: a cheapest flow from cases to places, in whole numbers, exact in the order of the four levels.

The categories do not share places, so each is a flow of its own: from classes of equal cases, over the days they may
come on, to the places. OR-Tools' cost-scaling solver finds the cheapest one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain

import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from .opgaven import Dag, Forslag, Maal, Opgave, Placering, Ventende, placering

STOERST = 2**63 - 1


class ForStorPlan(ValueError):
    """More days, cases or years at once than the whole numbers hold."""


def planlaeg(opgave: Opgave) -> Forslag:
    """A best plan. The same question always has the same answer. Raises ForStorPlan."""
    dage = tuple(sorted(opgave.dage, key=lambda d: (d.dato, str(d.id))))
    efter_kategori: dict[str, list[Ventende]] = defaultdict(list)
    for sag in opgave.sager:
        efter_kategori[sag.kategori].append(sag)
    valgt: dict[object, Placering] = {}
    for kategori, sager in efter_kategori.items():
        # A case that may be moved counts as having left the place it has.
        for sag, dag in _en_kategori(opgave, dage, kategori, sager):
            valgt[sag.id] = placering(opgave, sag, dag)
    return Forslag(opgave, tuple(valgt[sag.id] for sag in opgave.sager))


def vaegte(dage: int, klasser: int, spaend: int) -> Maal:
    """One whole number per level, so that a cheaper sum is a better plan from the left.

    Why they suffice: two plans differ by cycles, and some cycle that mends a worse plan meets each day and each class at
    most once. So it changes at most `led` cases, each by at most `spaend` days; a level must weigh more than all the
    levels after it can change on `led` cases – not on every case there is.
    """
    led = min(dage + 1, klasser)
    flyt = 1
    andre = led * flyt + 1
    gen = led * (spaend * andre + flyt) + 1
    sent = led * (spaend * (gen + andre) + flyt) + 1
    return sent, gen, andre, flyt


def _en_kategori(
    opgave: Opgave, dage: Sequence[Dag], kategori: str, sager: Sequence[Ventende]
) -> Iterable[tuple[Ventende, Dag | None]]:
    """One category's cases with their days."""
    aabne = [d for d in dage if d.plads_til(kategori) != 0]
    klasser = _klasser(aabne, sager)
    datoer = np.array([*(d.dato.toordinal() for d in aabne), opgave.udenfor.toordinal()], dtype=np.int64)
    spaend = int(datoer.max() - datoer.min())
    tal = np.array(vaegte(len(aabne), len(klasser), spaend), dtype=object)
    # The solver multiplies by the number of nodes; it refuses what would not fit, and so do we before the sum does.
    if sum(tal) * (spaend + 1) * len(sager) > STOERST:
        raise ForStorPlan(kategori)
    fordeling = _loes(*_buer(aabne, klasser, datoer, [int(t) for t in tal]), klasser, aabne, kategori)
    for medlemmer, antal in zip(klasser.values(), fordeling, strict=True):
        pladser = chain.from_iterable([dag] * n for dag, n in zip([*aabne, None], antal, strict=True))
        yield from zip(medlemmer, pladser, strict=True)


Noegle = tuple[int, int, bool, int]


def _klasser(dage: Sequence[Dag], sager: Sequence[Ventende]) -> Mapping[Noegle, list[Ventende]]:
    """Cases that no plan can tell apart: from which day they may come, how many days are in time (-1: no goal), which
    level they wait on, which day they have. Within a class, who has waited longest comes first."""
    datoer = np.array([d.dato.toordinal() for d in dage], dtype=np.int64)
    nr = {d.id: n for n, d in enumerate(dage)}
    klasser: dict[Noegle, list[Ventende]] = defaultdict(list)
    for sag in sager:
        foerst = int(np.searchsorted(datoer, sag.tidligst.toordinal(), side="left"))
        sidst = int(np.searchsorted(datoer, sag.senest.toordinal(), side="right")) if sag.senest else -1
        # -2: no booking to keep; -1: one that is kept nowhere among these days.
        nu = -2 if sag.nu is None else nr.get(sag.nu, -1)
        klasser[foerst, sidst, sag.genforelaeggelse, nu].append(sag)
    for medlemmer in klasser.values():
        medlemmer.sort(key=lambda s: (s.tidligst, s.senest or date.max, str(s.id)))
    return klasser


def _buer(
    dage: Sequence[Dag], klasser: Mapping[Noegle, list[Ventende]], datoer: np.ndarray, tal: Sequence[int]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Arcs from class to day: tail, head, room, cost. The last day is "no day". A class's own earliest day is the same
    in every plan, so the cost counts from the first date of all."""
    sent, gen, andre, flyt = tal
    udenfor = len(dage)
    haler, hoveder, rum, priser = [], [], [], []
    for k, ((foerst, sidst, genforelaeggelse, nu), medlemmer) in enumerate(klasser.items()):
        hvilke = np.arange(foerst, udenfor + 1, dtype=np.int64)
        pris = (datoer[hvilke] - datoer[0]) * (gen if genforelaeggelse else andre)
        if sidst >= 0:
            pris = pris + sent * (hvilke >= min(sidst, udenfor))
        if nu != -2:
            pris = pris + flyt * (hvilke != nu)
        haler.append(np.full(len(hvilke), k, dtype=np.int64))
        hoveder.append(hvilke)
        rum.append(np.full(len(hvilke), len(medlemmer), dtype=np.int64))
        priser.append(pris)
    return np.concatenate(haler), np.concatenate(hoveder), np.concatenate(rum), np.concatenate(priser)


def _loes(
    haler: np.ndarray,
    hoveder: np.ndarray,
    rum: np.ndarray,
    priser: np.ndarray,
    klasser: Mapping[Noegle, list[Ventende]],
    dage: Sequence[Dag],
    kategori: str,
) -> list[list[int]]:
    """How many of each class come on each day (the last: on none)."""
    k, d, alle = len(klasser), len(dage) + 1, sum(map(len, klasser.values()))
    maal = k + d
    stroem = SimpleMinCostFlow()
    buer = stroem.add_arcs_with_capacity_and_unit_cost(haler, hoveder + k, rum, priser)
    pladser = [alle if (p := dag.plads_til(kategori)) is None else p for dag in dage] + [alle]
    stroem.add_arcs_with_capacity_and_unit_cost(
        np.arange(k, maal, dtype=np.int64),
        np.full(d, maal, dtype=np.int64),
        np.array(pladser, dtype=np.int64),
        np.zeros(d, dtype=np.int64),
    )
    stroem.set_nodes_supplies(
        np.array([*range(k), maal], dtype=np.int64),
        np.array([*map(len, klasser.values()), -alle], dtype=np.int64),
    )
    status = stroem.solve()
    if status == stroem.BAD_COST_RANGE:
        raise ForStorPlan(kategori)
    assert status == stroem.OPTIMAL, status  # every case may go without a day, so there is always a plan
    fordeling = [[0] * d for _ in range(k)]
    for hale, hoved, antal in zip(haler, hoveder, stroem.flows(buer), strict=True):
        fordeling[hale][hoved] = int(antal)
    return fordeling
