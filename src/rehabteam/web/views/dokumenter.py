"""One document: adding it, opening it, withdrawing it."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from rehabteam.dokumenter.afvist import TEKSTER
from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.handlinger.lageret import lager
from rehabteam.handlinger.tilfoej_dokument import SLAGS, tilfoej_dokument
from rehabteam.handlinger.traek_dokument_tilbage import traek_dokument_tilbage
from rehabteam.sager.adgang.rettigheder import IngenRet, kraev_ret
from rehabteam.sager.models import Dokument, Sag
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web.cprvagt import uden_cpr
from rehabteam.web.filsvar import filsvar, kan_ikke_hentes
from rehabteam.web.formular import proev
from rehabteam.web.formularer.sag import DokumentForm, TilbageForm
from rehabteam.web.laest import marker
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme

ENDELSER = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


@kraever("tilfoej_dokument", "GET", "POST")
def nyt(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "tilfoej_dokument", sag)
    if request.method == "POST":
        form = DokumentForm(request.POST, request.FILES)
        if form.is_valid() and (dokument := _tilfoej(request, sag, form)):
            messages.success(
                request, _("Dokumentet »%(titel)s« er lagt på sagen.") % {"titel": dokument.titel}
            )
            return redirect("web:sag", sag.id)
    else:
        slags = request.GET.get("slags", "")
        form = DokumentForm(initial={"slags": slags} if slags in SLAGS else {})
    side = _("Tilføj dokument")
    kontekst = ramme(request, sag, side=side) | {
        "form": form,
        "side": side,
        "ikke_scannet": "virusscanner" in settings.SLAAET_FRA,
        "hoejst_tekst": TEKSTER["for_stor"],
    }
    return render(request, "web/sag/dokument_nyt.html", kontekst, status=422 if form.errors else 200)


def _tilfoej(request: HttpRequest, sag: Sag, form: DokumentForm) -> Dokument | None:
    felter = form.cleaned_data
    fil = felter["fil"]
    if fil.size > settings.MAX_FILSTOERRELSE:
        form.add_error("fil", TEKSTER["for_stor"])
        return None
    gemt = proev(
        request,
        form,
        tilfoej_dokument,
        sag.id,
        filnavn=uden_cpr(fil.name),
        data=fil.read(),
        titel=felter["titel"],
        slags=felter["slags"],
        dato=felter["dato"],
    )
    if gemt is None:
        form.fil_skal_vaelges_igen()
    return gemt


@kraever("dokumenter.se")
def vis(request: HttpRequest, sag_id: UUID, dokument_id: UUID) -> HttpResponse:
    """The bytes as they came; shown in the browser, or fetched with ?hent."""
    sag = hent_sag(request, sag_id)
    dokument = get_object_or_404(Dokument, sag=sag, id=dokument_id)
    if dokument.trukket_tilbage_tid:
        return kan_ikke_hentes(
            request,
            410,
            _("Dokumentet er trukket tilbage"),
            _("Det vises ikke længere. Kommunen kan se grunden i sagens historik."),
        )
    try:
        data = lager().laes(dokument.sha256)
    except LagerFejl as fejl:
        return kan_ikke_hentes(request, 503, _("Dokumentet kan ikke vises lige nu"), str(fejl))
    marker(request.aktoer, [dokument.sha256])
    endelse = ENDELSER.get(dokument.mime)
    if endelse is None:  # kept from another system: handed over as it is, never shown
        return filsvar(data, "application/octet-stream", dokument.filnavn, hent=True)
    return filsvar(data, dokument.mime, f"{dokument.vist_titel}.{endelse}", hent="hent" in request.GET)


@kraever("traek_dokument_tilbage", "GET", "POST")
def tilbage(request: HttpRequest, sag_id: UUID, dokument_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "traek_dokument_tilbage", sag)
    dokument = get_object_or_404(Dokument, sag=sag, id=dokument_id, trukket_tilbage_tid=None)
    if dokument.id in sagsbillede.lavet_her(sag):
        raise IngenRet(
            _("Det, der er underskrevet eller afgivet, trækkes ikke tilbage. Det rettes med et tillæg.")
        )
    form = TilbageForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and proev(
        request, form, traek_dokument_tilbage, sag.id, dokument.id, grund=form.cleaned_data["grund"]
    ):
        messages.success(request, _("Dokumentet »%(titel)s« er trukket tilbage.") % {"titel": dokument.titel})
        return redirect("web:sag_dokumenter", sag.id)
    side = _("Træk dokument tilbage")
    kontekst = ramme(request, sag, side=side) | {"form": form, "side": side, "dokument": dokument}
    return render(request, "web/sag/tilbage.html", kontekst, status=422 if form.errors else 200)
