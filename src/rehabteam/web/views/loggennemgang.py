"""The review of the log: the week's sample, and one use at a time. Who is shown here goes into the log as well."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.gennemgaa_log import gennemgaa_log
from rehabteam.handlinger.udtag_stikproeve import udtag_stikproeve
from rehabteam.sager.adgang.rettigheder import RETTIGHEDER
from rehabteam.sager.models import Logstikproeve
from rehabteam.sager.udtraek import stikproeve
from rehabteam.sager.udtraek.borgerlog import ORD, rolleord
from rehabteam.sager.udtraek.logrisiko import SIGNALER

from ..anledning import anledning
from ..formular import proev
from ..formularer.loggennemgang import GennemgangForm
from ..ret import kraever

VIST = 25


def _raekke(p: Logstikproeve, navne: dict[UUID, str], borgere: dict[UUID, str]) -> dict[str, Any]:
    return {
        "proeve": p,
        "hvem": navne.get(p.medarbejder_id, ""),
        "borger": borgere.get(p.borger_id, ""),
        "grunde": [SIGNALER[g][1] for g in p.grunde if g in SIGNALER],
        "valgt": _(Logstikproeve.Valgt(p.valgt).label),
        "udfald": _(Logstikproeve.Udfald(p.udfald).label) if p.udfald else "",
        "gennemgaaet_af": navne.get(p.gennemgaaet_af_id, "") if p.gennemgaaet_af_id else "",
    }


def _vis(request: HttpRequest, proever: list[Logstikproeve]) -> list[dict[str, Any]]:
    """The samples with names; the log is told of each citizen."""
    borgere = {p.borger_id for p in proever}
    request.spor.viser(*borgere)  # type: ignore[attr-defined]
    kendte = stikproeve.borgernavne(borgere)
    navne = stikproeve.navne(request.aktoer)  # type: ignore[attr-defined]
    return [_raekke(p, navne, kendte) for p in proever]


@kraever("loggennemgang.se")
def loggennemgang(request: HttpRequest) -> HttpResponse:
    return _oversigt(request)


def _oversigt(request: HttpRequest, fejl: str = "") -> HttpResponse:
    alle = stikproeve.stikproever(request.aktoer)  # type: ignore[attr-defined]
    uge = stikproeve.ugen(timezone.now())
    venter = list(alle.filter(gennemgaaet_tid=None))
    faerdige = alle.exclude(gennemgaaet_tid=None)
    antal = faerdige.count()
    viste = list(faerdige if "alle" in request.GET else faerdige[:VIST])
    indhold = {
        "venter": _vis(request, venter),
        "faerdige": _vis(request, viste),
        "antal": antal if "alle" not in request.GET else 0,
        "kan_udtages": not alle.filter(uge=uge).exists(),
        "dage": stikproeve.DAGE,
        "fejl": fejl,
    }
    return render(request, "web/log/gennemgang.html", indhold, status=422 if fejl else 200)


@kraever("udtag_stikproeve", "POST")
def stikproeve_udtag(request: HttpRequest) -> HttpResponse:
    try:
        antal = udtag_stikproeve(anledning(request))
    except KanIkke as fejl:
        return _oversigt(request, " ".join(fejl.felter.values()))
    tekst = ngettext("%(antal)s opslag at gennemgå.", "%(antal)s opslag at gennemgå.", antal)
    messages.success(request, _("Ugens stikprøve er taget ud.") + " " + tekst % {"antal": antal})
    return redirect("web:loggennemgang")


@kraever("gennemgaa_log", "GET", "POST")
def gennemgang(request: HttpRequest, proeve_id: UUID) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    p: Logstikproeve = get_object_or_404(stikproeve.stikproever(hvem), id=proeve_id)
    (raekke,) = _vis(request, [p])
    form = GennemgangForm(request.POST or None)
    gemt = form.is_valid() and proev(request, form, gennemgaa_log, p.id, **form.cleaned_data)
    if gemt:
        messages.success(request, _("Gennemgangen er gemt og kan ikke ændres."))
        return redirect("web:loggennemgang")
    navne = stikproeve.navne(hvem)
    led = [
        {"tekst": _("Loggennemgang"), "url": reverse("web:loggennemgang")},
        {"tekst": _("Et opslag"), "url": ""},
    ]
    indhold = (
        raekke
        | {
            "led": led,
            "form": form,
            "egen": stikproeve.er_part(hvem, p),
            "linjer": [
                {
                    "tid": linje.tid,
                    "rolle": _(ord_) if (ord_ := rolleord(linje)) else "",
                    "vikar_for": navne.get(linje.vikar_for, "") if linje.vikar_for else "",
                    "hvad": ORD.get(linje.art, linje.art),  # type: ignore[call-overload]
                    "formaal": RETTIGHEDER[linje.rute].hvad if linje.rute in RETTIGHEDER else linje.rute,
                    "aftryk": linje.aftryk[:8],
                }
                for linje in stikproeve.linjer(p)
            ],
        }
    )
    return render(request, "web/log/opslag.html", indhold, status=422 if form.errors else 200)
