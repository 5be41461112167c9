"""Files on their way out: shown, never run, and never kept."""

import hashlib
from typing import BinaryIO

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
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
    _hoveder(svar, navn, hent)
    return svar


class Stroem(FileResponse):
    """An open file, sent piece by piece. `aftryk`: SHA-256 of all of it, for the log, which is written first."""

    aftryk = ""


def stroem(fil: BinaryIO, mime: str, navn: str, *, hent: bool = False) -> Stroem:
    """As `filsvar`, from a file open at its start: the web process holds no more of it than a piece."""
    svar = Stroem(fil, content_type=mime)
    svar.aftryk = hashlib.file_digest(fil, "sha256").hexdigest()
    fil.seek(0)
    _hoveder(svar, navn, hent)
    return svar


def _hoveder(svar: HttpResponseBase, navn: str, hent: bool) -> None:
    svar["X-Content-Type-Options"] = "nosniff"
    svar["Content-Security-Policy"] = SANDKASSE
    svar["Content-Disposition"] = (
        content_disposition_header(hent, rens(uden_cpr(navn).translate(SKRAASTREGER))) or "attachment"
    )


def kan_ikke_hentes(request: HttpRequest, status: int, overskrift: str, tekst: str) -> HttpResponse:
    """A plain page in place of a file that cannot be shown."""
    return render(request, "web/fejl.html", {"overskrift": overskrift, "tekst": tekst}, status=status)
