"""The sundhedskoordinator's list of her own cases."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from rehabteam.handlinger.skriv_notat import skriv_notat
from rehabteam.handlinger.underskriv_notat import underskriv_notat
from rehabteam.sager.models import Adgangspost
from tests.verden import Verden
from tests.web.sagshjaelp import tekst

MINE = "/mine-sager/"
TEKSTER = dict.fromkeys(
    ("funktionsniveau", "skaanehensyn", "tilbud", "dokumentationsbehov", "vurderingsbehov"), "Prøve."
)


def test_mine_sager_siger_hvad_der_er_nyt_og_hvad_der_er_naeste_skridt(verden: Verden) -> None:
    v = verden
    sager = [
        v.hos_koordinator(v.sendt(v.genoptaget(v.forloeb(navn=n))))
        for n in ("Ane Ny", "Bo Kladde", "Cis Skrevet")
    ]
    for sag in sager[1:]:
        v.goer(v.koordinator, skriv_notat, sag.id, version=0, **TEKSTER)
    v.goer(v.koordinator, underskriv_notat, sager[2].id)
    klient = v.klient(v.koordinator)
    side = tekst(klient.get(MINE))
    assert "2 notater mangler" in side
    ane, bo, cis = (side.index(navn) for navn in ("Ane Ny", "Bo Kladde", "Cis Skrevet"))
    assert "Skriv notat" in side[ane:bo]
    assert "5 dokumenter, 5 ulæste" in side[ane:bo]
    assert "Fortsæt notat" in side[bo:cis]
    assert side.index("Klar til mødet") < cis
    assert "Læs notatet" in side[cis:]
    assert "tor. 11.06.2026" in side
    post = Adgangspost.objects.using("vedligehold").filter(
        rute="mine_sager.se", medarbejder_id=v.koordinator.medarbejder_id
    )
    assert set(post.latest("id").borgere) == {s.borger_id for s in sager}


def test_ingen_sager_og_kun_hendes_egne(verden: Verden) -> None:
    v = verden
    v.hos_koordinator()
    assert "Ingen sager venter på dig" in tekst(v.klient(v.anden_koordinator).get(MINE))
    assert v.klient(v.sekretariat).get(MINE).status_code == 403
    assert v.klient(v.sagsbehandler).get(MINE).status_code == 403


def test_flere_sager_koster_ikke_flere_opslag(verden: Verden) -> None:
    v = verden
    v.hos_koordinator()
    klient = v.klient(v.koordinator)
    klient.get(MINE)
    with CaptureQueriesContext(connection) as faa:
        klient.get(MINE)
    for dag in (date(2025, 11, 3), date(2025, 11, 10)):
        v.hos_koordinator(v.sendt(v.genoptaget(v.forloeb(dag))))
    with CaptureQueriesContext(connection) as mange:
        klient.get(MINE)
    assert len(mange) == len(faa)
