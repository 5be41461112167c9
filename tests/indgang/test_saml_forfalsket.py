"""Answers made to deceive, by one who is the provider (its keys) or has only what everybody can see (our certificate).

No provider runs here: pysaml2 makes the answers, as an identity provider of the tests' own.
"""

import base64
import gc
import re
import tempfile
import uuid
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
import time_machine
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from saml2 import BINDING_HTTP_REDIRECT
from saml2.config import IdPConfig
from saml2.metadata import entity_descriptor
from saml2.s_utils import decode_base64_and_inflate, deflate_and_base64_encode
from saml2.saml import NAME_FORMAT_URI, NAMEID_FORMAT_PERSISTENT, NameID
from saml2.server import Server
from saml2.xmldsig import DIGEST_SHA1, DIGEST_SHA256, SIG_RSA_SHA1, SIG_RSA_SHA256

from rehabteam.sager.adgang import kontekst
from rehabteam.web.indgang import billet
from rehabteam.web.indgang import saml as saml_modul
from rehabteam.web.indgang.afvist import Aarsag, Afvist
from rehabteam.web.indgang.doere import Indgange
from rehabteam.web.models import Konto
from tests.indgang.conftest import SIDE, Sted, samldoer
from tests.indgang.roller import SYSTEM, attributter, liste
from tests.indgang.simplesaml import ENTITET

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


@pytest.fixture
def falskner(sted: Sted, tmp_path: Path, nogler: Path, settings: object) -> Falskner:
    for navn in ("idp", "vores", "fremmed"):
        for endelse in ("key", "crt"):
            (tmp_path / f"{navn}.{endelse}").write_bytes((nogler / f"{navn}.{endelse}").read_bytes())
    (tmp_path / "idp.xml").write_text(str(entity_descriptor(opsaetning(tmp_path, "idp"))), "utf-8")
    doer = samldoer(sted, tmp_path)
    settings.INDGANGE = Indgange(SIDE, SYSTEM, (doer,))  # type: ignore[attr-defined]
    settings.DEMO = False  # type: ignore[attr-defined]
    (tmp_path / "vores.xml").write_text(saml_modul.metadata(doer), "utf-8")
    return Falskner(tmp_path, sted)


def test_det_aegte_svar_lukker_ind(falskner: Falskner) -> None:
    """The positive control: what the others change is all that stops them."""
    assert falskner.send(falskner.xml()).status_code == 302
    assert falskner.klient.get("/mit-arbejde/").status_code == 200


