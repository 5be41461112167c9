"""Login through a real OpenID provider (npm oidc-provider): in, refused, and out again."""

import time
import uuid
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.http import HttpResponse
from django.test import Client

from rehabteam.sager.models import Adgangspost
from rehabteam.web.indgang import oidc as oidc_modul
from rehabteam.web.indgang.doere import Indgange, Oidcdoer
from rehabteam.web.models import Indlogning, Konto
from tests.indgang.conftest import oidcdoer
from tests.indgang.openid import Browser, Udbyder, ledig_port
from tests.indgang.roller import SYSTEM, liste, uri
from tests.indgang.simplesaml import Formular
from tests.indgang.sted import SIDE, Sted

BEGYND = "/log-ind/oidc/proeve/"


class Person:
    def __init__(self, hos: Udbyder, **felter: object) -> None:
        self.hos, self.id = hos, f"p{uuid.uuid4().hex}"
        self.klient, self.browser = Client(), Browser()
        self.er(**felter)

    def er(self, **felter: object) -> None:
        self.hos.brugere({self.id: {"name": "Sanne Sagsbehandler", "loa": "Substantial"} | felter})

    def svar(self, videre: str = "") -> str:
        """Begin with us, log in there; the address it sends the browser back to."""
        begyndt = self.klient.get(BEGYND, {"next": videre} if videre else {})
        return self.browser.log_ind(begyndt["Location"], self.id, SIDE).removeprefix(SIDE)

    def ind(self, videre: str = "") -> HttpResponse:
        return self.klient.get(self.svar(videre))

    @property
    def konti(self) -> list[Konto]:
        return list(
            Konto.objects.using("vedligehold").filter(ekstern_id=self.id).select_related("medarbejder")
        )


@pytest.fixture
def sanne(oidc: Oidcdoer, udbyder: Udbyder) -> Person:
    return Person(udbyder, roles=[uri("sagsbehandler"), "et.andet.system"])


def test_ind_som_sagsbehandler(sanne: Person, sted: Sted) -> None:
    svar = sanne.ind("/mit-arbejde/")
    assert (svar.status_code, svar["Location"]) == (302, "/mit-arbejde/")
    assert "Sanne Sagsbehandler" in sanne.klient.get("/mit-arbejde/").content.decode()
    (konto,) = sanne.konti
    assert konto.medarbejder.organisation_id == sted.v.kommune.id and konto.roller == ["sagsbehandler"]
    post = Adgangspost.objects.using("vedligehold").filter(rute="log_ind_oidc").order_by("id").last()
    assert post and (post.medarbejder_id, post.art) == (konto.medarbejder_id, "login")


def test_det_der_ikke_staar_i_beviset_spoerges_der_om(
    sted: Sted, sparsom_udbyder: Udbyder, settings: object
) -> None:
    doer = oidcdoer(sted, sparsom_udbyder.udsteder)
    settings.INDGANGE, settings.DEMO = Indgange(SIDE, SYSTEM, (), (doer,)), False  # type: ignore[attr-defined]
    p = Person(sparsom_udbyder, privileges=liste((sted.kommune, ["teamleder"])))
    assert p.ind().status_code == 302
    assert p.konti[0].roller == ["leder"]


@pytest.mark.parametrize(
    ("felter", "ord_"),
    [
        ({"loa": "Low"}, "NSIS-niveauet Betydelig"),
        ({"loa": None}, "NSIS-niveauet Betydelig"),
        ({"loa": ["Substantial", "Low"]}, "NSIS-niveauet Betydelig"),
        ({"roles": []}, "Du har ingen rolle i Rehabteam"),
        ({"roles": ["sagsbehandler"]}, "Du har ingen rolle i Rehabteam"),
        ({"cvr": "99999999"}, "Du har ingen rolle i Rehabteam"),
        ({"roles": [], "privileges": "skrald"}, "på en måde vi kan bruge"),
    ],
)
def test_uden_niveau_eller_rolle_kommer_ingen_ind(
    sanne: Person, felter: dict[str, object], ord_: str
) -> None:
    sanne.er(**{"roles": [uri("sagsbehandler")]} | felter)
    svar = sanne.ind()
    assert svar.status_code == 403 and ord_ in svar.content.decode()
    assert sanne.konti == [] and sanne.klient.get("/mit-arbejde/").status_code == 302


def test_det_samme_svar_to_gange_og_i_en_fremmed_browser(sanne: Person) -> None:
    adresse = sanne.svar()
    fremmed = Client()
    assert "Vi ventede ikke" in fremmed.get(adresse).content.decode()
    tyv = Client()
    tyv.cookies.load(sanne.klient.cookies.output().replace("Set-Cookie: ", ""))
    assert sanne.klient.get(adresse).status_code == 302
    for klient in (sanne.klient, tyv):
        assert "Svaret er brugt før" in klient.get(adresse).content.decode()
    assert fremmed.get("/mit-arbejde/").status_code == tyv.get("/mit-arbejde/").status_code == 302


