"""SAML 2 after OIOSAML 3: a signed and encrypted answer, proved before it is believed (what we ask: saml_spoerg.py).

pysaml2 does the protocol and xmlsec1 the signatures. On top stand our own checks, on the bytes before and on the
assertion after, of everything pysaml2 lets a sender leave out: encryption, audience, recipient, time, and level.
"""

import base64
import binascii
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from uuid import UUID
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from saml2 import BINDING_HTTP_POST, class_name
from saml2.client import Saml2Client
from saml2.response import AuthnResponse, StatusError, UnsolicitedResponse
from saml2.saml import SCM_BEARER, Assertion
from saml2.sigver import SigverError
from saml2.validate import ResponseLifetimeExceed, ToEarly

from ..cprvagt import har_cpr
from . import privilegier
from .afvist import Aarsag, Afvist
from .doere import Samldoer
from .paastand import NIVEAU_ADRESSE, Paastand, kraev_niveau, visningsnavn
from .privilegier import UlaeseligListe
from .saml_spoerg import SKAEVT_UR, adresse, klient

DS, SAML, SAMLP = (
    "{http://www.w3.org/2000/09/xmldsig#}",
    "{urn:oasis:names:tc:SAML:2.0:assertion}",
    "{urn:oasis:names:tc:SAML:2.0:protocol}",
)
LYKKEDES = "urn:oasis:names:tc:SAML:2.0:status:Success"
SIGNATURER = frozenset(
    f"http://www.w3.org/2001/04/xmldsig-more#{navn}"
    for navn in ("rsa-sha256", "rsa-sha384", "rsa-sha512", "ecdsa-sha256", "ecdsa-sha384", "ecdsa-sha512")
)
AFTRYK = frozenset(
    {
        "http://www.w3.org/2001/04/xmlenc#sha256",
        "http://www.w3.org/2001/04/xmldsig-more#sha384",
        "http://www.w3.org/2001/04/xmlenc#sha512",
    }
)
NAVN = (
    "https://data.gov.dk/model/core/eid/fullName",
    "urn:oid:2.5.4.3",
)
FORNAVN, EFTERNAVN = (f"https://data.gov.dk/model/core/eid/{navn}" for navn in ("firstName", "lastName"))
PERSON = "https://data.gov.dk/model/core/eid/professional/uuid/persistent"
# A citizen: her persistent id, and the number she is found by.
BORGER, CPR = (f"https://data.gov.dk/model/core/eid/{navn}" for navn in ("cprUuid", "cprNumber"))
PRIVILEGIER = (
    "https://data.gov.dk/model/core/eid/privilegesIntermediate",
    "dk:gov:saml:attribute:Privileges_intermediate",
)
MEST = 1024 * 1024  # bytes of one answer


