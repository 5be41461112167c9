"""Messages of logging out, of every kind: signed, forged, and as a browser writes them in an address."""

import base64
import re
import uuid
from datetime import timedelta
from urllib.parse import quote

import pytest
import time_machine
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from saml2.s_utils import deflate_and_base64_encode
from saml2.saml import NAMEID_FORMAT_PERSISTENT, NameID
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

from tests.indgang.falskner import AFSENDER, Falskner
from tests.indgang.roller import SYSTEM
from tests.indgang.sted import SIDE

UD = "/log-ind/saml/proeve/log-ud/"


def _logud(f: Falskner, noegle: str = "idp", til: str = f"{SIDE}{UD}", underskriv: bool = True) -> str:
    _, xml = f.server(noegle).create_logout_request(
        til,
        SYSTEM,
        name_id=NameID(format=NAMEID_FORMAT_PERSISTENT, text=f.uuid),
        sign=underskriv,
        sign_alg=SIG_RSA_SHA256,
        digest_alg=DIGEST_SHA256,
    )
    return str(xml)


def _post(xml: str) -> HttpResponse:
    return Client().post(UD, {"SAMLRequest": base64.b64encode(xml.encode()).decode(), "RelayState": "r"})


def test_et_sendt_logud_lukker_og_et_forfalsket_goer_ikke(falskner: Falskner) -> None:
    falskner.send(falskner.xml())
    navn = f">{falskner.uuid}<"
    aegte = _logud(falskner)
    for forkert in (
        _logud(falskner, underskriv=False),
        _logud(falskner, noegle="fremmed"),
        _logud(falskner, til="https://andet.example/"),
        aegte.replace(navn, f">{uuid.uuid4()}<"),
        aegte.replace(navn, "><"),
        aegte[:-20],
        "",
    ):
        assert _post(forkert).status_code == 403
    with time_machine.travel(timezone.now() + timedelta(minutes=20)):
        assert _post(aegte).status_code == 403
    assert falskner.klient.get("/mit-arbejde/").status_code == 200
    svar = _post(aegte)
    assert svar.status_code == 302 and svar["Location"].startswith(f"{AFSENDER}/ud?SAMLResponse=")
    assert "RelayState=r" in svar["Location"] and "Signature=" in svar["Location"]
    assert falskner.klient.get("/mit-arbejde/").status_code == 302


@pytest.mark.parametrize("smaa_bogstaver", [False, True])
def test_et_logud_i_adressen_som_den_blev_skrevet(falskner: Falskner, smaa_bogstaver: bool) -> None:
    """ADFS writes %2b where others write %2B, and signs that."""
    falskner.send(falskner.xml())
    pakket = deflate_and_base64_encode(_logud(falskner, underskriv=False))
    raa = f"SAMLRequest={quote(pakket, safe='')}&RelayState=r&SigAlg={quote(SIG_RSA_SHA256, safe='')}"
    if smaa_bogstaver:
        raa = re.sub("%[0-9A-F]{2}", lambda m: m[0].lower(), raa)
    noegle = serialization.load_pem_private_key((falskner.mappe / "idp.key").read_bytes(), None)
    underskrift = noegle.sign(raa.encode(), padding.PKCS1v15(), hashes.SHA256())  # type: ignore[union-attr, call-arg, arg-type]
    hele = f"{raa}&Signature={quote(base64.b64encode(underskrift).decode(), safe='')}"
    for forkert in (
        raa,
        hele.replace("RelayState=r", "RelayState=s"),
        hele.replace("rsa-sha256", "rsa-sha1"),
    ):
        assert Client().get(f"{UD}?{forkert}").status_code == 403
    assert falskner.klient.get("/mit-arbejde/").status_code == 200
    assert Client().get(f"{UD}?{hele}").status_code == 302
    assert falskner.klient.get("/mit-arbejde/").status_code == 302
