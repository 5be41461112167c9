"""Closing a case with its result, and opening it again with a reason."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rehabteam.handlinger.afslut_sag import afslut_sag, hvorfor_ikke_gennemfoert
from rehabteam.handlinger.genaabn_sag import genaabn_sag, hvorfor_ikke, lukket
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Sag

from ..formular import proev
from ..formularer.afgoerelse import Afslut, Genaabn
from ..ret import kraever
from ..sagsramme import hent_sag, ramme


@kraever("afslut_sag", "GET", "POST")
def afslut(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "afslut_sag", sag)  # type: ignore[attr-defined]
    form = Afslut(request.POST or None)
    if form.is_valid() and proev(request, form, afslut_sag, sag.id, **form.cleaned_data):
        messages.success(request, _("Sagen er afsluttet. Alt på den bliver stående."))
        return redirect("web:sag", sag.id)
    side = _("Afslut sagen")
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "form": form,
        "ikke_gennemfoert": hvorfor_ikke_gennemfoert(sag),
    }
    return render(request, "web/afgoerelse/afslut.html", kontekst, status=422 if form.errors else 200)


@kraever("genaabn_sag", "GET", "POST")
def genaabn(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "genaabn_sag", sag)  # type: ignore[attr-defined]
    form = Genaabn(request.POST or None)
    if form.is_valid() and proev(request, form, genaabn_sag, sag.id, **form.cleaned_data):
        messages.success(request, _("Sagen er åben igen, hvor den var, da den blev afsluttet."))
        return redirect("web:sag", sag.id)
    side = _("Åbn sagen igen")
    sidst = lukket(sag)
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "form": form,
        "lukket": sidst,
        "tilbage_til": Sag.Tilstand(sidst.tilstand_foer).label if sidst else "",
        "ikke": hvorfor_ikke(sag),
    }
    return render(request, "web/afgoerelse/genaabn.html", kontekst, status=422 if form.errors else 200)