@pytest.mark.parametrize("hvad", ["kode", "state", "udsteder", "fejl", "anden_kode"])
def test_et_svar_der_er_aendret(sanne: Person, hvad: str) -> None:
    adresse = sanne.svar()
    felter = {n: v[0] for n, v in parse_qs(urlsplit(adresse).query).items()}
    if hvad == "kode":
        felter["code"] = felter["code"][::-1]
    elif hvad == "state":
        felter["state"] += "x"
    elif hvad == "udsteder":
        felter["iss"] = "https://ond.example"
    elif hvad == "fejl":
        felter = {
            "error": "access_denied",
            "state": felter["state"],
            "error_description": "<script>x</script>",
        }
    else:  # another login's code: the provider says it belongs to another proof key
        felter["code"] = parse_qs(urlsplit(sanne.svar()).query)["code"][0]
    svar = sanne.klient.get(urlsplit(adresse).path, felter)
    assert svar.status_code == 403 and "<script>x" not in svar.content.decode()
    assert sanne.konti == [] and sanne.klient.get("/mit-arbejde/").status_code == 302


def test_en_rolle_taget_fra_er_vaek_ved_naeste_login_ogsaa_i_det_gamle_vindue(sanne: Person) -> None:
    sanne.ind()
    gammelt, sanne.klient, sanne.browser = sanne.klient, Client(), Browser()
    sanne.er(roles=[])
    assert sanne.ind().status_code == 403
    assert gammelt.get("/mit-arbejde/").status_code == 302


def test_log_ud_her_og_hos_udbyderen(sanne: Person) -> None:
    sanne.ind()
    side = sanne.klient.post("/log-ud/")
    assert side.status_code == 200 and sanne.klient.get("/mit-arbejde/").status_code == 302
    hos = sanne.browser.http.get(side["Refresh"].removeprefix("0;url="), timeout=20)
    form = Formular(hos.text)
    svar = sanne.browser.http.post(
        form.til, form.felter | {"logout": "yes"}, allow_redirects=False, timeout=20
    )
    assert svar.headers["Location"].startswith(f"{SIDE}/log-ind/logget-ud/")
    assert "Du er logget ud" in sanne.klient.get("/log-ind/logget-ud/").content.decode()


def test_udbyderen_selv_lukker_sessionen(sanne: Person, udbyder: Udbyder) -> None:
    sanne.ind()
    foer = len(udbyder.lytter.tokens)
    hos = sanne.browser.http.get(f"{udbyder.udsteder}/session/end", timeout=20)
    form = Formular(hos.text)
    sanne.browser.http.post(form.til, form.felter | {"logout": "yes"}, timeout=20)
    for _ in range(50):
        if len(udbyder.lytter.tokens) > foer:
            break
        time.sleep(0.1)
    token = udbyder.lytter.tokens[-1]
    ud = "/log-ind/oidc/proeve/log-ud/"
    assert Client().post(ud, {"logout_token": f"{token[:-4]}AAAA"}).status_code == 403
    assert sanne.klient.get("/mit-arbejde/").status_code == 200
    assert Client().post(ud, {"logout_token": token}).status_code == 200
    assert sanne.klient.get("/mit-arbejde/").status_code == 302
    assert Client().post(ud, {"logout_token": token}).status_code == 403, "et bevis virker én gang"


def test_en_side_hos_udbyderen_kan_lukke_med_sessionens_navn(sanne: Person, udbyder: Udbyder) -> None:
    sanne.ind()
    sid = Indlogning.objects.using("vedligehold").get(konto__ekstern_id=sanne.id).sessionsnoegle
    assert sid
    ud = "/log-ind/oidc/proeve/log-ud-billede/"
    for iss, forkert in (("https://ond.example", sid), (udbyder.udsteder, ""), (udbyder.udsteder, sid[:-1])):
        Client().get(ud, {"iss": iss, "sid": forkert})
    assert sanne.klient.get("/mit-arbejde/").status_code == 200
    assert Client().get(ud, {"iss": udbyder.udsteder, "sid": sid}).status_code == 200
    assert sanne.klient.get("/mit-arbejde/").status_code == 302


def test_en_udbyder_der_ikke_svarer(sted: Sted, settings: object) -> None:
    doer = oidcdoer(sted, f"http://127.0.0.1:{ledig_port()}")
    settings.INDGANGE = Indgange(SIDE, SYSTEM, (), (doer,))  # type: ignore[attr-defined]
    svar = Client().get(BEGYND)
    assert svar.status_code == 503 and "svarer ikke" in svar.content.decode()


def test_anmodningen_har_pkce_nonce_og_vores_adresse(sanne: Person) -> None:
    felter = parse_qs(urlsplit(sanne.klient.get(BEGYND)["Location"]).query)
    assert felter["code_challenge_method"] == ["S256"] and len(felter["nonce"][0]) == 64
    assert felter["redirect_uri"] == [f"{SIDE}{BEGYND}svar/"]
    kage = sanne.klient.cookies["rehabteam_indgang"]
    assert kage["httponly"] and kage["samesite"] == "Lax" and kage["path"] == "/log-ind/"
    assert felter["nonce"][0] not in kage.value


def test_udbyderens_opslag_skal_vaere_dens_eget(
    sanne: Person, udbyder: Udbyder, sted: Sted, settings: object
) -> None:
    anden = udbyder.udsteder.replace("127.0.0.1", "localhost")
    assert requests.get(f"{anden}/.well-known/openid-configuration", timeout=20).ok
    oidc_modul._opslag.clear()
    settings.INDGANGE = Indgange(SIDE, SYSTEM, (), (oidcdoer(sted, anden),))  # type: ignore[attr-defined]
    assert Client().get(BEGYND).status_code == 403
