"""The citizens' door with a real OpenID provider: she is found by a number that is kept nowhere, or by her code."""

import json
import logging
import uuid
from collections.abc import Iterator
from datetime import date
from itertools import islice

import pytest
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from rehabteam.handlinger.giv_fuldmagt import giv_fuldmagt
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.borgerdoer import med_bevist
from rehabteam.sager.cpr import laes_cpr
from rehabteam.sager.fuldmagtskode import kode
from rehabteam.sager.models import Adgangspost, Borger
from rehabteam.sager.testnumre import testnumre
from rehabteam.web.indgang.doere import Indgange, Oidcdoer, OpsaetningsFejl, laes_fil
from rehabteam.web.models import Borgerkonto, Brugtsvar, Indlogning, Konto
from tests.borgersiden.borgere import som_borger
from tests.indgang.openid import Browser, Udbyder
from tests.indgang.roller import SYSTEM, uri
from tests.indgang.sted import SIDE
from tests.verden import Verden

VED = "vedligehold"
MIN_SAG = "/min-sag/"


@pytest.fixture
def doer(verden: Verden, udbyder: Udbyder, settings: object) -> Oidcdoer:
    fundet = Oidcdoer(
        id="proeve",
        navn="MitID",
        udsteder=udbyder.udsteder,
        cvr=(),
        borger=True,
        klient="rehabteam",
        hemmelighed="kun-til-proever",
    )
    settings.INDGANGE, settings.DEMO = Indgange(SIDE, SYSTEM, (), (fundet,)), False  # type: ignore[attr-defined]
    return fundet


class Hun:
    """A person with MitID."""

    def __init__(self, hos: Udbyder, cpr: str, **felter: object) -> None:
        self.hos, self.id = hos, str(uuid.uuid4())
        self.klient, self.browser = Client(), Browser()
        self.er(cpr=cpr, **felter)

    def er(self, **felter: object) -> None:
        self.hos.brugere({self.id: {"name": "Birthe Borger", "loa": "Substantial"} | felter})

    def ind(self) -> HttpResponse:
        begyndt = self.klient.get("/log-ind/oidc/proeve/", {"next": MIN_SAG})
        adresse = self.browser.log_ind(begyndt["Location"], self.id, SIDE).removeprefix(SIDE)
        return self.klient.get(adresse)

    @property
    def opslag(self) -> list[Borgerkonto]:
        return list(Borgerkonto.objects.using(VED).filter(konto__ekstern_id=self.id))


# Each world begins with the same numbers; here a number must belong to one person in all of them.
NUMRE = islice(testnumre(), 60, None)


def _borger(v: Verden, navn: str = "Birthe Borger", cpr: str = "", **felter: object) -> Borger:
    v._numre = iter([cpr or next(NUMRE)])
    return Borger.objects.using(VED).get(id=v.forloeb(navn=navn, **felter).borger_id)


