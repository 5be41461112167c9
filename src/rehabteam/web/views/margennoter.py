"""The notes beside the pages: written, shared with one's own house, withdrawn, deleted."""

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.del_margennote import del_margennote
from rehabteam.handlinger.skriv_margennote import skriv_margennote
from rehabteam.handlinger.slet_margennote import slet_margennote
from rehabteam.handlinger.traek_margennote_tilbage import traek_margennote_tilbage
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Dokument, Margennote, Sag
from rehabteam.sager.udtraek.margennoter import synlige_margennoter
from rehabteam.web.formular import Formular, proev
from rehabteam.web.formularer.margennote import MargennoteForm
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme


@kraever("skriv_margennote", "GET", "POST")
def ny(request: HttpRequest, sag_id: UUID, dokument_id: UUID) -> HttpResponse:
    """A note beside a page of the document; ?side says which."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "skriv_margennote", sag)  # type: ignore[attr-defined]
    dokument = get_object_or_404(
        Dokument.objects.select_related("sag__borger"), sag=sag, id=dokument_id, trukket_tilbage_tid=None
    )
    return _skriv(request, sag, dokument, None)


@kraever("skriv_margennote", "GET", "POST")
def ret(request: HttpRequest, sag_id: UUID, margennote_id: UUID) -> HttpResponse:
    """One's own note, as long as it is nobody else's."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "skriv_margennote", sag)  # type: ignore[attr-defined]
    note = get_object_or_404(_mine(request, sag).filter(delt_tid=None), id=margennote_id)
    return _skriv(request, sag, note.dokument, note)


@kraever("del_margennote", "POST")
def del_(request: HttpRequest, sag_id: UUID, margennote_id: UUID) -> HttpResponse:
    return _en(
        request, sag_id, margennote_id, del_margennote, _("Noten er delt. Dine kolleger kan nu læse den.")
    )


@kraever("traek_margennote_tilbage", "POST")
def traek_tilbage(request: HttpRequest, sag_id: UUID, margennote_id: UUID) -> HttpResponse:
    return _en(request, sag_id, margennote_id, traek_margennote_tilbage, _("Noten er trukket tilbage."))


@kraever("slet_margennote", "POST")
def slet(request: HttpRequest, sag_id: UUID, margennote_id: UUID) -> HttpResponse:
    return _en(request, sag_id, margennote_id, slet_margennote, _("Noten er slettet."))


def _skriv(request: HttpRequest, sag: Sag, dokument: Dokument, note: Margennote | None) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    kan_deles = har_ret(hvem, "del_margennote", sag)
    begynd = (
        {"side": note.side, "sted": note.sted, "tekst": note.tekst, "version": note.version}
        if note
        else {"side": request.GET.get("side", "1")[:6], "version": 0}
    )
    form = MargennoteForm(
        request.POST if request.method == "POST" else None,
        initial=begynd,
        sider=dokument.sider,
        huset=hvem.organisation_navn if kan_deles else "",
    )
    if form.is_valid():
        felter = form.cleaned_data
        gemt = proev(
            request,
            form,
            skriv_margennote,
            sag.id,
            dokument.id,
            side=note.side if note else felter["side"],
            tekst=felter["tekst"],
            sted=felter["sted"],
            note_id=note.id if note else None,
            version=felter["version"] or 0,
            delt=felter.get("hvem") == "huset",
        )
        if gemt:
            messages.success(
                request,
                _("Noten er gemt og delt med dine kolleger.")
                if gemt.delt_tid
                else _("Noten er gemt. Kun du kan se den."),
            )
            return redirect(_tilbage(gemt))
    navn = _("Ret din note") if note else _("Ny note ved en side")
    kontekst = ramme(request, sag, side=navn) | {
        "form": form,
        "side": navn,
        "dokument": dokument,
        "note": note,
        "nuvaerende": note.version if note else 0,
        "kan_deles": kan_deles,
    }
    return render(request, "web/sag/margennote.html", kontekst, status=422 if form.errors else 200)


def _en(
    request: HttpRequest, sag_id: UUID, margennote_id: UUID, handling: object, kvittering: str
) -> HttpResponse:
    """One press at a note, and back to its page."""
    sag = hent_sag(request, sag_id)
    note = get_object_or_404(_mine(request, sag), id=margennote_id)
    maal = _tilbage(note)
    form = Formular(request.POST)
    form.is_valid()
    proev(request, form, handling, sag.id, note.id)  # type: ignore[arg-type]
    if form.errors:
        messages.error(request, " ".join(form.non_field_errors()))
    else:
        messages.success(request, kvittering)
    return redirect(maal)


def _mine(request: HttpRequest, sag: Sag) -> "QuerySet[Margennote]":
    hvem = request.aktoer  # type: ignore[attr-defined]
    return (
        synlige_margennoter(hvem, sag)
        .filter(medarbejder_id=hvem.medarbejder_id)
        .select_related("dokument__sag__borger")
    )


def _tilbage(note: Margennote) -> str:
    adresse = reverse("web:alle_dokumenter", args=[note.sag_id])
    return f"{adresse}?dokument={note.dokument_id}&side={note.side}#visning"
