"""One document: adding it, opening it, withdrawing it."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from rehabteam.dokumenter import modtagelse
from rehabteam.dokumenter.afvist import TEKSTER
from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.laeg_modtaget import laeg_modtaget
from rehabteam.handlinger.lageret import lager
from rehabteam.handlinger.sagt import SLAGS
from rehabteam.handlinger.traek_dokument_tilbage import traek_dokument_tilbage
from rehabteam.sager.adgang.rettigheder import IngenRet, kraev_ret
from rehabteam.sager.models import Dokument, ModtagetFil, Sag
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web.filsvar import filsvar, kan_ikke_hentes
from rehabteam.web.formular import proev
from rehabteam.web.formularer.sag import DokumentForm, TilbageForm
from rehabteam.web.laest import marker
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme

from .modtagelse import modtag_hele

ENDELSER = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


@kraever("tilfoej_dokument", "GET", "POST")
def nyt(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "tilfoej_dokument", sag)
    if request.method == "POST":
        form = DokumentForm(request.POST, request.FILES)
        gemt = _tilfoej(request, sag, form) if form.is_valid() else None
        if isinstance(gemt, ModtagetFil):
            messages.info(
                request,
                _(
                    "Filen er sendt, men ikke lagt på sagen endnu. Når den er klar, lægger du den på sagen her."
                ),
            )
            return redirect("web:modtagelse", sag.id)
        if gemt:
            messages.success(request, _("Dokumentet »%(titel)s« er lagt på sagen.") % {"titel": gemt.titel})
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


def _tilfoej(request: HttpRequest, sag: Sag, form: DokumentForm) -> Dokument | ModtagetFil | None:
    """The document, or the file that waits: for the scanner, or to be converted."""
    fil = form.cleaned_data["fil"]
    sagt = {felt: form.cleaned_data[felt] for felt in ("slags", "titel", "afsender", "dato")}
    gemt = proev(request, form, _modtag_en, sag.id, fil=fil, sagt=sagt)
    if gemt is None:
        form.fil_skal_vaelges_igen()
    return gemt


def _modtag_en(
    anledning: Anledning, sag_id: UUID, *, fil: UploadedFile, sagt: dict[str, Any]
) -> Dokument | ModtagetFil:
    """One file, said what it is already: taken in like all others, and laid on the case when it is ready.

    Raises KanIkke at `fil` and at the fields.
    """
    try:
        (begyndt,) = modtag_hele(anledning, sag_id, filer=[fil], **sagt)
    except KanIkke as nej:
        raise KanIkke({"fil": str(nej)}) from None
    if begyndt.fil is None:
        raise KanIkke({"fil": begyndt.grund})
    kommet = ModtagetFil.objects.get(id=begyndt.fil.id)
    try:
        if kommet.tilstand == ModtagetFil.Tilstand.AFVIST:
            raise KanIkke({"fil": kommet.grund})
        if kommet.tilstand != ModtagetFil.Tilstand.KLAR:
            return kommet
        return laeg_modtaget(anledning, sag_id, kommet.id, **sagt)
    except KanIkke:
        modtagelse.fjern(settings.DATA, kommet.id)  # its row is rolled back with the answer
        raise


@kraever("dokumenter.se")
def vis(request: HttpRequest, sag_id: UUID, dokument_id: UUID) -> HttpResponse:
    """What is shown of it; in the browser, or fetched with ?hent. ?original: the file as it came, only ever fetched."""
    sag = hent_sag(request, sag_id)
    dokument = get_object_or_404(Dokument, sag=sag, id=dokument_id)
    if dokument.trukket_tilbage_tid:
        return kan_ikke_hentes(
            request,
            410,
            _("Dokumentet er trukket tilbage"),
            _("Det vises ikke længere. Kommunen kan se grunden i sagens historik."),
        )
    original = "original" in request.GET and bool(dokument.original_sha256)
    try:
        data = lager().laes(dokument.original_sha256 if original else dokument.sha256)
    except LagerFejl as fejl:
        return kan_ikke_hentes(request, 503, _("Dokumentet kan ikke vises lige nu"), str(fejl))
    if original:  # never shown here: what it can do is for the program it is made for
        return filsvar(data, "application/octet-stream", dokument.original_filnavn, hent=True)
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
