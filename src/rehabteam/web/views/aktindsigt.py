"""Aktindsigt: who has asked to see the case, until when they must have an answer, and the answer itself."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam import breve
from rehabteam.handlinger.afgoer_aktindsigt import afgoer_aktindsigt
from rehabteam.handlinger.aktindsigtsfrist import frist
from rehabteam.handlinger.registrer_aktindsigt import registrer_aktindsigt
from rehabteam.handlinger.underret_om_aktindsigt import underret_om_aktindsigt
from rehabteam.handlinger.vaelg_udlevering import HJEMLER, vaelg_udlevering
from rehabteam.lov.offentlighedsloven.par36 import UDGAVE
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Aktindsigt, Sag
from rehabteam.sager.udtraek import aktindsigt as udtraek
from rehabteam.sager.udtraek import overstregninger
from rehabteam.web.arbejdsside import AKTINDSIGT_SNART
from rehabteam.web.byggesten import fristmaerke
from rehabteam.web.byggesten.fristmaerke import Fristmaerke
from rehabteam.web.filsvar import kan_ikke_hentes
from rehabteam.web.formular import proev
from rehabteam.web.formularer.aktindsigt import (
    AnmodningForm,
    BeskedForm,
    SvarForm,
    ValgForm,
    resten_udleveres,
)
from rehabteam.web.fristboks import hverdage_til
from rehabteam.web.gemtfil import gemt_fil
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme


@dataclass(frozen=True, slots=True)
class Linje:
    """One request with the law's answer and its badge (none when it is answered in time)."""

    anmodning: Aktindsigt
    svar: Vurdering
    maerke: Fristmaerke | None


def linje(anmodning: Aktindsigt, dag: date) -> Linje:
    svar = frist(anmodning, dag)
    assert svar.frist is not None
    maerke = None
    if anmodning.afgjort is None:
        maerke = fristmaerke.hverdage(
            svar.frist, hverdage_til(svar.frist, dag), AKTINDSIGT_SNART, _("svar senest")
        )
    return Linje(anmodning, svar, maerke)


