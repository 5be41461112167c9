"""The sundhedskoordinator's note: written in five parts, read through, signed; later an addition."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.handlinger.fejl import AendretAfAnden, FindesIkke, KanIkke
from rehabteam.handlinger.skriv_notat import FELTER, skriv_notat
from rehabteam.handlinger.underskriv_notat import hvad_mangler, underskriv_notat
from rehabteam.sager.models import Sag, Sundhedsnotat
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.sager.udtraek.indbakke import fra_foer
from rehabteam.web.anledning import anledning
from rehabteam.web.formular import proev
from rehabteam.web.formularer.region import NotatForm
from rehabteam.web.konfliktside import konfliktside
from rehabteam.web.laest import laeste
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme

KNAPPER = (("underskriv", gettext_lazy("Læs igennem og underskriv")), ("kladde", gettext_lazy("Gem kladde")))


@kraever("skriv_notat", "GET", "POST")
def notat(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The draft; a signed note is shown to be read, with "Skriv tillæg" beside it."""
    sag = hent_sag(request, sag_id)
    kladde = _kladde(request, sag)
    if request.method == "POST":
        return _gem(request, sag, kladde, NotatForm(request.POST))
    if kladde is None and "tillaeg" not in request.GET and (signerede := _signerede(sag)):
        side = _("Notat")
        kontekst = ramme(request, sag, side=side) | {"side": side, "notater": signerede}
        return render(request, "web/region/notat_laes.html", kontekst)
    start = {felt: getattr(kladde, felt) for felt in FELTER} if kladde else {}
    return _side(
        request, sag, kladde, NotatForm(initial=start | {"version": kladde.version if kladde else 0})
    )


def _gem(request: HttpRequest, sag: Sag, kladde: Sundhedsnotat | None, form: NotatForm) -> HttpResponse:
    if not form.is_valid():
        return _side(request, sag, kladde, form, 422)
    try:
        gemt = proev(request, form, skriv_notat, sag.id, **form.cleaned_data)
    except AendretAfAnden as fejl:
        tilbage = reverse("web:notat", args=[sag.id])
        knapper = [
            {"navn": "gem", "vaerdi": vaerdi, "tekst": tekst, "primaer": vaerdi == "kladde"}
            for vaerdi, tekst in reversed(KNAPPER)
        ]
        kontekst = ramme(request, sag, side=_("Notat"))
        return konfliktside(request, form, fejl, FELTER, **kontekst, knapper=knapper, tilbage_url=tilbage)
    if not gemt:
        return _side(request, sag, kladde, form, 422)
    if request.POST.get("gem") == "underskriv":
        if mangler := hvad_mangler(gemt):
            form.mangler(mangler)
            return _side(request, sag, kladde, form, 422)
        return redirect("web:notat_underskriv", sag.id)
    messages.success(request, _("Kladden er gemt. Kun du kan se den, til du skriver under."))
    return redirect("web:notat", sag.id)


def _side(
    request: HttpRequest, sag: Sag, kladde: Sundhedsnotat | None, form: NotatForm, status: int = 200
) -> HttpResponse:
    notater = _signerede(sag)
    egne = {n.dokument_id for n in notater}
    side = _("Tillæg") if notater else _("Notat")
    foer_notater, resume = fra_foer(request.aktoer, sag)  # type: ignore[attr-defined]
    nye = [d for d in sagsbillede.gyldige(sag) if d.fulgte_med_id is None and d.id not in egne]
    laest = laeste(request.aktoer, (d.sha256 for d in nye))  # type: ignore[attr-defined]
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "form": form,
        "kladde": kladde,
        "notater": notater,
        "foer_notater": foer_notater,
        "resume": resume,
        "nye": [(d, d.sha256 in laest) for d in nye],
        "tidligere": [d for d in sagsbillede.af_slags(sag, "sundhedsnotat") if d.id not in egne],
        "knapper": KNAPPER,
    }
    return render(request, "web/region/notat.html", kontekst, status=status)


def _kladde(request: HttpRequest, sag: Sag) -> Sundhedsnotat | None:
    mig = request.aktoer.medarbejder_id  # type: ignore[attr-defined]
    return sag.sundhedsnotat_raekker.filter(underskrevet_tid=None, forfatter_id=mig).first()


def _signerede(sag: Sag) -> list[Sundhedsnotat]:
    return list(sagsbillede.notater(sag))


@kraever("underskriv_notat", "GET", "POST")
def underskriv(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Read it once more, then sign: from then on it is locked."""
    sag = hent_sag(request, sag_id)
    kladde = _kladde(request, sag)
    if kladde is None:
        if _signerede(sag):
            messages.info(request, _("Notatet er allerede underskrevet. Der er ikke sket noget igen."))
        return redirect("web:notat", sag.id)
    if request.method == "POST":
        try:
            underskriv_notat(anledning(request), sag.id)
        except FindesIkke:  # signed in another window a moment ago
            messages.info(request, _("Notatet er allerede underskrevet. Der er ikke sket noget igen."))
            return redirect("web:notat", sag.id)
        except KanIkke as fejl:
            form = NotatForm({felt: getattr(kladde, felt) for felt in FELTER} | {"version": kladde.version})
            form.is_valid()
            form.mangler(fejl.felter)
            return _side(request, sag, kladde, form, 422)
        messages.success(
            request, _("Notatet er underskrevet og låst. Kommunen, teamet og sekretariatet kan nu læse det.")
        )
        return redirect("web:notat", sag.id)
    side = _("Underskriv")
    kontekst = ramme(request, sag, side=side) | {"side": side, "kladde": kladde}
    return render(request, "web/region/underskriv.html", kontekst)
