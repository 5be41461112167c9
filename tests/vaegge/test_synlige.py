"""The first wall alone: the querysets of sager/udtraek/synlige.py, asked on a connection that passes every policy."""

import pytest

from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Sag
from rehabteam.sager.udtraek.synlige import (
    synlige_borgere,
    synlige_forloeb,
    synlige_moeder,
    synlige_sager,
)
from tests.verden import Verden


@pytest.fixture
def sag(verden: Verden) -> Sag:
    return verden.hos_koordinator()


def _ser(hvem: Aktoer, sag: Sag) -> tuple[bool, bool, bool, bool]:
    """Does the person see the case, the citizen, the forløb, the meeting?"""
    alt = "vedligehold"
    return (
        synlige_sager(hvem).using(alt).filter(id=sag.id).exists(),
        synlige_borgere(hvem).using(alt).filter(id=sag.borger_id).exists(),
        synlige_forloeb(hvem).using(alt).filter(id=sag.forloeb_id).exists(),
        synlige_moeder(hvem).using(alt).filter(id=sag.moede_id).exists(),
    )


def test_enhver_ser_sit_og_ikke_mere(verden: Verden, sag: Sag) -> None:
    v = verden
    sag = Sag.objects.using("vedligehold").get(id=sag.id)
    assert _ser(v.sagsbehandler, sag) == (True, True, True, True)
    assert _ser(v.naboen, sag) == (False, False, False, False)
    assert _ser(v.sekretariat, sag) == (True, True, False, True)
    assert _ser(v.fjernt_sekretariat, sag) == (False, False, False, False)
    assert _ser(v.koordinator, sag) == (True, True, False, True)
    assert _ser(v.anden_koordinator, sag) == (False, False, False, True)
