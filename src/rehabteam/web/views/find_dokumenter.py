"""Finding documents across cases. POST: what is looked for stands in no address, and each look is logged."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rehabteam.sager.adgang import log
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Borger
from rehabteam.sager.udtraek.dokumentsoegning import Dokumentfund, Fundet, Sidefund, find_dokumenter

from ..bilagsliste import slagsnavn
from ..cprvagt import uden_cpr
from ..formularer.dokumentsoegning import FindForm
from ..ret import kraever

VIST = 25


@kraever("dokumenter.soeg", "GET", "POST", engang=False)
def find(request: HttpRequest) -> HttpResponse:
    """The form, and what it found: the newest documents first, each with the pages that have the words."""
    form = FindForm(request.POST if request.method == "POST" else None)
    fundet: Fundet | None = None
    if form.is_valid():
        hvem = request.aktoer  # type: ignore[attr-defined]
        request.spor.art = log.Art.SOEG  # type: ignore[attr-defined]
        fundet = find_dokumenter(hvem, form.valg, VIST)
        request.spor.viser(*{f.dokument.sag.borger_id for f in fundet.dokumenter})  # type: ignore[attr-defined]
        request.spor.soegte(_ord(form), len(fundet.dokumenter))  # type: ignore[attr-defined]
    kontekst = {
        "form": form,
        "fundet": fundet,
        "raekker": [_raekke(f) for f in fundet.dokumenter] if fundet else [],
        "vist": VIST,
    }
    return render(request, "web/find/dokumenter.html", kontekst, status=422 if form.errors else 200)


def _ord(form: FindForm) -> str:
    """All that was looked for, as one: the log keeps a keyed hash of it."""
    valg = form.valg
    return " · ".join(str(v) for v in (valg.tekst, valg.slags, valg.afsender, valg.fra, valg.til) if v)


def _raekke(fund: Dokumentfund) -> dict[str, Any]:
    dokument = fund.dokument
    borger = dokument.sag.borger
    return {
        "d": dokument,
        "sag": dokument.sag,
        "cpr": maskeret(borger.cpr),
        "slags": slagsnavn(dokument.slags),
        "sider": [_side(borger, s) for s in fund.sider],
        "flere": fund.flere,
    }


def _side(borger: Borger, side: Sidefund) -> dict[str, Any]:
    """An excerpt is shown as every text of the house: without a protected name, without a CPR number."""
    foer, ordet, efter = (uden_cpr(borger.uden_navn(t)) for t in (side.foer, side.ordet, side.efter))
    return {"nr": side.nr, "foer": foer, "ordet": ordet, "efter": efter, "ocr": side.ocr}
