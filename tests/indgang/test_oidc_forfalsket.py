"""Tokens made to deceive: a provider of the tests' own that signs whatever a test wants."""

import base64
import hashlib
import hmac
import json
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.http import HttpResponse
from django.test import Client

from rehabteam.sager.testnumre import testnumre
from rehabteam.web.indgang.doere import Indgange
from rehabteam.web.indgang.oidc_ud import HAENDELSE
from rehabteam.web.models import Konto
from tests.indgang.conftest import oidcdoer
from tests.indgang.roller import SYSTEM, uri
from tests.indgang.sted import SIDE, Sted

BEGYND = "/log-ind/oidc/proeve/"
ET_CPR = testnumre()[0]
NOEGLE, FREMMED = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
OFFENTLIG = NOEGLE.public_key().public_bytes(
    serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
)


class OndUdbyder:
    """A provider whose token endpoint answers what `token` says (status, body)."""

    def __init__(self) -> None:
        self.token: tuple[int, str] = (200, "{}")
        mig = self

        class Svar(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if "openid-configuration" in self.path:
                    steder = {"issuer": mig.udsteder} | {
                        n: f"{mig.udsteder}/{n}"
                        for n in ("authorization_endpoint", "token_endpoint", "jwks_uri")
                    }
                    self._svar(200, json.dumps(steder))
                else:
                    jwk = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(NOEGLE.public_key()))
                    self._svar(200, json.dumps({"keys": [jwk | {"kid": "1", "alg": "RS256"}]}))

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                self._svar(*mig.token)

            def _svar(self, status: int, krop: str) -> None:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(krop.encode())

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Svar)
        self.udsteder = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture(scope="module")
def ond() -> Iterator[OndUdbyder]:
    udbyder = OndUdbyder()
    yield udbyder
    udbyder.server.shutdown()


class Forsoeg:
    """One login begun with us, to be answered with a token of choice."""

    def __init__(self, ond: OndUdbyder) -> None:
        self.ond, self.klient, self.sub = ond, Client(), f"p{uuid.uuid4().hex}"
        felter = parse_qs(urlsplit(self.klient.get(BEGYND)["Location"]).query)
        self.state, self.nonce = felter["state"][0], felter["nonce"][0]

    def udsagn(self, **andet: Any) -> dict[str, Any]:
        nu = int(time.time())
        felter = {
            "iss": self.ond.udsteder, "aud": "rehabteam", "sub": self.sub, "iat": nu, "exp": nu + 300,
            "nonce": self.nonce, "name": "Sanne", "loa": "Substantial", "roles": [uri("sagsbehandler")],
        } | andet  # fmt: skip
        return {n: v for n, v in felter.items() if v is not None}

    def token(self, noegle: Any = NOEGLE, alg: str = "RS256", kid: str | None = "1", **andet: Any) -> str:
        return jwt.encode(self.udsagn(**andet), noegle, algorithm=alg, headers={"kid": kid} if kid else None)

    def svar(self, token: str) -> HttpResponse:
        self.ond.token = (200, json.dumps({"id_token": token, "access_token": "x", "token_type": "Bearer"}))
        return self.klient.get(f"{BEGYND}svar/", {"code": "x", "state": self.state})

    def er_ude(self) -> bool:
        findes = Konto.objects.using("vedligehold").filter(ekstern_id=self.sub).exists()
        return not findes and self.klient.get("/mit-arbejde/").status_code == 302


@pytest.fixture
def forsoeg(ond: OndUdbyder, sted: Sted, settings: object) -> Forsoeg:
    doer = oidcdoer(sted, ond.udsteder)
    settings.INDGANGE, settings.DEMO = Indgange(SIDE, SYSTEM, (), (doer,)), False  # type: ignore[attr-defined]
    return Forsoeg(ond)


def test_det_aegte_bevis_lukker_ind(forsoeg: Forsoeg) -> None:
    assert forsoeg.svar(forsoeg.token()).status_code == 302
    assert forsoeg.klient.get("/mit-arbejde/").status_code == 200


NU = int(time.time())
AENDRET, ANDET_SYSTEM, ANDET_STED, GAMMELT = (
    "ændret undervejs",
    "til et andet system",
    "fra et andet sted",
    "for gammelt",
)
BRUGBAR = "på en måde vi kan bruge"


