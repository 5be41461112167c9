"""A new case: first its kind, then whom it is about and what that kind must be asked."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.borgeren import NyBorger
from rehabteam.handlinger.opret_sag import VEJEN, opret_sag
from rehabteam.handlinger.skift_sagsart import hvorfor_ikke, skift_sagsart
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Sag
from rehabteam.sager.sagsarter import ARTER
from rehabteam.sager.sagsarter import art as arten
from rehabteam.sager.sagsfakta.samlet import vej
from rehabteam.sager.udtraek.synlige import synlige_borgere, synlige_forloeb, synlige_sager
from rehabteam.web.formular import proev
from rehabteam.web.formularer.nysag import NySagForm, NySagPaaForm, SkiftForm
from rehabteam.web.person import personlinje
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme


@kraever("opret_sag", "GET", "POST")
def ny(request: HttpRequest) -> HttpResponse:
    """GET: the kinds; ?art=<key>: the form of one, with the citizen's number in the POST alone."""
    art = ARTER.get(request.GET.get("art", ""))
    if art is None or not art.vaelges:
        return _vaelg(request, {}, reverse("web:sag_ny"))
    form = NySagForm(request.POST or None, art=art)
    if request.method == "POST" and form.is_valid():
        borger = form.ny()
        sag = proev(request, form, opret_sag, ny=borger, **form.svarene())
        if sag is not None:
            _samme_borger(request, sag, borger)
            return _oprettet(request, sag)
    kontekst = {"form": form, "art": art, "andre": reverse("web:sag_ny")}
    return _formular(request, kontekst)


@kraever("opret_sag", "GET", "POST")
def ny_paa(request: HttpRequest, borger_id: UUID) -> HttpResponse:
    """The same about a citizen who is known."""
    hvem = request.aktoer  # type: ignore[attr-defined]
    borger = get_object_or_404(synlige_borgere(hvem), id=borger_id)
    request.spor.viser(borger.id, objekt=borger.id)  # type: ignore[attr-defined]
    forloeb = synlige_forloeb(hvem).filter(borger=borger).order_by("-start").first()
    aabne = synlige_sager(hvem).filter(borger=borger).exclude(tilstand=Sag.Tilstand.AFSLUTTET)
    kontekst: dict[str, Any] = {
        "borger": borger,
        "person": personlinje(borger, request.dag, forloeb, hvem),  # type: ignore[attr-defined]
        "forloeb": forloeb,
        "aabne": [{"sag": s, "navn": _(arten(s).navn)} for s in aabne.order_by("-oprettet", "-nummer")[:25]],
    }
    her = reverse("web:sag_ny_paa", args=[borger.id])
    art = ARTER.get(request.GET.get("art", ""))
    if art is None or not art.vaelges:
        return _vaelg(request, kontekst, her)
    form = NySagPaaForm(request.POST if request.method == "POST" else None, art=art)
    if form.is_valid():
        sag = proev(request, form, opret_sag, borger_id=borger.id, **form.svarene())
        if sag is not None:
            return _oprettet(request, sag)
    return _formular(request, kontekst | {"form": form, "art": art, "andre": her})


@kraever("skift_sagsart", "GET", "POST")
def skift(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """A case of the wrong kind: which it is (?art=<key>), why, and what that kind must be asked."""
    gammel = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "skift_sagsart", gammel)  # type: ignore[attr-defined]
    her, side = reverse("web:skift_sagsart", args=[gammel.id]), _("Sagen er en anden slags")
    kontekst = ramme(request, gammel, side=side) | {"side": side, "ikke": hvorfor_ikke(gammel), "her": her}
    art = ARTER.get(request.GET.get("art", ""))
    if kontekst["ikke"] or art is None or not art.vaelges or art == arten(gammel):
        andre = [a for a in ARTER.values() if a.vaelges and a != arten(gammel)]
        kontekst["arter"] = [
            {"navn": _(a.navn), "hjaelp": _(a.hjaelp), "url": f"{her}?art={a.noegle}"} for a in andre
        ]
        return render(request, "web/sag/skift_vaelg.html", kontekst)
    form = SkiftForm(request.POST if request.method == "POST" else None, art=art)
    if form.is_valid():
        felter = form.svarene() | {"grund": form.cleaned_data["grund"]}
        if ny := proev(request, form, skift_sagsart, gammel.id, **felter):
            return _oprettet(request, ny)
    kontekst |= {"form": form, "navn": _(art.navn), "hjaelp": _(art.hjaelp)}
    return render(request, "web/sag/skift.html", kontekst, status=422 if form.errors else 200)


def _led(kontekst: dict[str, Any], her: str = "", art: str = "") -> list[dict[str, str]]:
    led = [{"tekst": _("Mit arbejde"), "url": reverse("web:mit_arbejde")}]
    if forloeb := kontekst.get("forloeb"):
        led.append({"tekst": kontekst["borger"].navn, "url": reverse("web:forloeb", args=[forloeb.id])})
    led.append({"tekst": _("Ny sag"), "url": her if art else ""})
    return [*led, {"tekst": art, "url": ""}] if art else led


def _vaelg(request: HttpRequest, kontekst: dict[str, Any], her: str) -> HttpResponse:
    arter = [
        {"navn": _(a.navn), "hjaelp": _(a.hjaelp), "url": f"{her}?art={a.noegle}"}
        for a in ARTER.values()
        if a.vaelges
    ]
    kontekst |= {
        "arter": arter,
        "led": _led(kontekst),
        "maa_modtage": har_ret(request.aktoer, "modtag_overdragelse"),  # type: ignore[attr-defined]
    }
    return render(request, "web/sag/ny.html", kontekst)


def _formular(request: HttpRequest, kontekst: dict[str, Any]) -> HttpResponse:
    art, form = kontekst["art"], kontekst["form"]
    kontekst |= {
        "navn": _(art.navn),
        "hjaelp": _(art.hjaelp),
        "led": _led(kontekst, kontekst["andre"], _(art.navn)),
    }
    return render(request, "web/sag/ny_formular.html", kontekst, status=422 if form.errors else 200)


def _ens(navn: str, andet: str) -> bool:
    return navn.casefold().split() == andet.casefold().split()


def _samme_borger(request: HttpRequest, sag: Sag, skrevet: NyBorger) -> None:
    """A number that belongs to a citizen of another name may be a slip of the pen: say so.

    Nothing is said while the name is protected: what was guessed right must not be told.
    """
    borger = sag.borger
    if borger.er_beskyttet or _ens(borger.navn, skrevet.navn):
        return
    messages.warning(
        request,
        _(
            "I har allerede en borger med det CPR-nummer, men under et andet navn, end du skrev. "
            "Se efter, at sagen er kommet på den rigtige borger. Det, du skrev om borgeren, er ikke gemt."
        ),
    )


def _oprettet(request: HttpRequest, sag: Sag) -> HttpResponse:
    request.spor.viser(sag.borger_id, objekt=sag.id)  # type: ignore[attr-defined]
    messages.success(request, _("Sagen er oprettet.") + " " + _(VEJEN[vej(sag)]))
    return redirect("web:sag", sag.id)
