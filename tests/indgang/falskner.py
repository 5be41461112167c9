"""One who makes answers: with the provider's own keys, or with what everybody can see."""

import base64
import re
import uuid
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from django.http import HttpResponse
from django.test import Client
from saml2 import BINDING_HTTP_REDIRECT
from saml2.config import IdPConfig
from saml2.s_utils import decode_base64_and_inflate
from saml2.saml import NAME_FORMAT_URI, NAMEID_FORMAT_PERSISTENT, NameID
from saml2.server import Server
from saml2.xmldsig import DIGEST_SHA1, DIGEST_SHA256, SIG_RSA_SHA1, SIG_RSA_SHA256

from rehabteam.web.models import Konto
from tests.indgang.roller import SYSTEM, attributter, liste
from tests.indgang.simplesaml import ENTITET
from tests.indgang.sted import SIDE, Sted

BEGYND, SVAR = "/log-ind/saml/proeve/", "/log-ind/saml/proeve/svar/"


AFSENDER = "https://idp.proeve.example/sso"


class Falskner:
    """Makes answers to this browser's own request; `noegle` names whose key signs."""

    def __init__(self, mappe: Path, sted: Sted) -> None:
        self.mappe, self.uuid = mappe, str(uuid.uuid4())
        self.klient = Client()
        self.felter = attributter(self.uuid, "Sanne", liste((sted.kommune, ["sagsbehandler"])))
        adresse = self.klient.get(BEGYND)["Location"]
        xml = decode_base64_and_inflate(parse_qs(urlsplit(adresse).query)["SAMLRequest"][0]).decode()
        self.id = re.search(r' ID="([^"]*)"', xml)[1]  # type: ignore[index]

    def server(self, noegle: str = "idp") -> Server:
        return Server(config=opsaetning(self.mappe, noegle))

    def xml(
        self,
        noegle: str = "idp",
        til: str = f"{SIDE}{SVAR}",
        sp: str = SYSTEM,
        krypteret: bool = True,
        underskriv: bool = True,
        sha1: bool = False,
        id_: str | None = None,
    ) -> str:
        svar = self.server(noegle).create_authn_response(
            dict(self.felter),
            in_response_to=id_ or self.id,
            destination=til,
            sp_entity_id=sp,
            name_id=NameID(format=NAMEID_FORMAT_PERSISTENT, text=self.uuid),
            authn={
                "class_ref": "https://data.gov.dk/concept/core/nsis/loa/Substantial",
                "authn_auth": ENTITET,
            },
            sign_assertion=underskriv,
            sign_response=False,
            encrypt_assertion=krypteret,
            encrypted_advice_attributes=False,
            encrypt_cert_assertion=(self.mappe / "vores.crt").read_text() if krypteret else None,
            sign_alg=SIG_RSA_SHA1 if sha1 else SIG_RSA_SHA256,
            digest_alg=DIGEST_SHA1 if sha1 else DIGEST_SHA256,
        )
        return str(svar)

    def send(self, xml: str) -> HttpResponse:
        return self.klient.post(SVAR, {"SAMLResponse": base64.b64encode(xml.encode()).decode()})

    def er_ude(self) -> bool:
        findes = Konto.objects.using("vedligehold").filter(ekstern_id=self.uuid).exists()
        return not findes and self.klient.get("/mit-arbejde/").status_code == 302


def opsaetning(mappe: Path, noegle: str) -> IdPConfig:
    vores = mappe / "vores.xml"
    return IdPConfig().load(
        {
            "entityid": ENTITET,
            "service": {
                "idp": {
                    "endpoints": {
                        "single_sign_on_service": [(AFSENDER, BINDING_HTTP_REDIRECT)],
                        "single_logout_service": [(f"{AFSENDER}/ud", BINDING_HTTP_REDIRECT)],
                    },
                    "policy": {
                        "default": {
                            "lifetime": {"minutes": 5},
                            "attribute_restrictions": None,
                            "name_form": NAME_FORMAT_URI,
                        }
                    },
                }
            },
            "key_file": str(mappe / f"{noegle}.key"),
            "cert_file": str(mappe / f"{noegle}.crt"),
            "metadata": {"local": [str(vores)]} if vores.exists() else {},
        }
    )
