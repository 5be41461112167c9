"""Single logout over SAML: we ask the identity provider, and it asks us. Every message must be signed.

The redirect binding signs the address as it was sent; the signature is checked on those very bytes, because
ADFS writes its percent signs in another way than a library that puts the address together again.
"""

import base64
import binascii
import zlib
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import unquote_plus
from xml.etree.ElementTree import Element

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from django.conf import settings
from django.utils import timezone
from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.saml import NameID
from saml2.samlp import logout_request_from_string
from saml2.sigver import SigverError
from saml2.xmldsig import SIG_RSA_SHA256

from ..models import Indlogning
from . import indlogning
from .afvist import Aarsag, Afvist
from .doere import Samldoer
from .saml import LYKKEDES, MEST, SAML, SAMLP, laes_xml, tidspunkt
from .saml_spoerg import SKAEVT_UR, klient

ALGORITMER: dict[str, hashes.HashAlgorithm] = {
    f"http://www.w3.org/2001/04/xmldsig-more#{slags}-{navn}": aftryk
    for slags in ("rsa", "ecdsa")
    for navn, aftryk in (
        ("sha256", hashes.SHA256()),
        ("sha384", hashes.SHA384()),
        ("sha512", hashes.SHA512()),
    )
}


@dataclass(frozen=True, slots=True)
class Besked:
    """A proved message about logging out. `svar_til`: set when it answers ours."""

    xml: str
    rod: Element
    relaystate: str

    @property
    def er_svar(self) -> bool:
        return self.rod.tag == f"{SAMLP}LogoutResponse"

    @property
    def lykkedes(self) -> bool:
        status = self.rod.find(f"{SAMLP}Status/{SAMLP}StatusCode")
        return status is not None and status.get("Value") == LYKKEDES


def _vores(doer: Samldoer) -> str:
    return f"{settings.INDGANGE.adresse}/log-ind/saml/{doer.id}/log-ud/"


def bed_om(doer: Samldoer, session: Indlogning) -> str:
    """The address that logs the person out at the provider, signed; "" when it offers no such thing."""
    saml = klient(doer)
    steder = saml.metadata.single_logout_service(doer.udsteder, BINDING_HTTP_REDIRECT, "idpsso")
    if not steder or not session.navne_id:
        return ""
    sted = steder[0]["location"]
    _, anmodning = saml.create_logout_request(
        sted,
        doer.udsteder,
        name_id=NameID(**session.navne_id),
        session_indexes=[session.sessionsnoegle] if session.sessionsnoegle else None,
        sign=False,
    )
    info = saml.apply_binding(
        BINDING_HTTP_REDIRECT, str(anmodning), sted, "", sign=True, sigalg=SIG_RSA_SHA256
    )
    return str(dict(info["headers"])["Location"])


def laes_omstilling(doer: Samldoer, forespoergsel: str) -> Besked:
    """A message that came in an address (its query, as the bytes stood). Raises Afvist."""
    raa = dict(led.split("=", 1) for led in forespoergsel.split("&") if "=" in led)
    navn = "SAMLRequest" if "SAMLRequest" in raa else "SAMLResponse"
    if not {navn, "SigAlg", "Signature"} <= raa.keys():
        raise Afvist(Aarsag.RETTET)
    underskrevet = "&".join(f"{n}={raa[n]}" for n in (navn, "RelayState", "SigAlg") if n in raa).encode()
    try:
        underskrift = base64.b64decode(unquote_plus(raa["Signature"]), validate=True)
        pakket = base64.b64decode(unquote_plus(raa[navn]), validate=True)
        udpakker = zlib.decompressobj(-15)
        xml = udpakker.decompress(pakket, MEST)
    except (binascii.Error, ValueError, zlib.error) as fejl:
        raise Afvist(Aarsag.RETTET) from fejl
    _kraev_underskrift(doer, underskrevet, underskrift, unquote_plus(raa["SigAlg"]))
    return _besked(doer, xml, unquote_plus(raa.get("RelayState", "")))


