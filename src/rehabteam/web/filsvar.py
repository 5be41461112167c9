"""Files on their way out: shown, never run, and never kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from rehabteam.dokumenter.filnavn import rens

from .cprvagt import uden_cpr

# A document may draw itself and nothing else: no script, no address outside, no form.
SANDKASSE = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"

SKRAASTREGER = str.maketrans("/\\", "--")


def filsvar(data: bytes, mime: str, navn: str, *, hent: bool = False) -> HttpResponse:
    """The bytes as `mime`. `navn` is cleaned, and holds no CPR number whatever was typed."""
    svar = HttpResponse(data, content_type=mime)
    svar["X-Content-Type-Options"] = "nosniff"
    svar["Content-Security-Policy"] = SANDKASSE
    svar["Content-Disposition"] = (
        content_disposition_header(hent, rens(uden_cpr(navn).translate(SKRAASTREGER))) or "attachment"
    )
    return svar


def kan_ikke_hentes(request: HttpRequest, status: int, overskrift: str, tekst: str) -> HttpResponse:
    """A plain page in place of a file that cannot be shown."""
    return render(request, "web/fejl.html", {"overskrift": overskrift, "tekst": tekst}, status=status)
