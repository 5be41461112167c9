"""Bisiddere: the citizen gives a fuldmagt and takes it back, the kommune does it from paper, the bisidder uses her code."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rehabteam.handlinger.giv_fuldmagt import giv_fuldmagt
from rehabteam.handlinger.tilbagekald_fuldmagt import tilbagekald_fuldmagt
from rehabteam.sager.adgang import log
from rehabteam.sager.fuldmagtskode import kode as koden
from rehabteam.sager.models import Fuldmagt
from rehabteam.sager.udtraek import fuldmagter

from ..anledning import anledning
from ..formular import proev
from ..formularer.borgersiden import Fuldmagtform, Kodeform
from ..indgang import borgere
from ..ret import aaben, kraever
from .forloeb import hent, ramme
from .min_sag import hun

FORSLAG = timedelta(days=182)  # the day that stands in the form from the start
FORSOEG = 10  # wrong codes in one login
BRUGTE = "fuldmagt_forsoeg"


def _liste(borger_id: UUID, dag: date, *, kun_paa_papir: bool = False) -> dict[str, Any]:
    """Those that run, each with its code, and those that have been.

    `kun_paa_papir`: the kommune is shown no code but those it has written in itself.
    """
    nu = list(fuldmagter.gaeldende(borger_id, dag))
    return {
        "gaeldende": [
            {"fuldmagt": f, "kode": koden(f.id) if f.paa_papir or not kun_paa_papir else ""} for f in nu
        ],
        "tidligere": list(fuldmagter.tidligere(borger_id, dag)),
        "udgaver": [],
    }


def _form(request: HttpRequest) -> Fuldmagtform:
    dag: date = request.dag  # type: ignore[attr-defined]
    return Fuldmagtform(request.POST if request.method == "POST" else None, initial={"til": dag + FORSLAG})


def _giv(request: HttpRequest, form: Fuldmagtform, borger_id: UUID) -> Fuldmagt | None:
    return proev(request, form, giv_fuldmagt, borger_id, **form.cleaned_data) if form.is_valid() else None


@kraever("mine_fuldmagter.se", "GET", "POST")
def mine(request: HttpRequest) -> HttpResponse:
    aktoer = hun(request)
    form = _form(request)
    assert aktoer.borger_id is not None
    if ny := _giv(request, form, aktoer.borger_id):
        messages.success(
            request, _("%(navn)s er nu din bisidder. Giv koden videre.") % {"navn": ny.bisidder_navn}
        )
        return redirect("web:mine_bisiddere")
    indhold = _liste(aktoer.borger_id, request.dag) | {"form": form}  # type: ignore[attr-defined]
    return render(request, "web/min_sag/bisidder.html", indhold, status=422 if form.errors else 200)


@kraever("mine_fuldmagter.se", "POST")
def tag_tilbage(request: HttpRequest, fuldmagt_id: UUID) -> HttpResponse:
    aktoer = hun(request)
    assert aktoer.borger_id is not None
    tilbagekald_fuldmagt(anledning(request), aktoer.borger_id, fuldmagt_id)
    messages.success(request, _("Fuldmagten er taget tilbage. Bisidderen kan ikke se din sag mere."))
    return redirect("web:mine_bisiddere")


@kraever("fuldmagter.se", "GET", "POST")
def paa_papir(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    """The kommune's page: who stands beside the citizen, and a signed paper written in."""
    f = hent(request, forloeb_id)
    form = _form(request)
    if ny := _giv(request, form, f.borger_id):
        messages.success(
            request,
            _("Fuldmagten til %(navn)s er skrevet ind. Giv borgeren koden.") % {"navn": ny.bisidder_navn},
        )
        return redirect("web:bisiddere", f.id)
    liste = _liste(f.borger_id, request.dag, kun_paa_papir=True)  # type: ignore[attr-defined]
    indhold = ramme(request, f, _("Bisiddere")) | liste | {"form": form}
    return render(request, "web/forloeb/bisiddere.html", indhold, status=422 if form.errors else 200)


@kraever("fuldmagter.se", "POST")
def tag_tilbage_for(request: HttpRequest, forloeb_id: UUID, fuldmagt_id: UUID) -> HttpResponse:
    f = hent(request, forloeb_id)
    tilbagekald_fuldmagt(anledning(request), f.borger_id, fuldmagt_id)
    messages.success(request, _("Fuldmagten er taget tilbage. Bisidderen kan ikke se sagen mere."))
    return redirect("web:bisiddere", f.id)


@aaben
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def kode(request: HttpRequest) -> HttpResponse:
    """A person from the citizens' door with a code. As the door: she may open nothing yet."""
    if not borgere.er_borgerkonto(request.user):
        return redirect("web:log_ind")
    form = Kodeform(request.POST if request.method == "POST" else None)
    ingen_sag = request.aktoer is None  # type: ignore[attr-defined]
    if request.method != "POST":
        return render(request, "web/login/fuldmagt.html", {"form": form, "ingen_sag": ingen_sag})
    spor = request.spor  # type: ignore[attr-defined]
    spor.rute, spor.art, spor.behold, spor.aktoer = "log_ind_fuldmagt", log.Art.LOGIN, True, None
    brugte = int(request.session.get(BRUGTE, 0))
    if form.is_valid():
        if brugte >= FORSOEG:
            form.add_error(
                "kode", _("Der er prøvet for mange gange. Log ud og ind igen, og spørg borgeren om koden.")
            )
        elif valgt := borgere.tag_fuldmagt_i_brug(request, form.cleaned_data["kode"]):
            request.session[borgere.VALGT] = str(valgt)
            return redirect("web:min_sag")
        else:
            request.session[BRUGTE] = brugte + 1
            form.add_error(
                "kode",
                _("Koden passer ikke, eller fuldmagten er taget tilbage eller udløbet. Spørg borgeren."),
            )
    spor.skriv(422)
    return render(request, "web/login/fuldmagt.html", {"form": form, "ingen_sag": ingen_sag}, status=422)
