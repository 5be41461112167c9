"""Who of the sundhedskoordinatorer is away, and giving her cases to her substitute."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.handlinger.afslut_fravaer import afslut_fravaer
from rehabteam.handlinger.giv_til_stedfortraeder import giv_til_stedfortraeder
from rehabteam.handlinger.registrer_fravaer import registrer_fravaer
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.udtraek import indbakke as udtraek
from rehabteam.sager.udtraek.fravaer import kommende
from rehabteam.web.anledning import anledning
from rehabteam.web.formular import proev
from rehabteam.web.formularer.region import FravaerForm, GivForm
from rehabteam.web.ret import kraever


@kraever("fravaer.se", "GET", "POST")
def fravaer(request: HttpRequest) -> HttpResponse:
    """The list; for the secretariat with the form."""
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    form = None
    if har_ret(hvem, "registrer_fravaer"):
        folk = [(str(k.id), k.navn) for k in udtraek.koordinatorer(hvem)]
        form = FravaerForm(request.POST if request.method == "POST" else None, folk=folk)
        if form.is_valid():
            felter = form.cleaned_data
            ny = proev(
                request,
                form,
                registrer_fravaer,
                hvem_id=UUID(felter["hvem"]),
                fra=felter["fra"],
                til=felter["til"],
                stedfortraeder_id=UUID(felter["stedfortraeder"]) if felter["stedfortraeder"] else None,
            )
            if ny:
                messages.success(
                    request,
                    _("%(navn)s er skrevet væk. Sagerne bliver, til du giver dem videre.")
                    % {"navn": ny.medarbejder.navn},
                )
                return redirect("web:fravaer")
    liste = list(kommende(hvem, dag))
    kontekst = {"fravaer": liste, "form": form, "i_dag": dag}
    return render(request, "web/region/fravaer.html", kontekst, status=422 if form and form.errors else 200)


@kraever("afslut_fravaer", "POST")
def fravaer_slut(request: HttpRequest, fravaer_id: UUID) -> HttpResponse:
    slut = afslut_fravaer(anledning(request), fravaer_id)
    messages.success(request, _("%(navn)s er ikke længere skrevet væk.") % {"navn": slut.medarbejder.navn})
    return redirect("web:fravaer")


@kraever("giv_til_stedfortraeder", "GET", "POST")
def fravaer_giv(request: HttpRequest, fravaer_id: UUID) -> HttpResponse:
    """The open cases of the one who is away, and one button for all of them."""
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    f = get_object_or_404(kommende(hvem, dag), id=fravaer_id)
    sager = udtraek.til_overgang(hvem, f.medarbejder_id)
    request.spor.viser(*(s.borger_id for s in sager))  # type: ignore[attr-defined]
    form = GivForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        givne = proev(request, form, giv_til_stedfortraeder, f.id, grund=form.cleaned_data["grund"])
        if givne:
            antal = len(givne)
            messages.success(
                request,
                ngettext(
                    "%(antal)s sag er givet til %(navn)s.", "%(antal)s sager er givet til %(navn)s.", antal
                )
                % {"antal": antal, "navn": f.stedfortraeder.navn if f.stedfortraeder else ""},
            )
            return redirect("web:fravaer")
    kontekst = {
        "f": f,
        "sager": sager,
        "inhabile": {s.id for s in sager if f.stedfortraeder_id in s.udelukkede},
        "form": form,
    }
    return render(request, "web/region/fravaer_giv.html", kontekst, status=422 if form.errors else 200)