@kraever("aktindsigt.se")
def sag_aktindsigt(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The requests about the case, those that wait first."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "aktindsigt.se", sag)
    linjer = [linje(a, request.dag) for a in udtraek.paa_sagen(request.aktoer, sag)]
    kontekst = ramme(request, sag, "sag_aktindsigt") | {
        "aabne": [x for x in linjer if not x.anmodning.afgjort],
        "svarede": [x for x in linjer if x.anmodning.afgjort],
        "maa_registrere": har_ret(request.aktoer, "registrer_aktindsigt", sag),
        "udgaver": [UDGAVE],
    }
    return render(request, "web/aktindsigt/sagen.html", kontekst)


@kraever("registrer_aktindsigt", "GET", "POST")
def aktindsigt_ny(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    form = AnmodningForm(
        request.POST if request.method == "POST" else None, initial={"modtaget": request.dag}
    )
    if form.is_valid() and (a := proev(request, form, registrer_aktindsigt, sag.id, **form.cleaned_data)):
        messages.success(request, _("Anmodningen er registreret. Vælg nu, hvad der udleveres."))
        return redirect("web:aktindsigt", a.id)
    side = _("Registrér en anmodning om aktindsigt")
    kontekst = ramme(request, sag, side=side) | {
        "form": form,
        "side": side,
        "udgaver": [UDGAVE],
    }
    return render(request, "web/aktindsigt/ny.html", kontekst, status=422 if form.errors else 200)


def _hent(request: HttpRequest, aktindsigt_id: UUID) -> tuple[Aktindsigt, Sag]:
    anmodninger = udtraek.anmodninger(request.aktoer)  # type: ignore[attr-defined]
    anmodning: Aktindsigt = get_object_or_404(anmodninger, id=aktindsigt_id)
    sag = hent_sag(request, anmodning.sag_id)
    request.spor.objekt = anmodning.id  # type: ignore[attr-defined]
    return anmodning, sag


def _kontekst(request: HttpRequest, anmodning: Aktindsigt, sag: Sag, side: str) -> dict[str, Any]:
    x = linje(anmodning, request.dag)  # type: ignore[attr-defined]
    return ramme(request, sag, side=side) | {
        "side": side,
        "x": x,
        "a": anmodning,
        "udgaver": [x.svar.udgave],
        "tilbage": reverse("web:aktindsigt", args=[anmodning.id]),
    }


@kraever("aktindsigt.se")
def aktindsigt(request: HttpRequest, aktindsigt_id: UUID) -> HttpResponse:
    """One request: the clock, and what is chosen about each part."""
    anmodning, sag = _hent(request, aktindsigt_id)
    return _vis(request, anmodning, sag, _valgform(None, anmodning, sag, udtraek.stykker(anmodning)))


def _valgform(
    data: QueryDict | None, anmodning: Aktindsigt, sag: Sag, stykker: list[udtraek.Stykke]
) -> ValgForm:
    udgaver = {} if anmodning.afgjort else overstregninger.gaeldende(sag)
    return ValgForm(data, stykker=stykker, udgaver=udgaver)


def _vis(request: HttpRequest, anmodning: Aktindsigt, sag: Sag, form: ValgForm) -> HttpResponse:
    stykker = form.stykker
    kontekst = _kontekst(request, anmodning, sag, _("Aktindsigt")) | {
        "form": form,
        "raekker": form.raekker(),
        "uden_valg": sum(s.valg is None for s in stykker),
        "kan_overstreges": overstregninger.KAN_TEGNES,
        "hjemler": {kode: _(tekst) for kode, tekst in HJEMLER.items()},
        "andre_kan_laese": anmodning.hvem == Aktindsigt.Hvem.REPRAESENTANT and sag.borger.er_beskyttet,
    }
    if anmodning.afgjort:
        return render(request, "web/aktindsigt/svaret.html", kontekst)
    return render(request, "web/aktindsigt/anmodning.html", kontekst, status=422 if form.errors else 200)


@kraever("vaelg_udlevering", "POST")
def aktindsigt_valg(request: HttpRequest, aktindsigt_id: UUID) -> HttpResponse:
    anmodning, sag = _hent(request, aktindsigt_id)
    stykker = udtraek.stykker(anmodning)
    data = resten_udleveres(request.POST, stykker) if request.POST.get("gem") == "alle" else request.POST
    form = _valgform(data, anmodning, sag, stykker)
    if form.is_valid() and proev(request, form, vaelg_udlevering, anmodning.id, valg=form.valg()):
        messages.success(request, _("Valgene er gemt."))
        return redirect("web:aktindsigt", anmodning.id)
    return _vis(request, anmodning, sag, form)


@kraever("underret_om_aktindsigt", "GET", "POST")
def aktindsigt_besked(request: HttpRequest, aktindsigt_id: UUID) -> HttpResponse:
    anmodning, sag = _hent(request, aktindsigt_id)
    form = BeskedForm(
        request.POST if request.method == "POST" else None, initial={"underrettet": request.dag}
    )
    if form.is_valid() and proev(request, form, underret_om_aktindsigt, anmodning.id, **form.cleaned_data):
        messages.success(request, _("Beskeden er skrevet ned."))
        return redirect("web:aktindsigt", anmodning.id)
    kontekst = _kontekst(request, anmodning, sag, _("Det tager længere tid")) | {"form": form}
    return render(request, "web/aktindsigt/besked.html", kontekst, status=422 if form.errors else 200)


@kraever("afgoer_aktindsigt", "GET", "POST")
def aktindsigt_svar(request: HttpRequest, aktindsigt_id: UUID) -> HttpResponse:
    """What is in, what is held back; then it is given, for good."""
    anmodning, sag = _hent(request, aktindsigt_id)
    if anmodning.afgjort:
        return redirect("web:aktindsigt", anmodning.id)
    form = SvarForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            givet = proev(request, form, afgoer_aktindsigt, anmodning.id, **form.cleaned_data)
        except (breve.BrevFejl, breve.SkrifterMangler):
            tekst = _("Dine valg er gemt. Prøv igen om lidt.")
            return kan_ikke_hentes(request, 503, _("Arkivet kan ikke laves lige nu"), tekst)
        if givet:
            messages.success(request, _("Svaret er givet. Hent arkivet, og giv det til borgeren."))
            return redirect("web:aktindsigt", anmodning.id)
        anmodning.refresh_from_db()
    stykker = udtraek.stykker(anmodning)
    kontekst = _kontekst(request, anmodning, sag, _("Svar på anmodningen")) | {
        "form": form,
        "ude": [s for s in stykker if s.valg and s.valg.udleveres],
        "laeses": sum(udtraek.laeses(s) for s in stykker),
        "inde": [s for s in stykker if s.valg and not s.valg.udleveres],
        "uden_valg": sum(s.valg is None for s in stykker),
        "hjemler": HJEMLER,
    }
    return render(request, "web/aktindsigt/svar.html", kontekst, status=422 if form.errors else 200)


@kraever("aktindsigt.se")
def aktindsigt_hent(request: HttpRequest, aktindsigt_id: UUID) -> HttpResponse:
    """The archive as it was given, byte for byte. The log keeps its fingerprint and how much is in it."""
    anmodning, sag = _hent(request, aktindsigt_id)
    if not anmodning.afgjort:
        raise Http404
    navn = _("Aktindsigt, sag %(nummer)s") % {"nummer": sag.nummer}
    return gemt_fil(
        *(request, anmodning.arkiv_sha256, "application/zip", f"{navn}.zip"),
        nede=_("Arkivet kan ikke hentes lige nu"),
        antal=anmodning.udleveret,
        hent=True,
    )