class Linjer(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.linjer: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.linjer.append(self.format(record))


@pytest.fixture
def linjer() -> Iterator[list[str]]:
    opsamling, rod = Linjer(), logging.getLogger()
    foer = rod.level
    rod.addHandler(opsamling)
    rod.setLevel(logging.DEBUG)
    yield opsamling.linjer
    rod.removeHandler(opsamling)
    rod.setLevel(foer)


def test_hun_kommer_ind_paa_sin_egen_sag_og_nummeret_er_ingen_steder(
    verden: Verden, doer: Oidcdoer, udbyder: Udbyder, linjer: list[str]
) -> None:
    borger, anden = _borger(verden), _borger(verden, "Anna Anden")
    hun = Hun(udbyder, borger.cpr)
    svar = hun.ind()
    assert (svar.status_code, svar["Location"]) == (302, MIN_SAG)
    html = hun.klient.get(MIN_SAG).content.decode()
    assert "Hej Birthe" in html and "Prøve Kommune" in html and "Anna" not in html
    assert [(b.borger_id, b.fuldmagt_id) for b in hun.opslag] == [(borger.id, None)]
    post = Adgangspost.objects.using(VED).filter(rute="log_ind_oidc").latest("id")
    assert (post.art, post.rolle, post.medarbejder_id) == ("login", "borger", borger.id)
    gemt = json.dumps(
        [
            *(
                list(model.objects.using(VED).values())
                for model in (Konto, Borgerkonto, Indlogning, Brugtsvar)
            ),
            list(Adgangspost.objects.using(VED).values()),
            [s.get_decoded() for s in Session.objects.using(VED).all()],
            linjer,
            [str(c) for c in hun.klient.cookies.values()],
            html,
        ],
        default=str,
    )
    assert anden.cpr not in gemt and borger.cpr not in gemt
    assert borger.cpr.encode().hex() not in gemt


@pytest.mark.parametrize("loa", ["Low", None, ["Substantial", "Low"]])
def test_under_betydelig_kommer_ingen_ind(
    verden: Verden, doer: Oidcdoer, udbyder: Udbyder, loa: object
) -> None:
    borger = _borger(verden)
    hun = Hun(udbyder, borger.cpr, loa=loa)
    svar = hun.ind()
    assert svar.status_code == 403 and "NSIS-niveauet Betydelig" in svar.content.decode()
    assert hun.opslag == [] and hun.klient.get(MIN_SAG).status_code == 302


@pytest.mark.parametrize("cpr", ["ikke et nummer", "3213990000", "010190AB12"])
def test_et_nummer_der_ikke_er_et(verden: Verden, doer: Oidcdoer, udbyder: Udbyder, cpr: str) -> None:
    hun = Hun(udbyder, cpr)
    assert hun.ind().status_code == 403 and hun.opslag == []


def test_en_rolle_i_beviset_giver_ingenting_ved_borgernes_doer(
    verden: Verden, doer: Oidcdoer, udbyder: Udbyder
) -> None:
    hun = Hun(udbyder, _borger(verden).cpr, roles=[uri("teamleder")], cvr="12345678")
    hun.ind()
    assert hun.klient.get("/mit-arbejde/").status_code == 403
    assert Konto.objects.using(VED).get(ekstern_id=hun.id).medarbejder_id is None


def test_kendt_i_to_kommuner(verden: Verden, doer: Oidcdoer, udbyder: Udbyder) -> None:
    her = _borger(verden)
    der = _borger(verden, cpr=her.cpr, hvem=verden.naboen)
    hun = Hun(udbyder, her.cpr)
    hun.ind()
    assert {b.borger_id for b in hun.opslag} == {her.id, der.id}
    html = hun.klient.get(MIN_SAG).content.decode()
    assert "Min egen sag i Prøve Kommune" in html and "Min egen sag i Nabo Kommune" in html


def test_et_andet_nummer_ved_naeste_login_aabner_ikke_det_gamle(
    verden: Verden, doer: Oidcdoer, udbyder: Udbyder
) -> None:
    """The provider's word of today decides; without a number, the last one it gave still holds."""
    gammel, ny = _borger(verden), _borger(verden, "Ny Borger")
    hun = Hun(udbyder, gammel.cpr)
    hun.ind()
    hun.er()
    hun.ind()
    assert [b.borger_id for b in hun.opslag] == [gammel.id]
    hun.er(cpr=ny.cpr)
    hun.ind()
    assert [b.borger_id for b in hun.opslag] == [ny.id]


def test_en_bisidder_uden_egen_sag_bruger_sin_kode(
    verden: Verden, doer: Oidcdoer, udbyder: Udbyder, settings: object
) -> None:
    borger = _borger(verden)
    fuldmagt = verden.goer(
        som_borger(borger), giv_fuldmagt, borger.id, navn="Bente", til=date(2026, 8, 1), dokumenter=False
    )
    bente = Hun(udbyder, next(NUMRE), name="Bente Bisidder")
    svar = bente.ind()
    assert svar["Location"] == "/log-ind/fuldmagt/"
    assert "Vi fandt ingen sag om dig" in bente.klient.get("/log-ind/fuldmagt/").content.decode()
    assert bente.klient.post("/log-ind/fuldmagt/", {"kode": kode(fuldmagt.id)}).status_code == 302
    html = bente.klient.get(MIN_SAG).content.decode()
    assert "Du er bisidder for Birthe Borger" in html and "Bente Bisidder" in html
    assert bente.klient.post("/log-ud/").status_code in (200, 302)
    assert bente.klient.get(MIN_SAG).status_code == 302


def test_en_lukket_konto_aabner_intet(verden: Verden, doer: Oidcdoer, udbyder: Udbyder) -> None:
    hun = Hun(udbyder, _borger(verden).cpr)
    hun.ind()
    assert hun.klient.get(MIN_SAG).status_code == 200
    Konto.objects.using(VED).filter(ekstern_id=hun.id).update(is_active=False)
    assert hun.klient.get(MIN_SAG).status_code == 302
    assert hun.ind().status_code == 403


def test_doeren_ser_kun_den_hvis_nummer_er_bevist(verden: Verden) -> None:
    """As the real database role: nobody without a number, one with it, and of her two columns."""
    borger = _borger(verden)
    _borger(verden, "Anna Anden")
    with transaction.atomic():
        kontekst.aabn_doeren()
        assert list(Borger.objects.order_by().values_list("id")) == []
        with med_bevist(laes_cpr(borger.cpr)):
            assert list(Borger.objects.order_by().values_list("id", "kommune_id")) == [
                (borger.id, borger.kommune_id)
            ]
        assert list(Borger.objects.order_by().values_list("id")) == []


def test_opsaetningen_laeses_strengt(tmp_path: object) -> None:
    fil = tmp_path / "i.toml"  # type: ignore[operator]
    (tmp_path / "h").write_text("x")  # type: ignore[operator]
    (tmp_path / "h").chmod(0o600)  # type: ignore[operator]
    tekst = (
        'adresse = "https://a.dk"\n[[oidc]]\nid = "mitid"\nnavn = "MitID"\nudsteder = "https://m.dk"\n'
        'klient = "r"\nhemmelighed = "h"\n'
    )
    fil.write_text(tekst + "borger = true\n")
    doer = laes_fil(str(fil)).oidc[0]
    assert doer.borger and doer.cvr == () and doer.cprfelt == "cpr"
    for forkert in (
        'borger = "ja"',
        'borger = true\ncvr = ["12345678"]',
        "",
        'borger = true\nniveau = "Low"',
    ):
        fil.write_text(tekst + forkert)
        with pytest.raises(OpsaetningsFejl):
            laes_fil(str(fil))
