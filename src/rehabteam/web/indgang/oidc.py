"""OpenID Connect: the code flow with PKCE, state and nonce, for Entra ID, ADFS, Keycloak and their like.

mozilla-django-oidc fetches the token and proves its signature. It leaves issuer, audience and age to its user;
those checks stand here, with the NSIS level.
"""

import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe
from typing import Any
from urllib.parse import urlencode

import jwt
import requests
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.utils import timezone
from django.utils.crypto import salted_hmac
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from mozilla_django_oidc.utils import generate_code_challenge

from ..cprvagt import har_cpr
from . import privilegier
from .afvist import Aarsag, Afvist
from .doere import Oidcdoer
from .paastand import Paastand, kraev_niveau, visningsnavn
from .privilegier import Gruppe, UlaeseligListe

ALGORITME = "RS256"
VENT = 5  # seconds for the provider to answer: a transaction waits with us
HOEJST_GAMMELT = 10 * 60
OPSLAG_HUSKES = 10 * 60
_opslag: dict[str, tuple[float, dict[str, Any]]] = {}


def adresse(doer: Oidcdoer, sidste: str) -> str:
    return f"{settings.INDGANGE.adresse}/log-ind/oidc/{doer.id}/{sidste}/"


def opslag(doer: Oidcdoer) -> dict[str, Any]:
    """The provider's own description of itself, remembered a while. Raises Afvist when it cannot be had."""
    hentet, fundet = _opslag.get(doer.udsteder, (0.0, {}))
    if fundet and hentet > time.monotonic() - OPSLAG_HUSKES:
        return fundet
    try:
        svar = requests.get(f"{doer.udsteder.rstrip('/')}/.well-known/openid-configuration", timeout=VENT)
        svar.raise_for_status()
        fundet = svar.json()
    except (requests.RequestException, ValueError) as fejl:
        raise Afvist(Aarsag.INTET_SVAR) from fejl
    if fundet.get("issuer") != doer.udsteder:
        raise Afvist(Aarsag.UKENDT_AFSENDER)
    steder = [sted for navn, sted in fundet.items() if navn.endswith(("_endpoint", "jwks_uri"))]
    if doer.udsteder.startswith("https://") and not all(str(sted).startswith("https://") for sted in steder):
        raise Afvist(Aarsag.UKENDT_AFSENDER)
    _opslag[doer.udsteder] = (time.monotonic(), fundet)
    return fundet


class Klient(OIDCAuthenticationBackend):
    """mozilla-django-oidc for one door: its settings come from the door, not from Django's."""

    def __init__(self, doer: Oidcdoer) -> None:
        self.steder = opslag(doer)
        basic = "client_secret_basic" in self.steder.get(
            "token_endpoint_auth_methods_supported", ["client_secret_basic"]
        )
        self._indstillinger = {
            "OIDC_OP_TOKEN_ENDPOINT": self.steder.get("token_endpoint", ""),
            "OIDC_OP_USER_ENDPOINT": self.steder.get("userinfo_endpoint", ""),
            "OIDC_OP_JWKS_ENDPOINT": self.steder.get("jwks_uri", ""),
            "OIDC_RP_CLIENT_ID": doer.klient,
            "OIDC_RP_CLIENT_SECRET": doer.hemmelighed,
            "OIDC_RP_SIGN_ALGO": ALGORITME,
            "OIDC_TOKEN_USE_BASIC_AUTH": basic,
            "OIDC_TIMEOUT": VENT,
        }
        super().__init__()

    def get_settings(self, attr: str, *args: Any) -> Any:
        return self._indstillinger[attr] if attr in self._indstillinger else args[0]


def _afledt(navn: str, state: str) -> str:
    """Nonce and PKCE verifier follow from the state and our secret, so neither lies in the browser."""
    return salted_hmac(f"rehabteam.oidc.{navn}", state, algorithm="sha256").hexdigest()


def begynd(doer: Oidcdoer, forfra: bool = False) -> tuple[str, str]:
    """Where to send the browser, and the state. Raises Afvist when the provider cannot be reached.

    `forfra`: the provider must ask who she is again, though it knows her already.
    """
    sted, state = opslag(doer)["authorization_endpoint"], token_urlsafe(32)
    felter = (
        dict(doer.ekstra)
        | {
            "response_type": "code",
            "client_id": doer.klient,
            "redirect_uri": adresse(doer, "svar"),
            "scope": doer.omfang,
            "state": state,
            "nonce": _afledt("nonce", state),
            "code_challenge": generate_code_challenge(_afledt("pkce", state), "S256"),
            "code_challenge_method": "S256",
        }
        | ({"prompt": "login"} if forfra else {})
    )
    return f"{sted}{'&' if '?' in sted else '?'}{urlencode(felter)}", state


def laes_svar(doer: Oidcdoer, kode: str, state: str, videre: str, udsteder: str) -> Paastand:
    """Exchange the code and prove what comes back. `udsteder`: who the answer said it was from. Raises Afvist."""
    if udsteder != doer.udsteder:
        raise Afvist(Aarsag.UKENDT_AFSENDER)
    klient = Klient(doer)
    token = _hent_token(doer, klient, kode, state)
    udsagn = proev(doer, klient, str(token.get("id_token", "")), _afledt("nonce", state))
    udloeber = udsagn.get("exp")
    if not isinstance(udloeber, int | float):
        raise Afvist(Aarsag.UDLOEBET)
    felter = _med_brugeroplysninger(doer, klient, udsagn, str(token.get("access_token", "")))
    return _paastand(doer, felter, state, videre, datetime.fromtimestamp(udloeber, UTC))


