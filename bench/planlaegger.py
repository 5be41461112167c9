"""The planner: 5,000 waiting cases over 200 meeting days, and what the time grows with: `python -m bench.planlaegger`.

The floor is the same number of cases put on the first day with a place, in the order of their goals: what a person does
with a list. It says nothing of how good the plan is; the levels of the two plans are printed beside each other.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from bench.tabel import Maaling, komma, meld
from rehabteam.sager.planlaegning.opgaven import Dag, Maal, Opgave, Ventende
from rehabteam.sager.planlaegning.planlaegger import planlaeg

FROE = 20260527
SAGER, MOEDEDAGE = 5_000, 200
GANGE = 5
HOEJST = 10.0
KATEGORIER = ("sygedagpengereform", "fleksjob_foertidspension")
I_DAG = date(2026, 6, 1)


def opgave(sager: int, moededage: int) -> Opgave:
    """A big region's half-empty year: two or three days a week, a few cancelled, 24 places a day in two categories."""
    r = random.Random(FROE)
    dage, dato = [], I_DAG
    for nr in range(moededage):
        dato += timedelta(days=r.choice((1, 2, 2, 3)))
        rum = {k: r.choice((8, 10, 12, 14)) for k in KATEGORIER}
        dage.append(Dag(nr, dato, rum, "aflyst" if r.random() < 0.03 else ""))
    spaend = (dato - I_DAG).days
    return Opgave(tuple(dage), tuple(_sag(r, nr, spaend, moededage) for nr in range(sager)))


def _sag(r: random.Random, nr: int, spaend: int, moededage: int) -> Ventende:
    tidligst = I_DAG + timedelta(days=r.choice((7, 8, 14, r.randrange(spaend))))
    senest = tidligst + timedelta(days=r.choice((14, 28, 42, 90))) if r.random() < 0.8 else None
    kategori = r.choice(KATEGORIER)
    nu = r.randrange(moededage) if r.random() < 0.2 else None
    return Ventende(nr, kategori, tidligst, senest, kategori == KATEGORIER[0] and r.random() < 0.6, nu)


def foerst_til_moelle(opgave: Opgave) -> Maal:
    """The floor: by the goal, each on the first day with a place."""
    rum = {(d.id, k): d.plads_til(k) or 0 for d in opgave.dage for k in KATEGORIER}
    priser = []
    for sag in sorted(opgave.sager, key=lambda s: (s.senest or date.max, not s.genforelaeggelse, s.tidligst)):
        valgt = None
        for dag in opgave.dage:
            if dag.dato >= sag.tidligst and rum[dag.id, sag.kategori]:
                rum[dag.id, sag.kategori] -= 1
                valgt = dag
                break
        priser.append(opgave.pris(sag, valgt))
    return tuple(map(sum, zip(*priser, strict=True)))  # type: ignore[return-value]


def tid(goer: Callable[[], Any], gange: int = GANGE) -> float:
    tider = []
    for _ in range(gange):
        foer = time.perf_counter()
        goer()
        tider.append(time.perf_counter() - foer)
    return statistics.median(tider)


def main() -> int:
    stor = opgave(SAGER, MOEDEDAGE)
    vores, bund = planlaeg(stor).maal, foerst_til_moelle(stor)
    assert vores <= bund, "a best plan is never worse than the floor's"
    brugt, gulv = tid(lambda: planlaeg(stor)), tid(lambda: foerst_til_moelle(stor))
    halv = opgave(SAGER // 2, MOEDEDAGE // 2)
    halvt = tid(lambda: planlaeg(halv))
    print(f"Efter målet / ventedage genforelæggelser / ventedage andre / flyttede: {vores} mod {bund}\n")
    meld(
        Maaling(
            f"Planlægger, {SAGER} sager på {MOEDEDAGE} mødedage (sekunder)",
            f"{komma(brugt)} s",
            f"{komma(gulv)} s",
            brugt,
            HOEJST,
            mindst=False,
        ),
        Maaling("Det dobbelte af sager og dage", f"{komma(brugt)} s", f"{komma(halvt)} s", brugt / halvt),
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
