"""The product asks the edition that governs the forløb: a new one for new cases, the old ones as before."""

from __future__ import annotations

from datetime import date

from rehabteam.handlinger.frist import vurder
from rehabteam.sager.fakta import med_fakta
from rehabteam.sager.models import Forloeb
from tests.lov.bek9999_2026 import indlaest
from tests.verden import Verden

GAMMEL, NY = date(2026, 1, 31), date(2026, 2, 1)


def test_handlingen_spoerger_den_udgave_der_gaelder(verden: Verden) -> None:
    """What is asked about a forløb, and the date that is kept for the worklist."""
    v = verden
    with indlaest():
        for start, navn, frist in (
            (GAMMEL, "BEK 2408/2021", date(2026, 7, 31)),
            (NY, "BEK 9999/2026", date(2026, 5, 1)),
        ):
            oprettet = v.forloeb(start)

            def spoerg(_: object, forloeb_id: object = oprettet.id) -> tuple[str, date | None, date | None]:
                forloeb = med_fakta(Forloeb.objects.filter(id=forloeb_id)).get()
                svar = vurder(forloeb, date(2026, 6, 1))
                return svar.udgave.navn, svar.frist, forloeb.naeste_frist

            assert v.goer(v.sagsbehandler, spoerg) == (navn, frist, frist)
