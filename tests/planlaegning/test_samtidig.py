"""Fifty planners at once on a real PostgreSQL, each with a connection of her own: no place twice, no case twice."""

import random
import threading
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from django.db import connection

from rehabteam.handlinger.aflys_sag import aflys_sag
from rehabteam.handlinger.byt_pladser import byt_pladser
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.godkend_plan import Valg, godkend_plan
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.aftaler import FLEKSJOB, Vilkaar
from rehabteam.sager.models import Moede, Moedeplads, Sag
from tests.planlaegning.hjaelp import VED, aftale, fleksjob, frisk
from tests.verden import Verden

PLANLAEGGERE = 50
DAGE = (date(2026, 6, 11), date(2026, 6, 18), date(2026, 6, 25))
OTTE = Vilkaar(sager_per_dag={FLEKSJOB: 8}, kategorier={"fleksjob": FLEKSJOB})


def samtidig(opgaver: list[Callable[[], object]]) -> list[object]:
    """All of them at the same moment; what each answered, or the refusal. Any other failure is raised."""
    svar: list[object] = [None] * len(opgaver)
    start = threading.Barrier(len(opgaver))

    def koer(nr: int) -> None:
        start.wait(timeout=30)
        try:
            svar[nr] = opgaver[nr]()
        except BaseException as fejl:
            svar[nr] = fejl
        finally:
            connection.close()

    traade = [threading.Thread(target=koer, args=(nr,)) for nr in range(len(opgaver))]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join(timeout=120)
    for fejl in svar:
        if isinstance(fejl, BaseException) and not isinstance(fejl, KanIkke):
            raise fejl
    return svar


def staar(v: Verden, moeder: list[Moede]) -> dict[object, object]:
    """Case → day, by the places; and that the places and the cases say the same."""
    pladser = list(Moedeplads.objects.using(VED).filter(moede__in=moeder).exclude(sag=None))
    assert all(antal == 1 for antal in Counter(p.sag_id for p in pladser).values())
    assert all(antal <= 8 for antal in Counter(p.moede_id for p in pladser).values())
    fra_pladser = {p.sag_id: p.moede_id for p in pladser}
    fra_sager = dict(Sag.objects.using(VED).filter(moede__in=moeder).values_list("id", "moede_id"))
    assert fra_pladser == fra_sager
    return fra_pladser


@pytest.mark.langsom
def test_halvtreds_planlaeggere(verden: Verden) -> None:
    v = verden
    aftale(v, OTTE)
    moeder = [v.moede(dag) for dag in DAGE]
    sager = [fleksjob(v, f"Borger {nr}") for nr in range(PLANLAEGGERE)]
    r = random.Random(20260527)

    # Everybody wants the first day.
    svar = samtidig(
        [partial(v.goer, v.sagsbehandler, vaelg_moede, s.id, moede_id=moeder[0].id) for s in sager]
    )
    assert sum(isinstance(s, KanIkke) for s in svar) == PLANLAEGGERE - 8
    assert len(staar(v, moeder)) == 8

    # Fifty about the same case, to any day.
    samtidig(
        [
            partial(v.goer, v.leder, vaelg_moede, sager[0].id, moede_id=r.choice(moeder).id, grund="Flyttes.")
            for _ in range(PLANLAEGGERE)
        ]
    )
    staar(v, moeder)

    # Everything at once: book, move, swap, take off, accept a plan.
    def noget(nr: int) -> Callable[[], object]:
        sag, moede = sager[nr], r.choice(moeder)
        match nr % 5:
            case 0:
                return lambda: v.goer(v.leder, aflys_sag, sag.id, grund="Syg.")
            case 1:
                anden = sager[(nr * 7 + 3) % PLANLAEGGERE]
                return lambda: v.goer(v.leder, byt_pladser, sag.id, med_id=anden.id, grund="Bytter.")
            case 2:
                tre = [frisk(s) for s in r.sample(sager, 3)]
                valg = [Valg(s.id, r.choice(moeder).id, s.version) for s in tre]
                return lambda: v.goer(v.leder, godkend_plan, valg=valg)
            case _:
                return lambda: v.goer(v.leder, vaelg_moede, sag.id, moede_id=moede.id, grund="Flyttes.")

    for _ in range(3):
        samtidig([noget(nr) for nr in range(PLANLAEGGERE)])
        assert staar(v, moeder)
