"""A fuldmagt from beginning to end: given, used, seen through, and gone at the next click."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.giv_fuldmagt import giv_fuldmagt
from rehabteam.handlinger.tilbagekald_fuldmagt import tilbagekald_fuldmagt
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.fuldmagtskode import kode
from rehabteam.sager.models import Borger, Forloeb, Fuldmagt, Haendelse
from tests.borgersiden.borgere import (
    VED,
    bisidderens_klient,
    borgerens_klient,
    klient,
    konto,
    som_bisidder,
    som_borger,
)
from tests.verden import DAG, Verden

MIN_SAG = "/min-sag/"
TIL = DAG + timedelta(days=90)


@pytest.fixture
def forloeb(verden: Verden) -> Forloeb:
    return verden.forloeb()


@pytest.fixture
def borger(forloeb: Forloeb) -> Borger:
    return Borger.objects.using(VED).get(id=forloeb.borger_id)


def _giv(v: Verden, borger: Borger, **felter: object) -> Fuldmagt:
    return v.goer(
        som_borger(borger),
        giv_fuldmagt,
        borger.id,
        **{"navn": "Bente Bisidder", "til": TIL, "dokumenter": False} | felter,
    )


def test_borgeren_giver_den_og_bisidderen_bruger_sin_kode(verden: Verden, borger: Borger) -> None:
    hendes = borgerens_klient(borger)
    side = reverse("web:mine_bisiddere")
    noegle = hendes.get(side).content.decode().split('name="noegle" value="')[1].split('"')[0]
    felter = {"navn": "Bente Bisidder", "dokumenter": "nej", "til": "25.08.2026", "noegle": noegle}
    assert hendes.post(side, felter).status_code == 302
    fuldmagt = Fuldmagt.objects.using(VED).get(borger=borger)
    assert (fuldmagt.fra, fuldmagt.til, fuldmagt.paa_papir) == (DAG, date(2026, 8, 25), False)
    html = hendes.get(side).content.decode()
    assert kode(fuldmagt.id) in html and fuldmagt.kodeaftryk not in html

    bente = klient(konto())
    assert bente.get(MIN_SAG).status_code == 302, "hun åbner intet endnu"
    ind = reverse("web:fuldmagt_kode")
    assert bente.post(ind, {"kode": "AAAA-BBBB-CCCC"}).status_code == 422
    assert bente.post(ind, {"kode": kode(fuldmagt.id).lower().replace("-", " ")}).status_code == 302
    html = bente.get(MIN_SAG).content.decode()
    assert "Du er bisidder for Birthe Borger" in html and "Hvem har kigget" not in html
    tyv = klient(konto())
    assert tyv.post(ind, {"kode": kode(fuldmagt.id)}).status_code == 422, "koden virker én gang"


def test_taget_tilbage_er_den_vaek_ved_naeste_klik(verden: Verden, borger: Borger) -> None:
    fuldmagt = _giv(verden, borger)
    bente = bisidderens_klient(fuldmagt)
    assert bente.get(MIN_SAG).status_code == 200
    verden.goer(som_borger(borger), tilbagekald_fuldmagt, borger.id, fuldmagt.id)
    svar = bente.get(MIN_SAG)
    assert svar.status_code == 302 and svar["Location"].startswith("/log-ind/")


def test_udloebet_er_den_vaek(verden: Verden, borger: Borger, settings: object) -> None:
    fuldmagt = _giv(verden, borger)
    bente = bisidderens_klient(fuldmagt)
    settings.DEMODAG = TIL  # type: ignore[attr-defined]
    assert bente.get(MIN_SAG).status_code == 200, "den sidste dag er med"
    settings.DEMODAG = TIL + timedelta(days=1)  # type: ignore[attr-defined]
    assert bente.get(MIN_SAG).status_code == 302


def test_paa_papir_skriver_kommunen_den_ind(verden: Verden, forloeb: Forloeb, borger: Borger) -> None:
    v = verden
    side = reverse("web:bisiddere", args=[forloeb.id])
    sanne = v.klient(v.sagsbehandler)
    noegle = sanne.get(side).content.decode().split('name="noegle" value="')[1].split('"')[0]
    felter = {"navn": "Hanne Holm", "dokumenter": "ja", "til": "25.08.2026", "noegle": noegle}
    assert sanne.post(side, felter).status_code == 302
    fuldmagt = Fuldmagt.objects.using(VED).get(borger=borger)
    assert fuldmagt.paa_papir and fuldmagt.dokumenter
    post = Haendelse.objects.using(VED).filter(handling="giv_fuldmagt").latest("tid")
    assert post.forloeb_id == forloeb.id and post.sag_id is None, "regionen ser den ikke"
    hendes = _giv(v, borger)
    html = sanne.get(side).content.decode()
    assert kode(fuldmagt.id) in html and kode(hendes.id) not in html, "den, hun selv gav, er ikke kommunens"
    assert "Hanne Holm" in borgerens_klient(borger).get(reverse("web:mine_bisiddere")).content.decode()
    v.goer(v.sagsbehandler, tilbagekald_fuldmagt, borger.id, fuldmagt.id)
    with pytest.raises(FindesIkke):
        v.goer(v.sagsbehandler, tilbagekald_fuldmagt, borger.id, fuldmagt.id)


def test_andre_kan_ikke_give_den(verden: Verden, borger: Borger) -> None:
    v = verden
    felter = {"navn": "Bente", "til": TIL, "dokumenter": True}
    anden = Borger.objects.using(VED).get(id=v.forloeb(navn="Anna Anden").borger_id)
    for hvem, fejl in (
        (v.naboen, FindesIkke),
        (v.sekretariat, IngenRet),
        (v.teammedlem, IngenRet),
        (som_borger(anden), FindesIkke),
        (som_bisidder(_giv(v, borger)), IngenRet),
    ):
        with pytest.raises(fejl):
            v.goer(hvem, giv_fuldmagt, borger.id, **felter)
    assert v.goer(v.leder, giv_fuldmagt, borger.id, **felter).paa_papir


@pytest.mark.parametrize(
    ("felter", "felt"),
    [
        ({"til": DAG - timedelta(days=1)}, "til"),
        ({"til": DAG + timedelta(days=367)}, "til"),
        ({"navn": "  "}, "navn"),
        ({"navn": "bente  BISIDDER"}, "navn"),
    ],
)
def test_det_der_ikke_kan_lade_sig_goere(
    verden: Verden, borger: Borger, felter: dict[str, object], felt: str
) -> None:
    _giv(verden, borger)
    with pytest.raises(KanIkke) as fejl:
        _giv(verden, borger, **{"navn": "En Anden"} | felter)
    assert set(fejl.value.felter) == {felt}


def test_ingen_er_bisidder_for_sig_selv(verden: Verden, borger: Borger) -> None:
    fuldmagt = _giv(verden, borger)
    hendes = borgerens_klient(borger)
    assert hendes.post(reverse("web:fuldmagt_kode"), {"kode": kode(fuldmagt.id)}).status_code == 422


def test_kodesiden_er_ikke_for_andre(verden: Verden) -> None:
    side = reverse("web:fuldmagt_kode")
    for hvem in (Client(), verden.klient(verden.sagsbehandler)):
        for svar in (hvem.get(side), hvem.post(side, {"kode": "x"})):
            assert svar.status_code == 302 and svar["Location"] == "/log-ind/"
