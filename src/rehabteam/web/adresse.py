"""Addresses that came from outside: only those of our own house are followed."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def sikker_adresse(request: HttpRequest, adresse: str) -> str:
    """The address if it is a page of ours, else nothing."""
    vores = url_has_allowed_host_and_scheme(
        adresse, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return adresse if vores and adresse.startswith("/") else ""