@pytest.mark.parametrize(
    ("lav", "ord_"),
    [
        (lambda f: f.xml(krypteret=False), "ikke var krypteret"),
        (lambda f: f.xml(underskriv=False), "ændret undervejs"),
        (lambda f: f.xml(noegle="fremmed"), "ændret undervejs"),
        (lambda f: f.xml(sha1=True), "ændret undervejs"),
        (lambda f: f.xml(til="https://andet.example/svar/"), "til et andet system"),
        (lambda f: f.xml(id_="id-opfundet"), "Vi ventede ikke"),
        (lambda f: f.xml().replace("<ns0:Response", "<ns0:LogoutResponse", 1), "ændret undervejs"),
        (lambda f: f.xml()[: len(f.xml()) // 2], "ændret undervejs"),
    ],
    ids=[
        "ukrypteret",
        "uden_underskrift",
        "fremmed_noegle",
        "sha1",
        "andet_sted",
        "opfundet_id",
        "andet_slags",
        "halvt",
    ],
)
def test_forfalskede_svar(falskner: Falskner, lav: Callable[[Falskner], str], ord_: str) -> None:
    svar = falskner.send(lav(falskner))
    assert svar.status_code == 403 and ord_ in svar.content.decode()
    assert falskner.er_ude()


def test_et_udsagn_til_et_andet_system_i_samme_konvolut(falskner: Falskner) -> None:
    """Signed and encrypted by the provider, sent to us, but meant for somebody else."""
    falskner.mappe.joinpath("vores.xml").write_text(
        falskner.mappe.joinpath("vores.xml").read_text().replace(SYSTEM, "https://andet.example")
    )
    svar = falskner.send(falskner.xml(sp="https://andet.example"))
    assert svar.status_code == 403 and "til et andet system" in svar.content.decode() and falskner.er_ude()


@pytest.mark.parametrize(("minutter", "ind"), [(4, True), (7, False), (-3, False)])
def test_et_svar_gaelder_kun_sin_tid(falskner: Falskner, minutter: int, ind: bool) -> None:
    xml = falskner.xml()
    with time_machine.travel(timezone.now() + timedelta(minutes=minutter), tick=True):
        svar = falskner.send(xml)
        assert (svar.status_code == 302) is ind
        if not ind:
            assert "for gammelt" in svar.content.decode() or "ventede ikke" in svar.content.decode()


def test_to_udsagn_i_et_svar(falskner: Falskner) -> None:
    """Wrapping: the true statement, and beside it one of the attacker's own, in clear or encrypted to us."""
    aegte = falskner.xml()
    falsk = falskner.xml(noegle="fremmed")
    udsagn = re.search(r"<(\w+):EncryptedAssertion.*?</\1:EncryptedAssertion>", falsk, re.S)
    klar = re.search(
        r"<(\w+):Assertion .*?</\1:Assertion>", falskner.xml(noegle="fremmed", krypteret=False), re.S
    )
    assert udsagn and klar
    slut = re.search(r"</\w+:Response>\s*$", aegte)
    assert slut
    rum = ' xmlns:ns1="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:ns2="http://www.w3.org/2000/09/xmldsig#"'
    for ekstra in (udsagn[0], klar[0]):
        med_rum = re.sub(r"^<(\w+:\w+)", rf"<\1{rum}", ekstra, count=1)
        for sammensat in (
            aegte[: slut.start()] + med_rum + slut[0],
            re.sub(r"(<\w+:Status>)", lambda m, e=med_rum: e + m[0], aegte, count=1),
            aegte[: slut.start()] + f'<x:Extensions xmlns:x="urn:x">{med_rum}</x:Extensions>' + slut[0],
        ):
            assert falskner.send(sammensat).status_code == 403
    assert falskner.er_ude()


def test_en_navneid_med_cpr_bruges_ikke(falskner: Falskner) -> None:
    falskner.uuid = "0501400474"
    svar = falskner.send(falskner.xml())
    assert svar.status_code == 403 and "på en måde vi kan bruge" in svar.content.decode()


@pytest.mark.parametrize("hvem", ["", "ikke-en-uuid", "urn:uuid:", "0501400474"])
def test_uden_en_blivende_uuid_er_hun_ikke_kendt(falskner: Falskner, hvem: str) -> None:
    navn = "https://data.gov.dk/model/core/eid/professional/uuid/persistent"
    falskner.felter.pop(navn)
    if hvem:
        falskner.felter[navn] = [hvem]
    assert falskner.send(falskner.xml()).status_code == 403 and falskner.er_ude()


def test_kagen_kan_ikke_skrives_af_andre(falskner: Falskner) -> None:
    kage = falskner.klient.cookies["rehabteam_indgang"]
    assert kage["httponly"] and kage["path"] == "/log-ind/"
    falskner.klient.cookies["rehabteam_indgang"] = kage.value[:-3] + "AAA"
    assert "Vi ventede ikke" in falskner.send(falskner.xml()).content.decode()


def test_bag_https_maa_kagen_foelge_med_svaret(falskner: Falskner, settings: object) -> None:
    settings.SIKKER = True  # type: ignore[attr-defined]
    kage = Client().get(BEGYND).cookies["rehabteam_indgang"]
    assert kage["samesite"] == "None" and kage["secure"]


def test_svaret_kan_kun_sendes_som_formular(falskner: Falskner) -> None:
    assert falskner.klient.get(SVAR).status_code == 405


def test_to_paa_samme_tid_kommer_ikke_begge_ind(falskner: Falskner) -> None:
    """Both have passed the first look; the table lets one of them through, whichever key it is known by."""
    en, anden, udsagn = (uuid.uuid4().hex for _ in range(3))
    with transaction.atomic():
        kontekst.aabn_doeren()
        billet.brug([en, udsagn], timezone.now())
        for noegler in ([en], [anden, udsagn]):
            with pytest.raises(Afvist) as afslag:
                billet.brug(noegler, timezone.now())
            assert afslag.value.aarsag == Aarsag.BRUGT
        assert not billet.er_brugt(anden), "det, der blev afvist, er ikke brugt halvt"


# --- Logging out, as messages of every kind ---------------------------------------------------------------

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


def test_det_dekrypterede_bliver_ikke_liggende(
    falskner: Falskner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mappe = tmp_path / "tmp"
    mappe.mkdir()
    xml = falskner.xml()
    monkeypatch.setattr(tempfile, "tempdir", str(mappe))
    assert falskner.send(xml).status_code == 302
    gc.collect()
    assert list(mappe.iterdir()) == []
