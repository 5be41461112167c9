"""A screen that nobody touches is logged out. What had been typed is shown again, so that it can be kept.

Writing counts as being there: the page says so now and then (static/web/js/hvile.js), and without scripts the text
that comes too late comes back on the answer.
"""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from rehabteam.sager.adgang import log

from .indgang import indlogning

SIDST = "sidst"
HUSK_HVERT = 60  # seconds: not every click writes in the login
UDEN = {"csrfmiddlewaretoken", "noegle", "version", "cpr"}
KORTEST = 12  # characters: shorter ones are choices and dates


class Hvile:
    """After login and CSRF, before the guard: an old login opens nothing more."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.hvilede = False  # type: ignore[attr-defined]
        var_inde = request.user.is_authenticated
        if var_inde:
            nu = int(time.time())
            sidst = int(request.session.get(SIDST, nu))
            if nu - sidst > settings.HVILE:
                self._ud(request)
            elif nu - sidst >= HUSK_HVERT or SIDST not in request.session:
                request.session[SIDST] = nu
        svar = self.get_response(request)
        if var_inde and not request.user.is_authenticated:
            svar["Clear-Site-Data"] = '"cache", "storage"'  # the next person at the desk finds nothing here
        return svar

    @staticmethod
    def _ud(request: HttpRequest) -> None:
        if session := indlogning.aktuel(request):
            indlogning.afslut(session)
        logout(request)
        request.hvilede = True  # type: ignore[attr-defined]
        messages.info(request, besked())

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponseBase | None:
        lukket = getattr(view, "ret", None)
        if not (request.hvilede and lukket and request.method == "POST"):  # type: ignore[attr-defined]
            return None
        spor = request.spor  # type: ignore[attr-defined]
        # Kept although it is a refusal: else the old login would be there again.
        spor.rute, spor.art, spor.behold = lukket, log.Art.AFVIST, True
        spor.skriv(401)
        list(messages.get_messages(request))  # said here, and not once more
        indhold = {"tekster": _tekster(request), "besked": besked(), "messages": []}
        svar = render(request, "web/login/hvilede.html", indhold, status=401)
        patch_cache_control(svar, no_store=True, private=True)
        return svar


def besked() -> str:
    return _("Du er logget ud, fordi der ikke er sket noget i %(minutter)s minutter.") % {
        "minutter": settings.HVILE // 60
    }


def _tekster(request: HttpRequest) -> list[str]:
    """What was written by hand in the form that came too late, in its order."""
    alle = (v for navn in request.POST if navn not in UDEN for v in request.POST.getlist(navn))
    return [v for v in alle if len(v.strip()) >= KORTEST]
