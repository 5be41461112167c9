"""Sending the case to Klinisk Funktion: at once when all is there in time, else with a reason."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from rehabteam.handlinger.mangler import mangler
from rehabteam.handlinger.opret_sag import VEJEN
from rehabteam.handlinger.send_til_region import send_til_region
from rehabteam.sager.adgang.rettigheder import IngenRet, kraev_ret
from rehabteam.sager.models import Sag
from rehabteam.sager.sagsfakta.samlet import Vej, frist_kendt
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web.byggesten import datoer
from rehabteam.web.formular import proev
from rehabteam.web.formularer.sag import SendForm
from rehabteam.web.fristboks import fristboks
from rehabteam.web.ret import kraever
from rehabteam.web.sagsaftale import ramme_om_sagen
from rehabteam.web.sagsramme import hent_sag, ramme
from rehabteam.web.tjekliste import tjekliste


@kraever("send_til_region", "GET", "POST")
def send(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    if _er_sendt(sag):
        return _allerede_sendt(request, sag)
    kraev_ret(request.aktoer, "send_til_region", sag)
    liste = tjekliste(request.aktoer, sag, mangler(sag))
    if liste.svar.vej in (Vej.UDEN_TEAM, Vej.UAFKLARET):
        messages.info(request, _(VEJEN[liste.svar.vej]) + " " + _("Der er ikke sendt noget."))
        return redirect("web:sag", sag.id)
    form = SendForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            sendt = proev(request, form, send_til_region, sag.id, **form.cleaned_data)
        except IngenRet:
            # A colleague sent it between our look and our act: it is sent once, and that is what we say.
            sag = hent_sag(request, sag_id)
            if _er_sendt(sag):
                return _allerede_sendt(request, sag)
            raise
        if sendt:
            messages.success(
                request,
                _(
                    "Sagen er sendt til Klinisk Funktion i %(region)s. Du får notatet at se, når det er skrevet."
                )
                % {"region": sendt.kommune.region.navn if sendt.kommune.region else ""},
            )
            return redirect("web:sag", sag.id)
    boks = fristboks(sag.moede.dato, request.dag) if sag.moede and frist_kendt(sag) else None
    side = _("Send til Klinisk Funktion")
    kontekst = ramme(request, sag, side=side) | {
        "form": form,
        "side": side,
        "liste": liste,
        "vej": liste.svar.vej,
        "boks": boks,
        "frit_indhold": sagsbillede.gyldige(sag),
        "spoerg_hvorfor": bool(liste.antal) or bool(boks and boks.for_sent),
        **ramme_om_sagen(sag, request.dag, localtime()),
    }
    return render(request, "web/sag/send.html", kontekst, status=422 if form.errors else 200)


def _er_sendt(sag: Sag) -> bool:
    return sag.sendt_dag is not None


def _allerede_sendt(request: HttpRequest, sag: Sag) -> HttpResponse:
    assert sag.sendt_dag is not None
    messages.info(
        request,
        _("Sagen blev allerede sendt %(dag)s. Der er ikke sendt noget igen.")
        % {"dag": datoer.saetning(sag.sendt_dag)},
    )
    return redirect("web:sag", sag.id)
