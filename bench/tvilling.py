"""A page's twin: the same view and template, filtered by hand alone, on a connection no wall holds, and not logged.

It lives here and nowhere else: no setting of the product turns walls or log off (tests/vaerksted/test_bench.py).
"""

from __future__ import annotations

import io
from collections.abc import Callable
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper
from django.http import HttpRequest, HttpResponseBase
from django.test import override_settings

from rehabteam.sager.adgang.aktoer import aktoer
from rehabteam.sager.dagen import dagen
from rehabteam.web.vaern import Spor

VAERN = {"rehabteam.web.vaern.EnTransaktion", "rehabteam.web.bremse.Bremse"}
ADGANG = "rehabteam.web.vaern.Adgang"


class Uden:
    """In place of the guard: who asks and what day it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.spor, request.dag = Spor(), dagen()  # type: ignore[attr-defined]
        request.aktoer = aktoer(request.user.medarbejder)  # type: ignore[attr-defined]
        return self.get_response(request)


class Side:
    """One page, asked for as a web server asks: `side()` answers the number of bytes of a 200."""

    def __init__(self, program: WSGIHandler, sti: str, kage: str) -> None:
        self.program, self.sti, self.kage = program, sti, kage

    def __call__(self) -> int:
        miljoe: dict[str, object] = {
            "PATH_INFO": self.sti,
            "HTTP_COOKIE": self.kage,
            "SERVER_NAME": "testserver",
            "HTTP_HOST": "testserver",
            "wsgi.input": io.BytesIO(),
        }
        setup_testing_defaults(miljoe)
        status: list[str] = []
        svar = self.program(miljoe, lambda s, _hoveder: status.append(s))
        krop = b"".join(svar)
        svar.close()
        assert status[0].startswith("200"), f"{self.sti}: {status[0]}"
        return len(krop)


class Tvilling(Side):
    """The twin of a page: `ejer` is the owner's connection, and the site's own meanwhile."""

    def __init__(self, sti: str, kage: str, ejer: DatabaseWrapper) -> None:
        mellem = ["bench.tvilling.Uden" if m == ADGANG else m for m in settings.MIDDLEWARE if m not in VAERN]
        with override_settings(MIDDLEWARE=mellem):
            super().__init__(WSGIHandler(), sti, kage)
        self.ejer = ejer

    def __call__(self) -> int:
        sidens = connections["default"]
        connections["default"] = self.ejer
        try:
            return super().__call__()
        finally:
            connections["default"] = sidens


def ejer() -> DatabaseWrapper:
    """The maintenance role's connection: it passes by every wall."""
    egen = connections["vedligehold"].settings_dict
    ny = {**connections["default"].settings_dict, "USER": egen["USER"], "PASSWORD": egen["PASSWORD"]}
    return DatabaseWrapper(ny, "default")
