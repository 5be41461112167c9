"""Pages that misbehave, for tests/vaegge/test_forbindelser.py: each tells whose rows it saw, and then goes wrong."""

import json
import time
from collections.abc import Iterator

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import URLPattern, URLResolver, path

from rehabteam.opsaetning import urls
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Sag
from rehabteam.web.ret import kraever

ANDRE: list[Aktoer] = []  # whom the nested page turns into; filled by the test


def _ejere() -> list[list[str]]:
    return [[str(led) for led in raekke] for raekke in Sag.objects.values_list(*EJER).distinct()]


EJER = ("kommune_id", "region_id", "koordinator_id")


def _svar() -> HttpResponse:
    return HttpResponse(json.dumps(_ejere()), content_type="application/json")


@kraever("sag.se")
def roligt(request: HttpRequest) -> HttpResponse:
    return _svar()


@kraever("sag.se")
def undtagelse(request: HttpRequest) -> HttpResponse:
    _ejere()
    raise RuntimeError("midt i det hele")


@kraever("sag.se")
def databasefejl(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 / 0")
    return _svar()


@kraever("sag.se")
def for_laenge(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '2ms'")
        cursor.execute("SELECT pg_sleep(5)")
    return _svar()


@kraever("sag.se")
def stroem(request: HttpRequest) -> StreamingHttpResponse:
    def stykker() -> Iterator[str]:
        yield json.dumps([])
        yield json.dumps(_ejere())  # the transaction is over: nobody's rows

    return StreamingHttpResponse(stykker(), content_type="application/json")


@kraever("sag.se")
def indlejret(request: HttpRequest) -> HttpResponse:
    """A switch within a released savepoint stays in force after the block; what follows is not the asker's."""
    anden = next(a for a in ANDRE if a.organisation_id != request.aktoer.organisation_id)
    with transaction.atomic():
        kontekst.som(anden)
    return _svar()


@kraever("sag.se")
def haenger(request: HttpRequest) -> HttpResponse:
    """What an injected SET leaves on the connection for the next person."""
    with connection.cursor() as cursor:
        cursor.execute("SET app.ctx = 'rest'")
    kontekst.som(request.aktoer)
    return _svar()


@kraever("sag.se")
def afbrudt(request: HttpRequest) -> HttpResponse:
    """The server hangs up in the middle."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = '1ms'")
        time.sleep(0.05)
    return _svar()


SIDER = (roligt, undtagelse, databasefejl, for_laenge, stroem, indlejret, haenger, afbrudt)
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500
urlpatterns: list[URLPattern | URLResolver] = [
    *(path(f"urolig/{side.__name__}/", side) for side in SIDER),
    *urls.urlpatterns,
]
