"""The doors' own addresses: out to an identity provider, and back with its answer.

All are open: whoever comes here is not logged in yet. Every answer, let in or refused, leaves a row in the
access log; the name of the route and one word for why is all it says of a refusal.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rehabteam.sager.adgang import log

from ..adresse import sikker_adresse
from ..indgang import billet, oidc, oidc_ud, saml, saml_spoerg, saml_ud
from ..indgang.afvist import Aarsag, Afvist
from ..indgang.doere import Doer, Oidcdoer, Samldoer
from ..ret import aaben
from .rollevalg import luk_ind

FORFRA = "forfra"


def _doer(liste: tuple[Any, ...], doer_id: str) -> Any:
    for doer in liste:
        if doer.id == doer_id:
            return doer
    raise Http404


def _samldoer(doer_id: str) -> Samldoer:
    return _doer(settings.INDGANGE.saml, doer_id)


def _oidcdoer(doer_id: str) -> Oidcdoer:
    return _doer(settings.INDGANGE.oidc, doer_id)


def _paa_sporet(slags: str, find: Callable[[str], Any]) -> Any:
    """The view's outcome is a login in the log; an Afvist becomes its page, and what was written before it is kept.

    `find` turns the address' word into the door the view gets; an unknown one is 404 before anything else.
    """

    def pynt(view: Callable[[HttpRequest, Any], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def indpakket(request: HttpRequest, doer_id: str) -> HttpResponseBase:
            doer = find(doer_id)
            spor = request.spor  # type: ignore[attr-defined]
            spor.rute, spor.art, spor.behold, spor.aktoer = slags, log.Art.LOGIN, True, None
            try:
                return view(request, doer)
            except Afvist as afslag:
                return afvis(request, afslag, slags, doer_id)

        return indpakket

    return pynt


def afvis(request: HttpRequest, afslag: Afvist, slags: str, doer_id: str = "") -> HttpResponse:
    """The page of a refusal, and its row in the log. Too low a level: the way to log in anew at the same door."""
    spor = request.spor  # type: ignore[attr-defined]
    spor.rute, spor.art, spor.behold, spor.aktoer = f"{slags}.{afslag.aarsag}", log.Art.AFVIST, True, None
    spor.skriv(afslag.status)
    igen = ""
    if afslag.aarsag == Aarsag.FOR_LAVT and doer_id:
        igen = reverse(f"web:{slags.removeprefix('log_ind_')}_begynd", args=[doer_id]) + f"?{FORFRA}=1"
    return render(request, "web/login/afvist.html", {"afslag": afslag, "igen": igen}, status=afslag.status)


def _ud(
    request: HttpRequest, slags: str, doer: Doer, begynd: Callable[[Any, bool], tuple[str, str]]
) -> HttpResponse:
    """To the provider, with a ticket that remembers which request an answer must belong to, and where she was going."""
    try:
        adresse, noegle = begynd(doer, FORFRA in request.GET)
    except Afvist as afslag:
        return afvis(request, afslag, f"log_ind_{slags}")
    svar = HttpResponseRedirect(adresse)
    videre = sikker_adresse(request, request.GET.get("next", ""))
    billet.husk(request, svar, f"{slags}:{doer.id}", noegle, videre)
    return svar


# --- SAML ---------------------------------------------------------------------------------------------


@aaben
@never_cache
@require_safe
def saml_begynd(request: HttpRequest, doer_id: str) -> HttpResponseBase:
    return _ud(request, "saml", _samldoer(doer_id), saml_spoerg.begynd)


@aaben
@never_cache
@csrf_exempt
@require_POST
@_paa_sporet("log_ind_saml", _samldoer)
def saml_svar(request: HttpRequest, doer: Samldoer) -> HttpResponseBase:
    """The assertion consumer: the provider's page posts here. Its proof stands in the answer, not in a form key."""
    kodet = request.POST.get("SAMLResponse", "")
    noegle = saml.svar_til(kodet)
    ventede = billet.ventede(request, f"saml:{doer.id}")
    _kraev_ventet(doer, noegle, ventede)
    return luk_ind(request, doer, saml.laes_svar(doer, kodet, ventede), noegle)


