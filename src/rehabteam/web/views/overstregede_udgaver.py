"""The redacted editions that are made: fetched, used without text, withdrawn."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.traek_overstregning_tilbage import traek_overstregning_tilbage
from rehabteam.handlinger.undlad_laesning import undlad_laesning
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Overstregning
from rehabteam.sager.udtraek import overstregninger as udtraek
from rehabteam.web.anledning import anledning
from rehabteam.web.filsvar import kan_ikke_hentes
from rehabteam.web.formular import proev
from rehabteam.web.formularer.overstregning import TilbageForm
from rehabteam.web.gemtfil import gemt_fil
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme


@kraever("overstregning.se")
def overstreg_hent(request: HttpRequest, sag_id: UUID, overstregning_id: UUID) -> HttpResponse:
    """An edition that is made, byte for byte."""
    sag = hent_sag(request, sag_id)
    udgave = get_object_or_404(Overstregning.objects.exclude(lavet_tid=None), sag=sag, id=overstregning_id)
    if udgave.trukket_tilbage_tid:
        return kan_ikke_hentes(request, 410, _("Udgaven er trukket tilbage"), udgave.trukket_tilbage_grund)
    navn = _("Overstreget udgave %(nr)s, sag %(sag)s") % {"nr": udgave.nr, "sag": sag.nummer}
    return gemt_fil(
        *(request, udgave.sha256, udtraek.PDF, f"{navn}.pdf"),
        nede=_("Udgaven kan ikke vises lige nu"),
        hent="hent" in request.GET,
    )


@kraever("undlad_laesning", "POST")
def overstreg_uden_tekst(request: HttpRequest, sag_id: UUID, overstregning_id: UUID) -> HttpResponse:
    """The edition is used as pictures alone; it waits no more."""
    udgave = undlad_laesning(anledning(request), sag_id, overstregning_id)
    messages.success(request, _("Udgave %(nr)s bruges uden tekst. Den kan gives nu.") % {"nr": udgave.nr})
    return redirect(f"{reverse('web:overstreg', args=[sag_id, udgave.dokument_id])}#udgaver")


@kraever("traek_overstregning_tilbage", "GET", "POST")
def overstreg_tilbage(request: HttpRequest, sag_id: UUID, overstregning_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "traek_overstregning_tilbage", sag)  # type: ignore[attr-defined]
    udgave = get_object_or_404(
        Overstregning.objects.exclude(lavet_tid=None).select_related("dokument__sag__borger"),
        sag=sag,
        id=overstregning_id,
        trukket_tilbage_tid=None,
    )
    form = TilbageForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and proev(
        request,
        form,
        traek_overstregning_tilbage,
        sag.id,
        udgave.id,
        grund=form.cleaned_data["tilbage_grund"],
    ):
        messages.success(request, _("Udgave %(nr)s er trukket tilbage.") % {"nr": udgave.nr})
        return redirect("web:overstreg", sag.id, udgave.dokument_id)
    side = _("Træk en overstreget udgave tilbage")
    kontekst = ramme(request, sag, side=side) | {"form": form, "side": side, "udgave": udgave}
    return render(request, "web/udlevering/tilbage.html", kontekst, status=422 if form.errors else 200)
