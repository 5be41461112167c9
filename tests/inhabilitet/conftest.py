"""A case with something in every part of it, from the kommune to the coordinator."""

from datetime import date

import pytest

from rehabteam.handlinger.registrer_spaend import registrer_spaend
from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.sager.models import Sag
from tests.verden import Verden


@pytest.fixture
def sag(verden: Verden) -> Sag:
    v = verden
    sag = v.genoptaget()
    v.goer(v.sagsbehandler, registrer_spaend, sag.forloeb_id, slags="stu", fra=date(2026, 1, 1), til=None)
    v.goer(v.sagsbehandler, skriv_resume, sag.id, tekst="Resumé", faerdigt=True, version=0)
    return v.hos_koordinator(v.sendt(sag))
