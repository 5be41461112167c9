"""Nødadgang: taking it, ending it, and for those who answer for the house seeing that it was taken."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from rehabteam.handlinger.afslut_noedadgang import afslut_noedadgang
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.kvitter_noedadgang import kvitter_noedadgang
from rehabteam.handlinger.tag_noedadgang import tag_noedadgang
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.models import Noedadgang, Organisation, Rolle
from rehabteam.sager.udtraek import stedfortraedere as udtraek

from ..anledning import anledning
from ..formular import proev
from ..formularer.stedfortraeder import KvitteringForm, NoedadgangForm
from ..indgang.stedfortraeder import NOEDADGANG, vaelg
from ..ret import kraever

VIST = 25


@kraever("tag_noedadgang", "GET", "POST")
def noedadgang(request: HttpRequest) -> HttpResponse:
    """One case by its exact number; there is nothing to choose from."""
    hvem = request.aktoer  # type: ignore[attr-defined]
    egne = Organisation.objects.filter(slags=Organisation.Slags.KOMMUNE).order_by("navn")
    if hvem.organisation_slags == Organisation.Slags.REGION:
        egne = egne.filter(region_id=hvem.organisation_id)
    else:
        egne = egne.filter(id=hvem.organisation_id)
    kommuner = [(str(o.id), o.navn) for o in egne]
    form = NoedadgangForm(request.POST or None, kommuner=kommuner)
    if form.is_valid():
        felter = form.cleaned_data | {"kommune_id": UUID(form.cleaned_data["kommune_id"])}
        if taget := proev(request, form, tag_noedadgang, **felter):
            request.spor.viser(taget.borger_id, objekt=taget.sag_id)  # type: ignore[attr-defined]
            vaelg(request, NOEDADGANG, taget.id)
            return redirect("web:sag", taget.sag_id)
    return render(
        request, "web/stedfortraeder/noedadgang.html", {"form": form}, status=422 if form.errors else 200
    )


@kraever("afslut_noedadgang", "POST")
def noedadgang_slut(request: HttpRequest, noedadgang_id: UUID) -> HttpResponse:
    """One's own from the bar on every page; another's from the list of those who answer for the house."""
    try:
        slut = afslut_noedadgang(anledning(request), noedadgang_id)
    except KanIkke:
        messages.info(request, _("Nødadgangen var slut i forvejen."))
        vaelg(request, NOEDADGANG, None)
        return redirect("web:forside")
    messages.success(request, _("Nødadgangen er slut. Sagen er lukket igen."))
    if slut.medarbejder_id != request.aktoer.medarbejder_id:  # type: ignore[attr-defined]
        return redirect("web:noedadgange")
    vaelg(request, NOEDADGANG, None)
    return redirect("web:forside")


def _raekke(n: Noedadgang) -> dict[str, Any]:
    return {
        "n": n,
        "rolle": _(Rolle(n.rolle).label),
        "aaben": udtraek.er_aaben(n, timezone.now()),
        "slut": min(n.slut or n.udloeber, n.udloeber),
        "kvittering": getattr(n, "kvittering", None),
    }


@kraever("noedadgang.se")
def noedadgange(request: HttpRequest) -> HttpResponse:
    """Those nobody has looked at yet, and the rest."""
    hvem = request.aktoer  # type: ignore[attr-defined]
    alle = udtraek.noedadgange(hvem).exclude(kvittering=None)
    antal = alle.count()
    venter = list(udtraek.ukvitterede(hvem))
    sete = list(alle if "alle" in request.GET else alle[:VIST])
    request.spor.viser(*(n.borger_id for n in (*venter, *sete)))  # type: ignore[attr-defined]
    indhold = {
        "venter": [_raekke(n) for n in venter],
        "sete": [_raekke(n) for n in sete],
        "antal": antal if "alle" not in request.GET else 0,
    }
    return render(request, "web/stedfortraeder/noedadgange.html", indhold)


@kraever("kvitter_noedadgang", "GET", "POST")
def noedadgang_kvitter(request: HttpRequest, noedadgang_id: UUID) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    n: Noedadgang = get_object_or_404(udtraek.noedadgange(hvem), id=noedadgang_id)
    request.spor.viser(n.borger_id, objekt=n.id)  # type: ignore[attr-defined]
    form = KvitteringForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and proev(request, form, kvitter_noedadgang, n.id, **form.cleaned_data):
        messages.success(request, _("Du har kvitteret for, at nødadgangen er set."))
        return redirect("web:noedadgange")
    led = [
        {"tekst": _("Nødadgange"), "url": reverse("web:noedadgange")},
        {"tekst": _("Sag %(nummer)s") % {"nummer": n.sagsnummer}, "url": ""},
    ]
    indhold = _raekke(n) | {
        "led": led,
        "form": form,
        "egen": n.medarbejder_id in (hvem.medarbejder_id, hvem.sager_for),
        "maa_se_loggen": har_ret(hvem, "loggennemgang.se"),
    }
    return render(request, "web/stedfortraeder/kvitter.html", indhold, status=422 if form.errors else 200)
