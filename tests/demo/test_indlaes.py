"""The demo goes in through the Handlinger, once, and everything is where it should be."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections

from rehabteam.cli import demo
from rehabteam.cli.demo import enheden, regionen, skaebner
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.models import (
    GENFORELAEGGELSE,
    Dokument,
    Forloeb,
    Haendelse,
    Medarbejder,
    Noedadgang,
    Note,
    Sag,
    Sundhedsnotat,
    Vikariat,
)
from rehabteam.sager.sagsarter import ARTER, art
from rehabteam.web.models import Konto
from tests.conftest import ARBEJDER
from tests.demo.test_tilstande import VENTET
from tests.forloeb import servering

REGION = regionen.laes()


@pytest.fixture(scope="module", autouse=True)
def indlaest(demo: Path, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """The demo as the command left it, in a copy of its own, and this process's connections turned to it."""
    with (
        servering.kopi(demo, f"rehabteam_test_indlaest_{ARBEJDER}") as navn,
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(settings, "SECRET_KEY", servering.HEMMELIG)
        patch.setattr(settings, "DEMOKODE", servering.ADGANGSKODE)
        for forbindelse in connections.all():
            forbindelse.close()
            patch.setitem(forbindelse.settings_dict, "NAME", navn)
        yield
        connections.close_all()


@pytest.fixture(autouse=True)
def _db(django_db_blocker):
    with django_db_blocker.unblock():
        yield


def hvem(brugernavn: str) -> Aktoer:
    konto = Konto.objects.using("vedligehold").get(brugernavn=brugernavn)
    return aktoer(
        Medarbejder.objects.using("vedligehold").select_related("organisation").get(id=konto.medarbejder_id)
    )


def test_each_forloeb_has_the_state_the_law_gives_it() -> None:
    fundet = {}
    for kommune in REGION.kommuner:
        with kontekst.arbejder_som(hvem(kommune.en("leder").brugernavn)):
            for f in Forloeb.objects.select_related("borger"):
                fundet[f.borger.fuldt_navn] = f.frist_status
    assert fundet == {b.navn: VENTET[b.noegle][0] for b in REGION.borgere}


def test_the_resumed_cases_stand_at_every_step() -> None:
    tilstande: Counter[str] = Counter()
    for kommune in REGION.kommuner:
        with kontekst.arbejder_som(hvem(kommune.en("leder").brugernavn)):
            tilstande.update(
                Sag.objects.filter(undertype=GENFORELAEGGELSE).values_list("tilstand", flat=True)
            )
    assert tilstande == {
        "forberedes": 5,
        "sendt": 4,
        "hos_koordinator": 3,
        "indstillet": 1,
        "plan_lagt": 4,
    }


def test_the_late_one_is_marked_with_its_reason() -> None:
    with kontekst.arbejder_som(hvem("pia.region")):
        sag = Sag.objects.get(borger__fuldt_navn="Bent Lauritz Mikkelsen")
        assert sag.sendt_for_sent and "influenza" in sag.sendt_grund
        assert Sag.objects.filter(tilstand="sendt", undertype=GENFORELAEGGELSE).count() == 4


def test_there_is_an_open_case_of_every_kind() -> None:
    fundne = set()
    for kommune in REGION.kommuner:
        with kontekst.arbejder_som(hvem(kommune.en("leder").brugernavn)):
            fundne |= {art(sag).noegle for sag in Sag.objects.exclude(tilstand="afsluttet")}
    assert fundne == set(ARTER)


def test_cases_have_ended_in_each_way_and_the_unit_has_its_days() -> None:
    with kontekst.arbejder_som(hvem("bodil.nordby")):
        sager = Sag.objects.filter(borger__fuldt_navn__in=[s.sag.navn for s in skaebner.laes()])
        tilstande = dict(sager.values_list("borger__fuldt_navn", "tilstand"))
        assert sorted(tilstande.values()) == ["afsluttet", "afsluttet", "forberedes"]
        aabnet = Sag.objects.get(borger__fuldt_navn="Ulrikke Fabricius Nørmark")
        assert [s.art for s in aabnet.sagsskifter.order_by("tid")] == ["lukket", "genaabnet"]
        assert Note.objects.count() == len(enheden.NOTER) and Vikariat.objects.count() == 2
        assert not Noedadgang.objects.filter(kvittering__isnull=False).exists()
    with kontekst.arbejder_som(hvem("camilla.aastrup")):
        assert Sag.objects.get(borger__fuldt_navn="Villiam Thorsager Bregnholt").tilstand == "forberedes"


def test_a_coordinator_has_a_draft_and_a_signed_note() -> None:
    with kontekst.arbejder_som(hvem("lone.region")):
        assert Sundhedsnotat.objects.filter(underskrevet_tid=None).count() == 1
        assert Sundhedsnotat.objects.exclude(underskrevet_tid=None).exists()


def test_papers_carry_over_and_history_is_on_its_own_day() -> None:
    with kontekst.arbejder_som(hvem("mette.nordby")):
        gammel = Sag.objects.get(borger__fuldt_navn="Birgitte Holm Andresen")
        assert Dokument.objects.filter(sag=gammel).count() == 8
        genoptaget = Haendelse.objects.get(
            handling="genoptag_sag", sag__borger__fuldt_navn="Søren Aagaard Lund"
        )
        assert genoptaget.dag == genoptaget.tid.date()
        assert genoptaget.dag.isoformat() == "2026-05-26"
        assert Dokument.objects.filter(sag=genoptaget.sag).exclude(fulgte_med=None).count() == 7


def test_a_second_time_nothing_happens(capsys: pytest.CaptureFixture[str]) -> None:
    foer = Konto.objects.using("vedligehold").count()
    assert demo.koer(Namespace(hvad="indlaes")) == 0
    assert Konto.objects.using("vedligehold").count() == foer
    assert capsys.readouterr().out == ""


def test_every_login_is_shown_and_works_with_the_one_password(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert demo.koer(Namespace(hvad="logins")) == 0
    skrevet = capsys.readouterr().out
    assert servering.ADGANGSKODE in skrevet
    for sted in (REGION.region, *REGION.kommuner):
        for person in sted.personer:
            assert person.brugernavn in skrevet
    konto = Konto.objects.using("vedligehold").get(brugernavn="karsten.nordby")
    assert konto.demo and konto.check_password(servering.ADGANGSKODE)


def test_without_the_demo_setting_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DEMO", False)
    assert demo.koer(Namespace(hvad="indlaes")) == 2


def test_et_login_som_den_gamle_demo_ikke_har_siges_hoejt(capsys: pytest.CaptureFixture[str]) -> None:
    igen = Namespace(hvad="indlaes")
    assert demo.koer(igen) == 0 and not capsys.readouterr().out
    Konto.objects.using("vedligehold").filter(brugernavn="asger.nordby").update(brugernavn="asger.foer")
    try:
        assert demo.koer(igen) == 0
    finally:
        Konto.objects.using("vedligehold").filter(brugernavn="asger.foer").update(brugernavn="asger.nordby")
    assert "kan ikke logge ind: asger.nordby." in capsys.readouterr().out
