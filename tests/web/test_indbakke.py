"""Klinisk Funktion's inbox: order of the desk, reasons, handing over, empty and refused, walls, constant queries."""

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rehabteam.handlinger.send_til_region import send_til_region
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.models import Adgangspost, Rolle, Sag
from tests.verden import DAG, Verden
from tests.web.sagshjaelp import adresse, frisk, handlinger, indsend, lograekker, tekst

INDBAKKE = "/indbakke/"


def _sendt(
    v: Verden, moede: date, navn: str = "Birthe Borger", dag: date = DAG, grund: str = "Papirerne kommer."
) -> Sag:
    sag = v.genoptaget(v.forloeb(navn=navn))
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=v.moede(moede).id, grund="Prøve", dag=dag)
    return v.goer(v.sagsbehandler, send_til_region, sag.id, grund=grund, aarsag="andet", dag=dag)


def test_dagens_grupper_i_rækkefølge_med_kommunens_ord(verden: Verden) -> None:
    v = verden
    _ = v.koordinator, v.anden_koordinator
    _sendt(v, date(2026, 6, 3), "Ida Idag")
    _sendt(v, date(2026, 6, 1), "Sofus Sent", grund="Resuméet blev færdigt i nat.")
    _sendt(v, date(2026, 6, 16), "Lone Langtid")
    _sendt(v, date(2026, 6, 2), "Olga Over", dag=date(2026, 5, 20))
    side = tekst(v.klient(v.sekretariat).get(INDBAKKE))
    raekkefoelge = [
        "Skulle være sendt videre",
        "Olga Over",
        "Send i dag",
        "Ida Idag",
        "Modtaget for sent",
        "Resuméet blev færdigt i nat.",
        "Sofus Sent",
        "Send senest tirsdag 9. juni 2026",
        "Lone Langtid",
    ]
    pladser = [side.index(t) for t in raekkefoelge]
    assert pladser == sorted(pladser)
    assert "3 skal til sundhedskoordinator i dag" in side
    assert "Møde onsdag 3. juni 2026 i Prøve, 1 sag" in side
    assert "sygedagpengereform" in side
    assert side.count("Ikke angivet") == 3
    assert "0 sager" in side


def test_en_sag_gives_videre_og_kan_gives_til_en_anden(verden: Verden) -> None:
    v = verden
    foerste, anden = _sendt(v, date(2026, 6, 3), "Ida Idag"), _sendt(v, date(2026, 6, 4), "Else Efter")
    klient = v.klient(v.sekretariat)
    _ = v.anden_koordinator
    noegle = str(uuid.uuid4())
    felter = {"koordinator": str(v.koordinator.medarbejder_id), "naeste": str(anden.id)}
    svar = indsend(klient, adresse("fordel", foerste), noegle, **felter)
    assert svar.status_code == 302
    assert svar.url == f"{INDBAKKE}#k-{anden.id}"
    igen = indsend(klient, adresse("fordel", foerste), noegle, **felter)
    assert igen.url == svar.url
    assert handlinger(foerste, v.sagsbehandler).count("fordel_til_koordinator") == 1
    assert frisk(foerste, v.koordinator).tilstand == Sag.Tilstand.HOS_KOORDINATOR
    side = tekst(klient.get(INDBAKKE))
    assert f"Sag {foerste.nummer} er givet til Karen Koordinator" in side
    assert "Giv til en anden" in side
    # The same one again is no act; another one takes it over.
    assert indsend(klient, adresse("fordel", foerste), **felter).status_code == 302
    indsend(klient, adresse("fordel", foerste), koordinator=str(v.anden_koordinator.medarbejder_id))
    assert handlinger(foerste, v.sagsbehandler).count("fordel_til_koordinator") == 2
    assert v.klient(v.koordinator).get(adresse("notat", foerste)).status_code == 404
    assert v.klient(v.anden_koordinator).get(adresse("notat", foerste)).status_code == 200


@pytest.mark.parametrize("valg", ["", "fremmed", "nogen"])
def test_uden_en_koordinator_staar_fejlen_i_raekken(verden: Verden, valg: str) -> None:
    v = verden
    sag = _sendt(v, date(2026, 6, 3))
    fremmed = v.person(Rolle.SUNDHEDSKOORDINATOR, v.anden_region)
    svar = indsend(
        v.klient(v.sekretariat),
        adresse("fordel", sag),
        koordinator={"fremmed": str(fremmed.medarbejder_id)}.get(valg, valg),
    )
    assert svar.status_code == 422
    assert f'id="k-{sag.id}-fejl"' in svar.content.decode()
    assert "Vælg en sundhedskoordinator" in tekst(svar)
    assert frisk(sag, v.sagsbehandler).tilstand == Sag.Tilstand.SENDT


def test_tom_indbakke_siger_det(verden: Verden) -> None:
    v = verden
    _ = v.koordinator
    side = tekst(v.klient(v.sekretariat).get(INDBAKKE))
    assert "Alt er sendt i dag" in side
    assert "Når en kommune sender en sag" in side
    _sendt(v, date(2026, 6, 16))
    assert "Næste dag er tirsdag 9. juni 2026." in tekst(v.klient(v.sekretariat).get(INDBAKKE))


def test_en_anden_region_ser_intet_og_kommunen_har_ingen_indbakke(verden: Verden) -> None:
    v = verden
    sag = _sendt(v, date(2026, 6, 3), "Ida Idag")
    fjern = v.klient(v.fjernt_sekretariat)
    assert "Ida Idag" not in tekst(fjern.get(INDBAKKE))
    koordinator = str(v.koordinator.medarbejder_id)
    for sag_id in (sag.id, uuid.uuid4()):
        svar = indsend(fjern, reverse("web:fordel", args=[sag_id]), koordinator=koordinator)
        assert svar.status_code == 404
    assert v.klient(v.sagsbehandler).get(INDBAKKE).status_code == 403
    assert v.klient(v.koordinator).get(INDBAKKE).status_code == 403
    svar = indsend(v.klient(v.koordinator), adresse("fordel", sag), koordinator=koordinator)
    assert svar.status_code == 403


def test_hvem_der_blev_vist_staar_i_loggen_og_sporene_er_faa(verden: Verden) -> None:
    v = verden
    sager = [_sendt(v, date(2026, 6, 3))]
    klient = v.klient(v.sekretariat)
    klient.get(INDBAKKE)
    with CaptureQueriesContext(
        connection,
    ) as faa:
        klient.get(INDBAKKE)
    sager += [_sendt(v, date(2026, 6, d)) for d in (4, 10, 16)] + [
        v.hos_koordinator(_sendt(v, date(2026, 6, 9)))
    ]
    with CaptureQueriesContext(connection) as mange:
        klient.get(INDBAKKE)
    assert len(mange) == len(faa)
    post = (
        Adgangspost.objects.using("vedligehold")
        .filter(rute="indbakke.se", medarbejder_id=v.sekretariat.medarbejder_id)
        .latest("id")
    )
    assert set(post.borgere) == {s.borger_id for s in sager}
    assert lograekker(sager[0], v.sekretariat) == []
