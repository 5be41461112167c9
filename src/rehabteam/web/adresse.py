"""Addresses that came from outside: only those of our own house are followed."""

from urllib.parse import unquote_plus, urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from .cprvagt import har_cpr


def sikker_adresse(request: HttpRequest, adresse: str) -> str:
    """The address if it leads to a page we have, else nothing. A CPR number after the question mark is not carried on."""
    vores = url_has_allowed_host_and_scheme(
        adresse, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    if not (vores and adresse.startswith("/")):
        return ""
    dele = urlsplit(adresse)
    try:
        resolve(dele.path)
    except Resolver404:
        return ""
    return dele.path if har_cpr(unquote_plus(dele.query)) else adresse
