"""Breaking the glass: one case, an hour, to read, in one's own house – and everybody whose business it is sees it."""

import importlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection
from django.urls import reverse

from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.handling import HANDLINGER, Anledning
from rehabteam.handlinger.skriv_notat import skriv_notat
from rehabteam.handlinger.tag_noedadgang import FORSOEG
from rehabteam.handlinger.udeluk_medarbejder import udeluk_medarbejder
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer, Noed
from rehabteam.sager.adgang.rettigheder import KUN_LAESE, RETTIGHEDER, UNDER_NOEDADGANG, IngenRet, har_ret
from rehabteam.sager.models import (
    Borger,
    Dokument,
    Haendelse,
    Noedadgang,
    Rolle,
    Sag,
    Sundhedsnotat,
)
from rehabteam.sager.udtraek.synlige import synlige_borgere, synlige_forloeb, synlige_moeder, synlige_sager
from tests.arkitektur.test_handlinger import VERBER
from tests.stedfortraeder.noed import GRUND, aabn, i_noed, tag
from tests.verden import DAG, Verden

# --- What it opens ------------------------------------------------------------------------------------------


def test_den_aabner_den_ene_sag_og_intet_andet(verden: Verden) -> None:
    sag, anden = verden.hos_koordinator(), verden.hos_koordinator()
    hvem = verden.anden_koordinator
    with kontekst.arbejder_som(hvem):
        assert not Sag.objects.exists()
    noed = i_noed(hvem, tag(verden, sag))
    with kontekst.arbejder_som(noed):
        for sager in (Sag.objects.all(), synlige_sager(noed)):
            assert [s.id for s in sager] == [sag.id] != [anden.id]
        for borgere in (Borger.objects.all(), synlige_borgere(noed)):
            assert [b.id for b in borgere] == [sag.borger_id]
        assert set(Dokument.objects.values_list("sag_id", flat=True)) == {sag.id}
        assert set(Haendelse.objects.values_list("sag_id", flat=True)) == {sag.id}
        assert not synlige_forloeb(noed).exists() and not synlige_moeder(noed).exists()


def test_ufaerdige_papirer_er_stadig_lukkede(verden: Verden) -> None:
    sag = verden.hos_koordinator()
    felter = dict.fromkeys(
        ("funktionsniveau", "skaanehensyn", "tilbud", "dokumentationsbehov", "vurderingsbehov"), "Kladde"
    )
    verden.goer(verden.koordinator, skriv_notat, sag.id, version=0, **felter)
    with kontekst.arbejder_som(verden.koordinator):
        assert Sundhedsnotat.objects.filter(sag=sag, underskrevet_tid=None).exists()
    with kontekst.arbejder_som(i_noed(verden.anden_koordinator, tag(verden, sag))):
        assert not Sundhedsnotat.objects.filter(underskrevet_tid=None).exists()


def test_databasen_selv_lukker_naar_tiden_er_gaaet(verden: Verden) -> None:
    """Whatever the site believes: the context it is given does not outlive the hour."""
    noed = i_noed(verden.anden_koordinator, tag(verden, verden.hos_koordinator()))
    assert noed.noed
    gammel = replace(noed, noed=replace(noed.noed, udloeber=datetime.now(UTC) - timedelta(seconds=1)))
    with kontekst.arbejder_som(noed):
        assert Sag.objects.count() == 1
    with kontekst.arbejder_som(gammel):
        assert Sag.objects.count() == 0


def test_en_sag_i_en_anden_region_aabner_ikke_selv_med_et_forfalsket_nummer(verden: Verden) -> None:
    """The context names the case, and the wall still asks whose it is."""
    sag = verden.hos_koordinator()
    n = tag(verden, sag)
    fjern = i_noed(verden.fjernt_sekretariat, n)
    with kontekst.arbejder_som(fjern):
        assert not Sag.objects.exists() and not Borger.objects.exists() and not Dokument.objects.exists()


