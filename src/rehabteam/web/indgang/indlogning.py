"""The session of one login: begun at a door, asked about at every request, ended by logging out anywhere.

The cookie names only the session's number. Who it is, in which role, and whether that still holds is read from
the tables each time, so that a role taken away is gone at the next request.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.models import Rolle

from ..models import Indlogning, Konto
from . import borgere

NOEGLE = "indlogning"
LOKAL = "lokal"
BAGENDE = "django.contrib.auth.backends.ModelBackend"


def begynd(
    request: HttpRequest,
    konto: Konto,
    rolle: Rolle,
    doer: str,
    *,
    niveau: str = "",
    session_til: datetime | None = None,
    sessionsnoegle: str = "",
    navne_id: Mapping[str, str] | None = None,
) -> Aktoer | None:
    """Log the person in with a new cookie; returns who she now is. At most a working day, or what the door allows.

    None: a person from the citizens' door whose account opens no case yet.
    """
    _ryd_op()
    hoejst = timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE)
    ny = Indlogning.objects.create(
        konto=konto,
        rolle=rolle,
        doer=doer,
        niveau=niveau,
        udloeber=min(hoejst, session_til or hoejst),
        sessionsnoegle=sessionsnoegle[:200],
        navne_id=dict(navne_id or {}),
    )
    if (
        konto.medarbejder and konto.udsteder and konto.medarbejder.rolle != rolle
    ):  # what the lists of people show
        konto.medarbejder.rolle = rolle
        konto.medarbejder.save(update_fields=["rolle"])
    login(request, konto, backend=BAGENDE)
    request.session[NOEGLE] = str(ny.id)
    if konto.medarbejder is None:
        return borgere.hvem(request, konto)
    return replace(aktoer(konto.medarbejder), rolle=rolle)


def _ryd_op() -> None:
    """Sessions that ran out without a logout end there, and forget what the provider called the person."""
    Indlogning.objects.filter(slut=None, udloeber__lt=timezone.now()).update(slut=F("udloeber"), navne_id={})


# Not people: no page is theirs, whatever account says so.
MASKINER = frozenset({Rolle.INTEGRATION})


def hvem(request: HttpRequest) -> Aktoer | None:
    """Who asks, or None. Read anew at every request."""
    konto = request.user
    if borgere.er_borgerkonto(konto):
        inde = konto.demo or _aaben(request, konto)
        return borgere.hvem(request, konto) if inde else None
    if not isinstance(konto, Konto) or konto.medarbejder is None:
        return None
    if not (konto.is_active and konto.medarbejder.aktiv) or konto.medarbejder.rolle in MASKINER:
        return None
    if konto.demo:
        return aktoer(konto.medarbejder) if settings.DEMO else None
    nuvaerende = _aaben(request, konto)
    if nuvaerende is None:
        return None
    givne = konto.roller if konto.udsteder else [konto.medarbejder.rolle]
    if nuvaerende.rolle not in givne:
        return None
    return replace(aktoer(konto.medarbejder), rolle=Rolle(nuvaerende.rolle))


def _aaben(request: HttpRequest, konto: Konto) -> Indlogning | None:
    nuvaerende = aktuel(request)
    return nuvaerende if nuvaerende and nuvaerende.konto_id == konto.id else None


def aktuel(request: HttpRequest) -> Indlogning | None:
    """The request's open session, if it has one."""
    try:
        nummer = UUID(str(request.session.get(NOEGLE, "")))
    except ValueError:
        return None
    return Indlogning.objects.filter(id=nummer, slut=None, udloeber__gt=timezone.now()).first()


def afslut(*indlogninger: Indlogning) -> None:
    """End sessions now, wherever their cookies are."""
    ider = [i.id for i in indlogninger]
    Indlogning.objects.filter(id__in=ider, slut=None).update(slut=timezone.now(), navne_id={})
