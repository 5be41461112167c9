"""Local accounts: a password and a one-time code, made by an operator, for when all else is down."""

import io
import re
import subprocess
import sys
import time
import uuid
from base64 import b32decode
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django_otp.oath import TOTP

from rehabteam.cli import hoved
from rehabteam.opsaetning import start
from rehabteam.sager.models import Adgangspost, Medarbejder
from rehabteam.web.indgang.doere import Indgange, Oidcdoer
from rehabteam.web.models import Indlogning, Kodegenerator, Konto
from tests.forloeb.servering import miljoe
from tests.indgang.sted import Sted
from tests.verden import Verden

LOGIN, KODE = "/log-ind/", "/log-ind/kode/"


def kommando(*argumenter: str) -> tuple[int, str]:
    ud = io.StringIO()
    with redirect_stdout(ud), redirect_stderr(ud):
        return hoved.main(list(argumenter)), ud.getvalue()


class Noedkonto:
    def __init__(self, sted: Sted, rolle: str = "leder") -> None:
        self.navn = f"noed-{uuid.uuid4().hex[:8]}"
        svar, tekst = kommando(
            "konto", "opret", self.navn.upper(), "--navn", "Nina Nød", "--cvr", sted.kommune, "--rolle", rolle
        )
        assert svar == 0, tekst
        self.laes(tekst)
        self.adresse = f"10.9.{uuid.uuid4().int % 250}.{uuid.uuid4().int % 250}"
        self.klient = Client(REMOTE_ADDR=self.adresse)

    def laes(self, tekst: str) -> None:
        self.kode = re.search(r"Adgangskode: +(\S+)", tekst)[1]  # type: ignore[index]
        self.generator = re.search(r"Kodegenerator: +(\S+)", tekst)[1]  # type: ignore[index]
        self.noegle = b32decode(parse_qs(urlsplit(self.generator).query)["secret"][0])

    def engangskode(self, forskydning: int = 0) -> str:
        totp = TOTP(self.noegle)
        totp.time = time.time() + 30 * forskydning
        return f"{totp.token():06d}"

    def adgangskode(self, kode: str = "", videre: str = "") -> HttpResponse:
        return self.klient.post(LOGIN, {"username": self.navn, "password": kode or self.kode, "next": videre})

    def tast(self, kode: str) -> HttpResponse:
        return self.klient.post(KODE, {"kode": kode})

    @property
    def konto(self) -> Konto:
        return Konto.objects.using("vedligehold").get(brugernavn=self.navn)

    def poster(self, rute: str) -> list[int]:
        return list(
            Adgangspost.objects.using("vedligehold")
            .filter(rute=rute, medarbejder_id=self.konto.medarbejder_id)
            .values_list("udfald", flat=True)
        )


@pytest.fixture
def noed(sted: Sted, settings: object) -> Noedkonto:
    settings.DEMO = False  # type: ignore[attr-defined]
    return Noedkonto(sted)


def test_ind_med_adgangskode_og_kode(noed: Noedkonto, caplog: pytest.LogCaptureFixture) -> None:
    svar = noed.adgangskode(videre="/hjaelp/")
    assert svar["Location"] == KODE
    assert noed.klient.get("/mit-arbejde/").status_code == 302, "halvvejs er ikke inde"
    assert 'autocomplete="one-time-code"' in noed.klient.get(KODE).content.decode()
    kode = noed.engangskode()
    assert noed.tast(f" {kode[:3]} {kode[3:]} ")["Location"] == "/hjaelp/"
    assert noed.klient.get("/mit-arbejde/").status_code == 200
    assert noed.poster("log_ind.kode") == [302]
    assert "Nødadgang brugt" in caplog.text and "Nina" not in caplog.text
    assert noed.klient.get(KODE)["Location"] == LOGIN
    assert noed.klient.post("/log-ud/")["Location"] == LOGIN
    assert noed.klient.get("/mit-arbejde/").status_code == 302


def test_en_kode_virker_en_gang(noed: Noedkonto) -> None:
    kode = noed.engangskode()
    noed.adgangskode()
    assert noed.tast(kode).status_code == 302
    noed.klient = Client(REMOTE_ADDR=noed.adresse)
    noed.adgangskode()
    svar = noed.tast(kode)
    assert svar.status_code == 422 and "forkert eller brugt" in svar.content.decode()


