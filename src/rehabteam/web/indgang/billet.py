"""Which logins this browser has begun: a signed cookie, so that an answer nobody asked for here opens nothing.

Nothing is written in the database before somebody has proved who she is; then the answer is noted as used.
"""

import hashlib
import time
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from ..models import Brugtsvar
from .afvist import Aarsag, Afvist

# The path is the login's alone, so the name cannot begin with __Host-.
KAGE = "__Secure-rehabteam_indgang" if settings.SIKKER else "rehabteam_indgang"
SALT = "rehabteam.indgang"
LEVETID = 15 * 60  # seconds: time enough for a code on a telephone
FLEST = 5  # logins begun at once in one browser
STI = "/log-ind/"


def _laes(request: HttpRequest) -> list[list[str]]:
    try:
        liste = signing.loads(request.COOKIES.get(KAGE, ""), salt=SALT, max_age=LEVETID)
    except signing.BadSignature:
        return []
    return [post for post in liste if float(post[3]) > time.time() - LEVETID]


def _skriv(svar: HttpResponseBase, liste: list[list[str]]) -> None:
    if not liste:
        svar.delete_cookie(KAGE, path=STI)
        return
    svar.set_cookie(
        KAGE,
        signing.dumps(liste, salt=SALT),
        max_age=LEVETID,
        path=STI,
        httponly=True,
        secure=settings.SIKKER,
        # SAML's answer is posted to us from another site; a cookie that may come along must be Secure.
        samesite="None" if settings.SIKKER else "Lax",
    )


def husk(request: HttpRequest, svar: HttpResponseBase, doer: str, noegle: str, videre: str) -> None:
    """Note that a login has begun at this door; `videre` is where she was going."""
    liste = [*_laes(request), [doer, noegle, videre, str(time.time())]]
    _skriv(svar, liste[-FLEST:])


def ventede(request: HttpRequest, doer: str) -> dict[str, str]:
    """The keys this browser waits for an answer to at this door → where she was going."""
    return {noegle: videre for d, noegle, videre, _ in _laes(request) if d == doer}


def glem(request: HttpRequest, svar: HttpResponseBase, noegle: str) -> None:
    _skriv(svar, [post for post in _laes(request) if post[1] != noegle])


def _aftryk(noegle: str) -> str:
    return hashlib.sha256(noegle.encode()).hexdigest()


def er_brugt(noegle: str) -> bool:
    return Brugtsvar.objects.filter(noegle=_aftryk(noegle)).exists()


def brug(noegler: Iterable[str], gyldig_til: datetime) -> None:
    """Use the answer up. Raises Afvist if any of its keys has been used before, here or in another worker."""
    nu = timezone.now()
    udloeber = max(gyldig_til, nu + timedelta(seconds=LEVETID)) + timedelta(minutes=5)
    Brugtsvar.objects.filter(udloeber__lt=nu).delete()
    try:
        with transaction.atomic():
            for noegle in noegler:
                Brugtsvar.objects.create(noegle=_aftryk(noegle), udloeber=udloeber)
    except IntegrityError as fejl:
        raise Afvist(Aarsag.BRUGT) from fejl
