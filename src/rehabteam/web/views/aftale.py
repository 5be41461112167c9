"""The agreement between region and kommune: what is in force, every version with what changed, and a new one."""

from itertools import pairwise
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.fejl import AendretAfAnden
from rehabteam.handlinger.registrer_aftale import registrer_aftale
from rehabteam.sager.adgang.aktoer import Vaeg
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.aftaler import Vilkaar, af_version, aftalebog
from rehabteam.sager.models import Organisation, Samarbejdsaftale
from rehabteam.sager.udtraek.afregning import kommuner

from ..aftaleside import forskelle, side
from ..byggesten import datoer
from ..formular import proev
from ..formularer.aftale import AftaleForm, som
from ..ret import kraever


@kraever("aftale.se")
def aftaler(request: HttpRequest) -> HttpResponse:
    """The region's kommuner and what is agreed with each; a kommune goes straight to its own."""
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    if hvem.vaeg == Vaeg.KOMMUNE:
        return redirect("web:aftale", hvem.organisation_id)
    alle = list(kommuner(hvem))
    bog = aftalebog(k.id for k in alle)
    raekker = [{"kommune": k, "v": bog.vilkaar(k.id, dag)} for k in alle]
    return render(request, "web/aftale/aftaler.html", {"raekker": raekker})


def _kommune(request: HttpRequest, kommune_id: UUID) -> Organisation:
    return get_object_or_404(kommuner(request.aktoer), id=kommune_id)  # type: ignore[attr-defined]


@kraever("aftale.se")
def aftale(request: HttpRequest, kommune_id: UUID) -> HttpResponse:
    """The terms in force today, or those of `?nr=`; and every version."""
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    kommune = _kommune(request, kommune_id)
    versioner = list(Samarbejdsaftale.objects.filter(kommune=kommune).order_by("nr"))
    gaelder = aftalebog([kommune.id]).vilkaar(kommune.id, dag)
    vist = next((af_version(v) for v in versioner if str(v.nr) == request.GET.get("nr")), gaelder)
    kontekst = {
        "kommune": kommune,
        "v": vist,
        "side": side(vist),
        "gaelder_nr": gaelder.nr,
        "versioner": _versioner(versioner),
        "i_dag": dag,
        "maa_skrive": har_ret(hvem, "registrer_aftale"),
        "led": _led(request, kommune),
    }
    return render(request, "web/aftale/aftale.html", kontekst)


def _versioner(versioner: list[Samarbejdsaftale]) -> list[dict[str, Any]]:
    """The latest first, each with what it changed from the one written before it."""
    vilkaar = [Vilkaar(), *(af_version(v) for v in versioner)]
    aendret = [forskelle(foer, nu) for foer, nu in pairwise(vilkaar)]
    return [
        {"aftale": v, "aendret": a, "foerste": v.nr == 1}
        for v, a in reversed(list(zip(versioner, aendret, strict=True)))
    ]


def _led(request: HttpRequest, kommune: Organisation, her: str = "") -> list[dict[str, str]]:
    led = [{"tekst": _("Samarbejdsaftaler"), "url": _url("aftaler")}]
    if request.aktoer.vaeg == Vaeg.KOMMUNE:  # type: ignore[attr-defined]
        led = []
    led.append({"tekst": kommune.navn, "url": _url("aftale", kommune.id) if her else ""})
    return [*led, {"tekst": her, "url": ""}] if her else led


def _url(navn: str, *args: Any) -> str:
    return reverse(f"web:{navn}", args=args)


@kraever("registrer_aftale", "GET", "POST")
def aftale_ny(request: HttpRequest, kommune_id: UUID) -> HttpResponse:
    """The form begins as the version in force (or, before any is, the last written); each field may be emptied."""
    kommune = _kommune(request, kommune_id)
    seneste = Samarbejdsaftale.objects.filter(kommune=kommune).order_by("-nr").first()
    fra = aftalebog([kommune.id]).vilkaar(kommune.id, request.dag)  # type: ignore[attr-defined]
    if seneste and not fra.nr:
        fra = af_version(seneste)
    form = AftaleForm(
        request.POST if request.method == "POST" else None,
        initial=som(fra) | {"version": seneste.nr if seneste else 0, "gaelder_fra": request.dag},  # type: ignore[attr-defined]
    )
    kontekst = {"kommune": kommune, "form": form, "foerste": not seneste, "fra": fra}
    kontekst["led"] = _led(request, kommune, _("Ny version"))
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                ny = proev(
                    request,
                    form,
                    registrer_aftale,
                    kommune.id,
                    gaelder_fra=form.cleaned_data["gaelder_fra"],
                    vilkaar=form.vilkaar(),
                    begrundelse=form.cleaned_data["begrundelse"],
                    foer_nr=form.cleaned_data["version"],
                )
            except AendretAfAnden as fejl:
                return _konflikt(request, form, fejl, kontekst)
            if ny:
                messages.success(
                    request,
                    _("Version %(nr)d af aftalen er gemt. Den gælder fra %(dag)s.")
                    % {"nr": ny.nr, "dag": datoer.saetning(ny.gaelder_fra)},
                )
                return redirect("web:aftale", kommune.id)
    return render(request, "web/aftale/ny.html", kontekst, status=status)


def _konflikt(
    request: HttpRequest, form: AftaleForm, fejl: AendretAfAnden, kontekst: dict[str, Any]
) -> HttpResponse:
    """409: what was typed stands, beside what the other changed; sent again it is written as the next version."""
    nr = form.cleaned_data["version"]
    versioner = Samarbejdsaftale.objects.filter(kommune=kontekst["kommune"], nr__in=(nr, fejl.version))
    kendte = {v.nr: af_version(v) for v in versioner}
    form.data = form.data.copy()
    form.data["version"] = str(fejl.version)
    deres = forskelle(kendte.get(nr, Vilkaar()), kendte[fejl.version])
    return render(request, "web/aftale/ny.html", kontekst | {"fejl": fejl, "deres": deres}, status=409)