SKRIV = {
    "ret sagen": "UPDATE sager_sag SET version = version + 1",
    "ret borgeren": "UPDATE sager_borger SET telefon = ''",
    "nyt dokument": "INSERT INTO sager_dokument (id) VALUES (gen_random_uuid())",
    "nyt notat": "INSERT INTO sager_sundhedsnotat (id) VALUES (gen_random_uuid())",
    "læs loggen": "SELECT * FROM sager_adgangspost",
    "læs forløb": "SELECT * FROM sager_forloeb",
    "en nødadgang til": "INSERT INTO sager_noedadgang (id) VALUES (gen_random_uuid())",
    "læs nødadgange": "SELECT * FROM sager_noedadgang",
    "læs sessioner": "SELECT * FROM django_session",
}


@pytest.mark.parametrize("sql", SKRIV.values(), ids=SKRIV)
def test_den_kan_kun_laese(verden: Verden, sql: str) -> None:
    noed = i_noed(verden.anden_koordinator, tag(verden, verden.hos_koordinator()))
    with kontekst.arbejder_som(noed), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sager_sag")
        assert cursor.fetchone() == (1,)
    with pytest.raises(DatabaseError), kontekst.arbejder_som(noed), connection.cursor() as cursor:
        cursor.execute(sql)


def test_hver_handling_afvises_imens(verden: Verden) -> None:
    """Before it reads its arguments, so none is needed."""
    noed = Noed(uuid4(), uuid4(), uuid4(), datetime.now(UTC) + timedelta(hours=1))
    anledning = Anledning(replace(verden.leder, noed=noed), DAG, datetime.now(UTC))
    for verbum in VERBER:
        importlib.import_module(f"rehabteam.handlinger.{verbum}")
    assert set(VERBER) <= set(HANDLINGER) and len(VERBER) > 30
    for handling in HANDLINGER.values():
        with pytest.raises(IngenRet) as afslag:
            handling(anledning)
        assert afslag.value.forklaring == KUN_LAESE


def test_kun_to_rettigheder_gaelder_imens(verden: Verden) -> None:
    noed = Noed(uuid4(), uuid4(), uuid4(), datetime.now(UTC) + timedelta(hours=1))
    for hvem in (verden.leder, verden.sagsbehandler, verden.koordinator, verden.sekretariat):
        har = {navn for navn in RETTIGHEDER if har_ret(replace(hvem, noed=noed), navn)}
        assert har == set(UNDER_NOEDADGANG) == {"sag.se", "dokumenter.se", "hjaelp.se"}


# --- How it is taken ------------------------------------------------------------------------------------------


def test_forkert_fremmed_og_lukket_nummer_faar_samme_svar(verden: Verden) -> None:
    sag = verden.hos_koordinator()
    usendt = verden.genoptaget()

    def svar(hvem: Aktoer, **felter: Any) -> dict[str, str]:
        with pytest.raises(KanIkke) as fejl:
            tag(verden, sag, hvem, **felter)
        return fejl.value.felter

    forkert = svar(verden.anden_koordinator, nummer="2026-99999")
    assert set(forkert) == {"nummer"}
    assert svar(verden.fjernt_sekretariat) == forkert
    assert svar(verden.anden_koordinator, nummer=usendt.nummer) == forkert
    assert svar(verden.anden_koordinator, kommune_id=verden.nabokommune.id) == forkert
    assert svar(verden.naboen) == forkert


def test_den_aabner_aldrig_en_sag_man_er_udelukket_fra(verden: Verden) -> None:
    """Conflict of interest: the same answer as a wrong number; and shut at once where it was open."""
    aaben, lukket = verden.hos_koordinator(), verden.hos_koordinator()
    hvem = verden.anden_koordinator
    noed = i_noed(hvem, tag(verden, aaben))
    for sag in (aaben, lukket):
        felter = {"medarbejder_id": hvem.medarbejder_id, "grund": "slaegt", "begrundelse": "Fætter."}
        verden.goer(verden.sekretariat, udeluk_medarbejder, sag.borger_id, **felter)
    with pytest.raises(KanIkke) as fejl:
        tag(verden, lukket)
    with pytest.raises(KanIkke) as forkert:
        tag(verden, lukket, nummer="2026-99999")
    assert fejl.value.felter == forkert.value.felter
    with kontekst.arbejder_som(noed):
        assert not Sag.objects.exists() and not Borger.objects.exists() and not Dokument.objects.exists()