def _kraev_underskrift(doer: Samldoer, data: bytes, underskrift: bytes, algoritme: str) -> None:
    aftryk = ALGORITMER.get(algoritme)
    for _, certifikat in klient(doer).metadata.certs(doer.udsteder, "idpsso", "signing") if aftryk else ():
        noegle = x509.load_der_x509_certificate(base64.b64decode(certifikat)).public_key()
        try:
            if isinstance(noegle, rsa.RSAPublicKey) and "#rsa-" in algoritme:
                noegle.verify(underskrift, data, padding.PKCS1v15(), aftryk)
                return
            if isinstance(noegle, ec.EllipticCurvePublicKey) and "#ecdsa-" in algoritme:
                noegle.verify(underskrift, data, ec.ECDSA(aftryk))
                return
        except InvalidSignature:
            continue
    raise Afvist(Aarsag.RETTET)


def laes_post(doer: Samldoer, navn: str, kodet: str, relaystate: str) -> Besked:
    """A message that was posted: signed inside the XML. Raises Afvist."""
    try:
        xml = base64.b64decode("".join(kodet.split()), validate=True)
    except (binascii.Error, ValueError) as fejl:
        raise Afvist(Aarsag.RETTET) from fejl
    besked = _besked(doer, xml, relaystate)
    sec = klient(doer).sec
    kontrol = (
        sec.correctly_signed_logout_request if navn == "SAMLRequest" else sec.correctly_signed_logout_response
    )
    try:
        kontrol(besked.xml, must=True, origdoc=besked.xml)
    except (SigverError, TypeError, AttributeError) as fejl:
        raise Afvist(Aarsag.RETTET) from fejl
    return besked


def _besked(doer: Samldoer, xml: bytes, relaystate: str) -> Besked:
    rod = laes_xml(xml)
    if rod.tag not in (f"{SAMLP}LogoutRequest", f"{SAMLP}LogoutResponse"):
        raise Afvist(Aarsag.RETTET)
    if (rod.findtext(f"{SAML}Issuer") or "").strip() != doer.udsteder:
        raise Afvist(Aarsag.UKENDT_AFSENDER)
    if rod.get("Destination") != _vores(doer):
        raise Afvist(Aarsag.FORKERT_MODTAGER)
    udstedt, udloeber = tidspunkt(rod.get("IssueInstant")), rod.get("NotOnOrAfter")
    nu = timezone.now()
    if udstedt is None or abs(nu - udstedt) > timedelta(minutes=5) + SKAEVT_UR:
        raise Afvist(Aarsag.UDLOEBET)
    if udloeber and ((til := tidspunkt(udloeber)) is None or til + SKAEVT_UR <= nu):
        raise Afvist(Aarsag.UDLOEBET)
    return Besked(xml.decode(), rod, relaystate)


def efterkom(doer: Samldoer, besked: Besked) -> tuple[list[Indlogning], str]:
    """End the sessions the provider names; returns them, and the address with our signed answer."""
    navn = (besked.rod.findtext(f"{SAML}NameID") or "").strip()
    if not navn:  # we could not say whom it was about, and so not that she is out
        raise Afvist(Aarsag.MANGLER)
    noegler = [(e.text or "").strip() for e in besked.rod.findall(f"{SAMLP}SessionIndex")]
    aabne = Indlogning.objects.filter(doer=f"saml:{doer.id}", slut=None, navne_id__text=navn)
    fundne = list(aabne.filter(sessionsnoegle__in=noegler) if noegler else aabne)
    indlogning.afslut(*fundne)
    saml = klient(doer)
    steder = saml.metadata.single_logout_service(doer.udsteder, BINDING_HTTP_REDIRECT, "idpsso")
    if not steder:
        return fundne, ""
    sted = steder[0].get("response_location") or steder[0]["location"]
    anmodning = logout_request_from_string(besked.xml)
    svar = saml.create_logout_response(anmodning, [BINDING_HTTP_REDIRECT, BINDING_HTTP_POST], sign=False)
    svar.destination = sted
    info = saml.apply_binding(
        BINDING_HTTP_REDIRECT,
        str(svar),
        sted,
        besked.relaystate,
        response=True,
        sign=True,
        sigalg=SIG_RSA_SHA256,
    )
    return fundne, str(dict(info["headers"])["Location"])