def test_tre_forkerte_koder_og_saa_forfra(noed: Noedkonto) -> None:
    noed.adgangskode()
    assert "Koden har seks cifre" in noed.tast("12").content.decode()
    assert "Skriv koden" in noed.tast("").content.decode()
    forkert = f"{(int(noed.engangskode()) + 7) % 1_000_000:06d}"
    assert noed.tast(forkert).status_code == 422
    assert "prøvet for hurtigt" in noed.tast(noed.engangskode()).content.decode(), "også den rigtige må vente"
    foer = Adgangspost.objects.using("vedligehold").filter(rute="log_ind.kode", udfald=422).count()
    assert noed.tast(forkert)["Location"] == LOGIN
    assert (
        Adgangspost.objects.using("vedligehold").filter(rute="log_ind.kode", udfald=422).count() == foer + 1
    )
    assert noed.klient.get(KODE)["Location"] == LOGIN
    generator = Kodegenerator.objects.using("vedligehold").get(user=noed.konto)
    assert generator.throttling_failure_count >= 1


def test_uden_generator_eller_med_forkert_kode_er_svaret_det_samme(noed: Noedkonto) -> None:
    forkert = noed.adgangskode("noget helt andet").content.decode()
    Kodegenerator.objects.using("vedligehold").filter(user=noed.konto).delete()
    uden = noed.adgangskode()
    assert uden.status_code == 422
    for side in (forkert, uden.content.decode()):
        assert "passer ikke sammen" in side


def test_kodesiden_uden_adgangskode_er_lukket(noed: Noedkonto) -> None:
    assert noed.klient.get(KODE)["Location"] == LOGIN
    assert noed.tast(noed.engangskode())["Location"] == LOGIN


@pytest.mark.parametrize("hvad", ["konto", "medarbejder", "rolle"])
def test_en_lukket_noedkonto_er_ude_ved_naeste_klik(noed: Noedkonto, hvad: str) -> None:
    noed.adgangskode()
    noed.tast(noed.engangskode())
    assert noed.klient.get("/mit-arbejde/").status_code == 200
    medarbejder = Medarbejder.objects.using("vedligehold").filter(id=noed.konto.medarbejder_id)
    if hvad == "konto":
        assert kommando("konto", "luk", noed.navn)[0] == 0
    elif hvad == "medarbejder":
        medarbejder.update(aktiv=False)
    else:
        medarbejder.update(rolle="teammedlem")
    assert noed.klient.get("/mit-arbejde/").status_code == 302


def test_en_udloebet_session_glemmer_hvad_udbyderen_kaldte_hende(noed: Noedkonto) -> None:
    gammel = Indlogning.objects.using("vedligehold").create(
        konto=noed.konto, rolle="leder", doer="saml:x", udloeber=timezone.now(), navne_id={"text": "Nina"}
    )
    noed.adgangskode()
    noed.tast(noed.engangskode())
    gammel.refresh_from_db(using="vedligehold")
    assert gammel.slut == gammel.udloeber and gammel.navne_id == {}


def test_lukket_mellem_adgangskode_og_kode(noed: Noedkonto) -> None:
    noed.adgangskode()
    kommando("konto", "luk", noed.navn)
    assert noed.tast(noed.engangskode())["Location"] == LOGIN
    kommando("konto", "aabn", noed.navn)
    noed.adgangskode()
    assert noed.tast(noed.engangskode())["Location"] == "/"


def test_ny_kode_lukker_den_gamle(noed: Noedkonto) -> None:
    gammel = noed.kode
    svar, tekst = kommando("konto", "ny-kode", noed.navn)
    assert svar == 0
    noed.laes(tekst)
    assert noed.adgangskode(gammel).status_code == 422
    noed.adgangskode()
    assert noed.tast(noed.engangskode()).status_code == 302


