"""Somebody saved a text while you wrote on it: both side by side, and nothing lost."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rehabteam.handlinger.fejl import AendretAfAnden

from .formular import Formular


def konfliktside(
    request: HttpRequest,
    form: Formular,
    fejl: AendretAfAnden,
    felter: Sequence[str],
    **kontekst: Any,
) -> HttpResponse:
    """The 409 page. `form` is bound, with a hidden `version`; it is sent on with the new version number.

    `felter`: the form's long texts in order; theirs are taken from `fejl.deres`. `kontekst`: what the page's
    frame needs, `knapper` [{"navn", "vaerdi", "tekst", "primaer"}], `tilbage_url`, `handling_url` ("" = this one).
    """
    form.data = form.data.copy()
    form.data["version"] = str(fejl.version)
    par = [{"felt": form[navn], "deres": fejl.deres.get(navn, "")} for navn in felter]
    kontekst.setdefault("knapper", [{"primaer": True}])
    return render(
        request, "web/konflikt.html", {"form": form, "fejl": fejl, "par": par, **kontekst}, status=409
    )
