"""Standing in for a colleague: her cases, in one's own name, on the days agreed, and no longer."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connections, transaction
from django.urls import reverse

from rehabteam.handlinger.afslut_vikariat import afslut_vikariat
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.skriv_notat import skriv_notat
from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import (
    Adgangspost,
    Borger,
    Haendelse,
    Medarbejder,
    Rolle,
    Sag,
    Vikariat,
)
from rehabteam.sager.udtraek.synlige import synlige_sager
from tests.stedfortraeder.vikar import saet, som_vikar, tryk
from tests.verden import DAG, Verden

NOTAT = {
    "funktionsniveau": "a",
    "skaanehensyn": "b",
    "tilbud": "c",
    "dokumentationsbehov": "d",
    "vurderingsbehov": "e",
}


@pytest.fixture
def vikariat(verden: Verden) -> Vikariat:
    return saet(verden, verden.sekretariat, verden.koordinator, verden.anden_koordinator)


# --- Whose cases ------------------------------------------------------------------------------------------


def test_vikaren_ser_den_andens_sager_og_ikke_andre(verden: Verden) -> None:
    hendes = verden.hos_koordinator()
    vikar = verden.anden_koordinator
    with kontekst.arbejder_som(vikar):
        assert not synlige_sager(vikar).exists() and not Sag.objects.exists()
    som = som_vikar(vikar, verden.koordinator)
    with kontekst.arbejder_som(som):
        assert [s.id for s in synlige_sager(som)] == [hendes.id]
        assert [s.id for s in Sag.objects.all()] == [hendes.id]
        assert Borger.objects.count() == 1


def test_kontekstens_felt_kan_ikke_aendres_i_anmodningen(verden: Verden) -> None:
    """Injected SQL that writes another's id where it says whose cases: the signature no longer holds."""
    verden.hos_koordinator()
    vikar = verden.anden_koordinator
    with kontekst.arbejder_som(vikar), connections["default"].cursor() as cursor:
        cursor.execute("SELECT current_setting('app.ctx')")
        min_ = cursor.fetchone()[0].split("|")
        assert min_[2] == min_[3] == str(vikar.medarbejder_id)
        min_[3] = str(verden.koordinator.medarbejder_id)
        cursor.execute("SELECT set_config('app.ctx', %s, true)", ["|".join(min_)])
        cursor.execute("SELECT count(*) FROM sager_sag")
        assert cursor.fetchone()[0] == 0


def test_vikaren_arbejder_i_sit_eget_navn(verden: Verden, vikariat: Vikariat) -> None:
    """Log and Hændelse name her, and for whom."""
    sag = verden.hos_koordinator()
    klient = verden.klient(verden.anden_koordinator)
    adresse = reverse("web:sag", args=[sag.id])
    assert klient.get(adresse).status_code == 404
    assert tryk(klient, "vikar_vaelg", vikariat.id).status_code == 302
    svar = klient.get(adresse)
    assert svar.status_code == 200
    assert "som vikar for <strong>Karen Koordinator" in svar.content.decode()
    with kontekst.arbejder_som(verden.sekretariat):
        post = Adgangspost.objects.filter(objekt=sag.id, art="laes").latest("id")
    assert (post.medarbejder_id, post.vikar_for) == (
        verden.anden_koordinator.medarbejder_id,
        verden.koordinator.medarbejder_id,
    )
    verden.goer(
        som_vikar(verden.anden_koordinator, verden.koordinator), skriv_notat, sag.id, version=0, **NOTAT
    )
    with kontekst.arbejder_som(verden.sagsbehandler):
        sidst = Haendelse.objects.filter(sag=sag).latest("tid")
    assert sidst.aktoer_navn == "Anders Anden som vikar for Karen Koordinator"
    assert sidst.data["vikar_for"] == str(verden.koordinator.medarbejder_id)


def test_loggen_kan_ikke_tie_om_hvem_hun_er_vikar_for(verden: Verden) -> None:
    """Past the program: PostgreSQL writes the row only as it is, for substitutes and for others."""
    selv = verden.anden_koordinator
    som = som_vikar(selv, verden.koordinator)

    def skriv(hvem: Aktoer, i_loggen: Aktoer) -> None:
        with kontekst.arbejder_som(hvem):
            log.skriv(i_loggen, log.Art.LAES, "sag.se", 200, uuid4())

    skriv(selv, selv)
    skriv(som, som)
    for hvem, i_loggen in ((som, selv), (selv, som), (som, som_vikar(selv, verden.sekretariat))):
        with pytest.raises(DatabaseError):
            skriv(hvem, i_loggen)


