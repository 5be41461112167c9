"""The team's meeting days and the cases on them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from rehabteam.handlinger.laeg_pladser import nye_pladser
from rehabteam.handlinger.opret_moede import opret_moede
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.lov.udgaver import for_proceduren
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.aftaler import KATEGORIER
from rehabteam.sager.models import Moede, Moedemedlem, Sag
from rehabteam.sager.sagsarter import art
from rehabteam.sager.udtraek import moeder as udtraek
from rehabteam.sager.udtraek.planlaegning import dagens_pladser
from rehabteam.web.formular import proev
from rehabteam.web.formularer.moede import KlokkeForm, MoedeForm
from rehabteam.web.fristboks import fristboks
from rehabteam.web.ret import kraever

LAENGST = 25


@kraever("moede.se")
def moeder(request: HttpRequest) -> HttpResponse:
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    alle = udtraek.moeder(hvem)
    kommende = list(alle.filter(dato__gte=dag))
    holdte = list(alle.filter(dato__lt=dag).order_by("-dato", "kl"))
    vis_alle = "alle" in request.GET
    viste = kommende if vis_alle else kommende[:LAENGST]
    kontekst = {
        "kommende": [{"moede": m, "boks": fristboks(m.dato, dag)} for m in viste],
        "antal_kommende": 0 if vis_alle else len(kommende),
        "holdte": holdte if vis_alle else holdte[:LAENGST],
        "antal_holdte": 0 if vis_alle else len(holdte),
        "maa_oprette": har_ret(hvem, "opret_moede"),
        "maa_planlaegge": har_ret(hvem, "planlaegning.se"),
        "i_dag": dag,
        "udgaver": [for_proceduren("frist", dag)],
    }
    return render(request, "web/moede/moeder.html", kontekst)


@kraever("opret_moede", "GET", "POST")
def moede_nyt(request: HttpRequest) -> HttpResponse:
    aktoer = request.aktoer  # type: ignore[attr-defined]
    ledere = [(str(m.id), m.navn) for m in udtraek.moedeledere(aktoer)]
    if request.method == "POST":
        form = MoedeForm(request.POST, ledere=ledere)
        if form.is_valid():
            felter = form.cleaned_data | {"moedeleder_id": UUID(form.cleaned_data["moedeleder"])}
            del felter["moedeleder"]
            if oprettet := proev(request, form, opret_moede, **felter):
                messages.success(request, _("Mødedagen er oprettet. Sager kan nu sættes på den."))
                return redirect("web:moede", oprettet.id)
    else:
        # One who leads meetings herself is the likely leader; the kommune's only one is the only choice.
        mig = str(aktoer.sager_for)
        valgt = mig if mig in dict(ledere) else ledere[0][0] if len(ledere) == 1 else ""
        form = MoedeForm(initial={"moedeleder": valgt}, ledere=ledere)
    kontekst = {"form": form, "ingen_ledere": not ledere}
    return render(request, "web/moede/nyt.html", kontekst, status=422 if form.errors else 200)


@kraever("moede.se", "GET", "POST")
def moede(request: HttpRequest, moede_id: UUID) -> HttpResponse:
    """One day: its cases in order. Those who may choose a case's meeting may also say when it comes up."""
    hvem = request.aktoer  # type: ignore[attr-defined]
    dagen = get_object_or_404(udtraek.moeder(hvem), id=moede_id)
    if request.method == "POST":
        return _saet_tid(request, dagen)
    return _side(request, dagen)


def _saet_tid(request: HttpRequest, dagen: Moede) -> HttpResponse:
    kraev_ret(request.aktoer, "vaelg_moede")  # type: ignore[attr-defined]
    form = KlokkeForm(request.POST)
    if "sag" in form.errors:  # no row of the page sends that, so there is none to say it at
        raise Http404
    if form.is_valid():
        felter = form.cleaned_data
        sag = get_object_or_404(udtraek.sager_paa(request.aktoer, dagen), id=felter["sag"])  # type: ignore[attr-defined]
        if proev(
            request,
            form,
            vaelg_moede,
            sag.id,
            moede_id=dagen.id,
            kl=felter["kl"],
            grund=sag.moede_sent_grund,
        ):
            messages.success(
                request,
                _("Sag %(nummer)s kommer på kl. %(kl)s.")
                % {"nummer": sag.nummer, "kl": f"{felter['kl']:%H.%M}"},
            )
            return redirect("web:moede", dagen.id)
    return _side(request, dagen, form)


def _side(request: HttpRequest, dagen: Moede, form: KlokkeForm | None = None) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    sager = list(udtraek.sager_paa(hvem, dagen))
    request.spor.viser(*(sag.borger_id for sag in sager), objekt=dagen.id)  # type: ignore[attr-defined]
    boks = fristboks(dagen.dato, request.dag)  # type: ignore[attr-defined]
    kontekst = {
        "moede": dagen,
        "raekker": [_raekke(request, sag, form) for sag in sager],
        "boks": boks,
        "udgaver": [boks.svar.udgave],
        **_om_dagen(request, dagen),
        "holdt": dagen.dato < request.dag,  # type: ignore[attr-defined]
        "form": form,
        "led": [{"tekst": _("Møder"), "url": ".."}, {"tekst": f"{dagen.dato:%d.%m.%Y}", "url": ""}],
    }
    return render(request, "web/moede/moede.html", kontekst, status=422 if form else 200)


def _om_dagen(request: HttpRequest, dagen: Moede) -> dict[str, Any]:
    """Places and team of the day, and what may be done with it."""
    hvem = request.aktoer  # type: ignore[attr-defined]
    fremme = dagen.dato >= request.dag and dagen.aflyst_tid is None  # type: ignore[attr-defined]
    return {
        "kapacitet": [
            {"navn": KATEGORIER.get(k.kategori, k.kategori), "taget": k.taget, "ialt": k.ialt}
            for k in dagens_pladser(dagen)
        ],
        "medlemmer": Moedemedlem.objects.filter(moede=dagen),
        "mangler_pladser": fremme and har_ret(hvem, "laeg_pladser", dagen) and bool(nye_pladser(dagen)),
        "maa_planlaegge": har_ret(hvem, "planlaegning.se"),
        "maa_aflyse": fremme and har_ret(hvem, "aflys_moede", dagen),
    }


def _raekke(request: HttpRequest, sag: Sag, form: KlokkeForm | None) -> dict[str, Any]:
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    afvist = form is not None and form.data.get("sag") == str(sag.id)
    return {
        "sag": sag,
        "maa_saette_tid": har_ret(hvem, "vaelg_moede", sag)
        and sag.moede is not None
        and sag.moede.dato >= dag,
        "kl": form.data.get("kl", "") if afvist and form else f"{sag.moede_kl:%H.%M}" if sag.moede_kl else "",
        "fejl": [t for liste in form.errors.values() for t in liste] if afvist and form else [],
        "art": art(sag).navn,
        "afgivet": sag.tilstand in udtraek.FAERDIGE,
        "maa_lede": har_ret(hvem, "skriv_indstilling", sag),
    }
