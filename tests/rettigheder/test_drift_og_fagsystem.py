"""Operations see the machine and no citizen; another system hands over what it may, and has no page."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.urls import reverse

from rehabteam.cli import dokumentarbejde
from rehabteam.dokumenter import livstegn, scanner
from rehabteam.dokumenter.omdan import kontor
from rehabteam.handlinger.fejl import FindesIkke
from rehabteam.handlinger.indlaes_sag import GammeltDokument, indlaes_sag
from rehabteam.handlinger.registrer_indsats import registrer_indsats
from rehabteam.handlinger.registrer_spaend import registrer_spaend
from rehabteam.handlinger.registrer_timer import registrer_timer
from rehabteam.handlinger.registrer_undtaget_periode import registrer_undtaget_periode
from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.adgang.udelukkelse import OM_BORGEREN
from rehabteam.sager.adgang.vaegge import TABELLER
from rehabteam.sager.models import Forloeb, Rolle
from rehabteam.sager.udtraek import driften
from rehabteam.web.models import Konto
from tests.verden import PDF, Verden


@pytest.fixture
def drift(verden: Verden) -> Aktoer:
    return verden.person(Rolle.DRIFT, verden.kommune, "Dorte Drift")


@pytest.fixture
def fagsystem(verden: Verden) -> Aktoer:
    return verden.person(Rolle.INTEGRATION, verden.kommune, "Fagsystem X")


def test_drift_har_ingen_vej_til_en_borger(verden: Verden, drift: Aktoer) -> None:
    """Not one table about a citizen; and of the log no column that says who or about whom."""
    verden.genoptaget()
    assert not [t for t in OM_BORGEREN if any(d.vaeg == Vaeg.DRIFT for d in TABELLER[t])]
    for tabel in OM_BORGEREN:
        with pytest.raises(DatabaseError), kontekst.arbejder_som(drift), connection.cursor() as cursor:
            cursor.execute(f"SELECT 1 FROM {tabel} LIMIT 1")
    for kolonne in ("medarbejder_id", "organisation_id", "borgere", "objekt", "rute", "soegning"):
        with pytest.raises(DatabaseError), kontekst.arbejder_som(drift), connection.cursor() as cursor:
            cursor.execute(f"SELECT {kolonne} FROM sager_adgangspost LIMIT 1")
    with kontekst.arbejder_som(drift), connection.cursor() as cursor:  # the positive control
        cursor.execute("SELECT count(*) FROM sager_adgangspost WHERE tid IS NOT NULL")


def test_driftens_side_siger_hvordan_det_staar(verden: Verden, drift: Aktoer) -> None:
    klient = verden.klient(drift)
    forside = klient.get(reverse("web:forside"))
    assert forside.status_code == 302 and forside.url == reverse("web:drift")
    side = klient.get(reverse("web:drift")).content.decode()
    assert "Alle roller, politikker, rettigheder og låse er, som programmet siger." in side
    assert "Databasen har dem alle." in side and "Der er plads fra" in side
    for navn in ("mit_arbejde", "indbakke", "moeder", "loggennemgang"):
        assert klient.get(reverse(f"web:{navn}")).status_code == 403
    assert verden.klient(verden.leder).get(reverse("web:drift")).status_code == 403


def test_driftens_side_siger_om_virusscanneren_svarer(
    verden: Verden, drift: Aktoer, settings: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def side() -> str:
        return verden.klient(drift).get(reverse("web:drift")).content.decode()

    settings.CLAMD = ""  # type: ignore[attr-defined]
    assert "Den er ikke sat op. Filer bliver ikke virusscannet (demo)." in side()
    settings.CLAMD = "/findes/ikke"  # type: ignore[attr-defined]
    assert "Virusscanneren svarer ikke. Filer, der sendes ind, venter, til den svarer igen." in side()
    nu = datetime.now()
    for dage, svar in ((0, "Den svarer. Dens signaturer er fra"), (9, "Se, om freshclam kører.")):
        udgave = scanner.Udgave("ClamAV 1.4.6", nu - timedelta(days=dage))
        monkeypatch.setattr(scanner, "udgave", lambda udgave=udgave: udgave)
        assert svar in side() and "<dd>ClamAV 1.4.6</dd>" in side()


def test_driftens_side_siger_hvad_der_mangler_til_at_omdanne_filer(
    verden: Verden, drift: Aktoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kontor, "STEDER", ())
    assert "LibreOffice mangler" in verden.klient(drift).get(reverse("web:drift")).content.decode()


def test_driftens_side_siger_om_der_arbejdes_med_filerne(
    verden: Verden, drift: Aktoer, settings: object, tmp_path: Path
) -> None:
    """Stopped, every file sent in waits for ever: the page must say so, though it sees no file itself."""
    settings.DATA = tmp_path  # type: ignore[attr-defined]
    side = lambda: verden.klient(drift).get(reverse("web:drift")).content.decode()  # noqa: E731
    assert "har aldrig kørt her" in side()
    verden.genoptaget()
    dokumentarbejde.giv_livstegn()
    tegn = livstegn.sidst(tmp_path)
    assert tegn is not None and tegn.dokumenter >= 1
    assert f"Dokumenter, der venter på at blive læst: {tegn.dokumenter}." in side()
    livstegn.giv(tmp_path, replace(tegn, tid=datetime.now(UTC) - timedelta(minutes=31)))
    assert "Se, om den kører." in side()
    (tmp_path / livstegn.NAVN).write_text("halv", "ascii")
    assert "har aldrig kørt her" in side()


def test_gammelt_uforseglet_raaber_op(verden: Verden, drift: Aktoer) -> None:
    nu = datetime.now(UTC)
    assert driften.Log(1, nu, 0, None).for_gammel(nu) is False
    assert driften.Log(1, nu, 3, nu - timedelta(seconds=60)).for_gammel(nu) is False
    assert driften.Log(1, nu, 3, nu - timedelta(seconds=121)).for_gammel(nu) is True
    with kontekst.arbejder_som(verden.leder):
        log.skriv(verden.leder, log.Art.LAES, "sag.se", 200, verden.kommune.id)
    with kontekst.arbejder_som(drift):
        stand = driften.log()
    assert stand.uforseglede >= 1 and stand.aeldste is not None


def test_en_fejl_i_vaeggene_ses_paa_siden(
    verden: Verden, drift: Aktoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check is the real one: here it is told to expect a table that is not there."""
    ekstra = {"sager_findes_ikke": TABELLER["sager_logstand"]}
    monkeypatch.setattr("rehabteam.sager.adgang.katalog.TABELLER", TABELLER | ekstra)
    side = verden.klient(drift).get(reverse("web:drift")).content.decode()
    assert "Tabellen sager_findes_ikke mangler." in side


