"""The mail about reminders: only to those who asked, once a day, a number and an address and nothing else."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.conf import settings

from rehabteam.cli.hoved import main
from rehabteam.handlinger.saet_paamindelse import saet_paamindelse
from rehabteam.sager.adgang.aktoer import Aktoer
from tests.arbejdsgang.postkasse import Postkasse, postkasse
from tests.verden import DAG, Verden
from tests.web.test_laek import CPR, FORBUDT

Mailvalg = apps.get_model("web", "Mailvalg")


@pytest.fixture
def kasse(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Postkasse]:
    Mailvalg.objects.using("vedligehold").update(til=False)
    with postkasse() as k:
        monkeypatch.setattr(settings, "MAILSERVER", k.adresse)
        monkeypatch.setattr(settings, "MAILAFSENDER", "rehabteam@kommune.example")
        monkeypatch.setattr(settings, "SIDENS_ADRESSE", "https://rehabteam.kommune.example")
        yield k


def _vaelg(v: Verden, hvem: Aktoer, adresse: str = "sanne@kommune.example", til: bool = True) -> int:
    felter = {"mailadresse": adresse, "til": "on"} if til else {"mailadresse": adresse}
    return v.klient(hvem).post("/paamindelser/mail/", felter).status_code


def _mind(v: Verden, dag: date, tekst: str = "Ring om knæet") -> None:
    f = v.forloeb(date(2026, 3, 1), "Birgitte Borgernavn")
    v.goer(v.sagsbehandler, saet_paamindelse, forloeb_id=f.id, naar=dag, tekst=tekst)


def test_et_tal_og_en_adresse_og_kun_en_gang(
    kasse: Postkasse, verden: Verden, capsys: pytest.CaptureFixture[str]
) -> None:
    v = verden
    _mind(v, DAG)
    _mind(v, DAG, f"Skriv til egen læge om {CPR}")
    _mind(v, DAG + timedelta(days=3), "Senere")
    assert main(["paamind"]) == 0 and not kasse.breve, "ingen har bedt om det"
    assert _vaelg(v, v.sagsbehandler) == 302
    assert main(["paamind", "--vis"]) == 0 and not kasse.breve
    assert main(["paamind"]) == main(["paamind"]) == 0
    [brev] = kasse.breve
    tekst = brev.get_content()
    assert (brev["To"], brev["From"]) == ("sanne@kommune.example", "rehabteam@kommune.example")
    assert "Du har 2 påmindelser i Rehabteam." in tekst
    assert "https://rehabteam.kommune.example/paamindelser/" in tekst
    hele = kasse.raa[0].decode()
    for ord_ in ("Birgitte", "Borgernavn", "kn", "læge", "Sanne S", "2026-0"):
        assert ord_ not in tekst + brev["Subject"] and f"{ord_}\n" not in hele
    assert not FORBUDT.search(hele + tekst)
    ud = capsys.readouterr()
    assert "sanne@" not in ud.out + ud.err


def test_den_der_afvises_faar_den_naeste_gang(kasse: Postkasse, verden: Verden) -> None:
    v = verden
    _mind(v, DAG)
    _vaelg(v, v.sagsbehandler, "afvist@kommune.example")
    assert main(["paamind"]) == 1 and not kasse.breve
    _vaelg(v, v.sagsbehandler)
    assert main(["paamind"]) == 0 and len(kasse.breve) == 1


def test_nej_glemmer_adressen_og_uden_server_sendes_intet(
    kasse: Postkasse, verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    v = verden
    _mind(v, DAG)
    assert _vaelg(v, v.sagsbehandler, "ikke en adresse") == 422
    _vaelg(v, v.sagsbehandler)
    _vaelg(v, v.sagsbehandler, til=False)
    valg = Mailvalg.objects.using("vedligehold").get(medarbejder_id=v.sagsbehandler.medarbejder_id)
    assert (valg.til, valg.adresse) == (False, "")
    assert main(["paamind"]) == 0 and not kasse.breve
    _vaelg(v, v.sagsbehandler)
    monkeypatch.setattr(settings, "MAILSERVER", "")
    assert main(["paamind"]) == 0 and not kasse.breve
    monkeypatch.setattr(settings, "MAILSERVER", "smtp://127.0.0.1:1")
    assert main(["paamind"]) == 1, "serveren svarer ikke"
    monkeypatch.setattr(settings, "MAILSERVER", kasse.adresse)
    assert main(["paamind"]) == 0 and len(kasse.breve) == 1
