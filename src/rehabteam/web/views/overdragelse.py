"""Handing a case over to another kommune, fetching the sealed package, and taking one in."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.modtag_overdragelse import AlleredeModtaget, modtag_overdragelse
from rehabteam.handlinger.overdrag_sag import overdrag_sag
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Overdragelse
from rehabteam.sager.udtraek.samtykker import synlige_samtykker

from ..formular import proev
from ..formularer.overdragelse import Modtag, Overdrag
from ..gemtfil import gemt_fil
from ..ret import kraever
from ..sagsramme import hent_sag, ramme


@kraever("overdrag_sag", "GET", "POST")
def overdrag(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "overdrag_sag", sag)  # type: ignore[attr-defined]
    samtykker = (
        synlige_samtykker(request.aktoer).filter(sag=sag, tilbagekaldt_tid=None).order_by("-givet", "id")
    )  # type: ignore[attr-defined]
    form = Overdrag(request.POST or None, samtykker=samtykker)
    if form.is_valid():
        valgte = [UUID(s) for s in form.cleaned_data.get("samtykker", [])]
        til, grund = form.cleaned_data["til"], form.cleaned_data["grund"]
        if proev(request, form, overdrag_sag, sag.id, til=til, grund=grund, samtykker=valgte):
            messages.success(
                request, _("Sagen er afsluttet her. Hent pakken, og send den sikkert til den nye kommune.")
            )
            return redirect("web:overdragelse", sag.id)
    side = _("Overdrag sagen")
    kontekst = ramme(request, sag, side=side) | {"side": side, "form": form}
    return render(request, "web/overdragelse/overdrag.html", kontekst, status=422 if form.errors else 200)


@kraever("overdragelse.se")
def overdragelse(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The receipt with the seal; the package itself with ?hent."""
    sag = hent_sag(request, sag_id)
    sendt = Overdragelse.objects.filter(sag=sag, retning=Overdragelse.Retning.UD).order_by("-tid").first()
    if sendt is None:
        raise Http404
    if "hent" in request.GET:
        return gemt_fil(
            *(request, sendt.sha256, "application/zip", f"sag-{sag.nummer}.zip"),
            nede=_("Pakken kan ikke hentes lige nu"),
            hent=True,
        )
    side = _("Overdragelse")
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "overdragelse": sendt,
        "segl": segl_i_ord(sendt.sha256),
    }
    return render(request, "web/overdragelse/sendt.html", kontekst)


def segl_i_ord(sha256: str) -> str:
    """The first 32 signs in groups of four: short enough to compare on the telephone."""
    return " ".join(sha256[nr : nr + 4] for nr in range(0, 32, 4))


@kraever("modtag_overdragelse", "GET", "POST")
def modtag(request: HttpRequest) -> HttpResponse:
    form = Modtag(request.POST or None, request.FILES or None) if request.method == "POST" else Modtag()
    if request.method == "POST" and form.is_valid():
        try:
            sag = proev(request, form, modtag_overdragelse, data=form.cleaned_data["fil"].read())
        except AlleredeModtaget as findes:
            request.spor.viser(findes.sag.borger_id, objekt=findes.sag.id)  # type: ignore[attr-defined]
            messages.info(
                request,
                _("Pakken er modtaget før. Her er sagen, %(nummer)s. Der er ikke sket noget igen.")
                % {"nummer": findes.sag.nummer},
            )
            return redirect("web:sag", findes.sag.id)
        if sag:
            request.spor.viser(sag.borger_id, objekt=sag.id)  # type: ignore[attr-defined]
            messages.success(
                request,
                _(
                    "Sagen er modtaget som %(nummer)s. Se, hvad der mangler, og spørg borgeren om samtykke på ny."
                )
                % {"nummer": sag.nummer},
            )
            return redirect("web:sag", sag.id)
    led = [
        {"tekst": _("Mit arbejde"), "url": reverse("web:mit_arbejde")},
        {"tekst": _("Modtag en sag"), "url": ""},
    ]
    kontekst = {"form": form, "led": led}
    return render(request, "web/overdragelse/modtag.html", kontekst, status=422 if form.errors else 200)