def test_rollen_foelger_med_og_slutter_igen(verden: Verden) -> None:
    """A mødeleder as a leader's substitute: the leader's rights, until she works as herself again."""
    v = saet(verden, verden.leder, verden.leder, verden.moedeleder)
    klient = verden.klient(verden.moedeleder)
    ny = reverse("web:forloeb_nyt")
    assert klient.get(ny).status_code == 403
    tryk(klient, "vikar_vaelg", v.id)
    assert klient.get(ny).status_code == 200
    tryk(klient, "vikar_fra")
    assert klient.get(ny).status_code == 403


# --- It ends ------------------------------------------------------------------------------------------------


def test_efter_den_sidste_dag_er_det_slut_ved_naeste_side(
    verden: Verden, vikariat: Vikariat, settings: Any
) -> None:
    sag = verden.hos_koordinator()
    klient = verden.klient(verden.anden_koordinator)
    tryk(klient, "vikar_vaelg", vikariat.id)
    adresse = reverse("web:sag", args=[sag.id])
    settings.DEMODAG = vikariat.til
    assert klient.get(adresse).status_code == 200
    settings.DEMODAG = vikariat.til + timedelta(days=1)
    assert klient.get(adresse).status_code == 404
    assert "Dit vikariat er slut" in klient.get(reverse("web:mine_sager")).content.decode()
    settings.DEMODAG = vikariat.fra
    assert klient.get(adresse).status_code == 404, "den skal vælges igen"


def _afslut(v: Verden, vikariat: Vikariat) -> None:
    v.goer(v.sekretariat, afslut_vikariat, vikariat.id)


def _stop(felt: str, vaerdi: object) -> Any:
    def goer(v: Verden, vikariat: Vikariat) -> None:
        hende = Medarbejder.objects.using("vedligehold").filter(id=v.koordinator.medarbejder_id)
        hende.update(**{felt: vaerdi})

    return goer


@pytest.mark.parametrize(
    "hvad",
    [_afslut, _stop("aktiv", False), _stop("rolle", "drift")],
    ids=["afsluttet", "den anden er holdt op", "den anden har en rolle, der ikke kan lånes"],
)
def test_en_aendret_ret_bider_ved_naeste_side(verden: Verden, vikariat: Vikariat, hvad: Any) -> None:
    sag = verden.hos_koordinator()
    klient = verden.klient(verden.anden_koordinator)
    tryk(klient, "vikar_vaelg", vikariat.id)
    adresse = reverse("web:sag", args=[sag.id])
    assert klient.get(adresse).status_code == 200
    hvad(verden, vikariat)
    assert klient.get(adresse).status_code in (403, 404)


def test_en_andens_vikariat_giver_intet(verden: Verden, vikariat: Vikariat) -> None:
    """Neither chosen by address nor put into the session."""
    tredje = verden.person(Rolle.SUNDHEDSKOORDINATOR, verden.region, "Trine Tredje")
    sag = verden.hos_koordinator()
    klient = verden.klient(tredje)
    assert tryk(klient, "vikar_vaelg", vikariat.id).status_code == 404
    with transaction.atomic():
        kontekst.aabn_doeren()
        session = klient.session
        session["vikariat"] = str(vikariat.id)
        session.save()
    assert klient.get(reverse("web:sag", args=[sag.id])).status_code == 404
    assert klient.get(reverse("web:mine_sager")).status_code == 200


def test_foer_den_foerste_dag_kan_det_ikke_vaelges(verden: Verden) -> None:
    v = saet(
        verden, verden.sekretariat, verden.koordinator, verden.anden_koordinator, fra=DAG + timedelta(days=1)
    )
    assert tryk(verden.klient(verden.anden_koordinator), "vikar_vaelg", v.id).status_code == 404


# --- Who may find a substitute ---------------------------------------------------------------------------------


def test_en_vikars_vikar_faar_kun_hendes_egne_sager(verden: Verden, vikariat: Vikariat) -> None:
    """The third stands in for the second, who stands in for the first: not for the first."""
    tredje = verden.person(Rolle.SUNDHEDSKOORDINATOR, verden.region, "Trine Tredje")
    videre = saet(verden, verden.anden_koordinator, verden.anden_koordinator, tredje)
    sag = verden.hos_koordinator()
    klient = verden.klient(tredje)
    assert tryk(klient, "vikar_vaelg", videre.id).status_code == 302
    assert klient.get(reverse("web:mine_sager")).status_code == 200
    assert klient.get(reverse("web:sag", args=[sag.id])).status_code == 404
    assert tryk(klient, "vikar_vaelg", vikariat.id).status_code == 404


