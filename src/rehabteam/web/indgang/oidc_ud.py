"""Logging out over OpenID Connect: by our asking the provider, by its telling us, or by its page fetching ours."""

from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.utils import timezone

from ..models import Indlogning
from . import billet, indlogning
from .afvist import Aarsag, Afvist
from .doere import Oidcdoer
from .oidc import HOEJST_GAMMELT, Klient, opslag, proev

HAENDELSE = "http://schemas.openid.net/event/backchannel-logout"


def bed_om(doer: Oidcdoer) -> str:
    """The address that logs the person out at the provider; "" when it offers none or cannot be reached."""
    try:
        sted = opslag(doer).get("end_session_endpoint", "")
    except Afvist:
        return ""
    felter = {
        "client_id": doer.klient,
        "post_logout_redirect_uri": f"{settings.INDGANGE.adresse}/log-ind/logget-ud/",
    }
    return f"{sted}{'&' if '?' in sted else '?'}{urlencode(felter)}" if sted else ""


def efterkom(doer: Oidcdoer, token: str) -> list[Indlogning]:
    """End the sessions a signed logout token names. Each token works once. Raises Afvist."""
    # A token with a nonce is somebody's login: it must not be able to end one (OpenID Back-Channel Logout, 2.4).
    udsagn = proev(doer, Klient(doer), token, None)
    haendelser, nummer = udsagn.get("events"), udsagn.get("jti")
    if not isinstance(haendelser, dict) or HAENDELSE not in haendelser or not isinstance(nummer, str):
        raise Afvist(Aarsag.RETTET)
    billet.brug([f"{doer.id} ud {nummer}"], timezone.now() + timedelta(seconds=HOEJST_GAMMELT))
    aabne = Indlogning.objects.filter(doer=f"oidc:{doer.id}", slut=None)
    if sid := udsagn.get("sid"):
        fundne = list(aabne.filter(sessionsnoegle=str(sid)))
    elif udsagn.get("sub") and doer.personfelt == "sub":
        fundne = list(aabne.filter(konto__ekstern_id=str(udsagn["sub"])))
    else:
        raise Afvist(Aarsag.MANGLER)
    indlogning.afslut(*fundne)
    return fundne


def efterkom_billede(doer: Oidcdoer, udsteder: str, sid: str) -> None:
    """End the session with this id. The id is the provider's secret with the browser; without it nothing happens."""
    if udsteder != doer.udsteder or not sid:
        raise Afvist(Aarsag.UKENDT_AFSENDER)
    indlogning.afslut(*Indlogning.objects.filter(doer=f"oidc:{doer.id}", slut=None, sessionsnoegle=sid))
