"""A file that was given to somebody, fetched again from the store: byte for byte, and counted in the log."""

from django.http import HttpRequest, HttpResponse

from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.handlinger.lageret import lager

from .filsvar import filsvar, kan_ikke_hentes


def gemt_fil(
    request: HttpRequest,
    sha256: str,
    mime: str,
    navn: str,
    *,
    nede: str,
    antal: int | None = None,
    hent: bool,
) -> HttpResponse:
    """`antal`: how many things are in it, for the log. `nede`: the heading when the store is away (503)."""
    try:
        data = lager().laes(sha256)
    except LagerFejl as fejl:
        return kan_ikke_hentes(request, 503, nede, str(fejl))
    if antal is not None:
        request.spor.antal = antal  # type: ignore[attr-defined]
    return filsvar(data, mime, navn, hent=hent)
