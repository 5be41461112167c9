"""The citizen's consents on a case: the register, a new one, the paper to sign, and taking it back."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam import breve
from rehabteam.handlinger.registrer_samtykke import registrer_samtykke
from rehabteam.handlinger.tilbagekald_samtykke import tilbagekald_samtykke
from rehabteam.lov.retssikkerhedsloven.par11a import STK1, UDGAVE
from rehabteam.lov.retssikkerhedsloven.par12 import NR3
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Anmodning, Sag, Samtykke
from rehabteam.sager.udtraek.samtykker import mine, sagens_anmodninger, sagens_samtykker
from rehabteam.web.anledning import anledning
from rehabteam.web.filsvar import filsvar
from rehabteam.web.formular import proev
from rehabteam.web.formularer.samtykke import BlanketForm, SamtykkeForm
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme
from rehabteam.web.samtykkeside import anmodningsrader, samtykkerad
from rehabteam.web.views.min_sag import hun

LAENGST = 25


@kraever("samtykke.se")
def sagens(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The register: what the citizen has said yes to, and what has been asked of others."""
    sag = hent_sag(request, sag_id)
    alle = "alle" in request.GET
    samtykker = list(sagens_samtykker(request.aktoer, sag))
    anmodninger = list(sagens_anmodninger(request.aktoer, sag))
    kontekst = ramme(request, sag, "sag_samtykker") | {
        "samtykker": [samtykkerad(sag, s, request.dag) for s in (samtykker if alle else samtykker[:LAENGST])],
        "anmodninger": anmodningsrader(anmodninger if alle else anmodninger[:LAENGST]),
        "antal": 0 if alle else max(len(samtykker), len(anmodninger)),
        "maa_registrere": har_ret(request.aktoer, "registrer_samtykke", sag),
        "maa_tilbage": har_ret(request.aktoer, "tilbagekald_samtykke", sag),
        "maa_bede": har_ret(request.aktoer, "anmod_om_oplysninger", sag),
        "maa_lukke": har_ret(request.aktoer, "annuller_anmodning", sag),
        "stk1": STK1,
    }
    kontekst["udgaver"] = [*kontekst["udgaver"], UDGAVE]
    return render(request, "web/samtykke/sagens.html", kontekst)


@kraever("registrer_samtykke", "GET", "POST")
def nyt(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "registrer_samtykke", sag)
    form = SamtykkeForm(request.POST or None)
    if form.is_valid() and (
        samtykke := proev(request, form, registrer_samtykke, sag.id, **form.cleaned_data)
    ):
        messages.success(
            request,
            _("Samtykket er registreret. Der kan nu bedes om oplysningerne hos %(hvem)s.")
            % {"hvem": samtykke.kilde},
        )
        return redirect("web:sag_samtykker", sag.id)
    return _formular(request, sag, form)


