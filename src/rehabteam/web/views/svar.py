"""Answering what the law leaves to a human, on one case."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.mangler import mangler
from rehabteam.handlinger.svar_paa_spoergsmaal import svar_paa_spoergsmaal
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Sag
from rehabteam.sager.sagsfakta.skoen import SPOERGSMAAL, seneste
from rehabteam.web.adresse import sikker_adresse
from rehabteam.web.formular import proev
from rehabteam.web.mangelsteder import SPOERGSMAALET
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme
from rehabteam.web.skoenblok import SkoenForm, laes_svar, skoenblok


@kraever("svar_paa_spoergsmaal", "GET", "POST")
def svar(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """GET ?spoergsmaal=<key> shows one question, without it those of the case.

    POST: spoergsmaal, vaerdi, grund and naeste (a page of ours).
    """
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "svar_paa_spoergsmaal", sag)
    felter = request.POST if request.method == "POST" else request.GET
    noegle = felter.get("spoergsmaal", "")
    if noegle not in SPOERGSMAAL:
        if request.method == "POST" or noegle:
            raise Http404
        return _alle(request, sag)
    naeste = sikker_adresse(request, felter.get("naeste", "")) or reverse("web:sag", args=[sag.id])
    form = None
    if request.method == "POST":
        form = SkoenForm(request.POST, spoergsmaal=SPOERGSMAAL[noegle], besvaret=True)
        if form.is_valid() and proev(
            request,
            form,
            svar_paa_spoergsmaal,
            sag.id,
            noegle=noegle,
            vaerdi=laes_svar(form.cleaned_data["vaerdi"]),
            grund=form.cleaned_data["grund"],
        ):
            messages.success(request, _("Dit svar er gemt på sagen."))
            return redirect(naeste)
    side = _("Svar på et spørgsmål")
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "form": form,
        "skoen": skoenblok(sag, noegle, form=form, naeste=naeste),
    }
    return render(request, "web/sag/svar.html", kontekst, status=422 if form else 200)


def _alle(request: HttpRequest, sag: Sag) -> HttpResponse:
    """What is asked on this case and what has been answered, one line each."""
    svaret = mangler(sag)
    aabne = {SPOERGSMAALET.get(m.kode, m.kode) for m in svaret.mangler}
    aabne |= {s.noegle for s in svaret.skal_vurderes}
    if "undtaget_13d" in aabne:
        aabne |= {"indsats_13d", "ophoer"}
    givne = seneste(sag)
    side = _("Spørgsmål og svar")
    linjer = [
        {
            "tekst": _(s.tekst),
            "hjemmel": s.hjemmel,
            "skoen": givne.get(n),
            "svar": _(s.ord(givne[n].vaerdi)) if n in givne else "",
            "url": f"{reverse('web:sag_svar', args=[sag.id])}?spoergsmaal={n}",
        }
        for n, s in SPOERGSMAAL.items()
        if n in aabne or n in givne
    ]
    kontekst = ramme(request, sag, side=side) | {"side": side, "linjer": linjer}
    return render(request, "web/sag/svarene.html", kontekst)