def test_som_vikar_kan_ingen_saette_eller_afslutte_vikarer(verden: Verden) -> None:
    v = saet(verden, verden.leder, verden.leder, verden.moedeleder)
    som = som_vikar(verden.moedeleder, verden.leder)
    with pytest.raises(IngenRet):
        saet(verden, som, verden.sagsbehandler, verden.teammedlem)
    with pytest.raises(IngenRet):
        verden.goer(som, afslut_vikariat, v.id)


def test_hvem_der_maa_saette_for_hvem(verden: Verden) -> None:
    v = verden
    assert saet(v, v.sagsbehandler, v.sagsbehandler, v.moedeleder)
    assert saet(v, v.koordinator, v.koordinator, v.anden_koordinator)
    assert saet(v, v.auditor, v.auditor, v.leder)
    afvist: list[tuple[Aktoer, Aktoer, Aktoer]] = [
        (v.sagsbehandler, v.moedeleder, v.teammedlem),  # not for a colleague
        (v.leder, v.auditor, v.sagsbehandler),  # nor for the one who reviews the log
        (v.leder, v.sagsbehandler, v.auditor),  # who has no casework
        (v.leder, v.sagsbehandler, v.naboen),  # nobody from another house
        (v.leder, v.naboen, v.sagsbehandler),
        (v.sekretariat, v.koordinator, v.sekretariat),  # health is for those who know it
        (v.leder, v.leder, v.leder),
    ]
    for hvem, for_hvem, vikar in afvist:
        with pytest.raises(KanIkke):
            saet(v, hvem, for_hvem, vikar)


@pytest.mark.parametrize(
    "felter",
    [
        {"fra": DAG - timedelta(days=1)},
        {"til": DAG - timedelta(days=1)},
        {"til": DAG + timedelta(days=366)},
        {"grund": "  "},
    ],
)
def test_dage_og_grund_skal_passe(verden: Verden, felter: dict[str, Any]) -> None:
    with pytest.raises(KanIkke) as fejl:
        saet(verden, verden.leder, verden.sagsbehandler, verden.moedeleder, **felter)
    assert set(fejl.value.felter) == set(felter)


def test_et_andet_hus_kan_ikke_afslutte_det(verden: Verden, vikariat: Vikariat) -> None:
    with pytest.raises(FindesIkke):
        verden.goer(verden.leder, afslut_vikariat, vikariat.id)
    with pytest.raises(IngenRet):
        verden.goer(verden.anden_koordinator, afslut_vikariat, vikariat.id)


def test_databasen_selv_siger_nej_til_et_andet_hus(verden: Verden) -> None:
    """Past the Handling: a role cannot be lent out of the house, nor by one coordinator for another."""

    def skriv(hvem: Aktoer, for_hvem: Aktoer, vikar: Aktoer) -> None:
        with kontekst.arbejder_som(hvem):
            Vikariat.objects.create(
                organisation_id=hvem.organisation_id,
                for_hvem_id=for_hvem.medarbejder_id,
                vikar_id=vikar.medarbejder_id,
                fra=DAG,
                til=DAG,
                grund="Prøve",
                oprettet_tid="2026-05-27T08:00Z",
                oprettet_af="Prøve",
            )

    skriv(verden.leder, verden.sagsbehandler, verden.moedeleder)
    skriv(verden.koordinator, verden.koordinator, verden.anden_koordinator)
    for tre in (
        (verden.leder, verden.sagsbehandler, verden.naboen),
        (verden.leder, verden.naboen, verden.sagsbehandler),
        (verden.koordinator, verden.anden_koordinator, verden.koordinator),
        (verden.leder, verden.leder, verden.leder),
    ):
        with pytest.raises(DatabaseError):
            skriv(*tre)


def test_kun_slutningen_kan_skrives_senere(verden: Verden, vikariat: Vikariat) -> None:
    with pytest.raises(DatabaseError), kontekst.arbejder_som(verden.sekretariat):
        Vikariat.objects.filter(id=vikariat.id).update(til=date(2030, 1, 1))
    with kontekst.arbejder_som(verden.sekretariat):
        assert Vikariat.objects.filter(id=vikariat.id).update(slut_af="Prøve") == 1