@kraever("registrer_samtykke", "POST", engang=False)
def blanket(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """What is typed so far, as a paper to sign. Nothing is kept."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "registrer_samtykke", sag)
    paa_papiret = BlanketForm(request.POST)
    if not paa_papiret.is_valid():
        form = SamtykkeForm(request.POST)
        for felt in set(form.errors) - set(BlanketForm.base_fields):
            del form.errors[felt]
        return _formular(request, sag, form)
    felter = paa_papiret.cleaned_data
    try:
        return _pdf(request, sag, felter | {"til": felter["til"].isoformat() if felter["til"] else None})
    except breve.TegnFejl as fejl:
        form = SamtykkeForm(request.POST)
        form.full_clean()
        form.errors.clear()
        form.add_error(None, str(fejl))
        return _formular(request, sag, form)


def _formular(request: HttpRequest, sag: Sag, form: SamtykkeForm) -> HttpResponse:
    side = _("Registrér samtykke")
    kontekst = ramme(request, sag, side=side) | {
        "form": form,
        "side": side,
        "stk1": STK1,
        "nr3": NR3,
        "udgaver": [UDGAVE],
    }
    return render(request, "web/samtykke/nyt.html", kontekst, status=422 if form.errors else 200)


@kraever("samtykke.se")
def papir(request: HttpRequest, sag_id: UUID, samtykke_id: UUID) -> HttpResponse:
    """A registered consent as a paper for the citizen to keep."""
    sag = hent_sag(request, sag_id)
    s = get_object_or_404(sagens_samtykker(request.aktoer, sag), id=samtykke_id)
    felter: dict[str, Any] = {"oplysninger": s.oplysninger, "kilde": s.kilde, "formaal": s.formaal}
    for navn, dag in (("givet", s.givet), ("til", s.til), ("tilbagekaldt", s.tilbagekaldt_dag)):
        felter[navn] = dag.isoformat() if dag else None
    return _pdf(request, sag, felter)


def _pdf(request: HttpRequest, sag: Sag, felter: dict[str, Any]) -> HttpResponse:
    pdf = breve.samtykke(
        {  # type: ignore[typeddict-item]
            "afsender": {"navn": request.aktoer.organisation_navn},  # type: ignore[attr-defined]
            "sagsnummer": sag.nummer,
            "borger": {"navn": sag.borger.navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
            "dato": request.dag.isoformat(),  # type: ignore[attr-defined]
            "demo": settings.DEMO,
            **felter,
        }
    )
    return filsvar(pdf, "application/pdf", "samtykke.pdf")


@kraever("samtykke.se", "GET", "POST")
def tilbage(request: HttpRequest, sag_id: UUID, samtykke_id: UUID) -> HttpResponse:
    """Confirmed on a page of its own, which says what stops."""
    sag = hent_sag(request, sag_id)
    samtykke = get_object_or_404(sagens_samtykker(request.aktoer, sag), id=samtykke_id)
    kraev_ret(request.aktoer, "tilbagekald_samtykke", sag)
    if samtykke.tilbagekaldt_tid is not None:
        return _allerede(request, samtykke)
    if request.method == "POST":
        standset = len(tilbagekald_samtykke(anledning(request), samtykke.id))
        tekst = _("Samtykket er trukket tilbage. Der må ikke længere spørges på det.")
        if standset:
            tekst += " " + ngettext(
                "%(n)s anmodning er standset. Fortæl modtageren, at den ikke skal besvares.",
                "%(n)s anmodninger er standset. Fortæl modtageren, at de ikke skal besvares.",
                standset,
            ) % {"n": standset}
        messages.success(request, tekst)
        return redirect("web:sag_samtykker", sag.id)
    side = _("Træk samtykket tilbage")
    aabne = sagens_anmodninger(request.aktoer, sag).filter(
        samtykke=samtykke, tilstand=Anmodning.Tilstand.SENDT
    )
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "samtykke": samtykke,
        "standser": anmodningsrader(aabne),
        "udgaver": [UDGAVE],
    }
    return render(request, "web/samtykke/tilbage.html", kontekst)


def _allerede(request: HttpRequest, samtykke: Samtykke) -> HttpResponse:
    messages.info(request, _("Samtykket er allerede trukket tilbage."))
    return redirect("web:sag_samtykker", samtykke.sag_id)


@kraever("mine_samtykker.se", "GET", "POST")
def mit_tilbage(request: HttpRequest, samtykke_id: UUID) -> HttpResponse:
    """The citizen takes it back herself. She is told what stops, and is asked for no reason."""
    samtykke = get_object_or_404(mine(hun(request)), id=samtykke_id)
    if samtykke.tilbagekaldt_tid is not None:
        messages.info(request, _("Samtykket er allerede trukket tilbage."))
        return redirect("web:min_sag")
    if request.method == "POST":
        tilbagekald_samtykke(anledning(request), samtykke.id)
        messages.success(
            request,
            _("Samtykket er trukket tilbage. Kommunen spørger ikke længere hos %(hvem)s.")
            % {"hvem": samtykke.kilde},
        )
        return redirect("web:min_sag")
    return render(request, "web/samtykke/mit_tilbage.html", {"samtykke": samtykke, "udgaver": []})
