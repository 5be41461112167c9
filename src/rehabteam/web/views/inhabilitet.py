"""Inhabilitet: who is kept out of a citizen's cases; saying it of oneself, deciding it of a colleague, lifting it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.erklaer_inhabil import erklaer_inhabil
from rehabteam.handlinger.ophaev_inhabilitet import ophaev_inhabilitet
from rehabteam.handlinger.udeluk_medarbejder import udeluk_medarbejder
from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.models import Borger, Inhabilitet, Medarbejder, Rolle
from rehabteam.sager.udtraek import inhabilitet as udtraek
from rehabteam.sager.udtraek.synlige import synlige_borgere, synlige_forloeb, synlige_sager

from ..formular import proev
from ..formularer.inhabilitet import InhabilForm, OphaevForm, UdelukForm
from ..person import personlinje
from ..ret import kraever


def _borger(request: HttpRequest, borger_id: UUID, side: str = "") -> tuple[Borger, dict[str, Any]]:
    """The citizen, in the log, with the frame of these pages; 404 for her whom the person may not see."""
    hvem: Aktoer = request.aktoer  # type: ignore[attr-defined]
    borger: Borger = get_object_or_404(synlige_borgere(hvem), id=borger_id)
    request.spor.viser(borger.id, objekt=borger.id)  # type: ignore[attr-defined]
    forloeb = synlige_forloeb(hvem).filter(borger=borger).order_by("-start").first()
    sag = synlige_sager(hvem).filter(borger=borger).order_by("-oprettet", "-nummer").first()
    person = personlinje(borger, request.dag, forloeb, hvem)  # type: ignore[attr-defined]
    led = [{"tekst": borger.navn, "url": person["url"]}] if forloeb else []
    if sag and not forloeb:
        led = [
            {"tekst": _("Sag %(nummer)s") % {"nummer": sag.nummer}, "url": reverse("web:sag", args=[sag.id])}
        ]
    led.append(
        {"tekst": _("Inhabilitet"), "url": reverse("web:inhabilitet", args=[borger.id]) if side else ""}
    )
    if side:
        led.append({"tekst": side, "url": ""})
    return borger, {"borger": borger, "person": person, "led": led, "side": side}


def _raekke(i: Inhabilitet, hvem: Aktoer, leder: bool) -> dict[str, Any]:
    return {
        "i": i,
        "navn": i.medarbejder.navn,
        "rolle": _(Rolle(i.medarbejder.rolle).label),
        "grund": _(Inhabilitet.Grund(i.grund).label),
        "begrundelse": i.begrundelse if leder else "",
        "kan_ophaeves": leder and i.ophaevet_tid is None and i.medarbejder_id != hvem.medarbejder_id,
    }


@kraever("inhabilitet.se")
def inhabilitet(request: HttpRequest, borger_id: UUID) -> HttpResponse:
    hvem: Aktoer = request.aktoer  # type: ignore[attr-defined]
    borger, indhold = _borger(request, borger_id)
    leder = har_ret(hvem, "ophaev_inhabilitet", borger)
    raekker = [_raekke(i, hvem, leder) for i in udtraek.alle(hvem, borger)]
    indhold |= {
        "i_kraft": [r for r in raekker if r["i"].ophaevet_tid is None],
        "ophaevede": [r for r in raekker if r["i"].ophaevet_tid],
        "maa_melde": har_ret(hvem, "erklaer_inhabil", borger),
        "maa_udelukke": har_ret(hvem, "udeluk_medarbejder", borger),
        "leder": leder,
    }
    return render(request, "web/inhabilitet/oversigt.html", indhold)


def _valg(medarbejdere: Iterable[Medarbejder]) -> list[tuple[str, str]]:
    return [(str(m.id), f"{m.navn} ({_(Rolle(m.rolle).label).lower()})") for m in medarbejdere]


def _felter(rene: dict[str, Any]) -> dict[str, Any]:
    """What the form gives, as the Handling takes it."""
    ny = rene.get("ny_sagsbehandler")
    felter = {"grund": rene["grund"], "begrundelse": rene["begrundelse"]}
    if "medarbejder" in rene:
        felter["medarbejder_id"] = UUID(rene["medarbejder"])
    return felter | {"ny_sagsbehandler_id": UUID(ny) if ny else None}


@kraever("erklaer_inhabil", "GET", "POST")
def inhabil(request: HttpRequest, borger_id: UUID) -> HttpResponse:
    """Afterwards nothing about the citizen is hers to see, so the way goes to her own front page."""
    hvem: Aktoer = request.aktoer  # type: ignore[attr-defined]
    borger, indhold = _borger(request, borger_id, _("Jeg er inhabil"))
    hendes = hvem.vaeg == Vaeg.KOMMUNE and udtraek.har_sagen(hvem, borger, hvem.medarbejder_id)
    kan_overtage = list(udtraek.afloesere(hvem, borger, hvem.medarbejder_id)) if hendes else []
    form = InhabilForm(request.POST or None, afloesere=_valg(kan_overtage))
    if form.is_valid() and proev(request, form, erklaer_inhabil, borger.id, **_felter(form.cleaned_data)):
        messages.success(request, _("Du er udelukket fra borgerens sager fra nu af."))
        return redirect("web:forside")
    indhold |= {
        "form": form,
        "hendes": hendes,
        "ingen_afloeser": hendes and not kan_overtage,
        "moeder": udtraek.leder_moedet(hvem, borger, hvem.medarbejder_id),
        "koordinator": udtraek.er_koordinator(hvem, borger, hvem.medarbejder_id),
    }
    return render(request, "web/inhabilitet/mig.html", indhold, status=422 if form.errors else 200)


@kraever("udeluk_medarbejder", "GET", "POST")
def udeluk(request: HttpRequest, borger_id: UUID) -> HttpResponse:
    hvem: Aktoer = request.aktoer  # type: ignore[attr-defined]
    borger, indhold = _borger(request, borger_id, _("Udeluk en kollega"))
    kolleger = udtraek.kolleger(hvem, borger).exclude(id=hvem.medarbejder_id)
    afloesere = udtraek.afloesere(hvem, borger) if hvem.vaeg == Vaeg.KOMMUNE else ()
    form = UdelukForm(request.POST or None, kolleger=_valg(kolleger), afloesere=_valg(afloesere))
    felter = _felter(form.cleaned_data) if form.is_valid() else {}
    ny = proev(request, form, udeluk_medarbejder, borger.id, **felter) if felter else None
    if ny:
        messages.success(
            request, _("%(navn)s er udelukket fra borgerens sager.") % {"navn": ny.medarbejder.navn}
        )
        if udtraek.er_koordinator(hvem, borger, ny.medarbejder_id):
            messages.warning(request, _("Sagen skal gives til en anden sundhedskoordinator."))
        if udtraek.leder_moedet(hvem, borger, ny.medarbejder_id).exists():
            messages.warning(
                request,
                _("Den udelukkede er mødeleder på mødet: aftal, hvem der leder det, eller flyt sagen."),
            )
        return redirect("web:inhabilitet", borger.id)
    return render(
        request, "web/inhabilitet/kollega.html", indhold | {"form": form}, status=422 if form.errors else 200
    )


@kraever("ophaev_inhabilitet", "GET", "POST")
def ophaev(request: HttpRequest, borger_id: UUID, inhabilitet_id: UUID) -> HttpResponse:
    hvem: Aktoer = request.aktoer  # type: ignore[attr-defined]
    borger, indhold = _borger(request, borger_id, _("Ophæv udelukkelsen"))
    i = udtraek.alle(hvem, borger).filter(id=inhabilitet_id, ophaevet_tid=None).first()
    if i is None or i.medarbejder_id == hvem.medarbejder_id:
        raise Http404
    form = OphaevForm(request.POST or None)
    if form.is_valid() and proev(request, form, ophaev_inhabilitet, borger.id, i.id, **form.cleaned_data):
        messages.success(request, _("%(navn)s er ikke længere udelukket.") % {"navn": i.medarbejder.navn})
        return redirect("web:inhabilitet", borger.id)
    indhold |= {"form": form, "raekke": _raekke(i, hvem, True)}
    return render(request, "web/inhabilitet/ophaev.html", indhold, status=422 if form.errors else 200)
