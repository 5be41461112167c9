"""The sundhedskoordinator's note: written in four parts, read through, signed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.fejl import AendretAfAnden, KanIkke
from rehabteam.handlinger.skriv_notat import FELTER, skriv_notat
from rehabteam.handlinger.underskriv_notat import OVERSKRIFTER, underskriv_notat
from rehabteam.sager.models import Sag, Sundhedsnotat
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web.anledning import anledning
from rehabteam.web.formular import proev
from rehabteam.web.formularer.region import NotatForm
from rehabteam.web.konfliktside import konfliktside
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme


def _kladde(request: HttpRequest, sag: Sag) -> Sundhedsnotat | None:
    mig = request.aktoer.medarbejder_id  # type: ignore[attr-defined]
    return sag.sundhedsnotat_raekker.filter(underskrevet_tid=None, forfatter_id=mig).first()


@kraever("skriv_notat", "GET", "POST")
def notat(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kladde = _kladde(request, sag)
    side = _("Notat")
    kontekst = ramme(request, sag, side=side) | {"side": side}
    if request.method == "POST":
        form = NotatForm(request.POST)
        if form.is_valid():
            try:
                gemt = proev(request, form, skriv_notat, sag.id, **form.cleaned_data)
            except AendretAfAnden as fejl:
                tilbage = reverse("web:notat", args=[sag.id])
                return konfliktside(request, form, fejl, FELTER, **kontekst, tilbage_url=tilbage)
            if gemt and request.POST.get("gem") == "underskriv":
                return redirect("web:notat_underskriv", sag.id)
            if gemt:
                messages.success(request, _("Kladden er gemt. Kun du kan se den, til du skriver under."))
                return redirect("web:notat", sag.id)
    else:
        start = {felt: getattr(kladde, felt) for felt in FELTER} if kladde else {}
        form = NotatForm(initial=start | {"version": kladde.version if kladde else 0})
    kontekst |= _det_foer(sag) | {"form": form, "kladde": kladde}
    return render(request, "web/region/notat.html", kontekst, status=422 if form.errors else 200)


def _det_foer(sag: Sag) -> dict[str, object]:
    """What is already written: the earlier meeting's notes, and those signed on this case."""
    return {
        "tidligere": [d for d in sagsbillede.af_slags(sag, "sundhedsnotat") if d.fulgte_med_id],
        "underskrevne": list(sagsbillede.notater(sag)),
    }


@kraever("underskriv_notat", "GET", "POST")
def underskriv(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Read it once more, then sign: from then on it is locked."""
    sag = hent_sag(request, sag_id)
    kladde = _kladde(request, sag)
    if kladde is None:
        return redirect("web:notat", sag.id)
    mangler: dict[str, str] = {}
    if request.method == "POST":
        try:
            underskriv_notat(anledning(request), sag.id)
        except KanIkke as fejl:
            mangler = fejl.felter
        else:
            messages.success(
                request, _("Notatet er underskrevet. Kommunen, teamet og sekretariatet kan nu læse det.")
            )
            return redirect("web:sag_koordinator", sag.id)
    side = _("Underskriv notat")
    dele = [(OVERSKRIFTER[f], getattr(kladde, f), mangler.get(f, "")) for f in FELTER]
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "kladde": kladde,
        "dele": dele,
        "fejl": list(mangler.values()),
    }
    return render(request, "web/region/underskriv.html", kontekst, status=422 if mangler else 200)
