"""Search, and seeing a whole CPR number. Both are POST: the words stand in no address, and each look is logged."""

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from rehabteam.sager.adgang import log
from rehabteam.sager.cpr import maskeret, skrevet
from rehabteam.sager.models import Borger
from rehabteam.sager.sagsarter import art
from rehabteam.sager.udtraek.soegning import KILDER, MINDST, Sted, Tekstfund, find, find_i_tekster
from rehabteam.sager.udtraek.synlige import synlige_borgere, synlige_forloeb

from ..person import personlinje
from ..ret import kraever

VIST = 25
STEDER_VIST = 4


@kraever("borger.soeg", "POST", engang=False)
def soeg(request: HttpRequest) -> HttpResponse:
    request.spor.art = log.Art.SOEG  # type: ignore[attr-defined]
    q = request.POST.get("q", "").replace("\x00", "").strip()[:200]
    fejl = (
        ""
        if len(q) >= MINDST
        else _("Skriv mindst to bogstaver af navnet, et CPR-nummer eller et sagsnummer.")
    )
    hvem = request.aktoer  # type: ignore[attr-defined]
    fundne: list[Borger] = [] if fejl else list(find(hvem, q)[: VIST + 1])
    flere, fundne = len(fundne) > VIST, fundne[:VIST]
    tekster = [] if fejl else find_i_tekster(hvem, q)
    flere_tekster, tekster = len(tekster) > VIST, tekster[:VIST]
    request.spor.viser(*(b.id for b in fundne), *(t.sag.borger_id for t in tekster))  # type: ignore[attr-defined]
    request.spor.soegte(q, len(fundne) + len(tekster))  # type: ignore[attr-defined]
    indhold = {
        "q": q,
        "fejl": fejl,
        "fundne": [(b, maskeret(b.cpr)) for b in fundne],
        "flere": flere,
        "tekster": [_tekstraekke(t) for t in tekster],
        "flere_tekster": flere_tekster,
        "vist": VIST,
    }
    return render(request, "web/arbejde/soeg.html", indhold, status=422 if fejl else 200)


def _tekstraekke(fund: Tekstfund) -> dict[str, Any]:
    """One case, and where on it the words stand. What they say is read on the case."""
    steder = [_hvor(fund, sted) for sted in fund.steder[:STEDER_VIST]]
    return {
        "sag": fund.sag,
        "cpr": maskeret(fund.sag.borger.cpr),
        "art": _(art(fund.sag).navn),
        "steder": steder,
        "flere": len(fund.steder) - len(steder),
    }


def _hvor(fund: Tekstfund, sted: Sted) -> dict[str, Any]:
    if sted.kilde == "art":
        return {"tekst": _("Sagens art"), "dag": None}
    navn = _(KILDER[sted.kilde][0])
    if sted.titel:
        titel = fund.sag.borger.uden_navn(sted.titel)
        navn = (
            _("En intern note af %(hvem)s") % {"hvem": titel} if sted.kilde == "note" else f"{navn} »{titel}«"
        )
    return {"tekst": navn, "dag": sted.dag}


@kraever("cpr.se", "POST", engang=False)
def vis_cpr(request: HttpRequest, borger_id: UUID) -> HttpResponse:
    """The whole number, on a page that is not kept by the browser; with htmx the number alone."""
    hvem = request.aktoer  # type: ignore[attr-defined]
    borger: Borger = get_object_or_404(synlige_borgere(hvem), id=borger_id)
    request.spor.art = log.Art.LAES  # type: ignore[attr-defined]
    request.spor.viser(borger.id, objekt=borger.id)  # type: ignore[attr-defined]
    if request.headers.get("HX-Request"):
        return HttpResponse(skrevet(borger.cpr), content_type="text/plain; charset=utf-8")
    forloeb = synlige_forloeb(hvem).filter(borger=borger).order_by("-start").first()
    person = personlinje(borger, request.dag, forloeb) | {"cpr": skrevet(borger.cpr)}  # type: ignore[attr-defined]
    return render(request, "web/arbejde/cpr.html", {"person": person, "tilbage": _tilbage(request)})


def _tilbage(request: HttpRequest) -> str:
    """The page the person came from, if it is one of ours that can be opened again."""
    fra = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(fra, {request.get_host()}):
        return reverse("web:forside")
    dele = urlsplit(fra)
    sti = dele.path + (f"?{dele.query}" if dele.query else "")
    # A path of ours may begin with two slashes, and is then the address of another site.
    hjem = dele.path in (request.path, reverse("web:soeg")) or not url_has_allowed_host_and_scheme(sti, None)
    return reverse("web:forside") if hjem else sti
