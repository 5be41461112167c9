"""Substitutes: who stands in for whom, and to begin and stop working as one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from rehabteam.handlinger.afslut_vikariat import afslut_vikariat
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.opret_vikariat import FOR_ALLE, opret_vikariat
from rehabteam.sager.models import Rolle, Vikariat
from rehabteam.sager.udtraek import stedfortraedere as udtraek

from ..anledning import anledning
from ..formular import proev
from ..formularer.stedfortraeder import VikariatForm
from ..indgang.stedfortraeder import VIKARIAT, vaelg
from ..ret import kraever

VIST = 25


@kraever("vikariat.se")
def vikarer(request: HttpRequest) -> HttpResponse:
    return _oversigt(request)


def _oversigt(request: HttpRequest, fejl: str = "") -> HttpResponse:
    """Leader and secretariat see the whole house, others what they have to do with."""
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    alle = hvem.rolle in FOR_ALLE
    raekker = [_raekke(request, v) for v in udtraek.vikariater(hvem, alle)[: VIST * 4]]
    indhold = {
        "mine": list(udtraek.aabne(hvem, dag)),
        "gaelder": [r for r in raekker if not r["slut"]],
        "slut": [r for r in raekker if r["slut"]][:VIST],
        "alle": alle,
        "fejl": fejl,
    }
    return render(request, "web/stedfortraeder/vikarer.html", indhold, status=422 if fejl else 200)


def _raekke(request: HttpRequest, v: Vikariat) -> dict[str, Any]:
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    slut = v.slut is not None or v.til < dag
    hans = v.for_hvem_id == hvem.medarbejder_id
    maa = hans or (hvem.rolle in FOR_ALLE and v.for_hvem.rolle != Rolle.AUDITOR)
    return {
        "v": v,
        "slut": slut,
        "venter": v.fra > dag,
        "maa_afslutte": not slut and not hvem.vikar_for and maa,
    }


@kraever("opret_vikariat", "GET", "POST")
def vikar_ny(request: HttpRequest) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    folk = [(str(m.id), f"{m.navn}, {_(m.get_rolle_display()).lower()}") for m in udtraek.kolleger(hvem)]
    for_andre = hvem.rolle in FOR_ALLE
    mig = str(hvem.medarbejder_id)
    kolleger = folk if for_andre else [f for f in folk if f[0] != mig]
    valg: dict[str, Any] = {"kolleger": kolleger, "for_andre": for_andre}
    form = VikariatForm(request.POST, **valg) if request.method == "POST" else VikariatForm(**valg)
    if form.is_valid():
        felter = form.cleaned_data
        oprettet = proev(
            request,
            form,
            opret_vikariat,
            for_hvem_id=UUID(felter["for_hvem"]) if for_andre else hvem.medarbejder_id,
            vikar_id=UUID(felter["vikar"]),
            fra=felter["fra"],
            til=felter["til"],
            grund=felter["grund"],
        )
        if oprettet:
            messages.success(
                request, _("%(navn)s kan nu arbejde som vikar i de dage.") % {"navn": oprettet.vikar.navn}
            )
            return redirect("web:vikarer")
    return render(
        request, "web/stedfortraeder/vikar_ny.html", {"form": form}, status=422 if form.errors else 200
    )


@kraever("afslut_vikariat", "POST")
def vikar_slut(request: HttpRequest, vikariat_id: UUID) -> HttpResponse:
    try:
        afslut_vikariat(anledning(request), vikariat_id)
    except KanIkke as fejl:
        return _oversigt(request, " ".join(fejl.felter.values()))
    messages.success(request, _("Vikariatet er slut. Vikaren kan ikke længere bruge det."))
    return redirect("web:vikarer")


@kraever("vikariat.se", "POST")
def vikar_vaelg(request: HttpRequest, vikariat_id: UUID) -> HttpResponse:
    """From the next page on, until she stops or the last day is over."""
    v = get_object_or_404(udtraek.aabne(request.aktoer, request.dag), id=vikariat_id)  # type: ignore[attr-defined]
    vaelg(request, VIKARIAT, v.id)
    return redirect("web:forside")


@kraever("vikariat.se", "POST")
def vikar_fra(request: HttpRequest) -> HttpResponse:
    vaelg(request, VIKARIAT, None)
    messages.success(request, _("Du arbejder igen som dig selv."))
    return redirect("web:forside")