def test_kommandoerne_siger_nej_paa_dansk(sted: Sted) -> None:
    navn = f"x{uuid.uuid4().hex[:8]}"
    for argumenter, ord_ in (
        (
            ("konto", "opret", navn, "--navn", "X", "--cvr", "00000000", "--rolle", "leder"),
            "ingen organisation",
        ),
        (
            ("konto", "opret", navn, "--navn", "X", "--cvr", sted.region, "--rolle", "leder"),
            "findes ikke i en region",
        ),
        (("konto", "ny-kode", navn), "ingen konto"),
        (("organisation", "opret", navn, "--slags", "kommune", "--cvr", "1"), "8 cifre"),
        (("organisation", "opret", navn, "--slags", "kommune", "--cvr", "12345678"), "skal have sin region"),
        (("organisation", "opret", navn, "--slags", "region", "--cvr", sted.kommune), "anden organisation"),
    ):
        svar, tekst = kommando(*argumenter)
        assert svar == 2 and ord_ in tekst, tekst


def test_organisationer_oprettes_og_vises(sted: Sted) -> None:
    navn, cvr = f"Ny Kommune {uuid.uuid4().hex[:6]}", str(uuid.uuid4().int)[:8]
    assert (
        kommando("organisation", "opret", navn, "--slags", "kommune", "--cvr", cvr, "--region", sted.region)[
            0
        ]
        == 0
    )
    assert f"{cvr}  kommune  {navn}" in kommando("organisation", "vis")[1]


def test_med_indgange_ligger_noedadgangen_bag_en_fold(sted: Sted, settings: object) -> None:
    doer = Oidcdoer(id="entra", navn="Prøve Kommune", udsteder="https://x.example", cvr=(sted.kommune,))
    settings.INDGANGE, settings.DEMO = Indgange("http://testserver", "x", (), (doer,)), False  # type: ignore[attr-defined]
    side = Client().get(LOGIN, {"next": "/hjaelp/"}).content.decode()
    assert 'href="/log-ind/oidc/entra/?next=%2Fhjaelp%2F"' in side and "Log ind med Prøve Kommune" in side
    assert '<details class="hvorfor noedadgang">' in side
    fejl = Client().post(LOGIN, {"username": "", "password": ""}).content.decode()
    assert '<details class="hvorfor noedadgang" open>' in fejl


# --- The start -------------------------------------------------------------------------------------------


def _drift(settings: object, **andet: object) -> list[str]:
    felter = {
        "DEMO": False, "DRIFT": True, "SIKKER": True, "ALLOWED_HOSTS": ["rehabteam.example.dk"]
    } | andet  # fmt: skip
    for navn, vaerdi in felter.items():
        setattr(settings, navn, vaerdi)
    return start.efterproev()


@pytest.mark.parametrize(
    ("andet", "ord_"),
    [
        ({"DEMO": True}, "på samme tid"),
        ({"DRIFT": False}, "Sig, hvad det er"),
        ({"SECRET_KEY": "kort"}, "REHABTEAM_HEMMELIG"),
        ({"SECRET_KEY": "x" * 50}, "Databasen kender ikke REHABTEAM_HEMMELIG"),
        ({"SIKKER": False}, "REHABTEAM_HTTPS"),
        ({"ALLOWED_HOSTS": ["*"]}, "REHABTEAM_VAERTER"),
    ],
)
def test_starten_siger_nej(database: str, settings: object, andet: dict[str, object], ord_: str) -> None:
    assert any(ord_ in fund for fund in _drift(settings, **andet))


def test_i_drift_er_der_ingen_demokonti_og_i_demo_ingen_rigtige(
    verden: Verden, noed: Noedkonto, settings: object
) -> None:
    assert verden.sagsbehandler  # a demo account
    assert any("demokonti i databasen" in fund for fund in _drift(settings))
    demo = _drift(settings, DEMO=True, DRIFT=False)
    assert any("rigtige konti" in fund for fund in demo) and not any("demokonti" in fund for fund in demo)


@pytest.mark.parametrize(
    ("drift", "demo", "ord_"), [("1", "1", "på samme tid"), ("0", "0", "Sig, hvad det er")]
)
def test_serveren_selv_vil_ikke_starte(
    database: str, tmp_path: Path, drift: str, demo: str, ord_: str
) -> None:
    """The very entry point gunicorn uses, in a process of its own."""
    env = miljoe(database, tmp_path) | {"REHABTEAM_DRIFT": drift, "REHABTEAM_DEMO": demo}
    svar = subprocess.run(
        [sys.executable, "-c", "import rehabteam.opsaetning.wsgi"], env=env, capture_output=True, text=True
    )
    assert svar.returncode == 1 and "Siden starter ikke" in svar.stderr and ord_ in svar.stderr
