"""A protected name and address: asked for with a purpose and shown once; and when the protection ends."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.ophaev_beskyttelse import ophaev_beskyttelse
from rehabteam.handlinger.registrer_beskyttelse import registrer_beskyttelse
from rehabteam.handlinger.ret_adresse import ret_adresse
from rehabteam.handlinger.vis_beskyttet import vis_beskyttet
from rehabteam.lov.cprloven import par28
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.models import Borger, Forloeb, Postadresse
from rehabteam.sager.udtraek.synlige import synlige_borgere, synlige_forloeb, synlige_sager
from rehabteam.web.byggesten import datoer

from ..formular import proev
from ..formularer.beskyttelse import AdresseForm, BeskyttelseForm, FormaalForm, OphoerForm
from ..person import personlinje
from ..ret import kraever
from .forloeb import hent, ramme


def _borger(request: HttpRequest, borger_id: UUID) -> tuple[Borger, dict[str, Any]]:
    hvem = request.aktoer  # type: ignore[attr-defined]
    borger: Borger = get_object_or_404(synlige_borgere(hvem), id=borger_id)
    request.spor.viser(borger.id, objekt=borger.id)  # type: ignore[attr-defined]
    forloeb = synlige_forloeb(hvem).filter(borger=borger).order_by("-start").first()
    person = personlinje(borger, request.dag, forloeb)  # type: ignore[attr-defined]
    tilbage = person["url"] or _sagen(hvem, borger)
    return borger, {"borger": borger, "person": person, "tilbage": tilbage}


def _sagen(hvem: Aktoer, borger: Borger) -> str:
    sag = synlige_sager(hvem).filter(borger=borger).order_by("-oprettet", "-nummer").first()
    return reverse("web:sag", args=[sag.id]) if sag else reverse("web:forside")


@kraever("beskyttet.se")
def beskyttet(request: HttpRequest, borger_id: UUID) -> HttpResponse:
    """The question: what for? Shows nothing yet."""
    _b, indhold = _borger(request, borger_id)
    return render(request, "web/beskyttelse/spoerg.html", indhold | {"form": FormaalForm()})


@kraever("vis_beskyttet", "POST")
def beskyttet_vis(request: HttpRequest, borger_id: UUID) -> HttpResponse:
    """The answer, on this page and only once: the key of the form cannot be used again."""
    borger, indhold = _borger(request, borger_id)
    form = FormaalForm(request.POST)
    vist = proev(request, form, vis_beskyttet, borger.id, **form.cleaned_data) if form.is_valid() else None
    if vist is None:
        return render(request, "web/beskyttelse/spoerg.html", indhold | {"form": form}, status=422)
    return render(request, "web/beskyttelse/vist.html", indhold | {"vist": vist})


@kraever("forloeb.se")
def navn_og_adresse(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    """What is known of name, address and protection, and what may be done about it."""
    f = hent(request, forloeb_id)
    return render(request, "web/beskyttelse/navn_og_adresse.html", _side(request, f))


def _side(request: HttpRequest, f: Forloeb) -> dict[str, Any]:
    hvem, borger = request.aktoer, f.borger  # type: ignore[attr-defined]
    adresse = None if borger.er_beskyttet else Postadresse.objects.filter(borger=borger).first()
    return ramme(request, f, _("Navn og adresse")) | {
        "borger": borger,
        "adresse": adresse.linjer if adresse else "",
        "har_adresse": Postadresse.objects.filter(borger=borger).exists(),
        "udloebet": borger.beskyttet_adresse and not borger.er_beskyttet,
        "maa_se": har_ret(hvem, "beskyttet.se", borger),
        "maa_registrere": har_ret(hvem, "registrer_beskyttelse", borger),
        "udgaver": [par28.UDGAVE],
    }


@kraever("registrer_beskyttelse", "GET", "POST")
def beskyttelse_ny(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    f = hent(request, forloeb_id)
    form = BeskyttelseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        svar = proev(request, form, registrer_beskyttelse, f.id, **form.cleaned_data)
        if svar is not None:
            tekst = _("Navn og adresse er skjult til og med %(dag)s.") % {"dag": datoer.saetning(svar.frist)}
            messages.success(request, tekst)
            return redirect("web:navn_og_adresse", f.id)
    titel = _("Forlæng beskyttelsen") if f.borger.er_beskyttet else _("Beskyt navn og adresse")
    return _formular(request, f, form, titel, "beskyt")


@kraever("ophaev_beskyttelse", "GET", "POST")
def beskyttelse_slut(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    f = hent(request, forloeb_id)
    form = OphoerForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and proev(request, form, ophaev_beskyttelse, f.id, **form.cleaned_data):
        messages.success(request, _("Beskyttelsen er løftet. Navn og adresse vises igen."))
        return redirect("web:navn_og_adresse", f.id)
    return _formular(request, f, form, _("Løft beskyttelsen"), "loeft")


@kraever("ret_adresse", "GET", "POST")
def adresse(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    """A protected address is never filled in beforehand: that would show it."""
    f = hent(request, forloeb_id)
    kendt = None if f.borger.er_beskyttet else Postadresse.objects.filter(borger=f.borger).first()
    form = AdresseForm(
        request.POST if request.method == "POST" else None, initial={"linjer": kendt.linjer if kendt else ""}
    )
    if form.is_valid() and proev(request, form, ret_adresse, f.id, **form.cleaned_data):
        messages.success(request, _("Adressen er gemt."))
        return redirect("web:navn_og_adresse", f.id)
    return _formular(request, f, form, _("Adresse"), "adresse")


def _formular(request: HttpRequest, f: Forloeb, form: Any, titel: str, hvad: str) -> HttpResponse:
    indhold = _side(request, f) | ramme(request, f, titel)
    indhold |= {"form": form, "titel": titel, "hvad": hvad, "udgaver": [par28.UDGAVE]}
    return render(request, "web/beskyttelse/formular.html", indhold, status=422 if form.errors else 200)
