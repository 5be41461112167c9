"""What happens when a login is tried too often."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from rehabteam.sager.adgang import log

from .cprvagt import uden_cpr


def brugernavn(request: HttpRequest, credentials: dict[str, str] | None = None) -> str:
    """What django-axes counts tries by and keeps: the name as typed, but never a CPR number typed in its place."""
    navn = (credentials or {}).get("username") or request.POST.get("username", "")
    return uden_cpr(navn)


def laast_ude(request: HttpRequest, credentials: object = None, *args: object) -> HttpResponse:
    """django-axes' answer after too many tries: plain words, and the tries are kept."""
    spor = request.spor  # type: ignore[attr-defined]
    spor.rute, spor.art, spor.behold = "log_ind", log.Art.LOGIN, True
    spor.aktoer = None
    spor.skriv(429)
    return render(
        request,
        "web/fejl.html",
        {
            "overskrift": _("Der er prøvet for mange gange"),
            "tekst": _("Vent et kvarter, og prøv så igen. Har du glemt adgangskoden, så spørg din leder."),
            "status": 429,
        },
        status=429,
    )
