"""The team's meeting days and the cases on them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from rehabteam.handlinger.opret_moede import opret_moede
from rehabteam.lov.procedure.genforelaeggelse import frist
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.udtraek import moeder as udtraek
from rehabteam.web.formular import proev
from rehabteam.web.formularer.moede import MoedeForm
from rehabteam.web.ret import kraever

VIST = 25


@kraever("moede.se")
def moeder(request: HttpRequest) -> HttpResponse:
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    alle = udtraek.moeder(hvem)
    kommende = [
        {"moede": m, "senest": frist(m.dato).frist} for m in reversed(alle.filter(dato__gte=dag)[:200])
    ]
    return render(
        request,
        "web/moede/moeder.html",
        {
            "kommende": kommende,
            "holdte": alle.filter(dato__lt=dag)[:VIST],
            "maa_oprette": har_ret(hvem, "opret_moede"),
        },
    )


@kraever("opret_moede", "GET", "POST")
def moede_nyt(request: HttpRequest) -> HttpResponse:
    ledere = [(str(m.id), m.navn) for m in udtraek.moedeledere(request.aktoer)]  # type: ignore[attr-defined]
    form = MoedeForm(request.POST or None, ledere=ledere)
    if request.method == "POST" and form.is_valid():
        felter = form.cleaned_data
        moede = proev(
            request,
            form,
            opret_moede,
            dato=felter["dato"],
            kl=felter["kl"],
            sted=felter["sted"],
            moedeleder_id=UUID(felter["moedeleder"]),
        )
        if moede:
            messages.success(request, _("Mødedagen er oprettet. Sager kan nu vælge den."))
            return redirect("web:moeder")
    return render(request, "web/moede/nyt.html", {"form": form}, status=422 if form.errors else 200)


@kraever("moede.se")
def moede(request: HttpRequest, moede_id: UUID) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    moede = get_object_or_404(udtraek.moeder(hvem), id=moede_id)
    sager = list(udtraek.sager_paa(hvem, moede))
    request.spor.viser(*(sag.borger_id for sag in sager), objekt=moede.id)  # type: ignore[attr-defined]
    return render(
        request, "web/moede/moede.html", {"moede": moede, "sager": sager, "senest": frist(moede.dato).frist}
    )
