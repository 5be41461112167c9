"""The leader's view: who has what, in which unit, and handing over to a colleague."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.handlinger.overdrag_sager import overdrag_sager
from rehabteam.handlinger.saet_enhed import saet_enhed
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Medarbejder
from rehabteam.sager.sagsarter import art
from rehabteam.sager.udtraek import huset

from ..byggesten import datoer
from ..formular import proev
from ..formularer.arbejde import EnhedForm, OverdragForm
from ..ret import kraever

VIST, MEST = 25, 2000


@kraever("enheden.se")
def enheden(request: HttpRequest) -> HttpResponse:
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    borde = huset.borde(hvem, dag)
    indhold = {
        "borde": borde,
        "forloeb": sum(b.forloeb for b in borde),
        "sager": sum(b.sager for b in borde),
        "over": sum(b.over for b in borde),
    }
    return render(request, "web/arbejde/enheden.html", indhold)


def _kollega(request: HttpRequest, medarbejder_id: UUID) -> Medarbejder:
    hvem = request.aktoer  # type: ignore[attr-defined]
    return get_object_or_404(Medarbejder, id=medarbejder_id, organisation_id=hvem.organisation_id)


@kraever("overdrag_sager", "GET", "POST")
def overdrag(request: HttpRequest, medarbejder_id: UUID) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    kollega = _kollega(request, medarbejder_id)
    forloeb = huset.forloeb_hos(hvem, kollega.id)
    sager = huset.sager_hos(hvem, kollega.id)
    vis_alle = bool(request.GET.get("alle")) or request.method == "POST"
    loft = MEST if vis_alle else VIST
    viste = [_forloebsraekke(f) for f in forloeb[:loft]], [_sagsraekke(s) for s in sager[:loft]]
    raekker = [r for del_ in viste for r in del_]
    andre = [(str(m.id), m.navn) for m in huset.kolleger(hvem, huset.HAR_SAGER) if m.id != kollega.id]
    valg: dict[str, Any] = {"raekker": [r["vaerdi"] for r in raekker], "kolleger": andre}
    form = OverdragForm(request.POST, **valg) if request.method == "POST" else OverdragForm(**valg)
    if form.is_valid():
        felter = form.cleaned_data
        tages = valg["raekker"] if felter["hvad"] == "alle" else felter["valgte"]
        ider = {slags: [UUID(t[len(slags) + 1 :]) for t in tages if t.startswith(slags)] for slags in SLAGS}
        antal = proev(
            request,
            form,
            overdrag_sager,
            sager=ider["sag"],
            forloeb=ider["forloeb"],
            til_id=UUID(felter["til"]),
            grund=felter["grund"],
        )
        if antal:
            navn = dict(andre)[felter["til"]]
            tekst = ngettext(
                "%(antal)s er overdraget til %(navn)s.", "%(antal)s er overdraget til %(navn)s.", antal
            )
            messages.success(request, tekst % {"antal": antal, "navn": navn})
            return redirect("web:enheden")
    request.spor.viser(*(r["borger_id"] for r in raekker), objekt=kollega.id)  # type: ignore[attr-defined]
    krydset = set(request.POST.getlist("valgte"))
    for r in raekker:
        r["valgt"] = r["vaerdi"] in krydset
    antal_i_alt = forloeb.count() + sager.count()
    indhold = {
        "kollega": kollega,
        "raekker": raekker,
        "form": form,
        "antal": antal_i_alt,
        "flere": antal_i_alt > len(raekker),
        "kan": bool(andre),
    }
    return render(request, "web/arbejde/overdrag.html", indhold, status=422 if form.errors else 200)


SLAGS = ("sag", "forloeb")


def _forloebsraekke(f: Any) -> dict[str, Any]:
    return {
        "vaerdi": f"forloeb:{f.id}",
        "borger_id": f.borger_id,
        "navn": f.borger.navn,
        "cpr": maskeret(f.borger.cpr),
        "hvad": _("Ressourceforløb siden %(dato)s") % {"dato": datoer.tabel(f.start)},
        "naar": _("seks måneder %(dato)s") % {"dato": datoer.tabel(f.naeste_frist)}
        if f.naeste_frist and not f.genbehandlet
        else "",
    }


def _sagsraekke(s: Any) -> dict[str, Any]:
    return {
        "vaerdi": f"sag:{s.id}",
        "borger_id": s.borger_id,
        "navn": s.borgerens_navn,
        "cpr": maskeret(s.borger.cpr),
        "hvad": f"{_(art(s).navn)}, {s.nummer}",
        "naar": _("møde %(dato)s") % {"dato": datoer.tabel(s.moede.dato)}
        if s.moede
        else _(s.get_tilstand_display()),
    }


@kraever("saet_enhed", "GET", "POST")
def enhed_ret(request: HttpRequest, medarbejder_id: UUID) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    kollega = _kollega(request, medarbejder_id)
    form = (
        EnhedForm(request.POST) if request.method == "POST" else EnhedForm(initial={"enhed": kollega.enhed})
    )
    if form.is_valid() and proev(request, form, saet_enhed, kollega.id, enhed=form.cleaned_data["enhed"]):
        messages.success(request, _("Enheden er gemt for %(navn)s.") % {"navn": kollega.navn})
        return redirect("web:enheden")
    kendte = sorted({b.enhed for b in huset.kolleger(hvem) if b.enhed})
    indhold = {"kollega": kollega, "form": form, "kendte": kendte}
    return render(request, "web/arbejde/enhed.html", indhold, status=422 if form.errors else 200)