def _hent_token(doer: Oidcdoer, klient: Klient, kode: str, state: str) -> dict[str, Any]:
    try:
        token = klient.get_token(
            {
                "client_id": doer.klient,
                "client_secret": doer.hemmelighed,
                "grant_type": "authorization_code",
                "code": kode,
                "redirect_uri": adresse(doer, "svar"),
                "code_verifier": _afledt("pkce", state),
            }
        )
    except requests.HTTPError as fejl:
        afvist = fejl.response is not None and fejl.response.status_code < 500
        raise Afvist(Aarsag.RETTET if afvist else Aarsag.INTET_SVAR) from None
    except (requests.RequestException, ValueError) as fejl:
        raise Afvist(Aarsag.INTET_SVAR) from fejl
    return token if isinstance(token, dict) else {}


def proev(doer: Oidcdoer, klient: Klient, token: str, nonce: str | None) -> dict[str, Any]:
    """The claims of a signed token from this provider, to us, and fresh. Raises Afvist."""
    try:
        udsagn = klient.verify_token(token, nonce=nonce)
    except (jwt.ExpiredSignatureError, jwt.ImmatureSignatureError) as fejl:
        raise Afvist(Aarsag.UDLOEBET) from fejl
    except requests.RequestException as fejl:
        raise Afvist(Aarsag.INTET_SVAR) from fejl
    except (SuspiciousOperation, jwt.PyJWTError, ValueError, KeyError, TypeError) as fejl:
        raise Afvist(Aarsag.RETTET) from fejl
    if udsagn.get("iss") != doer.udsteder:
        raise Afvist(Aarsag.UKENDT_AFSENDER)
    til = udsagn.get("aud")
    kreds = til if isinstance(til, list) else [til]
    if doer.klient not in kreds or (len(kreds) > 1 and udsagn.get("azp") != doer.klient):
        raise Afvist(Aarsag.FORKERT_MODTAGER)
    udstedt = udsagn.get("iat")
    if not isinstance(udstedt, int | float) or udstedt < time.time() - HOEJST_GAMMELT:
        raise Afvist(Aarsag.UDLOEBET)
    return udsagn


def felt(felter: Mapping[str, Any], navn: str) -> Any:
    """A claim by its name, or by its path (`realm_access.roles`)."""
    if navn in felter:
        return felter[navn]
    vaerdi: Any = felter
    for led in navn.split("."):
        vaerdi = vaerdi.get(led) if isinstance(vaerdi, dict) else None
    return vaerdi


def _med_brugeroplysninger(
    doer: Oidcdoer, klient: Klient, udsagn: dict[str, Any], adgang: str
) -> dict[str, Any]:
    """What the signed token leaves out is asked for at the provider; the token's own words win."""
    hvad = doer.cprfelt if doer.borger else doer.rollefelt
    kendt = felt(udsagn, hvad) or (not doer.borger and felt(udsagn, doer.privilegiefelt))
    if not klient.steder.get("userinfo_endpoint") or not adgang or (kendt and felt(udsagn, doer.niveaufelt)):
        return udsagn
    try:
        mere = klient.get_userinfo(adgang, None, udsagn)
    except (requests.RequestException, ValueError) as fejl:
        raise Afvist(Aarsag.INTET_SVAR) from fejl
    except (SuspiciousOperation, jwt.PyJWTError) as fejl:
        raise Afvist(Aarsag.RETTET) from fejl
    if not isinstance(mere, dict) or mere.get("sub") != udsagn.get("sub"):
        raise Afvist(Aarsag.RETTET)
    return mere | udsagn


def _tekster(vaerdi: Any) -> list[str]:
    liste = vaerdi if isinstance(vaerdi, list) else [vaerdi]
    return [v for v in liste if isinstance(v, str) and v]


def _grupper(doer: Oidcdoer, felter: Mapping[str, Any]) -> tuple[Gruppe, ...]:
    try:
        grupper = privilegier.laes(_tekster(felt(felter, doer.privilegiefelt)))
    except UlaeseligListe as fejl:
        raise Afvist(Aarsag.MANGLER) from fejl
    cvr = _tekster(felt(felter, doer.cvrfelt)) or (list(doer.cvr) if len(doer.cvr) == 1 else [])
    roller = tuple(_tekster(felt(felter, doer.rollefelt)))
    return (*grupper, Gruppe(cvr[0], roller)) if roller and len(cvr) == 1 else grupper


def _paastand(
    doer: Oidcdoer, felter: dict[str, Any], state: str, videre: str, udloeber: datetime
) -> Paastand:
    niveau = kraev_niveau(doer, _tekster(felt(felter, doer.niveaufelt)))
    ekstern_id = "".join(_tekster(felt(felter, doer.personfelt))[:1]).strip()
    if not ekstern_id or len(ekstern_id) > 200 or not ekstern_id.isprintable() or har_cpr(ekstern_id):
        raise Afvist(Aarsag.MANGLER)
    sid = "".join(_tekster(felter.get("sid"))[:1])
    cpr = "".join(_tekster(felt(felter, doer.cprfelt))[:1]) if doer.borger else ""
    return Paastand(
        doer=f"oidc:{doer.id}",
        udsteder=doer.udsteder,
        ekstern_id=ekstern_id,
        navn=visningsnavn(*_tekster(felt(felter, doer.navnefelt))),
        niveau=niveau,
        grupper=() if doer.borger else _grupper(doer, felter),
        noegler=(f"{doer.id} {state}",),
        gyldig_til=max(udloeber, timezone.now() + timedelta(minutes=1)),
        videre=videre,
        sessionsnoegle=sid,
        cpr=cpr,
    )