def test_fagsystemet_afleverer_det_det_maa(verden: Verden, fagsystem: Aktoer) -> None:
    v, f = verden, fagsystem
    forloeb = v.forloeb(hvem=f)
    v.goer(f, registrer_indsats, forloeb.id, navn="Praktik", hjemmel="LAB_KAP_11")
    v.goer(f, registrer_undtaget_periode, forloeb.id, fra=date(2026, 1, 1), til=None, hjemmel="ANDET")
    timer = {"dato": date(2026, 1, 1), "timer": Decimal("2"), "art": "ORDINAER_LOENMODTAGER"}
    v.goer(f, registrer_timer, forloeb.id, **timer)
    v.goer(f, registrer_spaend, forloeb.id, slags="stu", fra=date(2026, 1, 1), til=None)
    papir = GammeltDokument(PDF, "Indstilling", "indstilling", date(2025, 10, 2), "Prøve Kommune", 1)
    sag = v.goer(
        f,
        indlaes_sag,
        forloeb.id,
        oprettet=date(2025, 9, 1),
        afsluttet=date(2025, 10, 20),
        dokumenter=[papir],
    )
    with kontekst.arbejder_som(v.sagsbehandler):
        assert Forloeb.objects.get(id=forloeb.id).haendelser.count() >= 6
    with pytest.raises(IngenRet):
        v.goer(f, skriv_resume, sag.id, tekst="X", faerdigt=True, version=0)
    naboens = v.forloeb(hvem=v.naboen)
    with pytest.raises(FindesIkke):
        v.goer(f, registrer_spaend, naboens.id, slags="stu", fra=date(2026, 1, 1), til=None)


def test_fagsystemet_kommer_ikke_ind_i_browseren(verden: Verden, fagsystem: Aktoer) -> None:
    """Neither with a session somebody made for it, nor by its password; a colleague's works (the positive control)."""
    klient = verden.klient(fagsystem)
    for navn in ("forside", "forloeb_nyt", "mit_arbejde", "rettigheder"):
        svar = klient.get(reverse(f"web:{navn}"))
        assert svar.status_code == 302 and svar.url.startswith(reverse("web:log_ind")), navn
    svar = {}
    for hvem in (fagsystem, verden.teammedlem):
        konto = Konto.objects.using("vedligehold").get(medarbejder_id=hvem.medarbejder_id)
        konto.set_password("en-lang-adgangskode-til-proeven")
        konto.save(using="vedligehold")
        felter = {"username": konto.brugernavn, "password": "en-lang-adgangskode-til-proeven"}
        svar[hvem] = verden.klient(verden.naboen).post(reverse("web:log_ind"), felter)
    assert svar[fagsystem].status_code == 422
    assert svar[verden.teammedlem].status_code == 302


def test_fagsystemets_vaeg_er_kun_det_der_kan_afleveres(verden: Verden, fagsystem: Aktoer) -> None:
    v = verden
    sag = v.hos_koordinator()
    for tabel in (
        "sager_resume",
        "sager_sundhedsnotat",
        "sager_indstilling",
        "sager_moede",
        "sager_inhabilitet",
    ):
        with pytest.raises(DatabaseError), kontekst.arbejder_som(fagsystem), connection.cursor() as cursor:
            cursor.execute(f"SELECT 1 FROM {tabel} LIMIT 1")
    for sql in (
        "UPDATE sager_sag SET tilstand = 'afsluttet'",
        "DELETE FROM sager_indsats",
        "UPDATE sager_borger SET cpr = ''",
    ):
        with pytest.raises(DatabaseError), kontekst.arbejder_som(fagsystem), connection.cursor() as cursor:
            cursor.execute(sql)
    with kontekst.arbejder_som(fagsystem), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sager_sag WHERE id = %s", [sag.id])
        assert cursor.fetchone()[0] == 1
    with transaction.atomic("vedligehold"), connections["vedligehold"].cursor() as cursor:
        cursor.execute("SELECT tilstand FROM sager_sag WHERE id = %s", [sag.id])
        assert cursor.fetchone()[0] == "hos_koordinator"