def laes_xml(raa: bytes) -> Element:
    """The document, without DTD or entities. Raises Afvist."""
    if len(raa) > MEST:
        raise Afvist(Aarsag.RETTET)
    try:
        return fromstring(raa, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as fejl:
        raise Afvist(Aarsag.RETTET) from fejl


def _afkod(kodet: str) -> bytes:
    try:
        return base64.b64decode("".join(kodet.split()), validate=True)
    except (binascii.Error, ValueError) as fejl:
        raise Afvist(Aarsag.RETTET) from fejl


def svar_til(kodet: str) -> str:
    """The id of the request an answer says it belongs to; unproved."""
    return laes_xml(_afkod(kodet)).get("InResponseTo") or ""


def laes_svar(doer: Samldoer, kodet: str, ventede: Mapping[str, str]) -> Paastand:
    """Prove the answer (base64, as posted) and return what it says. `ventede`: request ids → where she was going.

    Raises Afvist.
    """
    noegle = _efterse_konvolut(doer, laes_xml(_afkod(kodet)))
    if noegle not in ventede:
        raise Afvist(Aarsag.UVENTET)
    saml = klient(doer)
    try:
        svar = saml.parse_authn_request_response(kodet, BINDING_HTTP_POST, {noegle: "/"})
    except UnsolicitedResponse as fejl:
        raise Afvist(Aarsag.UVENTET) from fejl
    except (ResponseLifetimeExceed, ToEarly) as fejl:
        raise Afvist(Aarsag.UDLOEBET) from fejl
    except StatusError as fejl:
        raise Afvist(Aarsag.AFBRUDT) from fejl
    except Exception as fejl:  # pysaml2 raises bare Exception for an audience, and much else
        raise Afvist(_af_pysaml(fejl)) from None
    if svar is None or not isinstance(svar.assertion, Assertion):
        raise Afvist(Aarsag.UDLOEBET)
    _efterse_udsagn(doer, saml, svar, noegle)
    return _paastand(doer, svar, noegle, ventede[noegle])


def _af_pysaml(fejl: Exception) -> Aarsag:
    if isinstance(fejl, SigverError):
        return Aarsag.RETTET
    tekst = str(fejl)
    if "Audience" in tekst or "recipient" in tekst:
        return Aarsag.FORKERT_MODTAGER
    return Aarsag.UDLOEBET if "lifetime" in tekst.lower() else Aarsag.RETTET


def _efterse_konvolut(doer: Samldoer, rod: Element) -> str:
    """What can be seen before anything is decrypted; returns the id of the request it answers."""
    if rod.tag != f"{SAMLP}Response":
        raise Afvist(Aarsag.RETTET)
    if rod.get("Destination") != adresse(doer, "svar"):
        raise Afvist(Aarsag.FORKERT_MODTAGER)
    if (rod.findtext(f"{SAML}Issuer") or doer.udsteder).strip() != doer.udsteder:
        raise Afvist(Aarsag.UKENDT_AFSENDER)
    status = rod.find(f"{SAMLP}Status/{SAMLP}StatusCode")
    if status is None or status.get("Value") != LYKKEDES:
        under = status.find(f"{SAMLP}StatusCode") if status is not None else None
        intet_niveau = under is not None and (under.get("Value") or "").endswith(":NoAuthnContext")
        raise Afvist(Aarsag.FOR_LAVT if intet_niveau else Aarsag.AFBRUDT)
    if next(rod.iter(f"{SAML}Assertion"), None) is not None:
        raise Afvist(Aarsag.UKRYPTERET)
    if len(list(rod.iter(f"{SAML}EncryptedAssertion"))) != 1 or rod.find(f"{SAML}EncryptedAssertion") is None:
        raise Afvist(Aarsag.UKRYPTERET)
    _efterse_algoritmer(rod)
    return rod.get("InResponseTo") or ""


def _efterse_algoritmer(rod: Element) -> None:
    """SHA-1 and anything weaker or stranger proves nothing."""
    for info in rod.iter(f"{DS}SignedInfo"):
        metoder = [m.get("Algorithm") for m in info.iter(f"{DS}SignatureMethod")]
        aftryk = [m.get("Algorithm") for m in info.iter(f"{DS}DigestMethod")]
        if not metoder or not aftryk or set(metoder) - SIGNATURER or set(aftryk) - AFTRYK:
            raise Afvist(Aarsag.RETTET)


def _efterse_udsagn(doer: Samldoer, saml: Saml2Client, svar: AuthnResponse, noegle: str) -> None:
    """The decrypted assertion: the one, signed as a whole by this door's provider, for us, for this login, and now."""
    udsagn = svar.assertion
    rod = laes_xml(svar.xmlstr.encode() if isinstance(svar.xmlstr, str) else svar.xmlstr)
    alle = list(rod.iter(f"{SAML}Assertion"))
    if len(alle) != 1 or alle[0].get("ID") != udsagn.id or udsagn.advice:
        raise Afvist(Aarsag.RETTET)
    referencer = alle[0].findall(f"{DS}Signature/{DS}SignedInfo/{DS}Reference")
    if [r.get("URI") for r in referencer] != [f"#{udsagn.id}"]:
        raise Afvist(Aarsag.RETTET)
    _efterse_algoritmer(rod)
    if udsagn.issuer is None or (udsagn.issuer.text or "").strip() != doer.udsteder:
        raise Afvist(Aarsag.UKENDT_AFSENDER)
    try:
        saml.sec.check_signature(udsagn, class_name(udsagn), svar.xmlstr)
    except SigverError as fejl:
        raise Afvist(Aarsag.RETTET) from fejl
    betingelser = udsagn.conditions
    if betingelser is None or not betingelser.audience_restriction:
        raise Afvist(Aarsag.FORKERT_MODTAGER)
    for kreds in betingelser.audience_restriction:
        if doer.entitet not in [(a.text or "").strip() for a in kreds.audience]:
            raise Afvist(Aarsag.FORKERT_MODTAGER)
    _ikke_udloebet(betingelser.not_on_or_after)
    for bekraeftelse in udsagn.subject.subject_confirmation:
        data = bekraeftelse.subject_confirmation_data
        if bekraeftelse.method != SCM_BEARER or data is None or data.in_response_to != noegle:
            raise Afvist(Aarsag.UVENTET)
        if data.recipient != adresse(doer, "svar"):
            raise Afvist(Aarsag.FORKERT_MODTAGER)
        _ikke_udloebet(data.not_on_or_after)


def tidspunkt(tekst: str | None) -> datetime | None:
    try:
        tid = parse_datetime(tekst or "")
    except ValueError:
        return None
    return tid.replace(tzinfo=UTC) if tid is not None and tid.tzinfo is None else tid


def _ikke_udloebet(tekst: str | None) -> None:
    tid = tidspunkt(tekst)
    if tid is None or tid + SKAEVT_UR <= timezone.now():
        raise Afvist(Aarsag.UDLOEBET)


def _attributter(udsagn: Assertion) -> dict[str, list[str]]:
    """Name → values of this one assertion. pysaml2's own list also takes from assertions quoted inside it."""
    samlet: dict[str, list[str]] = {}
    for gruppe in udsagn.attribute_statement:
        for attribut in gruppe.attribute:
            samlet.setdefault(attribut.name, []).extend(v.text or "" for v in attribut.attribute_value)
    return samlet


def _paastand(doer: Samldoer, svar: AuthnResponse, noegle: str, videre: str) -> Paastand:
    udsagn, felter = svar.assertion, _attributter(svar.assertion)

    def foerste(navne: Iterable[str]) -> str:
        return next((v for n in navne for v in felter.get(n, [])), "")

    niveau = kraev_niveau(doer, felter.get(NIVEAU_ADRESSE.rstrip("/"), []))
    try:
        person = foerste([BORGER if doer.borger else PERSON])
        ekstern_id = str(UUID(person.strip().removeprefix("urn:uuid:")))
        grupper = privilegier.laes(v for n in PRIVILEGIER for v in felter.get(n, []))
    except (ValueError, UlaeseligListe) as fejl:
        raise Afvist(Aarsag.MANGLER) from fejl
    navne_id = svar.name_id
    if navne_id is None or not navne_id.text or har_cpr(navne_id.text):
        raise Afvist(Aarsag.MANGLER)
    session = udsagn.authn_statement[0]
    return Paastand(
        doer=f"saml:{doer.id}",
        udsteder=doer.udsteder,
        ekstern_id=ekstern_id,
        navn=visningsnavn(foerste(NAVN), f"{foerste([FORNAVN])} {foerste([EFTERNAVN])}"),
        niveau=niveau,
        grupper=() if doer.borger else grupper,
        cpr=foerste([CPR]).strip() if doer.borger else "",
        noegler=(f"{doer.id} {noegle}", f"{doer.udsteder} {udsagn.id}"),
        gyldig_til=tidspunkt(udsagn.conditions.not_on_or_after) or timezone.now(),
        videre=videre,
        session_til=tidspunkt(session.session_not_on_or_after),
        sessionsnoegle=session.session_index or "",
        navne_id={
            navn: vaerdi
            for navn in ("text", "format", "name_qualifier", "sp_name_qualifier")
            if (vaerdi := getattr(navne_id, navn))
        },
    )