@pytest.mark.parametrize(
    ("lav", "ord_"),
    [
        (lambda f: f.token(aud="en-anden"), ANDET_SYSTEM),
        (lambda f: f.token(aud=["rehabteam", "en-anden"]), ANDET_SYSTEM),
        (lambda f: f.token(aud=None), ANDET_SYSTEM),
        (lambda f: f.token(iss="https://ond.example"), ANDET_STED),
        (lambda f: f.token(exp=NU - 60), GAMMELT),
        (lambda f: f.token(exp=None), GAMMELT),
        (lambda f: f.token(iat=NU - 3600), GAMMELT),
        (lambda f: f.token(iat=None), GAMMELT),
        (lambda f: f.token(nonce="en anden"), AENDRET),
        (lambda f: f.token(nonce=None), AENDRET),
        (lambda f: f.token(noegle=FREMMED), AENDRET),
        (lambda f: f.token(kid="2"), AENDRET),
        (lambda f: f.token(kid=None), AENDRET),
        (lambda f: f.token(noegle="kun-til-proever" * 4, alg="HS256"), AENDRET),
        (lambda f: f.token(noegle=None, alg="none"), AENDRET),
        (lambda f: f.token() + "x", AENDRET),
        (lambda f: "", AENDRET),
        (lambda f: "a.b.c", AENDRET),
        (lambda f: f.token(sub=ET_CPR), BRUGBAR),
        (lambda f: f.token(sub="x" * 201), BRUGBAR),
        (lambda f: f.token(loa="Low"), "NSIS-niveauet"),
        (lambda f: f.token(loa=4), "NSIS-niveauet"),
        (lambda f: f.token(roles={"a": 1}), "ingen rolle"),
        (lambda f: f.token(cvr=["11111111", "22222222"]), "ingen rolle"),
    ],
)
def test_et_bevis_der_ikke_holder(forsoeg: Forsoeg, lav: Callable[[Forsoeg], str], ord_: str) -> None:
    svar = forsoeg.svar(lav(forsoeg))
    assert svar.status_code == 403 and ord_ in svar.content.decode()
    assert forsoeg.er_ude()


def test_hs256_med_den_offentlige_noegle(forsoeg: Forsoeg) -> None:
    """The old trick: what everybody may read, used as the secret. Signed by hand, since the library refuses to."""

    def b64(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).decode().rstrip("=")

    krop = f"{b64(json.dumps({'alg': 'HS256', 'kid': '1'}).encode())}.{b64(json.dumps(forsoeg.udsagn()).encode())}"
    falsk = f"{krop}.{b64(hmac.new(OFFENTLIG, krop.encode(), hashlib.sha256).digest())}"
    assert forsoeg.svar(falsk).status_code == 403 and forsoeg.er_ude()


@pytest.mark.parametrize(
    ("svar", "status"),
    [((500, "x"), 503), ((200, "ikke json"), 503), ((400, '{"error":"invalid_grant"}'), 403)],
)
def test_en_udbyder_der_svarer_forkert(forsoeg: Forsoeg, svar: tuple[int, str], status: int) -> None:
    forsoeg.ond.token = svar
    side = forsoeg.klient.get(f"{BEGYND}svar/", {"code": "x", "state": forsoeg.state})
    assert side.status_code == status and forsoeg.er_ude()


def test_et_login_kan_ikke_bruges_som_logud_og_omvendt(forsoeg: Forsoeg) -> None:
    login = forsoeg.token(sid="s1")
    assert forsoeg.svar(login).status_code == 302
    ud = f"{BEGYND}log-ud/"
    haendelse = {"events": {HAENDELSE: {}}, "jti": uuid.uuid4().hex, "sid": "s1"}
    for forkert in (
        login,
        forsoeg.token(**haendelse),  # carries a nonce
        forsoeg.token(nonce=None, sid="s1"),  # tells of no event
        forsoeg.token(nonce=None, **haendelse | {"events": {"https://andet.example": {}}}),
        forsoeg.token(nonce=None, **haendelse | {"jti": None}),
        forsoeg.token(nonce=None, **haendelse, aud="en-anden"),
        forsoeg.token(noegle=FREMMED, nonce=None, **haendelse),
    ):
        assert Client().post(ud, {"logout_token": forkert}).status_code == 403
    assert forsoeg.klient.get("/mit-arbejde/").status_code == 200
    assert Client().post(ud, {"logout_token": forsoeg.token(nonce=None, **haendelse)}).status_code == 200
    assert forsoeg.klient.get("/mit-arbejde/").status_code == 302
