"""Answers of a real SAML provider that are not what they seem: used before, never asked for, changed on the way."""

import base64
import re

import pytest
from django.test import Client

from tests.indgang.person import SVAR, Person, poster


def _om(svar: dict[str, str], fra: bytes, til: bytes) -> dict[str, str]:
    xml = base64.b64decode(svar["SAMLResponse"])
    assert re.search(fra, xml), fra
    return svar | {"SAMLResponse": base64.b64encode(re.sub(fra, til, xml, count=1)).decode()}


def test_det_samme_svar_to_gange(sanne: Person) -> None:
    svar = sanne.svar()
    kager = sanne.klient.cookies.output()
    tyv = Client()
    tyv.cookies.load(kager.replace("Set-Cookie: ", ""))
    assert sanne.klient.post(SVAR, svar).status_code == 302
    for klient in (sanne.klient, tyv):
        igen = klient.post(SVAR, svar)
        assert igen.status_code == 403 and "Svaret er brugt før" in igen.content.decode()
    assert tyv.get("/mit-arbejde/").status_code == 302


def test_et_svar_ingen_har_bedt_om(sanne: Person) -> None:
    svar = sanne.svar()
    fremmed = Client()
    igen = fremmed.post(SVAR, svar)
    assert igen.status_code == 403 and "Vi ventede ikke på det svar" in igen.content.decode()
    assert fremmed.get("/mit-arbejde/").status_code == 302
    assert poster("log_ind_saml.uventet")[-1].medarbejder_id is None
    assert (
        "Vi ventede ikke" in Client().post(SVAR, _om(svar, rb' InResponseTo="[^"]*"', b"")).content.decode()
    )
    assert sanne.klient.post(SVAR, svar).status_code == 302, "den rigtige kan stadig bruge det"


@pytest.mark.parametrize(
    ("fra", "til", "ord_"),
    [
        (rb"<xenc:CipherValue>[^<]{20}", b"<xenc:CipherValue>AAAAAAAAAAAAAAAAAAAA", "ændret undervejs"),
        (rb"<ds:DigestValue>[^<]{4}", b"<ds:DigestValue>AAAA", "ændret undervejs"),
        (rb"<ds:SignatureValue>[^<]{4}", b"<ds:SignatureValue>AAAA", "ændret undervejs"),
        (rb'Destination="[^"]*"', b'Destination="https://andet.example/svar/"', "til et andet system"),
        (rb"<saml:Issuer>[^<]*", b"<saml:Issuer>https://ond.example", "fra et andet sted"),
        (rb"status:Success", b"status:Responder", "sagde nej"),
        (rb"xmldsig-more#rsa-sha256", b"xmldsig-more#rsa-md5", "ændret undervejs"),
        (rb"^", b'<!DOCTYPE x [<!ENTITY e "x">]>', "ændret undervejs"),
    ],
)
def test_et_svar_der_er_aendret(sanne: Person, fra: bytes, til: bytes, ord_: str) -> None:
    svar = sanne.klient.post(SVAR, _om(sanne.svar(), fra, til))
    assert svar.status_code == 403 and ord_ in svar.content.decode()
    assert sanne.klient.get("/mit-arbejde/").status_code == 302 and sanne.konti == []


@pytest.mark.parametrize(
    "skrald", ["", "ikke base64!", "PGE+", "PGEvPg==", base64.b64encode(b"\xff" * 99).decode()]
)
def test_skrald_er_et_roligt_nej(sanne: Person, skrald: str) -> None:
    assert sanne.klient.post(SVAR, {"SAMLResponse": skrald}).status_code == 403
