"""A case is moved, taken off, or its day cancelled: each concerned hears of it, and whose invitation is wrong is said."""

from collections.abc import Callable
from datetime import date

import pytest

from rehabteam.handlinger.aflys_moede import aflys_moede
from rehabteam.handlinger.aflys_sag import aflys_sag
from rehabteam.handlinger.indkald import indkald
from rehabteam.handlinger.indkald_team import indkald_team
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Haendelse, Moede, Paamindelse, Sag
from rehabteam.sager.udtraek.indkaldelser import Stand, dagens_pladser, sagens_pladser
from tests.verden import DAG, Verden
from tests.web.sagshjaelp import adresse, tekst

GRUND = "Mødelederen er syg."


def _flyt(v: Verden, sag: Sag) -> None:
    ny = v.moede(date(2026, 6, 18))
    v.goer(v.moedeleder, vaelg_moede, sag.id, moede_id=ny.id, grund=GRUND)


def _tag_af(v: Verden, sag: Sag) -> None:
    v.goer(v.moedeleder, aflys_sag, sag.id, grund=GRUND)


def _aflys(v: Verden, sag: Sag) -> None:
    v.goer(v.leder, aflys_moede, sag.moede_id, grund=GRUND)


@pytest.mark.parametrize(
    ("goer", "besked", "stand", "dagens"),
    [
        pytest.param(
            _flyt,
            "Mødet er flyttet fra",
            Stand.FORKERT,
            Stand.FORKERT,
            marks=pytest.mark.langsom,
            id="flyttet",
        ),
        pytest.param(
            _tag_af,
            "er aflyst for sagen, og den venter på en ny dag",
            Stand.AFLYSES,
            Stand.FORKERT,
            marks=pytest.mark.langsom,
            id="taget-af",
        ),
        pytest.param(
            _aflys,
            "er aflyst for sagen, og den venter på en ny dag",
            Stand.AFLYSES,
            Stand.AFLYSES,
            id="aflyst",
        ),
    ],
)
def test_alle_faar_det_at_vide(
    verden: Verden, goer: Callable[[Verden, Sag], None], besked: str, stand: Stand, dagens: Stand
) -> None:
    v = verden
    sag = v.sendt()
    with kontekst.arbejder_som(v.sagsbehandler):
        sag = Sag.objects.select_related("moede__moedeleder").get(id=sag.id)
        pladser = {p.modtager: p.uid for p in sagens_pladser(sag, DAG)}
    for modtager in ("borger", "sagsbehandler"):
        v.goer(v.sagsbehandler, indkald, sag.id, uid=pladser[modtager])
    team = v.goer(v.moedeleder, indkald_team, sag.moede_id)
    goer(v, sag)
    # The caseworker: a reminder today with the reason, and on her worklist.
    with kontekst.arbejder_som(v.sagsbehandler):
        (paamindelse,) = Paamindelse.objects.filter(sag=sag)
        nu = Sag.objects.select_related("moede__moedeleder").get(id=sag.id)
        staar = {p.modtager: p.stand for p in sagens_pladser(nu, DAG)}
    assert paamindelse.medarbejder_id == v.sagsbehandler.medarbejder_id
    assert besked in paamindelse.tekst and GRUND in paamindelse.tekst and paamindelse.dag == DAG
    assert besked in tekst(v.klient(v.sagsbehandler).get("/mit-arbejde/"))
    # Citizen and caseworker were asked to something else; the page of the case and its invitations say so.
    assert (staar["borger"], staar["sagsbehandler"]) == (stand, stand)
    side = tekst(v.klient(v.sagsbehandler).get(adresse("sag", nu)))
    assert "Indkaldelsen er ikke længere rigtig" in side
    # The team's day: each of those who were asked is pointed out.
    with kontekst.arbejder_som(v.moedeleder):
        dag = Moede.objects.select_related("moedeleder").get(id=sag.moede_id)
        assert [p.stand for p in dagens_pladser(v.moedeleder, dag)] == [dagens] * len(team)
    # The region: in the case's own history, with the reason, and in the inbox.
    with kontekst.arbejder_som(v.sekretariat):
        assert Haendelse.objects.filter(sag=sag, mistet_dag=True, tekst__contains=GRUND).count() == 1
    indbakke = tekst(v.klient(v.sekretariat).get("/indbakke/"))
    assert ("Venter på en ny mødedag" in indbakke) == (goer is not _flyt)
    hvad = "Flyttet fra" if goer is _flyt else "Taget af mødet"
    assert f"{hvad} {dag.dato:%d.%m.%Y}" in indbakke


def test_sundhedskoordinatoren_ser_hvilken_dag_sagen_kom_fra(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    with kontekst.arbejder_som(v.sagsbehandler):
        foer = Sag.objects.select_related("moede").get(id=sag.id).moede.dato
    assert "Flyttet fra" not in tekst(v.klient(v.koordinator).get("/mine-sager/"))
    _flyt(v, sag)
    assert f"Flyttet fra {foer:%d.%m.%Y}" in tekst(v.klient(v.koordinator).get("/mine-sager/"))
