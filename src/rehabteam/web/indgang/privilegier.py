"""Reads the privilege list of OIO Basic Privilege Profile, as different senders write it.

The list is XML, mostly base64: groups with a scope (whose organisation), privileges (role URIs) and constraints.
Senders differ in namespace, in how many privileges stand in a group, and in white space; all that is accepted.
What is not understood never widens a right: it becomes a constraint nobody can meet.
"""

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

NAVNERUM = frozenset(
    {"", "http://itst.dk/oiosaml/basic_privilege_profile", "http://digst.dk/oiosaml/basic_privilege_profile"}
)
CVR_OMFANG = "urn:dk:gov:saml:cvrnumberidentifier:"
MEST = 512 * 1024  # characters; a person with every role there is needs far less
UKENDT = "ukendt"


class UlaeseligListe(ValueError):
    """The list is not what the profile says; nothing of it is used."""


@dataclass(frozen=True, slots=True)
class Gruppe:
    """One group: roles in one organisation under the same constraints (name, value)."""

    cvr: str
    roller: tuple[str, ...]
    afgraensninger: tuple[tuple[str, str], ...] = ()


def laes(vaerdier: Iterable[str]) -> tuple[Gruppe, ...]:
    """All groups with a CVR scope, of all lists given. Other scopes (a person, a SE number) are not ours.

    Raises UlaeseligListe when one of them cannot be read.
    """
    return tuple(gruppe for vaerdi in vaerdier for gruppe in _en_liste(vaerdi))


def _en_liste(vaerdi: str) -> Iterable[Gruppe]:
    if len(vaerdi) > MEST:
        raise UlaeseligListe("for lang")
    try:
        rod = fromstring(_som_xml(vaerdi), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as fejl:
        raise UlaeseligListe("ikke XML") from fejl
    if _navn(rod) != "PrivilegeList":
        raise UlaeseligListe("ikke en liste")
    for barn in rod:
        if _navn(barn) != "PrivilegeGroup":
            raise UlaeseligListe("noget andet end grupper")
        if gruppe := _gruppe(barn):
            yield gruppe


def _som_xml(vaerdi: str) -> bytes:
    renset = vaerdi.strip().lstrip("\ufeff")
    if renset.startswith("<"):
        # The text has been decoded already: what its declaration says about bytes is no longer true.
        if renset.startswith("<?xml") and "?>" in renset:
            renset = renset.split("?>", 1)[1]
        return renset.encode()
    uden_luft = "".join(renset.split()).replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(uden_luft + "=" * (-len(uden_luft) % 4), validate=True).strip()
    except (binascii.Error, ValueError) as fejl:
        raise UlaeseligListe("ikke base64") from fejl


def _navn(element: Element) -> str:
    """The element's name, or "" when it is of a namespace that is not the profile's."""
    rum, _, navn = str(element.tag).rpartition("}")
    return navn if rum.lstrip("{") in NAVNERUM else ""


def _gruppe(element: Element) -> Gruppe | None:
    omfang = (element.get("Scope") or "").strip()
    if not omfang.casefold().startswith(CVR_OMFANG):
        return None
    cvr = omfang[len(CVR_OMFANG) :].strip()
    if not (len(cvr) == 8 and cvr.isascii() and cvr.isdigit()):
        return None
    roller, afgraensninger = [], []
    for barn in element:
        navn, tekst = _navn(barn), (barn.text or "").strip()
        if navn == "Privilege" and not len(barn):
            roller.append(tekst)
        elif navn == "Constraint" and not len(barn):
            afgraensninger.append(((barn.get("Name") or UKENDT).strip(), tekst))
        else:
            afgraensninger.append((UKENDT, ""))
    return Gruppe(cvr, tuple(roller), tuple(afgraensninger))
