"""A person's reminders: those she set, what is due of itself, and whether she wants a mail about them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.luk_paamindelse import luk_paamindelse
from rehabteam.handlinger.saet_paamindelse import saet_paamindelse
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.udtraek import noter
from rehabteam.sager.udtraek.synlige import synlige_forloeb

from .. import kalenderside, mailvalg
from ..anledning import anledning
from ..formular import proev
from ..formularer.arbejde import MailForm, PaamindelseForm
from ..ret import kraever
from ..sagsramme import hent_sag, ramme

VIST, MEST = 25, 500


@kraever("kalender.se")
def paamindelser(request: HttpRequest) -> HttpResponse:
    return _side(request)


def _side(request: HttpRequest, form: MailForm | None = None) -> HttpResponse:
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    alle = noter.paamindelser(hvem)
    egne = list(alle[: MEST if request.GET.get("alle") else VIST])
    selv = kalenderside.forfaldent(hvem, dag)
    valgt = mailvalg.mit_valg(hvem)
    request.spor.viser(*(p.borger_id for p in egne), *(p.borger.id for p in selv))  # type: ignore[attr-defined]
    indhold = {
        "egne": egne,
        "antal": alle.count(),
        "vist": VIST,
        "selv": selv,
        "udgaver": kalenderside.udgaver(selv),
        "dag": dag,
        "kan_mail": mailvalg.kan_sendes(),
        "form": form or MailForm(initial={"til": valgt.til, "mailadresse": valgt.adresse}),
    }
    status = 422 if form is not None else 200
    return render(request, "web/arbejde/paamindelser.html", indhold, status=status)


@kraever("kalender.se", "POST", engang=False)
def mail(request: HttpRequest) -> HttpResponse:
    form = MailForm(request.POST)
    if not form.is_valid():
        return _side(request, form)
    valgt = form.cleaned_data
    mailvalg.vaelg(request.aktoer, til=valgt["til"], adresse=valgt["mailadresse"])  # type: ignore[attr-defined]
    messages.success(
        request,
        _("Du får en mail på de dage, du har påmindelser.")
        if valgt["til"]
        else _("Du får ikke mail om påmindelser."),
    )
    return redirect("web:paamindelser")


@kraever("luk_paamindelse", "POST")
def luk(request: HttpRequest, paamindelse_id: UUID) -> HttpResponse:
    luk_paamindelse(anledning(request), paamindelse_id)
    messages.success(request, _("Påmindelsen er lukket."))
    return redirect("web:paamindelser")


@kraever("saet_paamindelse", "GET", "POST")
def ny_paa_sag(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "saet_paamindelse", sag)  # type: ignore[attr-defined]
    side = _("Sæt påmindelse")
    kontekst = ramme(request, sag, side=side) | {"side": side}
    return _ny(request, kontekst, reverse("web:sag", args=[sag.id]), sag_id=sag.id)


@kraever("saet_paamindelse", "GET", "POST")
def ny_paa_forloeb(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    forloeb = get_object_or_404(
        synlige_forloeb(request.aktoer).select_related("borger"),  # type: ignore[attr-defined]
        id=forloeb_id,
    )
    kraev_ret(request.aktoer, "saet_paamindelse", forloeb)  # type: ignore[attr-defined]
    request.spor.viser(forloeb.borger_id, objekt=forloeb.id)  # type: ignore[attr-defined]
    tilbage = reverse("web:forloeb", args=[forloeb.id])
    led = [
        {"tekst": _("Mit arbejde"), "url": reverse("web:mit_arbejde")},
        {"tekst": forloeb.borger.navn, "url": tilbage},
        {"tekst": _("Sæt påmindelse"), "url": ""},
    ]
    return _ny(request, {"led": led, "side": _("Sæt påmindelse")}, tilbage, forloeb_id=forloeb.id)


def _ny(request: HttpRequest, kontekst: dict[str, Any], tilbage: str, **om: UUID) -> HttpResponse:
    form = PaamindelseForm(request.POST) if request.method == "POST" else PaamindelseForm()
    felter = form.cleaned_data if form.is_valid() else None
    if felter and proev(
        request, form, saet_paamindelse, naar=felter["hvornaar"], tekst=felter["tekst"], **om
    ):
        messages.success(request, _("Påmindelsen er sat. Den står på Mit arbejde, når dagen kommer."))
        return redirect(tilbage)
    indhold = kontekst | {"form": form, "tilbage": tilbage}
    return render(request, "web/arbejde/paamindelse.html", indhold, status=422 if form.errors else 200)
