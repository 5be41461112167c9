"""What is done with a case's place and with a day: swap, take off, cancel; a series of days; the day's team."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.handlinger.aflys_moede import Aflyst, aflys_moede
from rehabteam.handlinger.aflys_sag import aflys_sag
from rehabteam.handlinger.byt_pladser import byt_pladser
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.laeg_pladser import laeg_pladser
from rehabteam.handlinger.opret_moedeserie import Serie, opret_moedeserie
from rehabteam.handlinger.saet_moedemedlem import KOORDINATOR, saet_moedemedlem
from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Moede, Moedemedlem
from rehabteam.sager.udtraek import moeder as udtraek
from rehabteam.sager.udtraek.synlige import synlige_moeder
from rehabteam.web.anledning import anledning
from rehabteam.web.formular import proev
from rehabteam.web.formularer.planlaegning import (
    AflysMoedeForm,
    AflysSagForm,
    BytForm,
    MedlemForm,
    SerieForm,
)
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme


@kraever("byt_pladser", "GET", "POST")
def byt(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "byt_pladser", sag)  # type: ignore[attr-defined]
    andre = list(udtraek.kan_bytte(request.aktoer, sag, request.dag)) if sag.moede_id else []  # type: ignore[attr-defined]
    request.spor.viser(*(a.borger_id for a in andre), objekt=sag.id)  # type: ignore[attr-defined]
    valg = [(str(a.id), _byttevalg(a)) for a in andre]
    form = BytForm(request.POST if request.method == "POST" else None, sager=valg)
    if form.is_valid():
        felter = form.cleaned_data
        proev(request, form, byt_pladser, sag.id, med_id=UUID(felter["med"]), grund=felter["grund"])
        if not form.errors:
            messages.success(
                request, _("De to sager har byttet møde. Begge sagers sagsbehandler er mindet om det.")
            )
            return redirect("web:sag", sag.id)
    kontekst = ramme(request, sag, side=_("Byt møde")) | {"form": form, "ingen": not valg}
    return render(request, "web/moede/byt.html", kontekst, status=422 if form.errors else 200)


def _byttevalg(sag: Any) -> str:
    return f"{sag.moede.dato:%d.%m.%Y} · {sag.nummer} · {sag.borgerens_navn}"


@kraever("aflys_sag", "GET", "POST")
def af_moedet(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "aflys_sag", sag)  # type: ignore[attr-defined]
    form = AflysSagForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        proev(request, form, aflys_sag, sag.id, grund=form.cleaned_data["grund"])
        if not form.errors:
            messages.success(request, _("Sagen er taget af mødet og venter på en ny dag."))
            return redirect("web:sag", sag.id)
    kontekst = ramme(request, sag, side=_("Tag sagen af mødet")) | {"form": form}
    return render(request, "web/moede/af_moedet.html", kontekst, status=422 if form.errors else 200)


@kraever("aflys_moede", "GET", "POST")
def aflys(request: HttpRequest, moede_id: UUID) -> HttpResponse:
    moede = get_object_or_404(udtraek.moeder(request.aktoer), id=moede_id)  # type: ignore[attr-defined]
    form = AflysMoedeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        svar: Aflyst | None = proev(request, form, aflys_moede, moede.id, grund=form.cleaned_data["grund"])
        if svar:
            messages.success(request, _kvittering(svar))
            return redirect("web:moede", moede.id)
    kontekst = {"form": form, "moede": moede, "led": _led(moede, _("Aflys mødedagen"))}
    return render(request, "web/moede/aflys.html", kontekst, status=422 if form.errors else 200)


def _kvittering(svar: Aflyst) -> str:
    if not svar.sager:
        return _("Mødedagen er aflyst. Der var ingen sager på den.")
    venter = ngettext(
        "Mødedagen er aflyst. %(antal)s sag venter på en ny dag.",
        "Mødedagen er aflyst. %(antal)s sager venter på en ny dag.",
        svar.sager,
    )
    besked = ngettext(
        "%(besked)s sagsbehandler er mindet om det.",
        "%(besked)s påmindelser er sat til sagsbehandlerne.",
        svar.besked,
    )
    return f"{venter % {'antal': svar.sager}} {besked % {'besked': svar.besked}}"


@kraever("laeg_pladser", "POST")
def pladser(request: HttpRequest, moede_id: UUID) -> HttpResponse:
    try:
        antal = laeg_pladser(anledning(request), moede_id)
    except FindesIkke:
        raise Http404 from None
    except KanIkke as fejl:
        messages.error(request, " ".join(fejl.felter.values()))
    else:
        messages.success(
            request,
            ngettext("%(antal)s plads er lagt.", "%(antal)s pladser er lagt.", antal) % {"antal": antal},
        )
    return redirect("web:moede", moede_id)


@kraever("opret_moedeserie", "GET", "POST")
def serie(request: HttpRequest) -> HttpResponse:
    ledere = [(str(m.id), m.navn) for m in udtraek.moedeledere(request.aktoer)]  # type: ignore[attr-defined]
    valgt = ledere[0][0] if len(ledere) == 1 else ""
    form = SerieForm(
        request.POST if request.method == "POST" else None, ledere=ledere, initial={"moedeleder": valgt}
    )
    if form.is_valid():
        felter = dict(form.cleaned_data)
        felter["moedeleder_id"] = UUID(felter.pop("moedeleder"))
        svar: Serie | None = proev(request, form, opret_moedeserie, **felter)
        if svar:
            messages.success(
                request,
                ngettext(
                    "%(antal)s mødedag er oprettet.", "%(antal)s mødedage er oprettet.", len(svar.moeder)
                )
                % {"antal": len(svar.moeder)},
            )
            if svar.sprunget_over:
                over = "; ".join(f"{dag:%d.%m.%Y} ({grund})" for dag, grund in svar.sprunget_over)
                messages.info(request, _("Sprunget over: %(dage)s.") % {"dage": over})
            return redirect("web:moeder")
    kontekst = {"form": form, "ingen_ledere": not ledere}
    return render(request, "web/moede/serie.html", kontekst, status=422 if form.errors else 200)


@kraever("moedemedlemmer.se", "GET", "POST")
def team(request: HttpRequest, moede_id: UUID) -> HttpResponse:
    """Who sits in the team that day: each house sets its own."""
    hvem: Aktoer = request.aktoer  # type: ignore[attr-defined]
    moede = get_object_or_404(synlige_moeder(hvem).select_related("kommune"), id=moede_id)
    kraev_ret(hvem, "moedemedlemmer.se", moede)
    maa = har_ret(hvem, "saet_moedemedlem", moede) and moede.aflyst_tid is None and moede.dato >= request.dag  # type: ignore[attr-defined]
    omraader = [
        (v, _(t))
        for v, t in Moedemedlem.Fagomraade.choices
        if (v == KOORDINATOR) == (hvem.vaeg == Vaeg.REGION)
    ]
    folk = [(str(m.id), m.navn) for m in udtraek.kan_sidde(hvem)]
    form = MedlemForm(
        request.POST if request.method == "POST" else None,
        omraader=omraader,
        folk=folk,
        initial={"fagomraade": omraader[0][0] if len(omraader) == 1 else ""},
    )
    if request.method == "POST":
        kraev_ret(hvem, "saet_moedemedlem", moede)
        if form.is_valid() and _saet(request, form, saet_moedemedlem, moede):
            return redirect("web:moedets_team", moede.id)
    kontekst = {
        "form": form,
        "moede": moede,
        "maa": maa,
        "medlemmer": udtraek.pladserne_i_teamet(moede),
        "regionen": hvem.vaeg == Vaeg.REGION,
        "led": [] if hvem.vaeg == Vaeg.REGION else _led(moede, _("Teamet på dagen")),
    }
    return render(request, "web/moede/team.html", kontekst, status=422 if form.errors else 200)


def _saet(request: HttpRequest, form: MedlemForm, handling: Callable[..., Moedemedlem], moede: Moede) -> bool:
    felter = form.cleaned_data
    ellers = UUID(felter["stedfortraeder"]) if felter["stedfortraeder"] else None
    medlem = proev(
        request,
        form,
        handling,
        moede.id,
        fagomraade=felter["fagomraade"],
        medarbejder_id=UUID(felter["medarbejder"]),
        stedfortraeder_id=ellers,
    )
    if medlem is None:
        return False
    messages.success(request, _("%(navn)s er sat på mødedagen.") % {"navn": medlem.navn})
    return True


def _led(moede: Moede, side: str) -> list[dict[str, str]]:
    return [
        {"tekst": _("Møder"), "url": "../.."},
        {"tekst": f"{moede.dato:%d.%m.%Y}", "url": ".."},
        {"tekst": side, "url": ""},
    ]
