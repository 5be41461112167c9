"""The citizens' door with a real SAML provider (SimpleSAMLphp), as MitID through NemLog-in: found by a proved number."""

import json
import uuid
from dataclasses import replace
from itertools import islice

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client

from rehabteam.sager.models import Adgangspost, Borger
from rehabteam.sager.testnumre import testnumre
from rehabteam.web.indgang.doere import Indgange, Samldoer
from rehabteam.web.models import Borgerkonto, Brugtsvar, Indlogning, Konto
from tests.indgang.conftest import samldoer
from tests.indgang.roller import EID, LOA, PRIVILEGIER, SYSTEM, liste
from tests.indgang.simplesaml import Browser, Simplesaml
from tests.indgang.sted import SIDE, Sted

VED, MIN_SAG = "vedligehold", "/min-sag/"
BEGYND, SVAR = "/log-ind/saml/proeve/", "/log-ind/saml/proeve/svar/"
NUMRE = islice(testnumre(), 120, None)  # each belongs to one person in all the worlds of a run


class Hun:
    """A citizen with MitID at the SAML provider."""

    def __init__(self, idp: Simplesaml, **felter: str) -> None:
        self.idp, self.navn, self.uuid = idp, f"b{uuid.uuid4().hex[:8]}", str(uuid.uuid4())
        self.klient, self.browser = Client(), Browser()
        self.er(**felter)

    def er(self, **felter: str) -> None:
        alle = {
            "https://data.gov.dk/model/core/specVersion": "OIO-SAML-3.0",
            LOA: "Substantial",
            f"{EID}cprUuid": f"urn:uuid:{self.uuid}",
            f"{EID}fullName": "Birthe Borger",
        } | felter
        self.idp.brugere({self.navn: {n: [v] for n, v in alle.items() if v}})

    def ind(self) -> HttpResponse:
        begyndt = self.klient.get(BEGYND, {"next": MIN_SAG})
        return self.klient.post(SVAR, self.browser.log_ind(begyndt["Location"], self.navn))

    @property
    def opslag(self) -> list[uuid.UUID | None]:
        fundne = Borgerkonto.objects.using(VED).filter(konto__ekstern_id=self.uuid)
        return [b.borger_id for b in fundne]


@pytest.fixture
def borgerdoer(sted: Sted, idp: Simplesaml, settings: object) -> Samldoer:
    fundet = replace(samldoer(sted, idp.mappe), navn="MitID", cvr=(), borger=True)
    settings.INDGANGE, settings.DEMO = Indgange(SIDE, SYSTEM, (fundet,)), False  # type: ignore[attr-defined]
    return fundet


@pytest.fixture
def borger(sted: Sted, borgerdoer: Samldoer) -> Borger:
    sted.v._numre = iter([next(NUMRE)])
    return Borger.objects.using(VED).get(id=sted.v.forloeb(navn="Birthe Borger").borger_id)


def test_ind_paa_sin_egen_sag_og_ud_igen_og_nummeret_er_ingen_steder(
    sted: Sted, borger: Borger, idp: Simplesaml
) -> None:
    hun = Hun(idp, **{f"{EID}cprNumber": borger.cpr})
    svar = hun.ind()
    assert (svar.status_code, svar["Location"]) == (302, MIN_SAG)
    html = hun.klient.get(MIN_SAG).content.decode()
    assert "Hej Birthe" in html and "Prøve Kommune" in html
    assert hun.opslag == [borger.id]
    post = Adgangspost.objects.using(VED).filter(rute="log_ind_saml").latest("id")
    assert (post.art, post.rolle, post.medarbejder_id) == ("login", "borger", borger.id)
    gemt = json.dumps(
        [
            *(list(m.objects.using(VED).values()) for m in (Konto, Borgerkonto, Indlogning, Brugtsvar)),
            list(Adgangspost.objects.using(VED).values()),
            [s.get_decoded() for s in Session.objects.using(VED).all()],
            [str(c) for c in hun.klient.cookies.values()],
            html,
        ],
        default=str,
    )
    assert borger.cpr not in gemt and borger.cpr.encode().hex() not in gemt
    ud = hun.klient.post("/log-ud/")
    assert hun.klient.get(MIN_SAG).status_code == 302
    tilbage = hun.browser.foelg_til(ud["Refresh"].removeprefix("0;url="), SIDE).removeprefix(SIDE)
    slut = hun.klient.get(tilbage).content.decode()
    assert "og af det login, du kom ind med" in slut, slut[slut.index("<h1") : slut.index("<h1") + 600]


def test_en_anden_og_den_uden_nummer_ser_intet(borger: Borger, idp: Simplesaml) -> None:
    for felter in ({f"{EID}cprNumber": next(NUMRE)}, {}):
        hun = Hun(idp, **felter)
        assert hun.ind()["Location"] == "/log-ind/fuldmagt/"
        assert hun.opslag == [] and "Birthe" not in hun.klient.get(MIN_SAG).content.decode()


@pytest.mark.parametrize(
    "felter",
    [{LOA: "Low"}, {f"{EID}cprNumber": "3213990000"}, {f"{EID}cprUuid": "ikke et id"}],
    ids=["for lavt niveau", "et nummer, der ikke er et", "et id, der ikke er et"],
)
def test_et_bevis_der_ikke_raekker(borger: Borger, idp: Simplesaml, felter: dict[str, str]) -> None:
    hun = Hun(idp, **({f"{EID}cprNumber": borger.cpr} | felter))
    assert hun.ind().status_code == 403
    assert hun.opslag == [] and hun.klient.get(MIN_SAG).status_code == 302


def test_en_medarbejders_bevis_giver_intet_ved_borgernes_doer(
    sted: Sted, borger: Borger, idp: Simplesaml
) -> None:
    """Her privileges are not read here; and one who has only a professional id is nobody here."""
    roller = liste((sted.kommune, ["sagsbehandler"]))
    hun = Hun(idp, **{f"{EID}cprNumber": borger.cpr, PRIVILEGIER: roller})
    hun.ind()
    assert hun.klient.get("/mit-arbejde/").status_code == 403
    assert Konto.objects.using(VED).get(ekstern_id=hun.uuid).medarbejder_id is None
    kun_ansat = {f"{EID}cprUuid": "", f"{EID}professional/uuid/persistent": f"urn:uuid:{uuid.uuid4()}"}
    assert Hun(idp, **{PRIVILEGIER: roller}, **kun_ansat).ind().status_code == 403
