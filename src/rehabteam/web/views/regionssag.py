"""What secretariat and kommune say to each other about a case, and what is decided about one that came too late."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.spoerg_kommunen import spoerg_kommunen
from rehabteam.handlinger.svar_regionen import svar_regionen
from rehabteam.handlinger.tag_stilling import FLYT, tag_stilling
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Sag
from rehabteam.sager.udtraek import indbakke as udtraek
from rehabteam.web.byggesten import datoer
from rehabteam.web.formular import proev
from rehabteam.web.formularer.region import SpoergForm, StillingForm, SvarForm
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme


@kraever("regionsspoergsmaal.se", "GET", "POST")
def spoergsmaal(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The thread: the secretariat asks, the kommune answers, the coordinator reads."""
    sag, hvem = hent_sag(request, sag_id), request.aktoer  # type: ignore[attr-defined]
    kraev_ret(hvem, "regionsspoergsmaal.se", sag)
    maa_spoerge = har_ret(hvem, "spoerg_kommunen", sag)
    if request.method == "POST":
        return _spoerg(request, sag) if maa_spoerge else _svar(request, sag)
    return _traad(request, sag, SpoergForm() if maa_spoerge else None)


def _spoerg(request: HttpRequest, sag: Sag) -> HttpResponse:
    form = SpoergForm(request.POST)
    if form.is_valid() and proev(request, form, spoerg_kommunen, sag.id, tekst=form.cleaned_data["tekst"]):
        messages.success(
            request, _("%(kommune)s er spurgt. Svaret kommer her.") % {"kommune": sag.kommune.navn}
        )
        return redirect("web:regionsspoergsmaal", sag.id)
    return _traad(request, sag, form)


def _svar(request: HttpRequest, sag: Sag) -> HttpResponse:
    kraev_ret(request.aktoer, "svar_regionen", sag)  # type: ignore[attr-defined]
    form = SvarForm(request.POST)
    if form.is_valid():
        felter = form.cleaned_data
        if proev(
            request, form, svar_regionen, sag.id, spoergsmaal_id=felter["spoergsmaal"], svar=felter["svar"]
        ):
            messages.success(request, _("Svaret er sendt til Klinisk Funktion."))
            return redirect("web:regionsspoergsmaal", sag.id)
    return _traad(request, sag, form)


def _traad(request: HttpRequest, sag: Sag, form: SpoergForm | SvarForm | None) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    traad = list(udtraek.traad(sag))
    aabent = next((s for s in traad if not s.svar_tid), None)
    maa_svare = har_ret(hvem, "svar_regionen", sag)
    if form is None and maa_svare and aabent:
        form = SvarForm(initial={"spoergsmaal": aabent.id})
    side = _("Spørgsmål fra Klinisk Funktion")
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "traad": traad,
        "form": form,
        "svarer": aabent if maa_svare else None,
        "spoerger": har_ret(hvem, "spoerg_kommunen", sag),
    }
    return render(
        request, "web/region/spoergsmaal.html", kontekst, status=422 if form and form.errors else 200
    )


@kraever("tag_stilling", "GET", "POST")
def stilling(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Tag med eller Flyt, each with a reason; the kommune's own reason stands above."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "tag_stilling", sag)  # type: ignore[attr-defined]
    if not sag.sendt_for_sent or sag.sent_stilling or sag.moede is None:
        messages.info(request, _("Der skal ikke tages stilling til sagen."))
        return redirect("web:indbakke")
    dage = [
        (str(m.id), f"{datoer.saetning(m.dato)}, {m.sted}")
        for m in udtraek.andre_dage(request.aktoer, sag)  # type: ignore[attr-defined]
    ]
    form = StillingForm(request.POST if request.method == "POST" else None, moeder=dage)
    if form.is_valid():
        felter = form.cleaned_data
        valgt = UUID(felter["moede"]) if felter["moede"] and felter["valg"] == FLYT else None
        if proev(
            request, form, tag_stilling, sag.id, valg=felter["valg"], grund=felter["grund"], moede_id=valgt
        ):
            flyttet = _("Sagen er flyttet. Kommunen ser det på sagen med din grund.")
            taget = _("Sagen tages med. Vælg nu en sundhedskoordinator.")
            messages.success(request, flyttet if felter["valg"] == FLYT else taget)
            return redirect(reverse("web:indbakke") + f"#k-{sag.id}")
    side = _("Tag stilling")
    kontekst = ramme(request, sag, side=side) | {"side": side, "form": form, "ingen_dage": not dage}
    return render(request, "web/region/stilling.html", kontekst, status=422 if form.errors else 200)