def test_den_der_gaetter_numre_bliver_bremset(verden: Verden) -> None:
    sag = verden.hos_koordinator()
    rigtigt, klient = sag.nummer, verden.klient(verden.anden_koordinator)

    def proev(nummer: str) -> Any:
        felter = {"kommune_id": str(sag.kommune_id), "nummer": nummer, "grund": GRUND, "noegle": str(uuid4())}
        return klient.post(reverse("web:noedadgang"), felter)

    for nr in range(FORSOEG):
        assert "som du kan åbne" in proev(f"2026-9{nr:04}").content.decode()
    assert "for mange numre" in proev(rigtigt).content.decode()
    _, svar = aabn(verden, sag, verden.person(Rolle.SUNDHEDSKOORDINATOR, verden.region, "Trine Tredje"))
    assert svar.status_code == 302, "en anden er ikke bremset"


def test_det_man_selv_kan_se_kraever_ingen_noedadgang(verden: Verden) -> None:
    sag = verden.hos_koordinator()
    for hvem in (verden.koordinator, verden.sekretariat, verden.sagsbehandler):
        with pytest.raises(KanIkke, match="i forvejen"):
            tag(verden, sag, hvem)


@pytest.mark.parametrize(
    "felter", [{"grund": "haster"}, {"nummer": "Birthe Borger"}, {"nummer": ""}, {"nummer": "2026-1 OR 1=1"}]
)
def test_grund_og_nummer_skal_skrives(verden: Verden, felter: dict[str, str]) -> None:
    with pytest.raises(KanIkke) as fejl:
        tag(verden, verden.hos_koordinator(), **felter)
    assert set(fejl.value.felter) == set(felter)


def test_nummeret_kan_ikke_bruges_til_at_lede(verden: Verden) -> None:
    """While the number is looked for, the case's row is all there is, and only that one."""
    sag, _ = verden.hos_koordinator(), verden.hos_koordinator()
    with kontekst.arbejder_som(verden.anden_koordinator):
        with kontekst.kun_nummeret(verden.anden_koordinator, sag.nummer):
            assert [s.id for s in Sag.objects.all()] == [sag.id]
            assert not Borger.objects.exists() and not Dokument.objects.exists()
        assert not Sag.objects.exists(), "og bagefter er hun sig selv"
    with (
        pytest.raises(kontekst.KontekstFejl),
        kontekst.arbejder_som(verden.anden_koordinator),
        kontekst.kun_nummeret(verden.anden_koordinator, "1||x"),
    ):
        pass


def test_laengere_end_en_time_siger_databasen_nej(verden: Verden) -> None:
    sag, nu = verden.hos_koordinator(), datetime.now(UTC)
    hvem = verden.anden_koordinator
    for tid, udloeber in (
        (nu, nu + timedelta(minutes=61)),
        (nu + timedelta(hours=5), nu + timedelta(hours=6)),
    ):
        with pytest.raises(DatabaseError), kontekst.arbejder_som(hvem):
            Noedadgang.objects.create(
                organisation_id=hvem.organisation_id,
                medarbejder_id=hvem.medarbejder_id,
                rolle=hvem.rolle,
                kommune_id=sag.kommune_id,
                sag=sag,
                borger_id=sag.borger_id,
                sagsnummer=sag.nummer,
                grund=GRUND,
                tid=tid,
                udloeber=udloeber,
            )


def test_den_kan_ikke_forlaenges(verden: Verden) -> None:
    n = tag(verden, verden.hos_koordinator())
    with pytest.raises(DatabaseError), kontekst.arbejder_som(verden.anden_koordinator):
        Noedadgang.objects.filter(id=n.id).update(udloeber=n.udloeber + timedelta(minutes=1))