@aaben
@require_safe
def saml_metadata(request: HttpRequest, doer_id: str) -> HttpResponse:
    return HttpResponse(saml_spoerg.metadata(_samldoer(doer_id)), content_type="application/samlmetadata+xml")


@aaben
@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@_paa_sporet("log_ud_saml", _samldoer)
def saml_log_ud(request: HttpRequest, doer: Samldoer) -> HttpResponseBase:
    """Single logout, both ways: the provider's request to end a session, or its answer to ours."""
    if request.method == "POST":
        navn = "SAMLRequest" if "SAMLRequest" in request.POST else "SAMLResponse"
        besked = saml_ud.laes_post(doer, navn, request.POST.get(navn, ""), request.POST.get("RelayState", ""))
    else:
        besked = saml_ud.laes_omstilling(doer, request.META.get("QUERY_STRING", ""))
    if besked.er_svar:
        return _er_ude(request, alle=besked.lykkedes)
    afsluttede, svar = saml_ud.efterkom(doer, besked)
    if afsluttede:
        request.spor.objekt = afsluttede[0].id  # type: ignore[attr-defined]
    return HttpResponseRedirect(svar) if svar else _er_ude(request, alle=True)


def _er_ude(request: HttpRequest, alle: bool) -> HttpResponse:
    return render(request, "web/login/logget_ud.html", {"alle": alle})


# --- OpenID Connect -----------------------------------------------------------------------------------


@aaben
@never_cache
@require_safe
def oidc_begynd(request: HttpRequest, doer_id: str) -> HttpResponseBase:
    return _ud(request, "oidc", _oidcdoer(doer_id), oidc.begynd)


@aaben
@never_cache
@require_safe
@_paa_sporet("log_ind_oidc", _oidcdoer)
def oidc_svar(request: HttpRequest, doer: Oidcdoer) -> HttpResponseBase:
    """Back from the provider with a code, which we ourselves exchange for its statement."""
    noegle = request.GET.get("state", "")
    ventede = billet.ventede(request, f"oidc:{doer.id}")
    _kraev_ventet(doer, noegle, ventede)
    if "error" in request.GET:
        raise Afvist(Aarsag.AFBRUDT)
    udsteder = request.GET.get("iss", doer.udsteder)
    return luk_ind(
        request,
        doer,
        oidc.laes_svar(doer, request.GET.get("code", ""), noegle, ventede[noegle], udsteder),
        noegle,
    )


@aaben
@never_cache
@csrf_exempt
@require_POST
@_paa_sporet("log_ud_oidc", _oidcdoer)
def oidc_log_ud(request: HttpRequest, doer: Oidcdoer) -> HttpResponseBase:
    """Back-channel logout: the provider itself, no browser, says with a signed token that a session has ended."""
    afsluttede = oidc_ud.efterkom(doer, request.POST.get("logout_token", ""))
    if afsluttede:
        request.spor.objekt = afsluttede[0].id  # type: ignore[attr-defined]
    return HttpResponse(status=200)


@aaben
@never_cache
@require_safe
@_paa_sporet("log_ud_oidc", _oidcdoer)
def oidc_log_ud_billede(request: HttpRequest, doer: Oidcdoer) -> HttpResponseBase:
    """Front-channel logout (Entra ID, ADFS): the provider's page fetches this address with the session's own id."""
    oidc_ud.efterkom_billede(doer, request.GET.get("iss", ""), request.GET.get("sid", ""))
    return HttpResponse(status=200)


@aaben
@never_cache
@require_safe
def logget_ud(request: HttpRequest) -> HttpResponse:
    """Where a provider sends her back to after logging out there."""
    return _er_ude(request, alle=True)


def _kraev_ventet(doer: Doer, noegle: str, ventede: Mapping[str, str]) -> None:
    if billet.er_brugt(f"{doer.id} {noegle}"):
        raise Afvist(Aarsag.BRUGT)
    if noegle not in ventede:
        raise Afvist(Aarsag.UVENTET)
