"""Asking others about the citizen: on a consent, or on an exception a person has chosen."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from rehabteam.handlinger.anmod_om_oplysninger import NY_VURDERING, anmod_om_oplysninger, skal_begrundes
from rehabteam.handlinger.annuller_anmodning import annuller_anmodning
from rehabteam.handlinger.fejl import FindesIkke
from rehabteam.handlinger.modtag_oplysninger import modtag_oplysninger
from rehabteam.lov.bek2408_2021.par18 import PKT2
from rehabteam.lov.retssikkerhedsloven.par11a import STK1, UDGAVE
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.attestformer import er_attest
from rehabteam.sager.models import Anmodning, Sag
from rehabteam.sager.udtraek.samtykker import sagens_anmodninger, sagens_samtykker
from rehabteam.web.anledning import anledning
from rehabteam.web.formular import proev
from rehabteam.web.formularer.samtykke import AnnullerForm, PaaSamtykkeForm, UdenSamtykkeForm, samtykkets
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme
from rehabteam.web.samtykkeside import anmodningsrad, samtykkerad


@kraever("anmod_om_oplysninger", "GET", "POST")
def paa_samtykke(request: HttpRequest, sag_id: UUID, samtykke_id: UUID) -> HttpResponse:
    """What is wrong with the consent is said at once; then there is no form to fill in."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "anmod_om_oplysninger", sag)
    samtykke = get_object_or_404(sagens_samtykker(request.aktoer, sag), id=samtykke_id)
    form = PaaSamtykkeForm(request.POST or None, initial=samtykkets(samtykke), igen=_igen(sag))
    if form.is_valid() and (
        anmodning := proev(
            request,
            form,
            anmod_om_oplysninger,
            sag.id,
            til=samtykke.kilde,
            samtykke_id=samtykke.id,
            **form.cleaned_data,
        )
    ):
        return _registreret(request, anmodning)
    side = _("Bed om oplysninger")
    kontekst = ramme(request, sag, side=side) | {
        "form": form,
        "side": side,
        "rad": samtykkerad(sag, samtykke, request.dag),
        "maa_registrere": har_ret(request.aktoer, "registrer_samtykke", sag),
        **_husk(sag),
    }
    return render(request, "web/samtykke/bed_om.html", kontekst, status=422 if form.errors else 200)


@kraever("anmod_om_oplysninger", "GET", "POST")
def uden_samtykke(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "anmod_om_oplysninger", sag)
    form = UdenSamtykkeForm(request.POST or None, igen=_igen(sag))
    if form.is_valid() and (
        anmodning := proev(request, form, anmod_om_oplysninger, sag.id, **form.cleaned_data)
    ):
        return _registreret(request, anmodning)
    side = _("Bed om oplysninger uden samtykke")
    kontekst = ramme(request, sag, side=side) | {"form": form, "side": side, **_husk(sag)}
    return render(request, "web/samtykke/uden_samtykke.html", kontekst, status=422 if form.errors else 200)


def _igen(sag: Sag) -> bool:
    """A case that comes again needs no new certificate, unless the situation has changed (BEK § 18)."""
    return skal_begrundes(sag, NY_VURDERING)


def _husk(sag: Sag) -> dict[str, object]:
    return {
        "ingen_ny_attest": _igen(sag),
        "pkt2": PKT2,
        "stk1": STK1,
        "udgaver": [UDGAVE],
    }


def _registreret(request: HttpRequest, anmodning: Anmodning) -> HttpResponse:
    messages.success(
        request,
        _(
            "Anmodningen til %(hvem)s er registreret. Rehabteam sender den ikke: send den, som I plejer at bestille "
            "attester og oplysninger."
        )
        % {"hvem": anmodning.til},
    )
    if er_attest(anmodning.form):
        return redirect("web:attest", anmodning.sag_id, anmodning.id)
    return redirect("web:sag_samtykker", anmodning.sag_id)


@kraever("annuller_anmodning", "GET", "POST")
def annuller(request: HttpRequest, sag_id: UUID, anmodning_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "annuller_anmodning", sag)
    anmodning = get_object_or_404(sagens_anmodninger(request.aktoer, sag), id=anmodning_id)
    if anmodning.tilstand != Anmodning.Tilstand.SENDT:
        return _ikke_aaben(request, sag)
    form = AnnullerForm(request.POST or None)
    try:
        if form.is_valid() and proev(request, form, annuller_anmodning, anmodning.id, **form.cleaned_data):
            messages.success(
                request,
                _("Anmodningen er annulleret. Fortæl %(hvem)s, at den ikke skal besvares.")
                % {"hvem": anmodning.til},
            )
            return redirect("web:sag_samtykker", sag.id)
    except FindesIkke:
        return _ikke_aaben(request, sag)
    side = _("Annullér anmodningen")
    kontekst = ramme(request, sag, side=side) | {"form": form, "side": side, "rad": anmodningsrad(anmodning)}
    return render(request, "web/samtykke/annuller.html", kontekst, status=422 if form.errors else 200)


@kraever("modtag_oplysninger", "POST")
def modtaget(request: HttpRequest, sag_id: UUID, anmodning_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "modtag_oplysninger", sag)
    anmodning = get_object_or_404(sagens_anmodninger(request.aktoer, sag), id=anmodning_id)
    try:
        modtag_oplysninger(anledning(request), anmodning.id)
    except FindesIkke:
        return _ikke_aaben(request, sag)
    messages.success(
        request, _("Svaret fra %(hvem)s er noteret. Læg det ved under Dokumenter.") % {"hvem": anmodning.til}
    )
    return redirect("web:sag_samtykker", sag.id)


def _ikke_aaben(request: HttpRequest, sag: Sag) -> HttpResponse:
    """Somebody closed it between our look and our act, or the citizen took her consent back."""
    messages.info(request, _("Anmodningen er ikke længere åben. Se, hvordan den står, i listen."))
    return redirect("web:sag_samtykker", sag.id)
